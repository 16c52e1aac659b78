"""From rows to values: what every query of the store ends with."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Executable, Table, Text, type_coerce
from sqlmodel import Session, SQLModel, select

from workbench.domain.values import Frozen, Value
from workbench.store.columns import Written
from workbench.store.lists import among
from workbench.store.tables import ROWS, table

V = TypeVar("V", bound=Frozen)
W = TypeVar("W", bound=Value)
X = TypeVar("X", bound=Frozen)


def value(kind: type[V], row: SQLModel) -> V:
    """The row as a frozen value."""
    return kind.model_validate({name: getattr(row, name) for name in kind.model_fields})


def maybe(kind: type[V], row: SQLModel | None) -> V | None:
    """The row as a frozen value, or None where there is no row."""
    return None if row is None else value(kind, row)


def values(kind: type[V], rows: Iterable[Any]) -> list[V]:
    """The rows as frozen values, in their order."""
    return [value(kind, row) for row in rows]


def read(session: Session, kind: type[V], query: Executable, **given: Any) -> list[V]:
    """The rows of a prepared query as frozen values, in their order.

    What is asked with every key that is pressed is built once, and of bare tables: to build it each time, and an object
    of the ORM for each row, takes four times as long as the asking.
    """
    return [kind.model_validate(row._asdict()) for row in session.execute(query, given)]


def read_one(session: Session, kind: type[V], query: Executable, **given: Any) -> V | None:
    """The first row of a prepared query as a frozen value, or None where there is no row."""
    row = session.execute(query, given).first()
    return None if row is None else kind.model_validate(row._asdict())


def read_each(session: Session, first: type[V], second: type[X], query: Executable, **given: Any) -> list[tuple[V, X]]:
    """The rows of a prepared query over two tables, as a pair of frozen values each."""
    names, more = list(first.model_fields), list(second.model_fields)
    return [
        (
            first.model_validate(dict(zip(names, row, strict=False))),
            second.model_validate(dict(zip(more, row[len(names) :], strict=True))),
        )
        for row in session.execute(query, given)
    ]


def columns(kind: type[Frozen], row: type[SQLModel]) -> list[Any]:
    """The columns of a kept value in the order of its fields, as `read` and `read_each` take them."""
    return [table(row).c[name] for name in kind.model_fields]


def as_stored(of: Table) -> list[Any]:
    """The table's columns, to be read as the database holds them."""
    return [type_coerce(c, Text).label(c.key) if isinstance(c.type, Written) else c for c in of.c]


def having(session: Session, kind: type[W], **fields: Iterable[Any]) -> list[W]:
    """Every kept value of this kind whose named fields are each among those given, oldest first."""
    row: Any = ROWS[kind]
    wanted = [among(getattr(row, field), these) for field, these in fields.items()]
    return values(kind, session.exec(select(row).where(*wanted).order_by(row.id)))
