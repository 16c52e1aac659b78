"""Stories: what was handed in, and what the extractor found in it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, LargeBinary, text
from sqlmodel import Field

from workbench.domain.article import Article, Original, Revision
from workbench.domain.claim import Bound, Claim, Extraction, Kind, Stretch
from workbench.store.columns import Day
from workbench.store.tables.fields import ROW, json_of, long, maybe_moment, moment, named, own_key, to

ON_DESK = text("withdrawn_at IS NULL")


class OriginalRow(Original, table=True):
    """The kept bytes."""

    __tablename__ = "original"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
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
            sqlite_where=ON_DESK,
            postgresql_where=ON_DESK,
        ),
        Index("article_runs", "runs_at"),
        Index("article_on_desk", "is_example", "id", sqlite_where=ON_DESK, postgresql_where=ON_DESK),
    )
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    reference: str = Field(index=True)
    published: date | None = Field(default=None, sa_type=Day)
    origins: dict[str, str] = json_of(dict)
    guesses: list[str] = json_of(list)
    to_confirm: dict[str, str] = json_of(dict)
    fingerprint: str = Field()
    handed_in_at: datetime = moment()
    handed_in_by: int | None = to("person.id")
    withdrawn_at: datetime | None = maybe_moment()
    erased_at: datetime | None = maybe_moment()
    runs_at: datetime | None = maybe_moment()


class RevisionRow(Revision, table=True):
    """Revisions: inserted once, never changed but by an erasure."""

    __tablename__ = "revision"
    __table_args__ = (Index("revision_number_once", "article_id", "number", unique=True),)
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    article_id: int | None = to("article.id")
    original_id: int | None = to("original.id")
    text: str = long()
    sha256: str = Field()
    at: datetime = moment()


class ExtractionRow(Extraction, table=True):
    """Runs of the extractor, with the sentences they scored."""

    __tablename__ = "extraction"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    revision_id: int | None = to("revision.id")
    sentences: list[Any] = json_of(list)
    at: datetime | None = moment()


class ClaimRow(Claim, table=True):
    """Claims: inserted once, never changed but by an erasure."""

    __tablename__ = "claim"
    __table_args__ = (Index("claim_number_once", "extraction_id", "number", unique=True),)
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    revision_id: int | None = to("revision.id")
    extraction_id: int | None = to("extraction.id")
    inside: Stretch = named()
    kind: Kind = named()
    text: str = long()
    label: str = long()
    about: list[str] = json_of(list)
    bound: Bound | None = named(nullable=True)
    signals: dict[str, float] = json_of(dict)
    added_by: int | None = Field(default=None, foreign_key="person.id")
    added_at: datetime | None = maybe_moment()
