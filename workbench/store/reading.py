"""From rows to values: what every query of the store ends with."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlmodel import SQLModel

from workbench.domain.values import Value

V = TypeVar("V", bound=Value)


def value(kind: type[V], row: SQLModel | None) -> V | None:
    """The row as a frozen value, or None where there is no row."""
    return kind.model_validate(row.model_dump()) if row is not None else None


def values(kind: type[V], rows: Iterable[Any]) -> list[V]:
    """The rows as frozen values, in their order."""
    return [kind.model_validate(row.model_dump()) for row in rows]
