"""From rows to values: what every query of the store ends with."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Table, Text, type_coerce
from sqlmodel import Session, SQLModel, col, select

from workbench.domain.values import Frozen, Value
from workbench.store.columns import Written
from workbench.store.tables import ROWS

V = TypeVar("V", bound=Frozen)
W = TypeVar("W", bound=Value)


def value(kind: type[V], row: SQLModel) -> V:
    """The row as a frozen value."""
    return kind.model_validate({name: getattr(row, name) for name in kind.model_fields})


def maybe(kind: type[V], row: SQLModel | None) -> V | None:
    """The row as a frozen value, or None where there is no row."""
    return None if row is None else value(kind, row)


def values(kind: type[V], rows: Iterable[Any]) -> list[V]:
    """The rows as frozen values, in their order."""
    return [value(kind, row) for row in rows]


def as_stored(table: Table) -> list[Any]:
    """The table's columns, to be read as the database holds them."""
    return [type_coerce(c, Text).label(c.key) if isinstance(c.type, Written) else c for c in table.c]


def having(session: Session, kind: type[W], **among: Iterable[Any]) -> list[W]:
    """Every kept value of this kind whose named fields are each among those given, oldest first."""
    row: Any = ROWS[kind]
    wanted = [col(getattr(row, field)).in_(list(these)) for field, these in among.items()]
    return values(kind, session.exec(select(row).where(*wanted).order_by(row.id)))
