"""The tables. Each inherits the domain's class and adds keys; what is said there is not said again here."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, LargeBinary, Text, text
from sqlmodel import Field, SQLModel

from workbench.domain.article import Article, Original, Revision
from workbench.domain.claim import Bound, Claim, Extraction, Kind, Stretch
from workbench.domain.event import Change, Event
from workbench.domain.evidence import Evidence, Source, Stance, Tier
from workbench.domain.person import Person
from workbench.domain.review import Rating, Review, ReviewAct
from workbench.domain.values import Value
from workbench.store.columns import Day, Json, Name, Utc

ROW = {"frozen": False}


def _key() -> Any:
    return Field(default=None, primary_key=True)


def _to(target: str) -> Any:
    return Field(default=None, foreign_key=target, index=True)


def _at() -> Any:
    return Field(default=None, sa_type=Utc, nullable=False)


def _maybe_at() -> Any:
    return Field(default=None, sa_type=Utc, nullable=True)


def _named(nullable: bool = False) -> Any:
    return Field(default=None, sa_type=Name, nullable=nullable)


def _json(empty: type) -> Any:
    return Field(default_factory=empty, sa_type=Json, nullable=False)


def _long() -> Any:
    return Field(default="", sa_type=Text, nullable=False)


class PersonRow(Person, table=True):
    """People, by handle."""

    __tablename__ = "person"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    handle: str = Field(unique=True)
    roles: list[str] = _json(list)  # type: ignore[assignment]
    since: datetime = _at()


class OriginalRow(Original, table=True):
    """The kept bytes."""

    __tablename__ = "original"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    sha256: str = Field(index=True)
    data: bytes = Field(default=b"", sa_type=LargeBinary)


class ArticleRow(Article, table=True):
    """Articles. The same text is one article, unless the earlier one was withdrawn."""

    __tablename__ = "article"
    __table_args__ = (
        Index(
            "article_text_once",
            "fingerprint",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    reference: str = Field(index=True)
    published: date | None = Field(default=None, sa_type=Day)
    origins: dict[str, str] = _json(dict)
    guesses: list[str] = _json(list)
    to_confirm: dict[str, str] = _json(dict)
    fingerprint: str = Field()
    handed_in_at: datetime = _at()
    handed_in_by: int | None = _to("person.id")
    withdrawn_at: datetime | None = _maybe_at()
    erased_at: datetime | None = _maybe_at()


class RevisionRow(Revision, table=True):
    """Revisions: inserted once, never changed but by an erasure."""

    __tablename__ = "revision"
    __table_args__ = (Index("revision_number_once", "article_id", "number", unique=True),)
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    article_id: int | None = _to("article.id")
    original_id: int | None = _to("original.id")
    text: str = _long()
    sha256: str = Field()
    at: datetime = _at()


class ExtractionRow(Extraction, table=True):
    """Runs of the extractor, with the sentences they scored."""

    __tablename__ = "extraction"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    revision_id: int | None = _to("revision.id")
    sentences: list[Any] = _json(list)
    at: datetime | None = _at()


class ClaimRow(Claim, table=True):
    """Claims: inserted once, never changed but by an erasure."""

    __tablename__ = "claim"
    __table_args__ = (Index("claim_number_once", "extraction_id", "number", unique=True),)
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    revision_id: int | None = _to("revision.id")
    extraction_id: int | None = _to("extraction.id")
    inside: Stretch = _named()
    kind: Kind = _named()
    text: str = _long()
    label: str = _long()
    about: list[str] = _json(list)
    bound: Bound | None = _named(nullable=True)
    signals: dict[str, float] = _json(dict)


class SourceRow(Source, table=True):
    """The library of sources."""

    __tablename__ = "source"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    name: str = Field(index=True)
    tier: Tier = _named()
    at: datetime = _at()


class EvidenceRow(Evidence, table=True):
    """Evidence: inserted once; only `withdrawn_at` may follow."""

    __tablename__ = "evidence"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    claim_id: int = _to("claim.id")
    source_id: int = _to("source.id")
    stance: Stance = _named()
    words: str = _long()
    person_id: int = Field(foreign_key="person.id")
    key: str = Field(unique=True)
    at: datetime = _at()
    withdrawn_at: datetime | None = _maybe_at()


class ReviewRow(Review, table=True):
    """Reviews: inserted once, never changed but by an erasure. `key` makes a review sent twice count once."""

    __tablename__ = "review"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = _key()
    claim_id: int = _to("claim.id")
    person_id: int = Field(foreign_key="person.id")
    act: ReviewAct = _named()
    rating: Rating | None = _named(nullable=True)
    takes_back: int | None = Field(default=None, foreign_key="review.id")
    reason: str = _long()
    key: str = Field(unique=True)
    at: datetime = _at()


class EventRow(Event, table=True):
    """The log, numbered without gaps."""

    __tablename__ = "event"
    model_config = ROW  # type: ignore[assignment]
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = _at()
    act: str = Field(index=True)
    subject: str = Field(index=True)
    reason: str = _long()
    change_sha256: str = Field()
    previous: str = Field()
    sha256: str = Field()


class ChangeRow(Change, table=True):
    """What each event changed; body and salt are NULL once erased by order."""

    __tablename__ = "change"
    model_config = ROW  # type: ignore[assignment]
    number: int = Field(primary_key=True, foreign_key="event.number", sa_column_kwargs={"autoincrement": False})
    body: str | None = Field(default=None, sa_type=Text)


ROWS: dict[type[Value], type[SQLModel]] = {
    Person: PersonRow,
    Original: OriginalRow,
    Article: ArticleRow,
    Revision: RevisionRow,
    Extraction: ExtractionRow,
    Claim: ClaimRow,
    Source: SourceRow,
    Evidence: EvidenceRow,
    Review: ReviewRow,
}
"""The table of each kept value; their rows are held against the log."""
