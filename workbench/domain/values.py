"""What every value of the desk has in common: frozen, validated, and with a key once it is kept."""

from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field
from sqlmodel import SQLModel

Sha256 = Annotated[str, AfterValidator(lambda text: _hex_digits(text, 64))]
"""A SHA-256 as 64 lower-case hexadecimal digits."""

LARGEST_ID = 2**63 - 1
Id = Annotated[int, Field(ge=0, le=LARGEST_ID)]
"""A key that somebody asks for, no larger than one that a database can hold."""


def _hex_digits(text: str, count: int) -> str:
    if len(text) != count or not set(text) <= set("0123456789abcdef"):
        raise ValueError(f"needs {count} lower-case hexadecimal digits, got {text[:80]!r}")
    return text


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC)


Moment = Annotated[datetime, AfterValidator(_in_utc)]
"""A point in time, always kept in UTC; a time without a zone is refused."""


class Frozen(SQLModel):
    """A frozen, validated value."""

    model_config = {"frozen": True, "extra": "forbid"}

    def with_(self, **fields: Any) -> Self:
        """The same value with some fields changed, validated again."""
        return type(self).model_validate({**self.model_dump(), **fields})


class Value(Frozen):
    """A value that the store keeps; `id` is None until it has."""

    id: int | None = None

    @property
    def pk(self) -> int:
        """The id, of a value that the store has kept; ValueError before."""
        if self.id is None:
            raise ValueError(f"this {type(self).__name__} was never kept")
        return self.id


def row_number(text: str) -> int | None:
    """The number of a row as an address names it; None where it can be none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
