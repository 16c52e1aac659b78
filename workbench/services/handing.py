"""What is handed in, read: files, pasted text, public addresses, standard input. Nothing is kept here.

A story that can't be read comes as the error that says why, so that the others go on.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from workbench import documents
from workbench.documents import Limits
from workbench.domain.article import Reading
from workbench.domain.errors import InputError, WorkbenchError
from workbench.services.rights import plain

Handed = Iterator[Reading | WorkbenchError]


def read_upload(limits: Limits, data: bytes, name: str) -> Handed:
    """The stories in a file, whose name is read as a person reads it."""
    yield from _errors_as_values(lambda: documents.read_guarded(data, plain(name), limits))


def read_paste(limits: Limits, text: str, title: str | None = None, published: date | None = None) -> Handed:
    """The story in a pasted text, under the title and the day that were given with it."""
    typed = {"title": plain(title or "").strip()[:1000], "published": published}
    given = {name: value for name, value in typed.items() if value}
    for reading in read_upload(limits, text.encode("utf-8", "replace"), ""):
        if isinstance(reading, Reading) and given:
            guesses = [name for name in reading.guesses if name not in given]
            yield reading.with_(**given, origins=reading.origins | dict.fromkeys(given, "by hand"), guesses=guesses)
        else:
            yield reading


def read_address(limits: Limits, url: str) -> Handed:
    """The story behind a public address."""

    def fetched() -> Iterable[Reading | WorkbenchError]:
        page = documents.fetch(url, limits)
        name = page.url.rstrip("/").rpartition("/")[2]
        return documents.read_guarded(page.data, name, limits, media_type=page.media_type, url=page.url)

    yield from _errors_as_values(fetched)


def read_named(limits: Limits, name: str) -> Handed:
    """The stories in what a command line names: a file, an address, or "-" for standard input."""
    if name == "-":
        yield from read_upload(limits, sys.stdin.buffer.read(limits.max_bytes + 1), "")
    elif name.lower().startswith(("http://", "https://")):
        yield from read_address(limits, name)
    else:
        yield from _errors_as_values(lambda: _read_path(limits, Path(name)))


def _read_path(limits: Limits, path: Path) -> Iterable[Reading | WorkbenchError]:
    if path.is_dir():
        raise InputError(f"{path.name} is a folder. Name the stories in it.")
    try:
        # One byte more than is allowed is enough to know that a file is too large.
        with path.open("rb") as file:
            data = file.read(limits.max_file_bytes(path.name) + 1)
    except OSError as error:
        raise InputError(f"{path} can't be read: {(error.strerror or 'unknown error').lower()}.") from None
    return documents.read_guarded(data, path.name, limits)


def _errors_as_values(read: Callable[[], Iterable[Reading | WorkbenchError]]) -> Handed:
    try:
        yield from read()
    except WorkbenchError as error:
        yield error
