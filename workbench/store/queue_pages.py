"""Pages, counts and stories of the queue, each read off an index.

A question may fall into `branches` (one for each pile, say); each is asked by itself and read in order, so that no
database is left to merge them.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, literal, tuple_
from sqlmodel import Session, col, select

from workbench.domain.article import Article
from workbench.domain.queue import NEVER, Line, Order, Pile
from workbench.domain.review import Status
from workbench.store import finding
from workbench.store.lists import among
from workbench.store.reading import values
from workbench.store.tables import ArticleRow, QueueRow

Q: Any = QueueRow
KEYS: dict[Order, tuple[Any, ...]] = {
    Order.RISK: (Q.rank, Q.claim_id),
    Order.DUE: (Q.due, Q.rank, Q.claim_id),
    Order.NEWEST: (Q.claim_id,),
    Order.STORY: (Q.article_id, Q.place, Q.claim_id),
}
"""What each order sorts by. NEWEST runs downwards; STORY runs from the newest story, and down each from its top."""

Branch = list[Any]
"""Conditions that all hold."""


def page(
    session: Session, branches: Iterable[Branch], *, order: Order, after: tuple[Any, ...], limit: int
) -> list[tuple[Any, ...]]:
    """The keys of the first lines in this order behind `after` (empty for the top), each ending in the claim's id."""
    finding.by_index(session)
    found: list[tuple[Any, ...]] = []
    for branch in branches:
        query = select(*KEYS[order]).where(*branch).order_by(*_sorted(order)).limit(limit)
        if after:
            query = query.where(*_behind(order, after))
        found += [tuple(row) for row in session.execute(query)]
    return sorted(set(found), key=lambda key: sort_key(order, key))[:limit]


def found(session: Session, branches: Iterable[Branch], *, order: Order, found_by: list[int]) -> list[tuple[Any, ...]]:
    """The keys of all lines that were found by their words (the claims `found_by`), in this order.

    They are few enough to be read at once, which tells how many there are as well.
    """
    finding.by_index(session)
    keys: set[tuple[Any, ...]] = set()
    for branch in branches:
        keys.update(tuple(row) for row in session.execute(_asked(select(*KEYS[order]), branch, found_by)))
    return sorted(keys, key=lambda key: sort_key(order, key))


def count(session: Session, branches: Iterable[Branch], *, found_by: list[int] | None, most: int) -> int:
    """How many lines there are, counted no further than `most`."""
    finding.by_index(session)
    total = 0
    for branch in branches:
        inner = _asked(select(literal(1)), branch, found_by).limit(most - total).subquery()
        total += session.execute(select(func.count()).select_from(inner)).scalar_one()
        if total >= most:
            break
    return total


def sort_key(order: Order, key: tuple[Any, ...]) -> tuple[Any, ...]:
    """A key as Python sorts it the way the order says."""
    if order is Order.NEWEST:
        return (-key[0],)
    return (-key[0], *key[1:]) if order is Order.STORY else key


def counts(session: Session, article_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """How many claims of each of these stories are counted as what."""
    query = (
        select(QueueRow.article_id, QueueRow.counted, func.count())
        .where(among(QueueRow.article_id, article_ids))
        .group_by(col(QueueRow.article_id), col(QueueRow.counted))
    )
    found: dict[int, dict[str, int]] = {}
    for article, counted, number in session.execute(query):
        found.setdefault(article, {})[counted] = number
    return found


def running(session: Session, *, since: datetime, limit: int) -> list[Article]:
    """Stories that have a time set, from this moment on, soonest first; no examples."""
    query = (
        select(ArticleRow)
        .where(col(ArticleRow.runs_at) >= since, col(ArticleRow.withdrawn_at).is_(None))
        .where(col(ArticleRow.is_example).is_(False))
        .order_by(col(ArticleRow.runs_at), col(ArticleRow.id))
        .limit(limit)
    )
    return values(Article, session.exec(query))


def unscheduled(session: Session, *, pile: Pile, limit: int) -> list[Article]:
    """Stories without a time that have something on this pile, newest first."""
    there = select(QueueRow.claim_id).where(QueueRow.pile == pile, col(QueueRow.article_id) == ArticleRow.id)
    query = (
        select(ArticleRow)
        .where(col(ArticleRow.withdrawn_at).is_(None), col(ArticleRow.runs_at).is_(None), there.exists())
        .order_by(col(ArticleRow.id).desc())
        .limit(limit)
    )
    return values(Article, session.exec(query))


def load(session: Session, now: datetime) -> dict[int, int]:
    """How many claims each person has at this moment that are still to do."""
    query = (
        select(QueueRow.assigned_id, func.count())
        .where(col(QueueRow.until) > now, col(QueueRow.assigned_id).is_not(None), Where.to_do())
        .group_by(col(QueueRow.assigned_id))
    )
    return {person: number for person, number in session.execute(query) if person is not None}


def lines(session: Session, claim_ids: list[int]) -> list[Line]:
    """These claims' lines, in the order given."""
    found = values(Line, session.exec(select(QueueRow).where(among(QueueRow.claim_id, claim_ids))))
    return sorted(found, key=lambda line: claim_ids.index(line.claim_id))


def _asked(query: Any, branch: Branch, found_by: list[int] | None) -> Select[Any]:
    found: Select[Any] = query.where(*branch)
    # What words found is looked up by its number: an index of the pile would be walked from its top until all is met.
    return found if found_by is None else found.where(among(Q.claim_id, found_by))


def _sorted(order: Order) -> list[Any]:
    keys = KEYS[order]
    if order is Order.NEWEST:
        return [keys[0].desc()]
    return [keys[0].desc(), *keys[1:]] if order is Order.STORY else list(keys)


def _behind(order: Order, after: tuple[Any, ...]) -> list[Any]:
    keys = KEYS[order]
    if order is Order.NEWEST:
        return [keys[0] < after[0]]
    if order is Order.STORY:
        article, *rest = after
        further = tuple_(*keys[1:]) > tuple_(
            *(literal(part, key.type) for part, key in zip(rest, keys[1:], strict=True))
        )
        return [keys[0] <= article, (keys[0] < article) | further]
    return [tuple_(*keys) > tuple_(*(literal(part, key.type) for part, key in zip(after, keys, strict=True)))]


class Where:
    """Conditions of the queue by name, so that those who ask need no SQL."""

    @staticmethod
    def among(**fields: Any) -> Branch:
        """Each of these columns has just this value."""
        return [getattr(Q, name) == value for name, value in fields.items()]

    @staticmethod
    def loosely(**fields: Any) -> Branch:
        """The same, said so that no index is chosen for it: for claims that were found by their words."""
        return [func.coalesce(getattr(Q, name), "") == value.value for name, value in fields.items()]

    @staticmethod
    def to_do() -> Any:
        """It is neither settled nor dismissed; for the few lines of examples, whose pile does not say so."""
        return Q.status.not_in([Status.SETTLED, Status.DISMISSED])

    @staticmethod
    def leased(now: datetime, person: int | None = None) -> Branch:
        """Somebody, or this person, has it at this moment."""
        return [Q.until > now, *([Q.assigned_id == person] if person is not None else [])]

    @staticmethod
    def free(now: datetime) -> Branch:
        """Nobody has it at this moment."""
        return [Q.until.is_(None) | (Q.until <= now)]

    @staticmethod
    def due(start: datetime | None, end: datetime | None) -> Branch:
        """Its story runs in this time: from the start, up to and without the end."""
        return [*([Q.due >= start] if start else []), *([Q.due < end] if end else [])]

    @staticmethod
    def without_time() -> Branch:
        """Its story has no time set."""
        return [Q.due == NEVER]
