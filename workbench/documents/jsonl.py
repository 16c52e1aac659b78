"""Archives of stories: one JSON object a line, packed with gzip or not."""

import json
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from gzip import BadGzipFile, GzipFile
from io import BytesIO
from itertools import chain
from typing import Any

from workbench.documents.draft import Draft, named_by_file
from workbench.documents.finishing import finish, original
from workbench.documents.limits import Limits
from workbench.documents.unreadable import DAMAGED, UnreadableError, shown
from workbench.domain.article import Reading

_CHUNK = 65_536
_FIELD = "field of the line"
_TEXTS = ("title", "author", "publisher", "url", "text")
_MOST = {"title": 1000, "author": 500, "publisher": 500, "url": 2000, "id": 500}


class _BadLineError(Exception):
    """What is wrong with one line, worded to follow its name."""


def read_jsonl(data: bytes, name: str, limits: Limits) -> Iterator[Reading | UnreadableError]:
    """A reading for each line, and an error that names the line for each that is none; empty lines are passed over.

    `data` may be packed with gzip and is unpacked as it is read, a line at a time. A line may have
    `limits.max_bytes`; what is unpacked, `limits.max_file_bytes`. The text of an object is cleaned, never cut.
    """
    where = shown(name)
    most = limits.max_file_bytes(".jsonl")
    stream = _unpacked(data, most) if data.startswith(b"\x1f\x8b") else _chunks(data)
    number = 0
    try:
        for number, line in enumerate(_lines(stream, limits.max_bytes), 1):
            if line is None:
                problem = f"has more than {limits.max_bytes:,} bytes, the most for a story. Cut it in parts"
                yield UnreadableError(f"{where}, line {number},", problem)
            elif line.strip():
                yield _read_line(line, name, number, limits)
    except (zlib.error, EOFError, BadGzipFile):
        yield UnreadableError(f"{where}, after line {number},", DAMAGED)
    except OverflowError:
        yield UnreadableError(f"{where}, after line {number},", f"unpacks to more than {most:,} bytes. Cut it in parts")


def _read_line(line: bytes, name: str, number: int, limits: Limits) -> Reading | UnreadableError:
    where = f"{shown(name)}, line {number},"
    try:
        story = _story(line)
        draft = Draft(text=story.pop("text"))
        outside_id = story.pop("id", None)
        for key, value in story.items():
            draft.found(key, value, _FIELD)
        named_by_file(draft, "")
        kept = original(line, name, "application/json")
        return finish(draft, kept, limits, outside_id)
    except _BadLineError as error:
        return UnreadableError(where, str(error))
    except UnreadableError as error:
        return UnreadableError(where, error.problem)


def _story(line: bytes) -> dict[str, Any]:
    """The known fields that hold something, each of its right type; `published` is a date, `id` is text."""
    try:
        story = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _BadLineError(f"is not in UTF-8 from byte {error.start + 1} on. Write it in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _BadLineError(f"is no JSON object ({_why(error)}). Write one whole object a line") from error
    if not isinstance(story, dict):
        raise _BadLineError('is no JSON object. Write one whole object a line, as {"title": …, "text": …}')
    fields = {key: _text(key, story.get(key)) for key in _TEXTS}
    fields |= {"id": _text("id", _id(story.get("id"))), "published": _day(story.get("published"))}
    if not fields["text"]:
        raise _BadLineError('has no "text". Give the story\'s text in a field "text"')
    if (url := fields["url"]) and not url.lower().startswith(("http://", "https://")):
        raise _BadLineError('has a "url" that is no web address. Write it with http:// or https://, or leave it out')
    return {key: value for key, value in fields.items() if value is not None}


def _why(error: Exception) -> str:
    return f"at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else "nested or numbered too deep"


def _text(key: str, value: Any) -> Any:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _BadLineError(
            f'has {"an" if key == "id" else "a"} "{key}" that is no text. Write it in quotation marks, or leave it out'
        )
    if len(value) > _MOST.get(key, len(value)):
        raise _BadLineError(f'has a "{key}" of {len(value):,} characters, and {_MOST[key]:,} is the most. Shorten it')
    return value


def _id(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    # Half of a surrogate pair is valid JSON, but no text that could be kept or printed.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _day(value: Any) -> date | None:
    written = _text("published", value)
    try:
        return datetime.fromisoformat(written.strip()).date() if written else None
    except ValueError as error:
        raise _BadLineError('has a "published" that is no ISO date. Write it as 2022-03-15, or leave it out') from error


def _chunks(data: bytes) -> Iterator[bytes]:
    return (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))


def _unpacked(data: bytes, most: int) -> Iterator[bytes]:
    """Pieces of what gzip holds, several members one after another included; OverflowError past `most` bytes."""
    total = 0
    with GzipFile(fileobj=BytesIO(data)) as unpacker:
        while piece := unpacker.read(_CHUNK):
            total += len(piece)
            if total > most:
                raise OverflowError
            yield piece


def _lines(stream: Iterator[bytes], most: int) -> Iterator[bytes | None]:
    """Lines without their ends; None for one of more than `most` bytes, which is dropped as it comes."""
    held: list[bytes] = []
    size = 0
    for piece in chain(stream, (b"\n",)):
        *ended, rest = piece.split(b"\n")
        for part in ended:
            size += len(part)
            yield None if size > most else b"".join([*held, part]).removesuffix(b"\r")
            held, size = [], 0
        size += len(rest)
        held = [*held, rest] if size <= most else []
