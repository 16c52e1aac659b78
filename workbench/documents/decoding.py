"""Bytes into text: which encoding a file is in."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Only names of ways to write text: Python's registry also holds codecs that unpack archives or run escapes.
_TEXT_ENCODINGS = re.compile(
    r"utf-?8|utf-?(16|32)([-_]?[lb]e)?|(us-)?ascii|latin-?1|iso-?8859-?\d+|(windows-|cp)\d+|koi8-[ru]|gb(k|2312|18030)"
    r"|big5|euc-(jp|kr)|shift[-_]?jis|macintosh|tis-620"
)
# What the web calls Latin-1 is windows-1252 (WHATWG Encoding Standard, labels of windows-1252).
_AS_WINDOWS = re.compile(r"(us-)?ascii|latin-?1|iso-?8859-?1|windows-1252|cp1252")
_META = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_WESTERN = frozenset("“”‘’„‚–—…•€£©®™°·«»§ \xa0¡¿½¼¾×²³¹ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŒœŠšŽžŸ")
# Nobody writes a raised 1 or 3 within a word; it is the ą or ł of windows-1250.
_POLISH = re.compile(r"[^\W\d_][¹³][^\W\d_]")
_SAMPLE = 65_536
_MOST_ODD = 0.01


def decode(data: bytes, declared: str | None = None, *, is_markup: bool = False) -> str | None:
    """The text of these bytes, or None where they are none.

    A byte-order mark decides; then what the sender `declared` or a page says of itself; then UTF-8 where it fits,
    UTF-16 and UTF-32 by their zeros, windows-1252 where it gives Western letters, and the best guess of
    charset-normalizer over the first 64 KB. Bytes that do not fit a named encoding become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :].decode(encoding, "replace"))
    for word in (declared, _own_word(data) if is_markup else None):
        if named := _known(word):
            return _text(data.decode(named, "replace"))
    return _text(_undeclared(data))


def _known(name: str | None) -> str | None:
    label = (name or "").strip().lower()
    if not _TEXT_ENCODINGS.fullmatch(label):
        return None
    if _AS_WINDOWS.fullmatch(label):
        return "cp1252"
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None


def _own_word(data: bytes) -> str | None:
    found = _META.search(data[:4096])
    word = found[1].decode("ascii", "replace") if found else None
    # A page whose bytes could be read as far as here is in no two-byte encoding, whatever it says.
    return "utf-8" if word and word.lower().startswith(("utf-16", "utf16", "utf-32", "utf32")) else word


def _undeclared(data: bytes) -> str | None:
    if wide := _wide(data[:4096]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # One torn character in a long text does not make it another encoding.
        if error.start > _SAMPLE and b"\0" not in data:
            return data.decode("utf-8", "replace")
    return _western(data) or _best_guess(data)


def _wide(start: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: text of the Latin script leaves a zero in the same place of every unit."""
    units = len(start) // 4
    if not units:
        return "utf-16-le" if len(start) == 2 and start[0] and not start[1] else None
    zeros = [start[place : units * 4 : 4].count(0) / units for place in range(4)]
    patterns = {
        "utf-32-le": (0, 0, 1, 1),
        "utf-32-be": (1, 1, 0, 0),
        "utf-16-le": (0, 1, 0, 1),
        "utf-16-be": (1, 0, 1, 0),
    }
    for encoding, pattern in patterns.items():
        if all((share > 0.7) == bool(zero) for share, zero in zip(zeros, pattern, strict=True)):
            return encoding
    return None


def _western(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    start = text[:_SAMPLE]
    if _POLISH.search(start):
        return data.decode("cp1250", "replace")
    odd = [char for char in start if ord(char) > 0x7F]
    return text if len(odd) < 0.2 * len(start) and _WESTERN.issuperset(odd) else None


def _best_guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best else None


def _text(text: str | None) -> str | None:
    """The text, or None where so many of its characters are controls or unreadable that it was none."""
    if text is None:
        return None
    start = text[:_SAMPLE]
    odd = sum(char < " " and char not in "\t\n\r\f\v" for char in start) + start.count("\ufffd")
    return text if odd <= _MOST_ODD * len(start) + 2 else None
