"""Words as they are searched: folded alike when a claim is stored and when somebody types.

A search term is only ever letters and digits, so nothing that is typed can be read as an operator by a database.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from workbench.domain.values import Frozen

LONGEST = 4_000
"""Characters of a claim's surroundings that can be found."""
MOST_TERMS = 12
LONGEST_TERM = 60
SHORTEST_BEGINNING = 2
"""Letters that a term needs before it stands for every word that begins so."""

_SCALES = {
    **dict.fromkeys(("thousand", "k"), 3),
    **dict.fromkeys(("million", "mn", "m"), 6),
    **dict.fromkeys(("billion", "bn", "b"), 9),
    **dict.fromkeys(("trillion", "tn", "trn"), 12),
}
_FIGURE = re.compile(
    rf"(?<![\w.,])[$€£¥]?(\d{{1,30}}(?:,\d{{3}})*(?:\.\d{{1,20}})?)(?![\d.,]*\d)(?:[ -]?({'|'.join(_SCALES)})\b)?",
    re.IGNORECASE,
)


class Term(Frozen):
    """One thing to look for: a claim fits where, for any of `ways`, it has each word of it.

    Words of letters stand for every word that begins so; `figure` ones and bare digits for themselves alone.
    """

    ways: list[list[str]]


def fold(text: str) -> list[str]:
    """The words of a text without case, accents and signs, each cut at 60 characters."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain)
    return [word[:LONGEST_TERM] for word in "".join(kept).split()]


def figure(amount: str) -> str:
    """A decimal amount as one word: 13600000000 and 13600000000.00 are both n13600000000, 2.5 is n2d5."""
    whole = f"{abs(Decimal(amount)):f}"
    whole = whole.rstrip("0").rstrip(".") if "." in whole else whole
    return f"n{whole.replace('.', 'd')}"[:LONGEST_TERM]


def figures(text: str) -> list[str]:
    """The figures written in a text as words: "$13.6bn" and "13.6 billion" are both n13600000000."""
    return [_amount(found) for found in _FIGURE.finditer(text)]


def searchable(texts: Iterable[str | None], amounts: Iterable[str | None] = ()) -> str:
    """What a claim can be found by, as one text of folded words, each once."""
    said = " \n ".join(text[:LONGEST] for text in texts if text)[: 2 * LONGEST]
    words = [*fold(said), *figures(said), *(figure(amount) for amount in amounts if amount)]
    return _bounded(dict.fromkeys(words))


def terms(typed: str) -> list[Term]:
    """What somebody looks for: each word, and each figure as its amount, a bare number as it is written too."""
    found, at = [], 0
    for figure_found in _FIGURE.finditer(typed):
        found += [Term(ways=[[word]]) for word in fold(typed[at : figure_found.start()])]
        # A bare number may be part of a name or a date; with a point or a scale it is a figure and nothing else.
        as_written = [[figure_found[1]]] if figure_found[0].isdigit() else []
        found.append(Term(ways=[[_amount(figure_found)], *as_written]))
        at = figure_found.end()
    found += [Term(ways=[[word]]) for word in fold(typed[at:])]
    return found[:MOST_TERMS]


def is_beginning(word: str) -> bool:
    """Whether a word of a term stands for every word that begins so."""
    return word.isalpha() and len(word) >= SHORTEST_BEGINNING


def _amount(found: "re.Match[str]") -> str:
    exponent = _SCALES.get((found[2] or "").lower(), 0)
    return figure(str(Decimal(found[1].replace(",", "")).scaleb(exponent)))


def _bounded(words: Iterable[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0]
