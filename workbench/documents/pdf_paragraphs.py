"""From the lines of a PDF back to its paragraphs."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from workbench.documents.pdf_lines import SOFT_HYPHEN, Line

_EDGE_LINES = 4
# How many heights of a line part a running head from the story, at the least.
_GAP = 1.6
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page )?[-–—|]? ?(?:#|[ivxl]{1,6}) ?(?:(?:/|of) ?#)? ?[-–—|]?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_WORD_END = re.compile(r"[^\W_]+$")
_WORD_START = re.compile(r"[^\W_]+")
_HYPHEN = re.compile(rf"[^\W_][-{SOFT_HYPHEN}]$")
# How much of its column a line must leave empty to have ended on purpose: after a full stop, and after anything else.
_RAGGED, _SHORT = 0.05, 0.3
_STOPS = (".", "!", "?", ":", "”", '"', "’")
_BULLETS = ("•", "·", "–", "-", "*", "▪", "◦")


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without what stands apart at the top or bottom of at least half of them, figures counted alike."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page in edges for key in {_masked(line) for line in page})
    repeated = {key for key, count in seen.items() if count >= max(2, len(pages) / 2)}
    if len(pages) > 1:
        repeated |= {key for key in seen if _PAGE_NUMBER.fullmatch(key)}
    return [
        [line for line in page if line not in edge or _masked(line) not in repeated]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines at the top and bottom of a page that a gap parts from the story: only these can be running heads."""
    down = sorted(page, key=lambda line: -line.bottom)
    return [*_apart(down), *_apart(down[::-1])]


def _apart(lines: Sequence[Line]) -> list[Line]:
    for count, (line, following) in enumerate(pairwise(lines[: _EDGE_LINES + 1]), 1):
        if abs(line.bottom - following.bottom) > _GAP * line.height:
            return list(lines[:count])
    return []


def _masked(line: Line) -> str:
    return _FIGURES.sub("#", line.text.lower()).strip()


def heading_of(pages: Iterable[Sequence[Line]]) -> str | None:
    """The lines in the largest letters on top of the first page, where they stand out; None where none do."""
    first = next((page for page in pages if page), [])
    if len(first) < 2:
        return None
    usual = median(line.height for line in first)
    largest = max(line.height for line in first[:5])
    if largest < 1.15 * usual:
        return None
    return " ".join(line.text for line in first[:8] if line.height > 0.95 * largest)[:300]


def paragraphs_of(pages: Iterable[Sequence[Line]]) -> str:
    """The text of all pages, its paragraphs parted by empty lines, words cut at line ends joined."""
    lines = [line for page in pages for line in page]
    page = _Setting(lines)
    parts = [lines[0].text] if lines else []
    for before, line in pairwise(lines):
        between = page.between(before, line)
        if not between and before.text.endswith(SOFT_HYPHEN):
            cut = parts[-1].removesuffix(SOFT_HYPHEN)
            parts[-1:] = [cut, page.hyphen(cut, line.text), line.text]
        else:
            parts += [between, line.text]
    return "".join(parts).replace(SOFT_HYPHEN, "-")


class _Setting:
    """How the lines are set: their usual distance, how far their columns reach, and which words occur whole."""

    def __init__(self, lines: Sequence[Line]):
        drops = [before.bottom - line.bottom for before, line in pairwise(lines)]
        self.leading = median([d for d, line in zip(drops, lines, strict=False) if 0 < d < 3 * line.height] or [1000.0])
        self.words = {word.lower() for line in lines for word in _WORD.findall(line.text)}
        rights: dict[int, list[float]] = defaultdict(list)
        for line in lines:
            rights[_column(line)].append(line.right)
        # Not the furthest: a heading across two columns must not make every line of the first look short.
        self.edges = {column: sorted(found)[int(0.8 * (len(found) - 1) + 0.5)] for column, found in rights.items()}

    def between(self, before: Line, line: Line) -> str:
        """What parts two lines: a blank within a paragraph, a line end, or the empty line between paragraphs."""
        if line.text[0].isalnum() and _HYPHEN.search(before.text):
            return ""
        if abs(before.height - line.height) > 0.12 * before.height or line.text.startswith(_BULLETS):
            return "\n\n"
        drop = before.bottom - line.bottom
        ends = before.text.endswith(_STOPS)
        if not 0 < drop < 3 * self.leading:
            return "\n\n" if ends or self._had_room(before, line, _SHORT) else " "
        if drop > 1.35 * self.leading:
            return "\n\n"
        if ends:
            is_indented = line.left - before.left > 0.8 * line.height
            return "\n\n" if is_indented or self._had_room(before, line, _RAGGED) else " "
        return "\n" if self._had_room(before, line, _SHORT) else " "

    def hyphen(self, cut: str, after: str) -> str:
        """A hyphen where the word is written with one: beside figures and capitals, or elsewhere in the text."""
        start, end = _WORD_END.search(cut), _WORD_START.match(after)
        if not start or not end:
            return "-"
        if (start[0] + end[0]).lower() in self.words:
            return ""
        is_compound = f"{start[0]}-{end[0]}".lower() in self.words
        return "-" if is_compound or start[0][-1].isdigit() or not end[0][0].islower() else ""

    def _had_room(self, before: Line, line: Line, spare: float) -> bool:
        """Whether the line's first word would have stood on the line before, with this share of the column to spare.

        Then that line ended on purpose.
        """
        letter = (line.right - line.left) / max(1, len(line.text))
        word = len(line.text.split(" ", 1)[0]) + 1
        edge = self.edges[_column(before)]
        if line.left < before.right:  # an indented line and the next are of one column, though they begin apart
            edge = max(edge, self.edges[_column(line)])
        return before.right + word * letter < edge - spare * (edge - before.left)


def _column(line: Line) -> int:
    return int(line.left // 30)
