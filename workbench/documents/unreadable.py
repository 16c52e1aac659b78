"""Why a file can't be read, in one sentence for people."""

import re

from workbench.domain.errors import InputError

READABLE = "Hand it in as .txt, .md, .html, .docx, .pdf or .jsonl"
EMPTY = "is empty. Look whether it was saved, and hand it in again"
NO_TEXT = "holds no text. Look whether the right file was chosen, and hand it in again"
LOCKED = "is locked with a password. Save it without and hand it in again"
SCANNED = "holds pictures of pages, no text. Run it through text recognition and hand it in again"
DAMAGED = "is damaged or cut short. Save or download it anew and hand it in again"
TOO_HARD = "needs more memory to read than a story may take. Save it as plain text and hand it in again"

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")


class UnreadableError(InputError):
    """A file, a line or an address can't be read as a story. `name` says which; the message starts with it."""

    def __init__(self, name: str, problem: str):
        self.name = shown(name)
        self.problem = problem
        super().__init__(f"{self.name} {problem}")

    def __reduce__(self) -> tuple[type["UnreadableError"], tuple[str, str]]:
        return type(self), (self.name, self.problem)


class ForbiddenAddressError(UnreadableError):
    """An address may not be asked at all, whether or not anything answers there."""


def shown(name: str, most: int = 120) -> str:
    """A name from outside as it may stand in a sentence: no control characters, its middle left out when long."""
    plain = _UNSEEN.sub(" ", name).strip() or "This text"
    half = most // 2
    return plain if len(plain) <= most else f"{plain[:half]} … {plain[-half:]}"


def too_large(size: int, most: int) -> str:
    """The problem of a file with more bytes than it may have."""
    return f"has {_megabytes(size)}, and {_megabytes(most)} is the most. Cut it in parts and hand these in"


def too_long(characters: int, most: int) -> str:
    """The problem of a text with more characters than it may have."""
    return f"has {characters:,} characters, and {most:,} is the most. Cut it in parts and hand these in"


def too_many_pages(pages: int, most: int) -> str:
    """The problem of a file with more pages than it may have."""
    return f"has {pages:,} pages, and {most:,} is the most. Cut it in parts and hand these in"


def too_slow(seconds: float) -> str:
    """The problem of a file that took too long."""
    return f"took longer than {seconds:g} seconds to read. Save it as plain text and hand it in again"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{size:,} bytes"
