"""What an open story or page of the queue is told every second, beside Streamlit: who is where, and what they did."""

from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workbench.domain.person import Person
from workbench.services import accounts, following, viewing
from workbench.ui import queue_rows
from workbench.ui.reader import payload
from workbench.ui.signed_in import person_of
from workbench.ui.wires import Wires, wires_of

LONGEST = 2_000
"""Bytes of a question; ours has about 150, of a page of the queue up to 600."""


class OnStory(BaseModel):
    """Where a window is, and the newest event it knows of."""

    window: str = Field(min_length=1, max_length=100)
    article: int
    claim: int | None = None
    since: int = Field(ge=0)


class OnQueue(BaseModel):
    """Which claims a window shows as rows, and the newest event it knows of."""

    claims: list[int] = Field(max_length=100)
    since: int = Field(ge=0)


QUESTION: TypeAdapter[OnStory | OnQueue] = TypeAdapter(OnStory | OnQueue)


async def answer(request: Request) -> Response:
    """Who else is on the story or the claims, and how those stand that were touched since.

    401 where nobody is signed in, 400 for anything but a question.
    """
    me = await run_in_threadpool(person_of, request)
    if me is None:
        return JSONResponse({"says": "Sign in first."}, status_code=401)
    body = await request.body()
    try:
        question = QUESTION.validate_json(body[:LONGEST])
    except ValidationError:
        return JSONResponse({"says": "This is no question the desk knows."}, status_code=400)
    tell = tell_queue if isinstance(question, OnQueue) else tell_story
    return JSONResponse(await run_in_threadpool(tell, wires_of(me), me, question))


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


def tell_story(wires: Wires, me: Person, question: OnStory) -> dict[str, object]:
    """Who else is on the story, and how its claims stand that were touched."""
    others = wires.presence.here(
        question.window, person_id=me.pk, name=me.name, article=question.article, claim=question.claim
    )
    news = following.news(wires.desk, question.article, since=question.since)
    names = accounts.everyone(wires.desk) if news.claims else {}
    return {
        "head": news.head,
        "people": [{"name": one.name, "claim": one.claim} for one in others],
        "states": [payload.state(checked, me, wires.desk.policy, names) for checked in news.claims],
    }


def route() -> Route:
    """Where the application answers."""
    return Route("/live", answer, methods=["POST"])
