"""Cutting a text into pieces that carry the claims lying over them, however these nest or cross."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

_BETWEEN_PARAGRAPHS = re.compile(r"\n(?:[ \t]*\n)+")

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A run of text under the same claims. `under` are their places in the list of spans, outermost first.

    `ends` are those whose last piece this is, innermost first: their numbers are printed behind it.
    """

    text: str
    under: tuple[int, ...]
    ends: tuple[int, ...] = ()


def pieces(text: str, spans: Sequence[Span]) -> list[list[Piece]]:
    """The paragraphs of a text, each as its pieces in order. Joined, the pieces of a claim are its words to the letter.

    A span that crosses the end of a paragraph goes on in the next. What of a span lies outside the text is left out.
    """
    lanes = heights(spans)
    cuts = sorted({offset for span in spans for offset in span})
    waiting = deque(sorted(range(len(spans)), key=lambda i: spans[i][0]))
    paragraphs: list[list[Piece]] = []
    active: list[int] = []
    for start, end in _paragraphs(text):
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        paragraph = []
        for left, right in zip([start, *inner], [*inner, end], strict=True):
            while waiting and spans[waiting[0]][0] <= left:
                active.append(waiting.popleft())
            active = [i for i in active if spans[i][1] > left]
            paragraph.append(Piece(text[left:right], tuple(sorted(active, key=lambda i: (-lanes[i], i)))))
        paragraphs.append(paragraph)
    return _with_ends(paragraphs)


def heights(spans: Sequence[Span]) -> list[int]:
    """For each span how many lines must lie above its own: 0 for one over nothing but text, more over other spans."""
    over: dict[int, list[int]] = {i: [] for i in range(len(spans))}
    active: list[int] = []
    for i in sorted(over, key=lambda i: spans[i]):
        active = [j for j in active if spans[j][1] > spans[i][0]]
        for j in active:
            over[i].append(j)
            over[j].append(i)
        active.append(i)
    found: dict[int, int] = {}
    for i in sorted(over, key=lambda i: (spans[i][1] - spans[i][0], spans[i], i)):
        found[i] = 1 + max((found[j] for j in over[i] if j in found), default=-1)
    return [found[i] for i in range(len(spans))]


def _paragraphs(text: str) -> list[Span]:
    starts, ends = [0], []
    for gap in _BETWEEN_PARAGRAPHS.finditer(text):
        ends.append(gap.start())
        starts.append(gap.end())
    return [(start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if end > start]


def _with_ends(paragraphs: list[list[Piece]]) -> list[list[Piece]]:
    last = {i: (p, q) for p, row in enumerate(paragraphs) for q, piece in enumerate(row) for i in piece.under}
    return [
        [
            replace(piece, ends=tuple(i for i in reversed(piece.under) if last[i] == (p, q)))
            for q, piece in enumerate(row)
        ]
        for p, row in enumerate(paragraphs)
    ]
