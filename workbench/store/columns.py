"""Column types that are written as one canonical text on every database, so that a row's hash never differs."""

import json
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Text
from sqlalchemy.types import TypeDecorator

from workbench.domain.event import stamp


class Written(TypeDecorator[Any]):
    """A value kept as text. `write` and `read` are each other's inverse; None stays NULL."""

    impl = Text
    cache_ok = True

    def write(self, value: Any) -> str:
        """The text that is stored."""
        return str(value)

    def read(self, text: str) -> Any:
        """The value that the stored text means."""
        return text

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """What goes to the database."""
        return None if value is None else self.write(value)

    def process_result_value(self, value: Any, dialect: Any) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """What comes back from it."""
        return None if value is None else self.read(value)


class Utc(Written):
    """A moment in UTC, as 2022-03-15T10:20:00.000000Z: sorts as text and has no time zone to lose."""

    cache_ok = True

    def write(self, value: Any) -> str:
        """The moment as the log writes it."""
        return stamp(value.astimezone(UTC))

    def read(self, text: str) -> datetime:
        """The moment, in UTC."""
        return datetime.fromisoformat(text)


class Day(Written):
    """A calendar day, as 2022-03-15."""

    cache_ok = True

    def write(self, value: Any) -> str:
        """The day in ISO 8601."""
        return str(value.isoformat())

    def read(self, text: str) -> date:
        """The day."""
        return date.fromisoformat(text)


class Name(Written):
    """A member of one of the domain's enumerations, as its value."""

    cache_ok = True

    def write(self, value: Any) -> str:
        """The member's value."""
        return str(getattr(value, "value", value))


class Json(Written):
    """Lists and objects, as JSON with sorted keys and no blanks."""

    cache_ok = True

    def write(self, value: Any) -> str:
        """The JSON text."""
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def read(self, text: str) -> Any:
        """The list or object."""
        return json.loads(text)
