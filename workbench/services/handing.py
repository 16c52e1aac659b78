"""What is handed in, read: files, pasted text, public addresses. Nothing is kept here."""

from collections.abc import Iterator
from typing import Any

from workbench import documents
from workbench.domain.article import Reading
from workbench.domain.errors import WorkbenchError
from workbench.services.rights import plain
from workbench.services.wires import Desk


def read_upload(desk: Desk, data: bytes, name: str) -> Iterator[Reading | WorkbenchError]:
    """The stories in a file; a story that can't be read comes as the error that says why."""
    yield from _errors_as_values(documents.read_guarded(data, name, desk.limits))


def read_paste(desk: Desk, text: str, title: str | None = None) -> Iterator[Reading | WorkbenchError]:
    """The story in a pasted text, under the title given."""
    for reading in read_upload(desk, text.encode("utf-8", "replace"), "pasted text.txt"):
        if isinstance(reading, Reading) and title and title.strip():
            origins = {**reading.origins, "title": "by hand"}
            guesses = [g for g in reading.guesses if g != "title"]
            yield reading.with_(title=plain(title.strip())[:1000], origins=origins, guesses=guesses)
        else:
            yield reading


def read_address(desk: Desk, url: str) -> Iterator[Reading | WorkbenchError]:
    """The story behind a public address."""
    try:
        fetched = documents.fetch(url, desk.limits)
    except WorkbenchError as error:
        yield error
        return
    name = fetched.url.rsplit("/", 1)[-1] or fetched.url
    found = documents.read_guarded(fetched.data, name, desk.limits, media_type=fetched.media_type, url=fetched.url)
    yield from _errors_as_values(found)


def _errors_as_values(found: Iterator[Any]) -> Iterator[Reading | WorkbenchError]:
    try:
        yield from found
    except WorkbenchError as error:
        yield error
