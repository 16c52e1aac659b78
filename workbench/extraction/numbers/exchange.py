"""Rates of exchange: "76.25 to the dollar" is so much of the currency that the sentence speaks of."""

import re
from functools import cache

from workbench.extraction.lexicon import words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.signs import any_of, currency_of
from workbench.extraction.text.passage import Passage

RULE = "a rate of exchange"
_LONGEST = 40
"""Most characters of "against the Canadian dollar"."""


def read(passage: Passage, figure: Figure) -> tuple[str, int] | None:
    """The currency of the rate, and where its words end: of what is said to stand there, or of what it is held against.

    "The euro rose to 1.08 against the dollar" is in dollars, as markets quote it; "61 against the dollar" of a rouble
    is in roubles.
    """
    if figure.low.form != "digits":
        return None
    found = _per().match(passage.plain, figure.end, figure.end + _LONGEST)
    if found is None:
        return None
    other = currency_of()[found["currency"]]
    own = _spoken_of(passage, figure, other)
    quoted = found["way"] == "against" and own in words("currencies", "quoted_in_others")
    return (other if quoted else own, found.end()) if own else None


@cache
def _per() -> re.Pattern[str]:
    names = [word for word in currency_of() if word.isalpha() and word.islower()]
    return re.compile(
        rf"\s+(?P<way>to|per|against)\s+(?:(?:the|an?|one|each)\s+)?(?:(?:u\.?s\.?|american)\s+)?(?P<currency>{any_of(names)})\b"
    )


def _spoken_of(passage: Passage, figure: Figure, other: str) -> str | None:
    """The currency that the sentence names last before the number, but the `other` one."""
    first = passage.token_at(figure.start)
    low, _ = passage.sentences[passage.sentence_of[first]]
    named = (currency_of().get(passage.lower[token]) for token in range(first - 1, low - 1, -1))
    return next((code for code in named if code and code != other), None)
