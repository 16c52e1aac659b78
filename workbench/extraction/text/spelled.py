"""What a text is spelled with: a quick look that spares most rules the long one."""

import re

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
    runs = set(_RUNS.findall(text))
    lower = {run.lower() for run in runs if run[0].isalpha()}
    figures = {_DIGIT.sub("0", run) for run in runs if not run[0].isalpha()}
    bare = {figure.rstrip("s'’") for figure in figures}
    return frozenset({*runs, *lower, *figures, *bare, *([FIGURE] if figures else [])})
