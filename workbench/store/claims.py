"""Claims as they read now: as the extractor found them or people added them, with what people put right."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from workbench.domain.claim import Claim, Stretch
from workbench.domain.correction import Correction, corrected
from workbench.domain.values import Moment
from workbench.store.frozen import frozen
from workbench.store.reading import maybe, values
from workbench.store.tables import ClaimRow, CorrectionRow, QueueRow, RevisionRow

_ID = col(CorrectionRow.id)


def find(session: Session, claim_id: int) -> Claim | None:
    """The claim with this id."""
    found = maybe(Claim, session.get(ClaimRow, claim_id))
    return _corrected(session, [found], col(CorrectionRow.claim_id) == claim_id)[0] if found else None


def with_ids(session: Session, claim_ids: Iterable[int]) -> list[Claim]:
    """The claims with these ids, oldest first."""
    wanted = list(claim_ids)
    query = select(ClaimRow).where(col(ClaimRow.id).in_(wanted)).order_by(col(ClaimRow.id))
    return _corrected(session, values(Claim, session.exec(query)), col(CorrectionRow.claim_id).in_(wanted))


def of_extraction(session: Session, extraction_id: int) -> list[Claim]:
    """The claims of one run and those that people added to it, in story order, title first."""
    mine = select(ClaimRow.id).where(ClaimRow.extraction_id == extraction_id)
    corrections = select(func.count()).where(col(CorrectionRow.claim_id).in_(mine)).scalar_subquery()
    state = session.exec(select(func.count(), corrections).where(ClaimRow.extraction_id == extraction_id)).one()
    return list(frozen(session, ("claims", extraction_id, *state), lambda: _of_extraction(session, extraction_id)))


def _of_extraction(session: Session, extraction_id: int) -> list[Claim]:
    query = select(ClaimRow).where(ClaimRow.extraction_id == extraction_id).order_by(col(ClaimRow.number))
    mine = select(ClaimRow.id).where(ClaimRow.extraction_id == extraction_id)
    found = _corrected(session, values(Claim, session.exec(query)), col(CorrectionRow.claim_id).in_(mine))
    if any(claim.added_by for claim in found):
        found.sort(key=lambda claim: (claim.inside is Stretch.TEXT, claim.start, -claim.end))
    return found


def _corrected(session: Session, found: list[Claim], theirs: Any) -> list[Claim]:
    """These claims with what people put right in them; `theirs` says which corrections those are."""
    made = defaultdict(list)
    for correction in values(Correction, session.exec(select(CorrectionRow).where(theirs).order_by(_ID))):
        made[correction.claim_id].append(correction)
    return [corrected(claim, made[claim.pk]) if claim.pk in made else claim for claim in found]


def rewordings(session: Session, claim_ids: Iterable[int]) -> dict[int, list[Moment]]:
    """When each of these claims was put right in what it asserts, oldest first; those that never were are left out."""
    query = select(CorrectionRow).where(col(CorrectionRow.claim_id).in_(list(claim_ids))).order_by(_ID)
    found: dict[int, list[Moment]] = {}
    for correction in values(Correction, session.exec(query)):
        if correction.rewords:
            found.setdefault(correction.claim_id, []).append(correction.at)
    return found


def article_of(session: Session, claim_id: int) -> int | None:
    """The article of a claim on the desk; None where it was withdrawn, its claims were found anew, or it never was."""
    return session.exec(select(QueueRow.article_id).where(QueueRow.claim_id == claim_id)).first()


def articles_of(session: Session, claim_ids: Iterable[int]) -> dict[int, int]:
    """The article that each of these claims belongs to, withdrawn or not."""
    query = (
        select(ClaimRow.id, RevisionRow.article_id)
        .join(RevisionRow, col(RevisionRow.id) == ClaimRow.revision_id)
        .where(col(ClaimRow.id).in_(list(claim_ids)))
    )
    return {claim: article for claim, article in session.exec(query) if claim is not None and article is not None}


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
