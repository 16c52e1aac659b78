"""Reviews of claims, always oldest first."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import bindparam
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from workbench.domain.review import Review
from workbench.store.lists import among
from workbench.store.reading import columns, read, read_one, value
from workbench.store.tables import ClaimRow, ReviewRow, RevisionRow, table

_REVIEW = table(ReviewRow)
_REVIEWS = sql_select(*columns(Review, ReviewRow)).order_by(_REVIEW.c.id)
_WITH_KEY = _REVIEWS.where(_REVIEW.c.key == bindparam("key"))
_OF_CLAIMS = _REVIEWS.where(among(_REVIEW.c.claim_id, "claims"))

REVIEWS_A_CLAIM = 5
"""More than a person gives a claim, so that enough claims are found among so many reviews."""


def with_key(session: Session, key: str) -> Review | None:
    """The review that was sent with this key."""
    return read_one(session, Review, _WITH_KEY, key=key)


def of_claims(session: Session, claim_ids: Iterable[int]) -> dict[int, list[Review]]:
    """The reviews of each of these claims."""
    return _grouped(read(session, Review, _OF_CLAIMS, claims=list(claim_ids)))


def of_articles(session: Session, article_ids: Iterable[int]) -> dict[int, dict[int, list[Review]]]:
    """For each of these articles the reviews of each of its claims that has any."""
    query = (
        select(RevisionRow.article_id, ReviewRow)
        .join(ClaimRow, col(ClaimRow.revision_id) == RevisionRow.id)
        .join(ReviewRow, col(ReviewRow.claim_id) == ClaimRow.id)
        .where(among(RevisionRow.article_id, article_ids))
        .order_by(col(ReviewRow.id))
    )
    found: dict[int, dict[int, list[Review]]] = defaultdict(lambda: defaultdict(list))
    for article_id, row in session.exec(query):
        if article_id is not None:
            found[article_id][row.claim_id].append(value(Review, row))
    return found


def newest_claims_of(session: Session, person_id: int, *, limit: int) -> list[int]:
    """The claims that a person reviewed last, newest first, `limit` at most."""
    query = select(ReviewRow.claim_id).where(ReviewRow.person_id == person_id).order_by(col(ReviewRow.id).desc())
    # Read from the newest on, and no further: somebody may have reviewed a hundred thousand.
    newest = session.exec(query.limit(limit * REVIEWS_A_CLAIM))
    return list(dict.fromkeys(newest))[:limit]


def _grouped(reviews: list[Review]) -> dict[int, list[Review]]:
    found: dict[int, list[Review]] = defaultdict(list)
    for review in reviews:
        found[review.claim_id].append(review)
    return found
