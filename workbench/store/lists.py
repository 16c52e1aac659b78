"""Lists in queries. However long, a list goes to the database as one value: databases count their parameters."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Boolean, Integer, Text, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator


class _Many(TypeDecorator[list[Any]]):
    """Numbers or texts as one value: an array, or the text of a JSON list where the database has no arrays."""

    impl = Text
    cache_ok = True

    def __init__(self, numbers: bool):
        super().__init__()
        self.numbers = numbers

    def load_dialect_impl(self, dialect: Any) -> Any:
        """How this database takes it."""
        of = Integer() if self.numbers else Text()
        return dialect.type_descriptor(ARRAY(of) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Any, dialect: Any) -> Any:
        """What goes to the database."""
        return list(value) if dialect.name == "postgresql" else json.dumps(list(value))


class _Among(FunctionElement[bool]):
    """The condition that a column's value is one of a list's."""

    type = Boolean()
    inherit_cache = True
    name = "among"

    def self_group(self, against: Any = None) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """As it is: SQLAlchemy would compare it with 1 where a database has no truth values, and no index be used."""
        return self


@compiles(_Among, "postgresql")
def _of_array(element: _Among, compiler: Any, **kw: Any) -> str:
    column, given = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"{column} = ANY ({given})"


@compiles(_Among, "sqlite")
def _of_json(element: _Among, compiler: Any, **kw: Any) -> str:
    column, given = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({given}))"  # noqa: S608 - both are placeholders or names


def among(column: Any, given: str | Iterable[Any]) -> Any:
    """The condition that the column holds one of these values; or, in a prepared query, of the list of this name."""
    kind = _Many(isinstance(column.type, Integer))
    value = bindparam(given, type_=kind) if isinstance(given, str) else bindparam(None, list(given), type_=kind)
    return _Among(column, value)
