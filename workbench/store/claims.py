"""Claims as the extractor found them."""

from collections.abc import Iterable

from sqlalchemy import func
from sqlmodel import Session, col, select

from workbench.domain.claim import Claim
from workbench.store.reading import maybe, values
from workbench.store.tables import ArticleRow, ClaimRow, RevisionRow


def find(session: Session, claim_id: int) -> Claim | None:
    """The claim with this id."""
    return maybe(Claim, session.get(ClaimRow, claim_id))


def of_extraction(session: Session, extraction_id: int) -> list[Claim]:
    """The claims of one run, in story order."""
    query = select(ClaimRow).where(ClaimRow.extraction_id == extraction_id).order_by(col(ClaimRow.number))
    return values(Claim, session.exec(query))


def article_of(session: Session, claim_id: int) -> int | None:
    """The article that a claim belongs to, or None where it was withdrawn or is not there."""
    query = (
        select(RevisionRow.article_id)
        .join(ClaimRow, col(ClaimRow.revision_id) == RevisionRow.id)
        .join(ArticleRow, col(ArticleRow.id) == RevisionRow.article_id)
        .where(ClaimRow.id == claim_id, col(ArticleRow.withdrawn_at).is_(None))
    )
    return session.exec(query).first()


def counts(session: Session, article_ids: Iterable[int]) -> dict[int, int]:
    """How many claims the newest run over each article found."""
    newest = (
        select(func.max(ClaimRow.extraction_id))
        .join(RevisionRow, col(RevisionRow.id) == ClaimRow.revision_id)
        .where(col(RevisionRow.article_id).in_(list(article_ids)))
        .group_by(col(RevisionRow.article_id))
    )
    query = (
        select(RevisionRow.article_id, func.count(col(ClaimRow.id)))
        .join(ClaimRow, col(ClaimRow.revision_id) == RevisionRow.id)
        .where(col(ClaimRow.extraction_id).in_(newest))
        .group_by(col(RevisionRow.article_id))
    )
    return {article: number for article, number in session.exec(query) if article is not None}
