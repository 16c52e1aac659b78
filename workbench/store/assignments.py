"""Leases on claims and stories."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, or_, select

from workbench.domain.assignment import Assignment
from workbench.store.lists import among
from workbench.store.reading import columns, read, values
from workbench.store.tables import AssignmentRow, table

_LEASE = table(AssignmentRow)
_ON = (
    sql_select(*columns(Assignment, AssignmentRow))
    .where(or_(among(_LEASE.c.claim_id, "claims"), among(_LEASE.c.article_id, "articles")))
    .order_by(_LEASE.c.id)
)


def of_claims(session: Session, articles: Mapping[int, int]) -> dict[int, list[Assignment]]:
    """Every lease there ever was on each of these claims and on its story (claim id to article id), oldest first."""
    on_claim, on_article = defaultdict(list), defaultdict(list)
    for lease in read(session, Assignment, _ON, claims=list(articles), articles=list(set(articles.values()))):
        if lease.claim_id is not None:
            on_claim[lease.claim_id].append(lease)
        elif lease.article_id is not None:
            on_article[lease.article_id].append(lease)
    return {claim: on_claim[claim] + on_article[article] for claim, article in articles.items()}


def of_article(session: Session, article_id: int, claim_ids: list[int]) -> list[Assignment]:
    """The leases on a story and on any of these claims of it that were not ended, run out or not, oldest first."""
    query = select(AssignmentRow).where(
        col(AssignmentRow.ended_at).is_(None),
        or_(among(AssignmentRow.claim_id, claim_ids), AssignmentRow.article_id == article_id),
    )
    return values(Assignment, session.exec(query.order_by(col(AssignmentRow.id))))
