"""The log, and what each event changed."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field

from workbench.domain.event import Change, Event
from workbench.store.tables.fields import ROW, long, moment


class EventRow(Event, table=True):
    """The log, numbered without gaps."""

    __tablename__ = "event"
    model_config = ROW  # type: ignore[assignment]
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = moment()
    act: str = Field(index=True)
    subject: str = Field(index=True)
    reason: str = long()
    change_sha256: str = Field()
    previous: str = Field()
    sha256: str = Field()


class ChangeRow(Change, table=True):
    """What each event changed; body and salt are NULL once erased by order."""

    __tablename__ = "change"
    model_config = ROW  # type: ignore[assignment]
    number: int = Field(primary_key=True, foreign_key="event.number", sa_column_kwargs={"autoincrement": False})
    body: str | None = Field(default=None, sa_type=Text)
