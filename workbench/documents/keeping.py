"""A page or file that evidence was taken from: what it is, and the words in it as far as they can be read."""

import re
from dataclasses import dataclass

from workbench.documents.cleaning import clean, one_line
from workbench.documents.guarding import parse_guarded
from workbench.documents.limits import Limits
from workbench.documents.sniffing import Format, sniff
from workbench.documents.story_file import StoryFile
from workbench.documents.unreadable import EMPTY, UnreadableError, shown, too_large

_PICTURES = {
    rb"\x89PNG\r\n": "image/png",
    rb"\xff\xd8\xff": "image/jpeg",
    rb"GIF8[79]a": "image/gif",
    rb"RIFF....WEBP": "image/webp",
}
PICTURES = frozenset(_PICTURES.values())
"""Pictures that every browser draws, and that hold nothing to run."""

OTHER = "application/octet-stream"
_PROGRAM = re.compile(rb"MZ.{58}|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|#!", re.DOTALL)


@dataclass(frozen=True)
class Readable:
    """What kept bytes are: their media type by their own look, their title, and their text; "" where none is read."""

    media_type: str
    title: str = ""
    text: str = ""


def read_kept(
    data: bytes, name: str, limits: Limits, *, media_type: str | None = None, url: str | None = None
) -> Readable:
    """What these bytes say, read in a child process. A picture, a table or a damaged file has no text, and is kept.

    Raises UnreadableError for nothing, for too much, and for a program.
    """
    if not data:
        raise UnreadableError(name, EMPTY)
    if len(data) > limits.max_bytes:
        raise UnreadableError(name, too_large(len(data), limits.max_bytes))
    if _PROGRAM.match(data):
        raise UnreadableError(name, "is a program, which is no evidence. Keep the page or the file it is about")
    try:
        kind = sniff(data, name, media_type)
    except UnreadableError:
        return Readable(_picture(data) or OTHER)
    kind = Format.TEXT if kind is Format.JSONL else kind
    try:
        draft = parse_guarded(StoryFile(data, name, kind, media_type, url, whole=True), limits)
    except UnreadableError:
        return Readable(kind.value)
    title = one_line(str(draft.fields.get("title", ""))) or ""
    return Readable(kind.value, title[:1000], clean(draft.text[: limits.max_characters]))


def name_of(url: str) -> str:
    """A file name for an address: the last part of its path, or its host."""
    from workbench.documents.fetching import Fetched

    return shown(Fetched(b"", "", url).name, 200)


def _picture(data: bytes) -> str | None:
    return next((kind for start, kind in _PICTURES.items() if re.match(start, data, re.DOTALL)), None)
