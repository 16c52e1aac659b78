"""Claims as they read now: as the extractor found them or people added them, with what people put right."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import bindparam, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from workbench.domain.claim import Claim, Stretch
from workbench.domain.correction import Correction, corrected
from workbench.domain.values import Moment
from workbench.store.frozen import frozen
from workbench.store.lists import among
from workbench.store.reading import columns, read
from workbench.store.tables import ClaimRow, CorrectionRow, QueueRow, RevisionRow, table

_CLAIM, _CORRECTION, _QUEUE, _REVISION = (table(row) for row in (ClaimRow, CorrectionRow, QueueRow, RevisionRow))
_CLAIMS = sql_select(*columns(Claim, ClaimRow))
_WITH_IDS = _CLAIMS.where(among(_CLAIM.c.id, "claims")).order_by(_CLAIM.c.id)
_OF_RUN = _CLAIM.c.extraction_id == bindparam("run")
_ALL_OF_RUN = _CLAIMS.where(_OF_RUN).order_by(_CLAIM.c.number)
_CORRECTIONS = sql_select(*columns(Correction, CorrectionRow)).order_by(_CORRECTION.c.id)
_OF_CLAIMS = _CORRECTIONS.where(among(_CORRECTION.c.claim_id, "claims"))
_IN_RUN = _CORRECTION.c.claim_id.in_(sql_select(_CLAIM.c.id).where(_OF_RUN))
_OF_CLAIMS_IN_RUN = _CORRECTIONS.where(_IN_RUN)
_SIZE_OF_RUN = sql_select(
    sql_select(func.count()).select_from(_CLAIM).where(_OF_RUN).scalar_subquery(),
    sql_select(func.count()).select_from(_CORRECTION).where(_IN_RUN).scalar_subquery(),
)
_ARTICLE_OF = sql_select(_QUEUE.c.article_id).where(_QUEUE.c.claim_id == bindparam("claim"))
_ARTICLES_OF = (
    sql_select(_CLAIM.c.id, _REVISION.c.article_id)
    .join(_REVISION, _REVISION.c.id == _CLAIM.c.revision_id)
    .where(among(_CLAIM.c.id, "claims"))
)


def find(session: Session, claim_id: int) -> Claim | None:
    """The claim with this id."""
    return next(iter(with_ids(session, [claim_id])), None)


def with_ids(session: Session, claim_ids: Iterable[int]) -> list[Claim]:
    """The claims with these ids, oldest first."""
    wanted = list(claim_ids)
    found = read(session, Claim, _WITH_IDS, claims=wanted)
    return _corrected(found, read(session, Correction, _OF_CLAIMS, claims=wanted))


def of_extraction(session: Session, extraction_id: int) -> list[Claim]:
    """The claims of one run and those that people added to it, in story order, title first."""
    state = session.execute(_SIZE_OF_RUN, {"run": extraction_id}).one()
    return list(frozen(session, ("claims", extraction_id, *state), lambda: _of_extraction(session, extraction_id)))


def _of_extraction(session: Session, extraction_id: int) -> list[Claim]:
    found = read(session, Claim, _ALL_OF_RUN, run=extraction_id)
    found = _corrected(found, read(session, Correction, _OF_CLAIMS_IN_RUN, run=extraction_id))
    if any(claim.added_by for claim in found):
        found.sort(key=lambda claim: (claim.inside is Stretch.TEXT, claim.start, -claim.end))
    return found


def _corrected(found: list[Claim], corrections: list[Correction]) -> list[Claim]:
    """These claims with what people put right in them."""
    made = defaultdict(list)
    for correction in corrections:
        made[correction.claim_id].append(correction)
    return [corrected(claim, made[claim.pk]) if claim.pk in made else claim for claim in found]


def rewordings(session: Session, claim_ids: Iterable[int]) -> dict[int, list[Moment]]:
    """When each of these claims was put right in what it asserts, oldest first; those that never were are left out."""
    found: dict[int, list[Moment]] = {}
    for correction in read(session, Correction, _OF_CLAIMS, claims=list(claim_ids)):
        if correction.rewords:
            found.setdefault(correction.claim_id, []).append(correction.at)
    return found


def article_of(session: Session, claim_id: int) -> int | None:
    """The article of a claim on the desk; None where it was withdrawn, its claims were found anew, or it never was."""
    return session.execute(_ARTICLE_OF, {"claim": claim_id}).scalar()


def articles_of(session: Session, claim_ids: Iterable[int]) -> dict[int, int]:
    """The article that each of these claims belongs to, withdrawn or not."""
    return {row.id: row.article_id for row in session.execute(_ARTICLES_OF, {"claims": list(claim_ids)})}


def counts(session: Session, article_ids: Iterable[int]) -> dict[int, int]:
    """How many claims the newest run over each article found."""
    newest = (
        select(func.max(ClaimRow.extraction_id))
        .join(RevisionRow, col(RevisionRow.id) == ClaimRow.revision_id)
        .where(among(RevisionRow.article_id, article_ids))
        .group_by(col(RevisionRow.article_id))
    )
    query = (
        select(RevisionRow.article_id, func.count(col(ClaimRow.id)))
        .join(ClaimRow, col(ClaimRow.revision_id) == RevisionRow.id)
        .where(col(ClaimRow.extraction_id).in_(newest))
        .group_by(col(RevisionRow.article_id))
    )
    return {article: number for article, number in session.exec(query) if article is not None}
