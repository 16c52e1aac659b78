"""The library of sources, and the evidence taken from them."""

from collections import defaultdict
from collections.abc import Iterable

from sqlmodel import Session, col, select

from workbench.domain.evidence import Citation, Evidence, Source
from workbench.store.reading import maybe, value, values
from workbench.store.tables import EvidenceRow, SourceRow


def library(session: Session) -> list[Source]:
    """Every source, by name."""
    return values(Source, session.exec(select(SourceRow).order_by(col(SourceRow.name), col(SourceRow.id))))


def same_source(session: Session, source: Source) -> Source | None:
    """The source in the library that says exactly the same (name, tier, origin, address)."""
    query = select(SourceRow).where(SourceRow.name == source.name, SourceRow.tier == source.tier)
    for row in session.exec(query.order_by(col(SourceRow.id))):
        if (row.origin, row.url) == (source.origin, source.url):
            return value(Source, row)
    return None


def evidence(session: Session, evidence_id: int) -> Evidence | None:
    """The evidence with this id, withdrawn or not."""
    return maybe(Evidence, session.get(EvidenceRow, evidence_id))


def evidence_with_key(session: Session, key: str) -> Evidence | None:
    """The evidence that was sent with this key."""
    return maybe(Evidence, session.exec(select(EvidenceRow).where(EvidenceRow.key == key)).first())


def citations(session: Session, claim_ids: Iterable[int]) -> dict[int, list[Citation]]:
    """The evidence of each of these claims with its source, oldest first, withdrawn ones left out."""
    query = (
        select(EvidenceRow, SourceRow)
        .join(SourceRow, col(SourceRow.id) == EvidenceRow.source_id)
        .where(col(EvidenceRow.claim_id).in_(list(claim_ids)), col(EvidenceRow.withdrawn_at).is_(None))
        .order_by(col(EvidenceRow.id))
    )
    found: dict[int, list[Citation]] = defaultdict(list)
    for row, source in session.exec(query):
        pair = Citation(evidence=value(Evidence, row), source=value(Source, source))
        found[row.claim_id].append(pair)
    return found
