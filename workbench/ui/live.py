"""What an open window tells the desk and is told, beside Streamlit: acts, others' presence, news, one claim's card.

A run of the page takes many times as long as an act, so judging needs none: the window sends what was done, and paints
from what it hears. It asks every second even where nothing was done. A page of the queue asks about its rows alone.
"""

from dataclasses import dataclass, field
from typing import Any

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workbench.domain.person import Person
from workbench.domain.values import Id
from workbench.services import accounts, following, viewing
from workbench.ui import offers, outbox, queue_rows
from workbench.ui.reader import asked, crossing, payload
from workbench.ui.signed_in import let_in
from workbench.ui.wires import Wires, wires_of

LARGEST = 4_000_000
"""Bytes of one telling; a window that has more to say cuts its list."""

MOST = 500
"""Acts in one telling."""


class Telling(BaseModel):
    """Where a window is, what it has done, and the newest event it knows of; None where it shows no story.

    `card` asks for the card of the claim as well.
    """

    window: str = Field(min_length=1, max_length=100)
    article: Id | None = None
    claim: Id | None = None
    since: Id | None = None
    items: list[Any] = Field(default_factory=list, max_length=MOST)
    card: bool = False


class OnQueue(BaseModel):
    """Which claims a window shows as rows, and the newest event it knows of."""

    claims: list[Id] = Field(max_length=100)
    since: Id


QUESTION: TypeAdapter[Telling | OnQueue] = TypeAdapter(Telling | OnQueue)


@dataclass(frozen=True)
class Turns:
    """Where windows are answered: few at a time, and those that only ask beside those that act, who wait for others.

    More threads at once would fight over the interpreter: at every statement a thread lets go of it, and waits up to
    5 ms to have it back from another that computes. With a second place for acts, no window that comes back with
    hundreds of them keeps the others waiting for its last.
    """

    acting: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(2))
    asking: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(1))

    async def answer(self, request: Request) -> Response:
        """Do what the window did, and say what it may forget and what is new.

        401 where nobody is signed in, 413 for more than `LARGEST`, 400 for anything but a telling.
        """
        me = let_in(request)
        if me is None:
            return JSONResponse({"says": "Sign in first."}, status_code=401)
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                return JSONResponse({"says": "This is too long to be kept. Shorten it."}, status_code=413)
        try:
            question = QUESTION.validate_json(bytes(body))
        except ValidationError:
            return JSONResponse({"says": "This is nothing the desk knows."}, status_code=400)
        wires = wires_of(me)
        if isinstance(question, OnQueue):
            return JSONResponse(await run_sync(tell_queue, wires, me, question, limiter=self.asking))
        turn = self.acting if question.items else self.asking
        told = await run_sync(tell, wires, me, question, limiter=turn)
        return JSONResponse(told, background=_afterwards(wires, question, told))


def tell(wires: Wires, me: Person, telling: Telling) -> dict[str, Any]:
    """The answer to one telling of this person."""
    done = outbox.deliver(wires.desk, me, telling.items, wires.keeper)
    told = {"me": offers.offered(me), "acks": done.acks, "refusals": done.refusals}
    if done.crossed:
        people = accounts.everyone(wires.desk)
        told["crossed"] = [crossing.told(key, one, people) for key, one in done.crossed.items()]
    if telling.article is None:
        return told
    if telling.since is not None:
        told |= _news(wires, me, telling, telling.article, telling.since)
    if telling.card and telling.claim is not None:
        told["card"] = asked.card(wires, telling.article, telling.claim)
    return told


def _afterwards(wires: Wires, telling: Telling, told: dict[str, Any]) -> BackgroundTask | None:
    waits = any(one["waits"] for one in (told.get("card") or {"evidence": []})["evidence"])
    return BackgroundTask(asked.examine, wires, telling.article, telling.claim) if waits else None


def _news(wires: Wires, me: Person, telling: Telling, article: int, since: int) -> dict[str, Any]:
    others = wires.presence.here(telling.window, person_id=me.pk, name=me.name, article=article, claim=telling.claim)
    news = following.news(wires.desk, article, since=since)
    names = accounts.everyone(wires.desk) if news.claims else {}
    return {
        "head": news.head,
        "rewritten": news.rewritten,
        "people": [{"name": one.name, "claim": one.claim} for one in others],
        "states": [payload.state(checked, me, wires.desk.policy, names) for checked in news.claims],
    }


def tell_queue(wires: Wires, me: Person, question: OnQueue) -> dict[str, object]:
    """Who else is on these claims now, and their rows anew where anything was done to them."""
    others = wires.presence.on_claims(question.claims, but=me.pk)
    news = following.queue_news(wires.desk, question.claims, since=question.since)
    told: dict[str, object] = {"head": news.head, "people": [{"name": one.name, "claim": one.claim} for one in others]}
    if news.lines:
        rows = queue_rows.Rows(people=accounts.everyone(wires.desk), me=me, now=wires.desk.clock())
        titles = viewing.titles_of(wires.desk, [line.article_id for line in news.lines])
        told["rows"] = [rows.claim(line, titles.get(line.article_id, "")) for line in news.lines]
    return told


def route() -> Route:
    """Where the application answers."""
    return Route("/live", Turns().answer, methods=["POST"])
