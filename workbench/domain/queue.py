"""The queue: one line a claim on the desk, and what somebody asks of it."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Self

from pydantic import field_validator
from sqlmodel import Field

from workbench.domain.claim import Kind
from workbench.domain.review import Status
from workbench.domain.values import Frozen, Id, Moment

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""When a story runs that has no time set: after all others."""


class Pile(StrEnum):
    """Where a line lies: still to do, done, or on an example story, which stays out of every figure."""

    TO_DO = "to_do"
    DONE = "done"
    EXAMPLE = "example"


class Line(Frozen):
    """One claim as the queue shows, orders and finds it. All of it is derived; nothing here is anybody's word.

    `place` orders by where it stands in the story; `rank`, by risk then checkworthiness, lowest first. `searched` is
    what it is found by. `status`, `counted` and `shown` are its Standing's, without the lease: `assigned_id` and
    `until` say who has or had it last, and only the clock says whether they still do. `due` is when its story runs, or
    NEVER.
    """

    claim_id: int
    article_id: int
    pile: Pile
    place: int
    kind: Kind
    label: str
    before: str = ""
    words: str = ""
    after: str = ""
    checkworthiness: float
    risk: int
    risk_reasons: list[str] = Field(default_factory=list)
    rank: int
    people: list[str] = Field(default_factory=list)
    searched: str = Field(default="", repr=False)
    status: Status = Status.OPEN
    counted: str = "open"
    shown: str = "open"
    reopened: bool = False
    assigned_id: int | None = None
    until: Moment | None = None
    due: Moment = NEVER
    day: date | None = None
    last_at: Moment


class View(StrEnum):
    """The views that every desk has."""

    OPEN = "open"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    SECOND = "second"
    CONTESTED = "contested"
    TODAY = "today"
    ALL = "all"


class Shows(StrEnum):
    """What the queue can be filtered by, in the words that its rows say."""

    OPEN = "open"
    REOPENED = "reopened"
    IN_REVIEW = "in_review"
    PROVISIONAL = "provisional"
    SECOND = "second"
    CONTESTED = "contested"
    SETTLED = "settled"
    DISMISSED = "dismissed"


class Due(StrEnum):
    """By when the story runs, in the reader's days."""

    LATE = "late"
    TODAY = "today"
    TOMORROW = "tomorrow"
    NONE = "none"


class Order(StrEnum):
    """What comes first: the greatest risk, the soonest story, the newest claim, or the newest story from its top."""

    RISK = "risk"
    DUE = "due"
    NEWEST = "newest"
    STORY = "story"


class Query(Frozen):
    """What somebody asks of the queue. `person` is "me", "nobody", "somebody" or a person's number.

    A status asked for stands in place of the view's own. `after` is where the page before ended.
    """

    view: View = View.OPEN
    kind: Kind | None = None
    status: Shows | None = None
    story: Id | None = None
    person: str = Field(default="", max_length=18)
    due: Due | None = None
    day: date | None = None
    text: str = Field(default="", max_length=200)
    order: Order = Order.RISK
    after: str = Field(default="", max_length=80)

    @field_validator("day", mode="before")
    @classmethod
    def _iso_day(cls, value: Any) -> Any:
        # Left to itself a number would be read as seconds since 1970.
        return date.fromisoformat(value) if isinstance(value, str) else value

    @field_validator("person")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in ("", "me", "nobody", "somebody") and not (value.isascii() and value.isdigit()):
            raise ValueError("names nobody")
        return value

    @classmethod
    def read(cls, asked: dict[str, Any]) -> Self:
        """The query of an address or a saved view; whatever it says that no queue knows is left out."""
        known: dict[str, Any] = {}
        for name in cls.model_fields:
            value = asked.get(NAMES.get(name, name))
            if value in (None, ""):
                continue
            try:
                cls.model_validate({name: value})
            except ValueError:
                continue
            known[name] = value
        return cls.model_validate(known)

    def written(self) -> dict[str, str]:
        """The query as an address or a saved view keeps it: what differs from the default, as text."""
        told = self.model_dump(mode="json", exclude_defaults=True)
        return {NAMES.get(name, name): str(value) for name, value in told.items()}


NAMES = {"text": "q"}
"""Fields that an address calls by another name."""
