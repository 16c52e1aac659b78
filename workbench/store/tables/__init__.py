"""The tables. Each inherits the domain's class and adds keys; what is said there is not said again here."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from workbench.domain.account import Credential, Invitation, Session
from workbench.domain.article import Article, Original, Revision
from workbench.domain.assignment import Assignment
from workbench.domain.claim import Claim, Extraction
from workbench.domain.comment import Comment
from workbench.domain.correction import Correction
from workbench.domain.evidence import Evidence, LinkCheck, Snapshot, Source
from workbench.domain.person import Person
from workbench.domain.review import Review
from workbench.domain.values import Value
from workbench.domain.view import SavedView
from workbench.store.tables.judging import (
    AssignmentRow,
    CommentRow,
    CorrectionRow,
    EvidenceRow,
    LinkCheckRow,
    ReviewRow,
    SavedViewRow,
    SnapshotRow,
    SourceRow,
)
from workbench.store.tables.log import ChangeRow, EventRow
from workbench.store.tables.people import CredentialRow, InvitationRow, PersonRow, SessionRow
from workbench.store.tables.queue import QueueMadeRow, QueueRow
from workbench.store.tables.stories import ArticleRow, ClaimRow, ExtractionRow, OriginalRow, RevisionRow

__all__ = [
    "ROWS",
    "ArticleRow",
    "AssignmentRow",
    "ChangeRow",
    "ClaimRow",
    "CommentRow",
    "CorrectionRow",
    "CredentialRow",
    "EventRow",
    "EvidenceRow",
    "ExtractionRow",
    "InvitationRow",
    "LinkCheckRow",
    "OriginalRow",
    "PersonRow",
    "QueueMadeRow",
    "QueueRow",
    "ReviewRow",
    "RevisionRow",
    "SavedViewRow",
    "SessionRow",
    "SnapshotRow",
    "SourceRow",
    "table",
]

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
    Credential: CredentialRow,
    Session: SessionRow,
    Invitation: InvitationRow,
    Assignment: AssignmentRow,
    Comment: CommentRow,
    Correction: CorrectionRow,
    Snapshot: SnapshotRow,
    LinkCheck: LinkCheckRow,
    SavedView: SavedViewRow,
}
"""The table of each kept value; their rows are held against the log."""


def table(row: type[SQLModel]) -> Table:
    """The bare table of these rows, for queries that need no objects of the ORM."""
    found: Table = row.__table__  # type: ignore[attr-defined]
    return found
