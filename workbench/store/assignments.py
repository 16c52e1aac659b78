"""Leases on claims and stories."""

from collections import defaultdict
from collections.abc import Mapping

from sqlmodel import Session, col, or_, select

from workbench.domain.assignment import Assignment
from workbench.store.reading import values
from workbench.store.tables import AssignmentRow


def of_claims(session: Session, articles: Mapping[int, int]) -> dict[int, list[Assignment]]:
    """Every lease there ever was on each of these claims and on its story (claim id to article id), oldest first."""
    query = select(AssignmentRow).where(
        or_(
            col(AssignmentRow.claim_id).in_(list(articles)),
            col(AssignmentRow.article_id).in_(set(articles.values())),
        )
    )
    on_claim, on_article = defaultdict(list), defaultdict(list)
    for lease in values(Assignment, session.exec(query.order_by(col(AssignmentRow.id)))):
        if lease.claim_id is not None:
            on_claim[lease.claim_id].append(lease)
        elif lease.article_id is not None:
            on_article[lease.article_id].append(lease)
    return {claim: on_claim[claim] + on_article[article] for claim, article in articles.items()}


def of_article(session: Session, article_id: int, claim_ids: list[int]) -> list[Assignment]:
    """The leases on a story and on any of these claims of it that were not ended, run out or not, oldest first."""
    query = select(AssignmentRow).where(
        col(AssignmentRow.ended_at).is_(None),
        or_(col(AssignmentRow.claim_id).in_(claim_ids), AssignmentRow.article_id == article_id),
    )
    return values(Assignment, session.exec(query.order_by(col(AssignmentRow.id))))
