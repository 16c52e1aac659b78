"""What can be done in the queue's room: give, take, hand back, set when a story runs, keep views."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, Field, TypeAdapter, ValidationError

from workbench.domain.queue import Query
from workbench.domain.values import Id
from workbench.services import accounts, assigning, keeping_views
from workbench.ui.wires import Wires

UNREADABLE = "The browser sent something the desk can't read. Reload the page."


class _OnSubject(BaseModel):
    claim: Id | None = None
    article: Id | None = None


class Give(_OnSubject):
    """Give a claim or a story to a person, to oneself, or, with neither named, to whoever is free."""

    do: Literal["give"]
    to: Id | Literal["me", "free"]
    minutes: int | None = Field(default=None, ge=1, le=10_080)
    note: str = Field(default="", max_length=2_000)


class Back(_OnSubject):
    """Hand a claim or a story back."""

    do: Literal["back"]


class Schedule(BaseModel):
    """Set when a story runs, or take the time away."""

    do: Literal["schedule"]
    article: Id
    at: AwareDatetime | None = None


class Save(BaseModel):
    """Keep the view that is shown."""

    do: Literal["save"]
    name: str
    query: dict[str, str]


class Rename(BaseModel):
    """Call a kept view otherwise."""

    do: Literal["rename"]
    view: Id
    name: str


class Throw(BaseModel):
    """Throw a kept view away."""

    do: Literal["throw"]
    view: Id


Act = Annotated[Give | Back | Schedule | Save | Rename | Throw, Field(discriminator="do")]
_READ: TypeAdapter[Act] = TypeAdapter(Act)


def do(wires: Wires, heard: Any) -> str:
    """Do what the room was told; returns what came of it in a few words. WorkbenchError where it is refused."""
    try:
        act = _READ.validate_python(heard)
    except ValidationError:
        return f"Not done: {UNREADABLE}"
    return _give(wires, act) if isinstance(act, Give) else _other(wires, act)


def _other(wires: Wires, act: Back | Schedule | Save | Rename | Throw) -> str:
    desk, me = wires.desk, wires.person
    match act:
        case Back():
            assigning.hand_back(desk, by=me, claim=act.claim, article=None if act.claim else act.article)
            said = "Handed back to the queue."
        case Schedule():
            assigning.schedule(desk, act.article, act.at, by=me)
            said = "Its time is set." if act.at else "It has no time any more."
        case Save():
            kept = keeping_views.save(desk, act.name, Query.read(act.query), by=me)
            said = f"Kept as “{kept.name}”."
        case Rename():
            keeping_views.rename(desk, act.view, act.name, by=me)
            said = "Renamed."
        case Throw():
            keeping_views.throw_away(desk, act.view, by=me)
            said = "Thrown away."
    return said


def _give(wires: Wires, act: Give) -> str:
    desk, me = wires.desk, wires.person
    until = _until(desk.clock(), act.minutes)
    subject = {"claim": act.claim, "article": None if act.claim else act.article}
    if act.to == "me":
        assigning.take(desk, by=me, until=until, **subject)
        return "It is yours."
    to = None if act.to == "free" else int(act.to)
    lease = assigning.assign(desk, by=me, to=to, until=until, note=act.note, **subject)
    person = accounts.everyone(desk).get(lease.person_id)
    return f"Given to {person.name if person else 'somebody'}."


def _until(now: datetime, minutes: int | None) -> datetime | None:
    return now + timedelta(minutes=minutes) if minutes else None
