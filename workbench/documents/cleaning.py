"""One clean form of every text, so that it can be frozen and its characters counted."""

import re
import unicodedata
from functools import cache

from workbench.documents.wrapping import unwrap

# Bytes of windows-1252 that some tool upstream took for Latin-1: "4\x9613" means 4–13, never 413.
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
# Letters whose UTF-8 some tool upstream took for Latin-1 ("ChÃ¡vez") are past reading: they stay as they came.
_LATER = r"[\x80-\x9f\xa1-\xac\xae-\xbf]"
_TWICE_ENCODED = re.compile(rf"([\xc2-\xdf]{_LATER}|[\xe0-\xef]{_LATER}{{2}}|[\xf0-\xf4]{_LATER}{{3}})|[\x80-\x9f]")
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\u2028]")
_PARTS = re.compile(r"[\f\u2029]")
_OTHER_BLANKS = re.compile(r"[\t\x1c-\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_RUNS = re.compile(r" {2,}")
# Control characters, soft hyphens, zero-width blanks and byte-order marks, invisible operators, halves of pairs,
# code points that are no characters, and marks that turn the order of the text around: it must read as it is stored.
# What right-to-left text needs stays: its marks, isolates and embeddings.
_NOISE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f\xad\u180e\u200b\u202d\u202e\u2060-\u2064\u206a-\u206f"
    r"\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+"
)
# Invisible letters hide text from the eye. Only the flags of countries within countries are made of them.
_TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{2,6}\U000e007f)|[\U000e0000-\U000e007f]+")
# A joiner works after a letter of a script that joins, or after an emoji; after anything else it is noise.
_IDLE_JOINERS = re.compile(r"(^|[\x00-\x7f\s]|[\u200c\u200d])[\u200c\u200d]+")
# One look tells the many texts that hold nothing of all this.
_UNUSUAL = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\xad\u180e\u200b-\u200d\u202d\u202e\u2060-\u2064\u206a-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
# Where a tower of marks could stand: a long run without a Latin letter, a blank or a dash.
_LONG_RUN = re.compile("[^\x00-\u02ff\u2000-\u206f]{31}")
_EMPTY_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """The text in Unicode NFC, with one kind of line end, single blanks, and paragraphs parted by one empty line.

    Control characters, byte-order marks and zero-width noise go; of what can be seen, only halves of surrogate pairs
    and towers of marks. Hard-wrapped lines are joined, other lines stay (see `unwrap`). Cleaning twice changes nothing.
    """
    text = _normal(_without_noise(_normal(text)))
    text = _LINE_ENDS.sub("\n", _PARTS.sub("\n\n", text))
    text = _RUNS.sub(" ", _OTHER_BLANKS.sub(" ", text))
    lines = "\n".join(line.strip(" ") for line in text.split("\n"))
    return unwrap(_EMPTY_LINES.sub("\n\n", lines).strip("\n"))


def _normal(text: str) -> str:
    if text.isascii():
        return text
    if _LONG_RUN.search(text):
        text = _towers().sub(r"\1", text)
    return unicodedata.normalize("NFC", text)


@cache
def _towers() -> re.Pattern[str]:
    """Marks beyond the thirtieth on one letter, which no script has (UAX #15, stream-safe text).

    Normalizing sorts the marks of a letter in quadratic time: a story that is one tower would take minutes.
    """
    marks = "".join(chr(code) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
    return re.compile(f"([{marks}]{{30}})[{marks}]+")


def _without_noise(text: str) -> str:
    if not _UNUSUAL.search(text):
        return text
    text = _TWICE_ENCODED.sub(lambda seen: seen[1] or seen[0].translate(_C1), text)
    text = _TAGS.sub(r"\1", _NOISE.sub("", text))
    return _IDLE_JOINERS.sub(r"\1", text)


def one_line(text: str | None) -> str | None:
    """A field (a title, a name) as one clean line; None where nothing is left."""
    return clean(text or "").replace("\n", " ").replace("  ", " ") or None
