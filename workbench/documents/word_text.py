"""The words of a Word document in the order they are read.

python-docx gives paragraphs and tables, but passes over what a newsroom's drafts are full of: words put in with
tracked changes, content controls and text boxes. So its elements are walked here.
"""

from collections.abc import Iterator
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Struck out by a tracked change, or the same words once more for older programs.
_GONE = {f"{_W}del", f"{_W}moveFrom", _FALLBACK}
_BOX = f"{_W}txbxContent"
_MARKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def blocks_of(container: Any) -> Iterator[tuple[str, str]]:
    """The style's id and the words of each paragraph; a table is one block with a line for each of its rows."""
    for element in container:
        if element.tag == f"{_W}p":
            yield _style(element), "".join(_words(element))
            for box in _boxes(element):
                yield from blocks_of(box)
        elif element.tag == f"{_W}tbl":
            yield "", "\n".join(filter(None, map(_row, _inner(element, "tr"))))
        elif element.tag not in _GONE:
            yield from blocks_of(element)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return found.get(f"{_W}val", "") if found is not None else ""


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _GONE and child.tag not in (_BOX, f"{_W}pPr", f"{_W}rPr"):
            yield from _words(child)


def _boxes(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _GONE:
            yield from _boxes(child)


def _row(row: Any) -> str:
    cells = (" ".join(" ".join(text.split()) for _, text in blocks_of(cell)) for cell in _inner(row, "tc"))
    return " | ".join(filter(None, map(str.strip, cells)))


def _inner(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls included, of inner tables not."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag not in _GONE:
            yield from _inner(child, name)
