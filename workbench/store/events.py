"""Reading the log."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import bindparam, func, or_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from workbench.domain.event import Change, Event
from workbench.store.lists import among
from workbench.store.reading import as_stored, columns, read, values
from workbench.store.tables import ChangeRow, ClaimRow, EventRow, RevisionRow, table
from workbench.store.writing import newest_event

__all__ = ["about", "bodies", "changes", "newest_event", "newest_number", "page", "touched", "touched_of"]

EVENT, CHANGE, CLAIM, REVISION = (table(row) for row in (EventRow, ChangeRow, ClaimRow, RevisionRow))
STRETCH = 1000
"""How many events are read at a time when the whole log is walked."""
NEWS = 5_000
"""Events about claims after which a story is read anew rather than told claim by claim."""

_ABOUT = sql_select(*columns(Event, EventRow)).where(among(EVENT.c.subject, "subjects")).order_by(EVENT.c.number.desc())
_BODIES = sql_select(CHANGE.c.number, CHANGE.c.body).where(among(CHANGE.c.number, "numbers"))
_NEWEST_NUMBER = sql_select(func.max(EVENT.c.number))
# Not DISTINCT: SQLite would read the whole log by its subjects for that.
_TOLD = (
    sql_select(EVENT.c.subject, EVENT.c.act)
    .where(EVENT.c.number > bindparam("since"))
    .where(or_(EVENT.c.subject.startswith("claim:"), EVENT.c.subject == bindparam("article")))
    .limit(bindparam("most"))
)
_OF_ARTICLE = (
    sql_select(CLAIM.c.id)
    .join(REVISION, REVISION.c.id == CLAIM.c.revision_id)
    .where(REVISION.c.article_id == bindparam("article"), among(CLAIM.c.id, "claims"))
)


def page(session: Session, *, before: int | None = None, limit: int = 50) -> list[Event]:
    """The newest events, newest first; those with a smaller number than `before` where it is given."""
    query = select(EventRow).order_by(col(EventRow.number).desc()).limit(limit)
    if before is not None:
        query = query.where(col(EventRow.number) < before)
    return values(Event, session.exec(query))


def about(session: Session, subjects: Iterable[str]) -> list[Event]:
    """The events about any of these subjects, newest first."""
    return read(session, Event, _ABOUT, subjects=list(subjects))


def bodies(session: Session, numbers: Iterable[int]) -> dict[int, dict[str, Any]]:
    """What each of these events changed; an erased change is left out."""
    wanted = list(numbers)
    found = session.execute(_BODIES, {"numbers": wanted}).all() if wanted else []
    return {number: json.loads(body) for number, body in found if body is not None}


def changes(session: Session) -> Iterator[list[tuple[Event, Change | None]]]:
    """The whole log with its changes, oldest first, in stretches; read as stored, so that nothing odd is put right."""
    last = -1
    while True:
        stretch = _raw(session, last)
        if not stretch:
            return
        yield stretch
        last = stretch[-1][0].number


def _raw(session: Session, last: int) -> list[tuple[Event, Change | None]]:
    event, change = EVENT.c, CHANGE.c
    query = (
        sql_select(*as_stored(EVENT), change.number.label("of"), change.salt, change.body)
        .join(CHANGE, change.number == event.number, isouter=True)
        .where(event.number > last)
        .order_by(event.number)
        .limit(STRETCH)
    )
    found = []
    for row in session.execute(query):
        stored = dict(row._mapping)
        of, salt, body = stored.pop("of"), stored.pop("salt"), stored.pop("body")
        held = None if of is None else Change.model_construct(number=of, salt=salt, body=body)
        found.append((Event.model_construct(**stored), held))
    return found


def newest_number(session: Session) -> int:
    """The number of the newest event; 0 in an empty log."""
    return session.execute(_NEWEST_NUMBER).scalar() or 0


def touched_of(session: Session, claim_ids: Iterable[int], article_ids: Iterable[int], *, since: int) -> bool:
    """Whether events after `since` were about any of these claims or stories."""
    subjects = [*(f"claim:{key}" for key in claim_ids), *(f"article:{key}" for key in article_ids)]
    query = select(EventRow.number).where(EventRow.number > since, among(EventRow.subject, subjects))
    return session.exec(query.limit(1)).first() is not None


def touched(session: Session, article_id: int, *, since: int) -> tuple[list[int], set[tuple[str, str]]] | None:
    """The claims of this article that events after `since` were about, and what was done to "article" or "claim".

    None where more than NEWS events would have to be looked through.
    """
    article = f"article:{article_id}"
    told = session.execute(_TOLD, {"since": since, "article": article, "most": NEWS + 1}).all()
    if len(told) > NEWS:
        return None
    done = {(subject, act) for subject, act in told}
    named = {int(subject.partition(":")[2]) for subject, _ in done if subject != article}
    claims = sorted(session.execute(_OF_ARTICLE, {"article": article_id, "claims": list(named)}).scalars())
    ours = {article, *(f"claim:{claim}" for claim in claims)}
    return claims, {(subject.partition(":")[0], act) for subject, act in done if subject in ours}
