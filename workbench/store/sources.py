"""The library of sources, and the evidence taken from them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, or_, select

from workbench.domain.article import Article
from workbench.domain.claim import Claim
from workbench.domain.evidence import Citation, Evidence, Source
from workbench.store.claims import with_ids
from workbench.store.lists import among
from workbench.store.reading import columns, maybe, read, read_each, value, values
from workbench.store.tables import ArticleRow, ClaimRow, EvidenceRow, RevisionRow, SourceRow, table

_CLAIM, _EVIDENCE, _REVISION, _SOURCE = (table(row) for row in (ClaimRow, EvidenceRow, RevisionRow, SourceRow))
_STILL = _EVIDENCE.c.withdrawn_at.is_(None)
_OF_CLAIMS = (
    sql_select(*columns(Evidence, EvidenceRow), *columns(Source, SourceRow))
    .join(_SOURCE, _SOURCE.c.id == _EVIDENCE.c.source_id)
    .where(among(_EVIDENCE.c.claim_id, "claims"))
    .order_by(_EVIDENCE.c.id)
)
_STILL_OF_CLAIMS = _OF_CLAIMS.where(_STILL)
_OF_ARTICLE = (
    sql_select(*columns(Source, SourceRow))
    .join(_EVIDENCE, _EVIDENCE.c.source_id == _SOURCE.c.id)
    .join(_CLAIM, _CLAIM.c.id == _EVIDENCE.c.claim_id)
    .join(_REVISION, _REVISION.c.id == _CLAIM.c.revision_id)
    .where(_REVISION.c.article_id == bindparam("article"), _STILL)
    .order_by(_SOURCE.c.id)
    .distinct()
)


def find(session: Session, source_id: int) -> Source | None:
    """The source with this id, its contact details with it."""
    return maybe(Source, session.get(SourceRow, source_id))


def search(session: Session, words: str, *, limit: int, offset: int = 0) -> list[Source]:
    """Sources whose name, origin, address or notes hold every one of these words, by name."""
    query = select(SourceRow).where(*_holding(words)).order_by(func.lower(SourceRow.name), col(SourceRow.id))
    return values(Source, session.exec(query.limit(limit).offset(offset)))


def count(session: Session, words: str) -> int:
    """How many sources such a search finds."""
    return session.exec(select(func.count(col(SourceRow.id))).where(*_holding(words))).one()


def _holding(words: str) -> list[Any]:
    fields = (SourceRow.name, SourceRow.origin, SourceRow.url, SourceRow.notes)
    return [or_(*(col(field).icontains(word, autoescape=True) for field in fields)) for word in words.split()[:10]]


def times_cited(session: Session, source_ids: Iterable[int]) -> dict[int, int]:
    """How many pieces of evidence were taken from each of these sources and still hold, for stories on the desk."""
    query = (
        select(EvidenceRow.source_id, func.count(col(EvidenceRow.id)))
        .join(ClaimRow, col(ClaimRow.id) == EvidenceRow.claim_id)
        .join(RevisionRow, col(RevisionRow.id) == ClaimRow.revision_id)
        .join(ArticleRow, col(ArticleRow.id) == RevisionRow.article_id)
        .where(among(EvidenceRow.source_id, source_ids))
        .where(col(EvidenceRow.withdrawn_at).is_(None), col(ArticleRow.withdrawn_at).is_(None))
        .group_by(col(EvidenceRow.source_id))
    )
    return dict(session.exec(query).all())


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


def same_passage(session: Session, one: Evidence) -> list[Evidence]:
    """The evidence of other claims that is the same passage and still holds, oldest first."""
    first = one.same_as or one.pk
    query = select(EvidenceRow).where(
        or_(EvidenceRow.id == first, EvidenceRow.same_as == first),
        EvidenceRow.id != one.pk,
        col(EvidenceRow.withdrawn_at).is_(None),
    )
    return values(Evidence, session.exec(query.order_by(col(EvidenceRow.id))))


def shared(session: Session, several: Iterable[Evidence]) -> dict[int, int]:
    """For the first of each of these passages, how many claims it is evidence for; withdrawn ones left out."""
    firsts = {one.same_as or one.pk for one in several}
    first = func.coalesce(EvidenceRow.same_as, EvidenceRow.id)
    query = (
        select(first, func.count(col(EvidenceRow.id)))
        .where(
            or_(among(EvidenceRow.id, firsts), among(EvidenceRow.same_as, firsts)),
            col(EvidenceRow.withdrawn_at).is_(None),
        )
        .group_by(first)
    )
    return dict(session.exec(query).all())


def from_snapshot(session: Session, snapshot_id: int) -> list[Evidence]:
    """The evidence that stands in a kept page or file and still holds, oldest first; of erased stories none."""
    query = select(EvidenceRow).where(
        EvidenceRow.snapshot_id == snapshot_id, col(EvidenceRow.withdrawn_at).is_(None), EvidenceRow.words != ""
    )
    return values(Evidence, session.exec(query.order_by(col(EvidenceRow.id))))


def citations(session: Session, claim_ids: Iterable[int], *, withdrawn_too: bool = False) -> dict[int, list[Citation]]:
    """The evidence of each of these claims with its source, oldest first, withdrawn ones left out unless asked for.

    A source's contact details are confidential and stay behind.
    """
    query = _OF_CLAIMS if withdrawn_too else _STILL_OF_CLAIMS
    found: dict[int, list[Citation]] = defaultdict(list)
    for one, source in read_each(session, Evidence, Source, query, claims=list(claim_ids)):
        found[one.claim_id].append(_citation(one, source))
    return found


def cited(
    session: Session,
    *,
    source_id: int | None = None,
    article_id: int | None = None,
    holding: str = "",
    limit: int = 50,
    offset: int = 0,
) -> list[tuple[Citation, Claim, Article]]:
    """Evidence with the claim and the story it is for, newest first: of one source or story, or that holds these words.

    Withdrawn evidence and withdrawn stories are left out, and so are contact details.
    """
    query = (
        select(EvidenceRow, SourceRow, ArticleRow)
        .join(SourceRow, col(SourceRow.id) == EvidenceRow.source_id)
        .join(ClaimRow, col(ClaimRow.id) == EvidenceRow.claim_id)
        .join(RevisionRow, col(RevisionRow.id) == ClaimRow.revision_id)
        .join(ArticleRow, col(ArticleRow.id) == RevisionRow.article_id)
        .where(col(EvidenceRow.withdrawn_at).is_(None), col(ArticleRow.withdrawn_at).is_(None))
        .order_by(col(EvidenceRow.id).desc())
    )
    if source_id is not None:
        query = query.where(EvidenceRow.source_id == source_id)
    if article_id is not None:
        query = query.where(RevisionRow.article_id == article_id)
    if holding:
        query = query.where(col(EvidenceRow.words).contains(holding, autoescape=True))
    found = session.exec(query.limit(limit).offset(offset)).all()
    claims = {claim.pk: claim for claim in with_ids(session, {row.claim_id for row, _, _ in found})}
    return [
        (_citation(value(Evidence, row), value(Source, source)), claims[row.claim_id], value(Article, article))
        for row, source, article in found
    ]


def of_article(session: Session, article_id: int) -> list[Source]:
    """The sources that the evidence of a story's claims was taken from, by id, without their contact details."""
    found = read(session, Source, _OF_ARTICLE, article=article_id)
    return [source.model_copy(update={"contact": None}) for source in found]


def _citation(evidence: Evidence, source: Source) -> Citation:
    return Citation(evidence=evidence, source=source.model_copy(update={"contact": None}))
