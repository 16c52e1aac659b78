"""What a text is spelled with: a quick look that spares most rules the long one."""

import re
from functools import lru_cache

VULGAR = "½¼¾⅓⅔⅛⅕"
"""Fractions of one character."""
FIGURE = "0"
_RUNS = re.compile(rf"[^\W\d_{VULGAR}]+|\d+(?:['’]?s\b)?|[{VULGAR}]")
_DIGIT = re.compile(r"\d")


def spelled(text: str) -> frozenset[str]:
    """The words of a text as written and in lower case, and its digits as noughts: "In 1998" has "In", "in", "0000".

    A word is a run of letters: "O'Hara's" has "O", "o", "Hara", "hara", "s"; "mid-1990s" has "mid", "0000" and "0000s".
    Where a digit or a fraction stands anywhere, FIGURE is among them.
    """
    return frozenset().union(*map(_spelled, set(text.split())))


@lru_cache(maxsize=65536)
def _spelled(piece: str) -> tuple[str, ...]:
    """The same for what stands between two blanks; remembered, as a story repeats most of its words."""
    if piece.isalpha():
        return (piece,) if piece.islower() else (piece, piece.lower())
    runs = _RUNS.findall(piece)
    figures = [_DIGIT.sub("0", run) for run in runs if not run[0].isalpha()]
    bare = [figure.rstrip("s'’") for figure in figures]
    lower = [run.lower() for run in runs if run[0].isalpha()]
    return *runs, *lower, *figures, *bare, *([FIGURE] if figures else [])
