"""The lines of the queue, written and taken away. Reading them is queue_pages.py's."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from workbench.domain.queue import NEVER, Line
from workbench.store.lists import among
from workbench.store.reading import columns, read
from workbench.store.tables import ArticleRow, EvidenceRow, QueueMadeRow, QueueRow, ReviewRow, table

QUEUE = table(QueueRow)
STRETCH = 500
"""How many claims are derived at a time when all are."""

_LINES = sql_select(*columns(Line, QueueRow)).where(among(QUEUE.c.claim_id, "claims"))


def lines(session: Session, claim_ids: Iterable[int]) -> dict[int, Line]:
    """The lines of these claims, as far as they are there."""
    return {line.claim_id: line for line in read(session, Line, _LINES, claims=list(claim_ids))}


def put(session: Session, fresh: list[Line]) -> None:
    """Write these lines, in place of those of the same claims."""
    session.execute(delete(QueueRow).where(among(QueueRow.claim_id, [line.claim_id for line in fresh])))
    if fresh:
        session.execute(insert(QueueRow), [line.model_dump() for line in fresh])


def restand(session: Session, stands: dict[int, dict[str, Any]]) -> None:
    """Set what these lines, by their claims, say of where these stand; each says the same fields."""
    if stands:
        # One statement for all: a whole story is given with one act, and may have ten thousand claims.
        one = update(QUEUE).where(QUEUE.c.claim_id == bindparam("of_claim"))
        session.connection().execute(one, [{"of_claim": key, **fields} for key, fields in stands.items()])


def reschedule(session: Session, article_id: int, runs_at: datetime | None) -> None:
    """Set when a story's claims are due."""
    session.execute(update(QueueRow).where(col(QueueRow.article_id) == article_id).values(due=runs_at or NEVER))


def clear(session: Session, article_id: int) -> None:
    """Take a story's lines away."""
    session.execute(delete(QueueRow).where(col(QueueRow.article_id) == article_id))


def of_article(session: Session, article_id: int) -> list[int]:
    """The claims of a story that have a line."""
    return list(session.exec(select(QueueRow.claim_id).where(QueueRow.article_id == article_id)))


def judged(session: Session) -> Iterator[list[int]]:
    """Every claim with a line that was ever reviewed or has evidence, a stretch at a time."""
    touched = select(ReviewRow.claim_id).union(select(EvidenceRow.claim_id)).subquery()
    query = select(QueueRow.claim_id).where(col(QueueRow.claim_id).in_(select(touched.c.claim_id)))
    found = list(session.exec(query.order_by(col(QueueRow.claim_id))))
    for start in range(0, len(found), STRETCH):
        yield found[start : start + STRETCH]


def articles(session: Session) -> list[int]:
    """Every story that was not withdrawn, oldest first."""
    query = select(ArticleRow.id).where(col(ArticleRow.withdrawn_at).is_(None)).order_by(col(ArticleRow.id))
    return [key for key in session.exec(query) if key is not None]


def made_under(session: Session) -> tuple[int, str] | None:
    """The rules and the policy's SHA-256 that the queue was derived under; None where it never was."""
    row = session.get(QueueMadeRow, 1)
    return (row.rules, row.policy_sha256) if row else None


def note_made(session: Session, rules: int, policy_sha256: str) -> None:
    """Keep what the queue was derived under."""
    session.merge(QueueMadeRow(id=1, rules=rules, policy_sha256=policy_sha256))
    session.flush()
