"""Where the quotation marks of a paragraph open and close."""

import re
from typing import NamedTuple

LEAST_OPEN = 20
"""Fewest characters of a quotation that is not closed, or not opened, in its paragraph."""
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?!s\b|\d\d)(?P<inner>[^‘'’\n]{8,}?(?:(?<=\w)[’'](?=[a-z])[^‘'’\n]*?)*)(?<=[\w.,!?…])[’'](?!\w)"
)
_DOUBLE = re.compile(r"[\"“”„«»]|``|‘‘|’’|'(?:(?<!\w')'(?!')|'(?![\w']))")
"""One mark; archives write two apostrophes for it, and two accents for one that opens."""
_MARKUP = re.compile(r"(?<=\w)=[\"“]([^\"“”<>\n]*)[\"”](?=[\s/>])")
"""What a page's code, left in its text, says of a link or a picture: href="…"."""
_OPENING, _CLOSING = "“„«‘`", "”»’"
_BEFORE = frozenset("([{—–-/‘'")
_BEHIND = frozenset(".,;:!?)]}—–-…’'/")
_ENDS = frozenset(".,!?…")
_COLON = re.compile(r":\s+(?=[A-Z\[(])")
_TOLD = re.compile(r"[,?!]['’]? (?:[A-Z]\w+ )?(?:said|says)\b")
"""Who says it, behind where a closing mark was forgotten."""

# How unlikely it is that writers do this; each paragraph is read in the way that costs least.
TURNED = 4.0
"""A mark typed for its opposite."""
NESTED = 1.5
"""Marks within marks of the same shape."""
FORGOTTEN = 2.0
"""No closing mark before the next quotation opens."""
EARLIER, STRAY = 2.0, 5.0
"""A mark that closes what a paragraph before opened; one that closes nothing."""
UNCLOSED, ENDLESS = 1.0, 3.0
"""A quotation left open that begins its paragraph, as it goes on in the next one; one that begins further down."""


class _Mark(NamedTuple):
    """One mark: its half-open characters, and what it costs to take it for one that opens and for one that closes."""

    low: int
    high: int
    opens: float
    closes: float


class Marked(NamedTuple):
    """The insides of a paragraph's marks, in order: the outer ones, and those within them."""

    outer: list[tuple[int, int]]
    inner: list[tuple[int, int]]


def quoted(text: str) -> list[tuple[int, int]]:
    """The insides of the outer quotation marks of a paragraph, straight or typographic; see `marked`."""
    return marked(text).outer


def marked(text: str) -> Marked:
    """The insides of the quotation marks of a paragraph; a mark left open runs to its end."""
    marks = _marks(text)
    found = _read(text, marks, _states(text, marks))
    if "'" in text or "‘" in text:
        within = found.outer or [(0, len(text))]
        singles = [single.span("inner") for span in within for single in _SINGLE.finditer(text, *span)]
        found = Marked(found.outer, sorted(found.inner + singles)) if found.outer else Marked(singles, [])
    return Marked(*([pair for span in spans if (pair := _trimmed(text, *span))] for spans in found))


def _marks(text: str) -> list[_Mark]:
    markup = {at for value in _MARKUP.finditer(text) for at in value.span(1)} if "=" in text else set()
    odd = text.count('"') % 2 == 1
    found = []
    for mark in _DOUBLE.finditer(text):
        low, high = mark.span()
        if not (markup and {low, high} & markup) and not _is_inch(text, low, odd):
            found.append(_Mark(low, high, *_costs(text, low, high)))
    return found


def _costs(text: str, low: int, high: int) -> tuple[float, float]:
    """What it costs to take the mark for one that opens, and for one that closes."""
    char, before, behind = text[low], text[low - 1] if low else " ", text[high : high + 1] or " "
    left = before.isspace() or before in _BEFORE or before in _OPENING
    right = behind.isspace() or behind in _BEHIND or behind in _CLOSING
    if char in _OPENING:
        return 0.0, 0.0 if before in _ENDS and right else TURNED
    if char in _CLOSING:
        return TURNED, 0.0
    if left == right:
        return 0.0, 0.0
    return (0.0, TURNED) if left else (TURNED, 0.0)


def _states(text: str, marks: list[_Mark]) -> list[int]:
    """How deep within marks the text is behind each of them (0 to 2), in the way that costs least."""
    costs, ways = [0.0, float("inf"), float("inf")], []
    for place, mark in enumerate(marks):
        opens, closes = mark.opens, mark.closes
        begins = place == 0 and _goes_on(text, mark)
        moves = (
            ((costs[0] + closes + (EARLIER if begins else STRAY), 0), (costs[1] + closes, 1)),
            ((costs[0] + opens, 0), (costs[1] + opens + FORGOTTEN, 1), (costs[2] + closes, 2)),
            ((costs[1] + opens + NESTED, 1),),
        )
        best = [min(way) for way in moves]
        costs = [cost for cost, _ in best]
        ways.append([before for _, before in best])
    fills = marks[:1] and marks[0].low <= 1
    ends = (costs[0], costs[1] + (UNCLOSED if fills else ENDLESS), costs[2] + STRAY)
    depth, depths = ends.index(min(ends)), []
    for way in reversed(ways):
        depths.append(depth)
        depth = way[depth]
    return depths[::-1]


def _read(text: str, marks: list[_Mark], depths: list[int]) -> Marked:
    found, before = Marked([], []), 0
    starts = [0, 0, 0]
    for place, (mark, depth) in enumerate(zip(marks, depths, strict=True)):
        if depth < before:
            (found.inner if before == 2 else found.outer).append((starts[before], mark.low))
        elif depth == 0 and place == 0 and _goes_on(text, mark):
            found.outer.append((_begun(text, mark.low), mark.low))
        elif depth == before == 1 and _is_whole(text[starts[1] : mark.low]):
            found.outer.append((starts[1], mark.low))
        if depth >= before:
            starts[depth] = mark.high
        before = depth
    if before and len(text) - starts[1] > LEAST_OPEN:
        found.outer.append((starts[1], len(text)))
    return found


def _goes_on(text: str, mark: _Mark) -> bool:
    """Whether the mark may close a quotation that an earlier paragraph opened."""
    shut = text[mark.high : mark.high + 1] in ("", " ", '"', "“")
    return shut and mark.low > LEAST_OPEN and text[mark.low - 1] in _ENDS


def _begun(text: str, end: int) -> int:
    """Where what ends there begins: behind the colon of a transcript or half a mark: "Lee: We won”", "‘We won”"."""
    colon = _COLON.search(text, 0, end)
    return colon.end() if colon else int(text[0] in "‘'")


def _is_whole(said: str) -> bool:
    """Whether what no mark closes is a paragraph of a longer quotation that was joined to the next one."""
    return said.rstrip("'’ ").endswith((".", "!", "?", "…")) and _TOLD.search(said) is None


def _is_inch(text: str, at: int, odd: bool) -> bool:
    """Whether the mark stands for inches behind a number: 6" tall, 6'' tall."""
    if at == 0 or not text[at - 1].isdigit():
        return False
    return text[at] == "'" or (odd and re.match(r'"\s*[,.]?\s*(?:[a-z]|$)', text[at:]) is not None)


def _trimmed(text: str, low: int, high: int) -> tuple[int, int] | None:
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return (low, high) if low < high else None
