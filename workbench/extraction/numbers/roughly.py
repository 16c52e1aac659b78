"""Figures of which only the digits are told: "a 20-something", "a double-digit lead"."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.signs import any_of
from workbench.extraction.text.passage import Passage

_TENS: dict[str, int] = {word: value for word, value in table("numbers")["tens"].items() if value < 100}
SOMETHING = re.compile(rf"\b(?P<tens>[2-9]0|{any_of(list(_TENS))})-?somethings?\b", re.IGNORECASE)
_DIGITS = re.compile(rf"\bdouble[\s-]digit\s+(?:\w+\s+)?(?:{any_of(list(words('numbers', 'rated')))})\b", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Candidate]:
    """A measure of ten years for each age by its tens, and a percentage of ten or more for each with two digits."""
    if "something" in passage.plain:
        for found in SOMETHING.finditer(passage.plain):
            tens = found["tens"]
            years = tens if tens.isdigit() else str(_TENS[tens])
            yield _candidate(passage, found, Kind.MEASURE, (years, "year", Bound.EXACTLY), str(int(years) + 9))
    if "double" in passage.spelled or "double-digit" in passage.spelled:
        for found in _DIGITS.finditer(passage.plain):
            yield _candidate(passage, found, Kind.PERCENT, ("10", "%", Bound.AT_LEAST))


def _candidate(
    passage: Passage, found: re.Match[str], kind: Kind, value: tuple[str, str, Bound], high: str | None = None
) -> Candidate:
    amount, unit, bound = value
    return Candidate(
        kind,
        passage,
        found.start(),
        found.end(),
        "a figure by its digits",
        amount=amount,
        amount_high=high,
        unit=unit,
        bound=bound,
        figure=found.span(),
        readings=[Reading("amount", found.group(), "the digits that it has")],
    )
