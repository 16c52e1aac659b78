"""Articles, their revisions, their kept originals and the runs of the extractor."""

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from sqlalchemy import Executable, Text, bindparam, func, type_coerce
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, or_, select

from workbench.domain.article import Article, Original, Revision
from workbench.domain.claim import Extraction
from workbench.domain.values import Value
from workbench.store.frozen import frozen
from workbench.store.lists import among
from workbench.store.reading import columns, having, maybe, read_one, value, values
from workbench.store.tables import ArticleRow, ClaimRow, ExtractionRow, OriginalRow, RevisionRow, table

_ARTICLE, _ORIGINAL, _REVISION, _RUN = (table(row) for row in (ArticleRow, OriginalRow, RevisionRow, ExtractionRow))
_WITH_ID = sql_select(*columns(Article, ArticleRow)).where(_ARTICLE.c.id == bindparam("article"))
_NEWEST_REVISION = (
    sql_select(_REVISION.c.id, func.length(_REVISION.c.text))
    .where(_REVISION.c.article_id == bindparam("of"))
    .order_by(_REVISION.c.number.desc())
    .limit(1)
)
_NEWEST_RUN = (
    sql_select(_RUN.c.id, func.length(type_coerce(_RUN.c.sentences, Text)))
    .where(_RUN.c.revision_id == bindparam("of"))
    .order_by(_RUN.c.id.desc())
    .limit(1)
)
_WITHOUT_DATA = sql_select(*(column for column in columns(Original, OriginalRow) if column.key != "data")).where(
    _ORIGINAL.c.id == bindparam("original")
)

V = TypeVar("V", bound=Value)


def find(session: Session, article_id: int) -> Article | None:
    """The article with this id, withdrawn or not."""
    return read_one(session, Article, _WITH_ID, article=article_id)


def listed(session: Session, *, examples: bool, limit: int, offset: int = 0) -> list[Article]:
    """Articles that were not withdrawn, newest first: examples, or all others."""
    query = select(ArticleRow).where(col(ArticleRow.withdrawn_at).is_(None), ArticleRow.is_example == examples)
    return values(Article, session.exec(query.order_by(col(ArticleRow.id).desc()).limit(limit).offset(offset)))


def titles(session: Session, *, limit: int) -> dict[int, str]:
    """The titles of so many articles that were not withdrawn, own ones first, the newest first."""
    query = select(ArticleRow.id, ArticleRow.title).where(col(ArticleRow.withdrawn_at).is_(None))
    ordered = query.order_by(col(ArticleRow.is_example), col(ArticleRow.id).desc())
    return {key: title for key, title in session.exec(ordered.limit(limit)) if key is not None}


def titles_of(session: Session, article_ids: Iterable[int]) -> dict[int, str]:
    """The titles of these articles."""
    query = select(ArticleRow.id, ArticleRow.title).where(among(ArticleRow.id, article_ids))
    return {key: title for key, title in session.exec(query) if key is not None}


def with_fingerprint(session: Session, fingerprint: str) -> Article | None:
    """The article with this text, unless it was withdrawn."""
    query = select(ArticleRow).where(ArticleRow.fingerprint == fingerprint, col(ArticleRow.withdrawn_at).is_(None))
    return maybe(Article, session.exec(query).first())


def with_original(session: Session, sha256: str) -> Article | None:
    """The article that came from these bytes, unless it was withdrawn."""
    query = (
        select(ArticleRow)
        .join(RevisionRow, col(RevisionRow.article_id) == ArticleRow.id)
        .join(OriginalRow, col(OriginalRow.id) == RevisionRow.original_id)
        .where(OriginalRow.sha256 == sha256, col(ArticleRow.withdrawn_at).is_(None))
    )
    return maybe(Article, session.exec(query).first())


def named(session: Session, name: str) -> list[Article]:
    """Articles with this reference, or whose fingerprint or original's SHA-256 starts with it (8 digits or more)."""
    wanted: Any = ArticleRow.reference == name
    if len(name) >= 8 and set(name) <= set("0123456789abcdef"):
        shas = select(RevisionRow.article_id).join(OriginalRow, col(OriginalRow.id) == RevisionRow.original_id)
        wanted = or_(
            wanted,
            col(ArticleRow.fingerprint).startswith(name, autoescape=True),
            col(ArticleRow.id).in_(shas.where(col(OriginalRow.sha256).startswith(name, autoescape=True))),
        )
    return values(Article, session.exec(select(ArticleRow).where(wanted).order_by(col(ArticleRow.id))))


def newest_revision(session: Session, article_id: int) -> Revision | None:
    """The article's newest revision."""
    return _newest(session, Revision, _NEWEST_REVISION, article_id)


def _newest(session: Session, kind: type[V], query: Executable, of: int) -> V | None:
    """The value whose id this query names first. The second thing it names tells an erased row from a whole one."""
    named = session.execute(query, {"of": of}).first()
    if named is None:
        return None
    return frozen(session, (kind, *named), lambda: having(session, kind, id=[named[0]])[0])


def revisions(session: Session, article_id: int) -> list[Revision]:
    """All revisions of an article, oldest first."""
    query = select(RevisionRow).where(RevisionRow.article_id == article_id).order_by(col(RevisionRow.number))
    return values(Revision, session.exec(query))


def original(session: Session, original_id: int, *, with_data: bool = False) -> Original | None:
    """The kept original; its bytes only where asked, since they may be many."""
    if with_data:
        return maybe(Original, session.get(OriginalRow, original_id))
    return read_one(session, Original, _WITHOUT_DATA, original=original_id)


def extraction(session: Session, revision_id: int) -> Extraction | None:
    """The newest run of the extractor over a revision."""
    return _newest(session, Extraction, _NEWEST_RUN, revision_id)


def extractions(session: Session, revision_ids: Iterable[int]) -> list[int]:
    """The ids of every run over these revisions."""
    query = select(ExtractionRow.id).where(among(ExtractionRow.revision_id, revision_ids))
    return [cast(int, key) for key in session.exec(query)]


def count(session: Session, *, examples: bool) -> int:
    """How many articles were not withdrawn, examples or others."""
    query = select(func.count(col(ArticleRow.id))).where(
        col(ArticleRow.withdrawn_at).is_(None), ArticleRow.is_example == examples
    )
    return session.exec(query).one()


def of_claims(session: Session, claim_ids: Iterable[int]) -> dict[int, Article]:
    """The article of each of these claims, where it is on the desk."""
    query = (
        select(ClaimRow.id, ArticleRow)
        .join(RevisionRow, col(RevisionRow.article_id) == ArticleRow.id)
        .join(ClaimRow, col(ClaimRow.revision_id) == RevisionRow.id)
        .where(among(ClaimRow.id, claim_ids), col(ArticleRow.withdrawn_at).is_(None))
    )
    return {key: value(Article, row) for key, row in session.exec(query) if key is not None}
