"""The lines of a PDF page, each with its place."""

from dataclasses import dataclass
from typing import Any

SOFT_HYPHEN = "\x02"
"""PDFium's mark for a hyphen at the end of a line."""

# A gap as wide as this many times the height of the letters parts two columns; blanks are a quarter of it wide.
_GUTTER = 1.2


@dataclass(frozen=True)
class Line:
    """A line, or the part of one in a column: text, edges in points from the lower left of the page, and font height.

    `row` counts the lines of the page as the file gives them; parts of one line share it.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    row: int


def lines_of(page: Any) -> list[Line]:
    """The lines of a PDFium text page in the order of the file, cut where a wide gap parts columns."""
    from pypdfium2.raw import FPDFText_GetUnicode

    chars = "".join(_char(FPDFText_GetUnicode(page, place)) for place in range(page.count_chars()))
    lines: list[Line] = []
    row = start = 0
    for place, char in enumerate(chars + "\n"):
        if char in "\r\n" or char == SOFT_HYPHEN:
            end = place + (char == SOFT_HYPHEN)
            if chars[start:end].strip():
                lines += _parts(page, chars, start, end, row)
                row += 1
            start = place + 1
    return lines


def _char(code: int) -> str:
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _parts(page: Any, chars: str, start: int, end: int, row: int) -> list[Line]:
    parts: list[Line] = []
    begin = start
    for place in range(start, end):
        if chars[place] == " " and start < place < end - 1 and _is_gutter(page, place):
            parts.append(_line(page, chars, begin, place, row))
            begin = place + 1
    parts.append(_line(page, chars, begin, end, row))
    return [part for part in parts if part.text.strip()]


def _is_gutter(page: Any, place: int) -> bool:
    _, bottom, right, top = page.get_charbox(place - 1, loose=True)
    left = page.get_charbox(place + 1, loose=True)[0]
    return bool(left - right > _GUTTER * (top - bottom) > 0)


def _line(page: Any, chars: str, start: int, end: int, row: int) -> Line:
    while start < end - 1 and chars[start].isspace():
        start += 1
    last = end - 1
    while last > start and (chars[last].isspace() or chars[last] == SOFT_HYPHEN):
        last -= 1
    left, bottom, _, top = page.get_charbox(start, loose=True)
    right = page.get_charbox(last, loose=True)[2]
    return Line(chars[start:end].strip(" \t"), left, right, bottom, abs(top - bottom), row)
