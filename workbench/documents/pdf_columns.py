"""The order in which the lines of a PDF page are read: down a column, then down the next."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from workbench.documents.pdf_lines import Line

_FEWEST_LINES = 3
# Narrower than this share of the page's words, side by side, are the cells of a table and are read across.
_NARROWEST_COLUMN = 0.2


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page as a person reads them; a page of one column, or a table, keeps the order of the file."""
    columns = _columns(lines)
    if len(columns) < 2:
        return _whole(lines)
    ordered: list[Line] = []
    waiting: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if sum(_overlaps(line, column) for column in columns) > 1:
            ordered += [*_down(waiting, columns), line]
            waiting = []
        else:
            waiting.append(line)
    return ordered + _down(waiting, columns)


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The left and right edges of the columns, left to right; one or none where the page has a single column."""
    if len(lines) < 2 * _FEWEST_LINES:
        return []
    width = max(line.right for line in lines) - min(line.left for line in lines)
    narrow = sorted((line for line in lines if line.right - line.left < 0.55 * width), key=lambda line: line.left)
    groups: list[list[Line]] = []
    edge = float("-inf")
    for line in narrow:
        if line.left > edge:
            groups.append([])
        groups[-1].append(line)
        edge = max(edge, line.right)
    return [
        (min(line.left for line in group), max(line.right for line in group))
        for group in groups
        if len(group) >= _FEWEST_LINES and _median_width(group) >= _NARROWEST_COLUMN * width
    ]


def _median_width(lines: Sequence[Line]) -> float:
    return sorted(line.right - line.left for line in lines)[len(lines) // 2]


def _overlaps(line: Line, column: tuple[float, float]) -> bool:
    return line.left < column[1] and line.right > column[0]


def _down(lines: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[Line]:
    """Lines column by column, each from the top; what lies beside every column goes with the nearest to its left."""
    ordered: list[Line] = []
    placed: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        placed[max((n for n, column in enumerate(columns) if line.left >= column[0] - 1), default=0)].append(line)
    for _, column in sorted(placed.items()):
        tops: dict[int, float] = {}
        for line in column:
            tops[line.row] = max(line.bottom, tops.get(line.row, line.bottom))
        # The cells of a table within a column share a row and are read across.
        ordered += _whole(sorted(column, key=lambda line: (-tops[line.row], line.row, line.left)))
    return ordered


def _whole(lines: Sequence[Line]) -> list[Line]:
    """Parts of one line put together again."""
    whole: list[Line] = []
    for line in lines:
        if whole and whole[-1].row == line.row:
            before = whole[-1]
            whole[-1] = replace(before, text=f"{before.text} {line.text}", right=max(before.right, line.right))
        else:
            whole.append(line)
    return whole
