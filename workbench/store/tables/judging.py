"""Judging: reviews, evidence, comments, corrections, and who is to check what."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, LargeBinary, text
from sqlmodel import Field

from workbench.domain.assignment import Assignment
from workbench.domain.comment import Comment
from workbench.domain.correction import Correction
from workbench.domain.evidence import Evidence, LinkCheck, Snapshot, Source, Stance, Tier
from workbench.domain.rating import Rating
from workbench.domain.review import Review, ReviewAct
from workbench.domain.view import SavedView
from workbench.store.tables.fields import ROW, json_of, long, maybe_moment, moment, named, own_key, to

CALLS = text("mentions <> '[]'")


class SourceRow(Source, table=True):
    """The library of sources."""

    __tablename__ = "source"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    name: str = Field(index=True)
    tier: Tier = named()
    at: datetime = moment()


class SnapshotRow(Snapshot, table=True):
    """The kept bytes of pages and files that evidence was taken from."""

    __tablename__ = "snapshot"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    sha256: str = Field(index=True)
    data: bytes = Field(default=b"", sa_type=LargeBinary)
    text: str = long()
    person_id: int = Field(foreign_key="person.id")
    at: datetime = moment()


class EvidenceRow(Evidence, table=True):
    """Evidence: inserted once; only `withdrawn_at` and the snapshot may follow."""

    __tablename__ = "evidence"
    __table_args__ = (Index("evidence_of_passage", "same_as"),)
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    claim_id: int = to("claim.id")
    source_id: int = to("source.id")
    stance: Stance = named()
    words: str = long()
    person_id: int = Field(foreign_key="person.id")
    key: str = Field(unique=True)
    at: datetime = moment()
    withdrawn_at: datetime | None = maybe_moment()
    snapshot_id: int | None = to("snapshot.id")
    same_as: int | None = Field(default=None, foreign_key="evidence.id")


class LinkCheckRow(LinkCheck, table=True):
    """Looks at addresses that evidence was taken from."""

    __tablename__ = "link_check"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    url: str = Field(index=True)
    person_id: int = Field(foreign_key="person.id")
    at: datetime = moment()


class ReviewRow(Review, table=True):
    """Reviews: inserted once, never changed but by an erasure. `key` makes a review sent twice count once."""

    __tablename__ = "review"
    __table_args__ = (Index("review_of_person", "person_id", "id"),)
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    claim_id: int = to("claim.id")
    person_id: int = Field(foreign_key="person.id")
    act: ReviewAct = named()
    rating: Rating | None = named(nullable=True)
    takes_back: int | None = Field(default=None, foreign_key="review.id")
    reason: str = long()
    key: str = Field(unique=True)
    at: datetime = moment()


class CommentRow(Comment, table=True):
    """Comments: inserted once, never changed but by an erasure."""

    __tablename__ = "comment"
    # Most comments call nobody, and every page asks which ones call its reader.
    __table_args__ = (Index("comment_calls", "id", sqlite_where=CALLS, postgresql_where=CALLS),)
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    claim_id: int = to("claim.id")
    person_id: int = Field(foreign_key="person.id")
    text: str = long()
    mentions: list[int] = json_of(list)
    key: str = Field(unique=True)
    at: datetime = moment()


class CorrectionRow(Correction, table=True):
    """Corrections: inserted once, never changed but by an erasure."""

    __tablename__ = "correction"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    claim_id: int = to("claim.id")
    person_id: int = Field(foreign_key="person.id")
    fields: dict[str, Any] = json_of(dict)
    reason: str = long()
    key: str = Field(unique=True)
    at: datetime = moment()


class AssignmentRow(Assignment, table=True):
    """Leases on claims and articles; only `ended_at` may follow."""

    __tablename__ = "assignment"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    claim_id: int | None = to("claim.id")
    article_id: int | None = to("article.id")
    person_id: int = to("person.id")
    by_id: int = Field(foreign_key="person.id")
    note: str = long()
    at: datetime = moment()
    until: datetime = moment()
    ended_at: datetime | None = maybe_moment()


class SavedViewRow(SavedView, table=True):
    """Views of the queue that people keep."""

    __tablename__ = "saved_view"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    person_id: int = to("person.id")
    query: dict[str, str] = json_of(dict)
    at: datetime = moment()
    ended_at: datetime | None = maybe_moment()
