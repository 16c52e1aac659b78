"""What an open story is told every second, beside Streamlit: who else is on it, and what they did to its claims."""

from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workbench.domain.person import Person
from workbench.services import accounts, following
from workbench.ui.reader import payload
from workbench.ui.signed_in import person_of
from workbench.ui.wires import Wires, wires_of

LONGEST = 2_000
"""Bytes of a question; ours has about 150."""


class Question(BaseModel):
    """Where a window is, and the newest event it knows of."""

    window: str = Field(min_length=1, max_length=100)
    article: int
    claim: int | None = None
    since: int = Field(ge=0)


async def answer(request: Request) -> Response:
    """Who else is on the story, and how the claims stand that were touched since.

    401 where nobody is signed in, 400 for anything but a question.
    """
    me = await run_in_threadpool(person_of, request)
    if me is None:
        return JSONResponse({"says": "Sign in first."}, status_code=401)
    body = await request.body()
    try:
        question = Question.model_validate_json(body[:LONGEST])
    except ValidationError:
        return JSONResponse({"says": "This is no question the desk knows."}, status_code=400)
    return JSONResponse(await run_in_threadpool(tell, wires_of(me), me, question))


def tell(wires: Wires, me: Person, question: Question) -> dict[str, object]:
    """The answer to one question of this person."""
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
