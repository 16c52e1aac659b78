"""The queue: what is derived of every claim on the desk, kept so that a million of them can be ordered and found."""

from datetime import date, datetime

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from workbench.domain.claim import Kind
from workbench.domain.queue import Line, Pile
from workbench.domain.review import Status
from workbench.store.columns import Day, Utc
from workbench.store.tables.fields import ROW, json_of, long, maybe_moment, moment, named


class QueueRow(Line, table=True):
    """One line a claim of the newest run over every story on the desk. Not audited: it can be made anew at any time."""

    __tablename__ = "queue"
    # Every index ends in what the order needs last, so that a page is read off it without sorting.
    __table_args__ = (
        Index("queue_by_rank", "pile", "rank", "claim_id"),
        Index("queue_by_status", "pile", "status", "rank", "claim_id"),
        Index("queue_by_kind", "pile", "kind", "rank", "claim_id"),
        Index("queue_by_due", "pile", "due", "rank", "claim_id"),
        Index("queue_by_day", "pile", "day", "rank", "claim_id"),
        Index("queue_by_story", "pile", "article_id", "place"),
        Index("queue_by_age", "pile", "claim_id"),
        Index("queue_of_article", "article_id", "counted"),
        Index("queue_of_person", "assigned_id", "until"),
        Index("queue_leased", "until"),
        Index("queue_reopened", "reopened", "rank", "claim_id"),
    )
    model_config = ROW  # type: ignore[assignment]
    claim_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    pile: Pile = named()
    kind: Kind = named()
    label: str = long()
    before: str = long()
    words: str = long()
    after: str = long()
    risk_reasons: list[str] = json_of(list)
    people: list[str] = json_of(list)
    searched: str = long()
    status: Status = named()
    until: datetime | None = maybe_moment()
    due: datetime = Field(sa_type=Utc, nullable=False)
    day: date | None = Field(default=None, sa_type=Day)
    last_at: datetime = moment()


class QueueMadeRow(SQLModel, table=True):
    """Under which rules and which house policy the queue was derived; one row."""

    __tablename__ = "queue_made"
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    rules: int
    policy_sha256: str = Field(sa_type=Text)
