"""Rows held against the log: their hashes as they stand, read as stored."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Boolean, Integer, Text, func, select, type_coerce
from sqlmodel import Session

from workbench.store.columns import Written
from workbench.store.tables import ROWS
from workbench.store.writing import columns_digest

TABLES: dict[str, Any] = {row.__tablename__: row.__table__ for row in ROWS.values()}  # type: ignore[attr-defined,misc]


def digests(session: Session, names: Iterable[str]) -> dict[str, str]:
    """The hash of each of these rows ("review:17") as it stands now; a row that is gone has none."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for name in names:
        table, _, key = name.partition(":")
        wanted[table].append(int(key))
    found: dict[str, str] = {}
    for table, keys in wanted.items():
        found |= _of_table(session, table, keys)
    return found


def _of_table(session: Session, name: str, keys: list[int]) -> dict[str, str]:
    table = TABLES[name]
    columns = [_raw(c) for c in table.columns]
    truths = [c.key for c in table.columns if isinstance(c.type, Boolean)]
    found = {}
    # A kept original may be 20 MB: rows are hashed one by one as they come, never held together.
    for start in range(0, len(keys), 500):
        query = select(*columns).where(table.c.id.in_(keys[start : start + 500]))
        for row in session.execute(query.execution_options(yield_per=20)):
            found[f"{name}:{row.id}"] = columns_digest(dict(row._mapping) | _truths(row, truths))
    return found


def _raw(column: Any) -> Any:
    """The column as it is stored, not as it is read."""
    if isinstance(column.type, Written):
        return type_coerce(column, Text).label(column.key)
    return type_coerce(column, Integer).label(column.key) if isinstance(column.type, Boolean) else column


def _truths(row: Any, names: list[str]) -> dict[str, Any]:
    """Columns that are true or false; SQLite keeps them as numbers, and any other number than 0 and 1 is tampering."""
    stored = {name: getattr(row, name) for name in names}
    return {name: bool(value) for name, value in stored.items() if value in (0, 1)}


def counts(session: Session) -> dict[str, int]:
    """How many rows each audited table holds."""
    return {
        name: session.execute(select(func.count()).select_from(table)).scalar_one() for name, table in TABLES.items()
    }


def names(session: Session, table: str) -> list[str]:
    """The names of all rows of one table."""
    return [f"{table}:{key}" for key in session.execute(select(TABLES[table].c.id)).scalars()]
