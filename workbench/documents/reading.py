"""The door of this craft: the bytes of a story in, readings out."""

from collections.abc import Callable, Iterator

from workbench.documents.draft import Draft, named_by_file
from workbench.documents.finishing import finish, original
from workbench.documents.guarding import parse_guarded
from workbench.documents.jsonl import read_jsonl
from workbench.documents.limits import Limits
from workbench.documents.parsing import parse
from workbench.documents.sniffing import Format, sniff
from workbench.documents.story_file import StoryFile
from workbench.documents.unreadable import UnreadableError, too_large
from workbench.domain.article import Reading

Parse = Callable[[StoryFile, Limits], Draft]


def read(
    data: bytes, name: str, limits: Limits, *, media_type: str | None = None, url: str | None = None
) -> Iterator[Reading | UnreadableError]:
    """The readings of these bytes: one of a file; of .jsonl one a line, and an UnreadableError for each bad line.

    `name` is the file's name, "" or "-" for text without one; the bytes are believed before it. `media_type` is what
    a server said, `url` where they were fetched. Raises UnreadableError at once where a single file can't be read.
    Time is not limited here: `read_guarded` does that.
    """
    return _readings(data, name, limits, parse, media_type=media_type, url=url)


def read_guarded(
    data: bytes, name: str, limits: Limits, *, media_type: str | None = None, url: str | None = None
) -> Iterator[Reading | UnreadableError]:
    """As `read`, with the parsing in a child process that ends after `limits.max_seconds` and has little memory.

    Text and .jsonl are read in this process: nothing in them is nested, packed twice or run, they cost a few
    milliseconds a megabyte, and an archive of thousands streams.
    """
    return _readings(data, name, limits, parse_guarded, media_type=media_type, url=url)


def _readings(
    data: bytes, name: str, limits: Limits, parse_file: Parse, *, media_type: str | None, url: str | None
) -> Iterator[Reading | UnreadableError]:
    most = limits.max_file_bytes(name)
    if len(data) > most:
        raise UnreadableError(name, too_large(len(data), most))
    kind = sniff(data, name, media_type)
    if kind is Format.JSONL:
        return read_jsonl(data, name, limits)
    if len(data) > limits.max_bytes:
        raise UnreadableError(name, too_large(len(data), limits.max_bytes))
    draft = parse_file(StoryFile(data, name, kind, media_type, url), limits)
    if url:
        draft.take_address(url)
    named_by_file(draft, name)
    return iter([finish(draft, original(data, name, kind.value), limits)])
