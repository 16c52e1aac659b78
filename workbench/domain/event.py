"""The audit log: every act is one event, and each event carries the hash of the one before it."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlmodel import Field

from workbench.domain.values import Frozen, Moment, Sha256

GENESIS = "0" * 64
"""What the first event names as the hash of the event before it."""

SEAL = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


def canonical(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys, no blanks, moments in UTC with microseconds, and floats as their shortest text.

    Raises TypeError for anything else: two machines must always write the same bytes.
    """
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    for kind, write in _WRITTEN.items():
        if isinstance(value, kind):
            return write(value)
    raise TypeError(f"{type(value).__name__} has no canonical form")


def stamp(moment: datetime) -> str:
    """A moment as the log writes it: 2022-03-15T10:20:00.000000Z."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def sha256(data: bytes) -> str:
    """The SHA-256 of these bytes in 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


_WRITTEN: dict[type, Callable[[Any], Any]] = {
    Enum: lambda member: member.value,
    bytes: lambda data: {"sha256": sha256(data)},
    float: repr,
    datetime: stamp,
    date: date.isoformat,
    **dict.fromkeys((str, int, bool, type(None)), lambda value: value),
}
"""How each plain value is written; the first type that fits counts."""


class Change(Frozen):
    """What an event changed, in a row of its own: `body` is canonical JSON, `salt` keeps its hash from being guessed.

    Both are None once the change was erased by order; the event's hash still holds.
    """

    number: int
    salt: str | None = Field(default=None, max_length=64)
    body: str | None = None

    def digest(self) -> str | None:
        """The SHA-256 that the event must carry, or None where the change was erased."""
        if self.body is None or self.salt is None:
            return None
        return sha256(f"{self.salt}\n{self.body}".encode())


class Event(Frozen):
    """One act in the log: `subject` names what it was about ("article:5"), `previous` is the hash before it."""

    number: int = Field(ge=1)
    at: Moment
    person_id: int | None = None
    person: str = Field(max_length=200)
    act: str = Field(max_length=60)
    subject: str = Field(max_length=100)
    reason: str = Field(default="", max_length=20_000)
    change_sha256: Sha256
    previous: Sha256
    sha256: Sha256

    def digest(self) -> str:
        """The SHA-256 over everything this event says but its own hash."""
        return sha256(canonical({name: getattr(self, name) for name in _SAID}))


_SAID = tuple(name for name in Event.model_fields if name != "sha256")


class Seal(Frozen):
    """The newest event as `NUMBER:SHA256`, printed on every report: a cut tail shows against it."""

    number: int = Field(ge=0)
    sha256: Sha256

    def __str__(self) -> str:
        return f"{self.number}:{self.sha256}"

    @classmethod
    def parse(cls, text: str) -> "Seal":
        """Read `NUMBER:SHA256`; ValueError where it is not one."""
        found = SEAL.fullmatch(text.strip().lower())
        if not found:
            raise ValueError(f"{text[:90]!r} is no seal. A seal is a number, a colon and 64 hexadecimal digits")
        return cls(number=int(found[1]), sha256=found[2])


class Break(Frozen):
    """The first place where the log does not hold: the event's number, the row if it is one, and what is wrong."""

    number: int
    row: str | None = None
    problem: str


def next_event(last: Event | None, **fields: Any) -> Event:
    """The event that follows `last`: numbered, linked and hashed."""
    draft = Event(
        **fields,
        number=last.number + 1 if last else 1,
        previous=last.sha256 if last else GENESIS,
        sha256=GENESIS,
    )
    return draft.model_copy(update={"sha256": draft.digest()})


def check_chain(events: Iterable[Event], after: Event | None = None) -> Break | None:
    """The first event that was changed, is missing, or does not follow; None where the chain holds.

    `after` is the event before the first one given, for checking in stretches.
    """
    number, previous = (after.number, after.sha256) if after else (0, GENESIS)
    for event in events:
        number += 1
        if event.number != number:
            return Break(number=number, problem=f"event {number} is missing, {event.number} stands in its place")
        if event.previous != previous:
            return Break(number=number, problem=f"event {number} does not follow event {number - 1}")
        if event.digest() != event.sha256:
            return Break(number=number, problem=f"event {number} was changed after it was written")
        previous = event.sha256
    return None
