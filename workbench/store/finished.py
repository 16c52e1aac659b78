"""Claims of stories whose review is finished: each of their claims on the desk is settled or dismissed."""

from collections import defaultdict
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from workbench.domain.claim import Claim, Kind
from workbench.domain.correction import Correction, corrected
from workbench.domain.queue import Pile
from workbench.domain.review import Status
from workbench.store.lists import among
from workbench.store.reading import value, values
from workbench.store.tables import ClaimRow, CorrectionRow, ExtractionRow, QueueRow

_MACHINES = col(ClaimRow.added_by).is_(None)
_DISMISSED = col(QueueRow.status) == Status.DISMISSED
_CORRECTED = col(ClaimRow.id).in_(select(CorrectionRow.claim_id))


def _stories() -> Any:
    """Stories with claims that are done and none to do; examples lie on a pile of their own."""
    done = select(QueueRow.article_id).where(QueueRow.pile == Pile.DONE)
    return done.except_(select(QueueRow.article_id).where(QueueRow.pile == Pile.TO_DO))


def _of_finished(query: Any) -> Any:
    return query.where(QueueRow.pile == Pile.DONE, col(QueueRow.article_id).in_(_stories()))


def stories(session: Session) -> int:
    """How many stories are finished."""
    return session.exec(select(func.count()).select_from(_stories().subquery())).one()


def rules(session: Session) -> list[str]:
    """The extractor's rules by which the claims of finished stories were found."""
    query = (
        select(ExtractionRow.rules_version)
        .join(ClaimRow, col(ClaimRow.extraction_id) == ExtractionRow.id)
        .join(QueueRow, col(QueueRow.claim_id) == ClaimRow.id)
    )
    return sorted(session.exec(_of_finished(query).distinct()))


def groups(session: Session) -> list[tuple[Kind, bool, bool, int]]:
    """How many claims there are of each kind as it was found, added by a person or not, dismissed or not."""
    query = (
        select(ClaimRow.kind, ~_MACHINES, _DISMISSED, func.count())
        .join(QueueRow, col(QueueRow.claim_id) == ClaimRow.id)
        .group_by(col(ClaimRow.kind), ~_MACHINES, _DISMISSED)
    )
    return [(Kind(kind), bool(added), bool(gone), n) for kind, added, gone, n in session.exec(_of_finished(query))]


def corrected_ones(session: Session) -> list[tuple[Claim, Claim]]:
    """The extractor's claims that stand and were corrected, each as it was found and as it reads now."""
    query = select(ClaimRow).join(QueueRow, col(QueueRow.claim_id) == ClaimRow.id)
    found = values(Claim, session.exec(_of_finished(query.where(_MACHINES, ~_DISMISSED, _CORRECTED))))
    made = select(CorrectionRow).join(QueueRow, col(QueueRow.claim_id) == CorrectionRow.claim_id)
    return _as_they_read(session, found, _of_finished(made))


def newest_faults(session: Session, limit: int) -> list[tuple[Claim, Claim, int]]:
    """The claims last dismissed, corrected or added, newest first: as found, as it reads now, and its story's id."""
    gone, added = _MACHINES & _DISMISSED, ~_MACHINES & ~_DISMISSED
    query = (
        select(ClaimRow, QueueRow.article_id)
        .join(QueueRow, col(QueueRow.claim_id) == ClaimRow.id)
        .where(or_(gone, added, _MACHINES & _CORRECTED))
        .order_by(col(QueueRow.last_at).desc(), col(QueueRow.claim_id).desc())
        .limit(limit)
    )
    told = [(value(Claim, row), article) for row, article in session.execute(_of_finished(query))]
    made = select(CorrectionRow).where(among(CorrectionRow.claim_id, [claim.pk for claim, _ in told]))
    pairs = _as_they_read(session, [claim for claim, _ in told], made)
    return [(found, reads, article) for (found, reads), (_, article) in zip(pairs, told, strict=True)]


def _as_they_read(session: Session, found: list[Claim], corrections: Any) -> list[tuple[Claim, Claim]]:
    made = defaultdict(list)
    for correction in values(Correction, session.exec(corrections.order_by(col(CorrectionRow.id)))):
        made[correction.claim_id].append(correction)
    return [(claim, corrected(claim, made[claim.pk])) for claim in found]
