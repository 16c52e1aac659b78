"""Cuts a story's text into nested pieces, so that the browser can mark claims that nest and claims that cross."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

PARAGRAPH_END = re.compile(r"\n{2,}")

Piece = str | dict[str, Any]
"""A run of text, or {"c": claim id, "f": 1 where the claim begins, "l": 1 where it ends, "k": pieces inside}."""


class Marked(NamedTuple):
    """A claim's id with its half-open character offsets in the text."""

    claim: int
    start: int
    end: int


@lru_cache(maxsize=32)
def paragraphs(text: str, marked: tuple[Marked, ...]) -> list[list[Piece]]:
    """The text as paragraphs of pieces. No character is lost: all strings joined are the text.

    A claim that crosses another, or the end of a paragraph, comes in several pieces whose strings joined are its
    words; the first carries "f", the last "l". Offsets count Unicode characters.
    """
    ends = [found.end() for found in PARAGRAPH_END.finditer(text) if found.end() < len(text)]
    edges = [0, *ends, len(text)]
    inside = _by_paragraph(edges, marked)
    return [_nest(text, start, end, spans) for (start, end), spans in zip(pairwise(edges), inside, strict=True)]


def _by_paragraph(edges: list[int], marked: Iterable[Marked]) -> list[list[Marked]]:
    found: list[list[Marked]] = [[] for _ in pairwise(edges)]
    first = 0
    for span in sorted(marked, key=lambda span: (span.start, -span.end)):
        while first + 1 < len(found) and edges[first + 1] <= span.start:
            first += 1
        for place in range(first, len(found)):
            if edges[place] >= span.end:
                break
            found[place].append(span)
    return found


class _Open(NamedTuple):
    span: Marked
    piece: dict[str, Any]


def _nest(text: str, start: int, end: int, spans: list[Marked]) -> list[Piece]:
    """One paragraph's pieces. `spans` touch [start, end) and are in order of their beginning, longest first."""
    top: list[Piece] = []
    stack: list[_Open] = []
    cuts = sorted({start, end} | {cut for span in spans for cut in (span.start, span.end) if start < cut < end})
    waiting = list(reversed(spans))
    for at, after in pairwise(cuts):
        _close_to(at, stack, top)
        while waiting and waiting[-1].start <= at:
            _open(waiting.pop(), at, stack, top)
        (stack[-1].piece["k"] if stack else top).append(text[at:after])
    for one in stack:
        if one.span.end <= end:
            one.piece["l"] = 1
    return top


def _close_to(at: int, stack: list[_Open], top: list[Piece]) -> None:
    """Close what ends here. What was opened inside it and goes on is closed with it and opened again beside it."""
    lowest = next((place for place, one in enumerate(stack) if one.span.end <= at), None)
    if lowest is None:
        return
    closed = stack[lowest:]
    del stack[lowest:]
    for one in closed:
        if one.span.end <= at:
            one.piece["l"] = 1
        else:
            _open(one.span, at, stack, top)


def _open(span: Marked, at: int, stack: list[_Open], top: list[Piece]) -> None:
    piece: dict[str, Any] = {"c": span.claim, "k": []}
    if span.start == at:
        piece["f"] = 1
    (stack[-1].piece["k"] if stack else top).append(piece)
    stack.append(_Open(span, piece))
