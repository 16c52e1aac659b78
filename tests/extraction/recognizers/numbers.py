"""Numbers, percentages, ordinals and ranges of a recognizer suite, against how the extraction reads them.

Numbers are held against the reading alone: a claim needs something that is counted, and most of these texts are bare
numbers. A share that is read in percent is right where the suite has the same share of one.
"""

import math
import re
from collections.abc import Callable, Iterator

from tests.extraction.recognizers.cases import MISSED, RIGHT, WRONG, Case, Expected, Judgement
from workbench.domain.claim import Bound, Claim, Kind
from workbench.extraction.numbers.figures import Figure, figures
from workbench.extraction.numbers.numeral import Numeral
from workbench.extraction.numbers.numerals import numerals
from workbench.extraction.pipeline import Extractor
from workbench.extraction.text.spelled import spelled

Span = tuple[int, int]
BELOW, ABOVE = (Bound.LESS_THAN, Bound.AT_MOST), (Bound.MORE_THAN, Bound.AT_LEAST)
NEAR = 1e-4


def judge(case: Case, extractor: Extractor) -> Iterator[Judgement]:
    """What became of each number that the case expects, or of a text that should hold none."""
    if case.model.startswith("NumberRange"):
        found = [f for q in extractor.find("", case.text, None) for f in figures(q.passage, [])]
        spans = [(f.start, f.end) for f in found]
        yield from _each(case, spans, lambda expected, place: _same_range(expected, found[place]))
    elif case.model.startswith("Percent"):
        claims = [c for c in extractor.extract("", case.text, None).claims if c.kind is Kind.PERCENT]
        yield from _each(case, _spans(claims), lambda expected, place: _same_share(expected, claims[place]))
    elif case.model.startswith("Ordinal"):
        claims = [c for c in extractor.extract("", case.text, None).claims if c.kind is Kind.RANK]
        yield from _each(case, _spans(claims), lambda expected, place: True)
    else:
        read = numerals(case.text.lower(), spelled(case.text))
        spans = [(n.start, n.end) for n in read]
        yield from _each(case, spans, lambda expected, place: _same_number(expected, read[place]))


def _spans(claims: list[Claim]) -> list[Span]:
    return [(claim.start, claim.end) for claim in claims]


def _each(case: Case, spans: list[Span], same: Callable[[Expected, int], bool]) -> Iterator[Judgement]:
    if not case.expected:
        yield Judgement(case, WRONG if spans else RIGHT, case.text, "a number where the suite expects none")
    for expected in case.expected:
        words = case.text[expected.start : expected.end]
        over = [n for n, (start, end) in enumerate(spans) if start < expected.end and end > expected.start]
        if not over:
            yield Judgement(case, MISSED, words, _why(expected, words))
        else:
            right = any(same(expected, n) for n in over)
            yield Judgement(case, RIGHT if right else WRONG, words, "" if right else _why(expected, words))


def _close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=NEAR, abs_tol=1e-12)


def _same_number(expected: Expected, read: Numeral) -> bool:
    try:
        want = abs(float(expected.fields["value"]))
    except (KeyError, TypeError, ValueError):
        return False
    return _close(float(read.value), want) or (read.form in ("part", "ratio") and _close(float(read.value) / 100, want))


def _same_share(expected: Expected, claim: Claim) -> bool:
    ends = re.findall(r"-?\d+(?:\.\d+)?", str(expected.fields.get("value")))
    have = [amount for amount in (claim.amount, claim.amount_high) if amount]
    return len(ends) == len(have) and all(_close(float(a), float(b)) for a, b in zip(ends, have, strict=True))


def _same_range(expected: Expected, figure: Figure) -> bool:
    low, _, high = str(expected.fields.get("value")).strip("[]()").partition(",")
    value, upper = float(figure.amount or "nan"), figure.amount_high
    if figure.low.form in ("part", "ratio"):
        value /= 100
    if low and high:
        return upper is not None and _close(value, float(low)) and _close(float(upper), float(high))
    if upper is not None:
        return False
    return _close(value, float(low or high or "nan")) and figure.bound in (ABOVE if low else BELOW)


REASONS = (
    ("ordinal.relative", r"", "next, last and previous say no place in a row that could be checked"),
    ("ordinal", r"", "an ordinal alone, which places nothing"),
    ("percentage", r"\d", "a percentage in another form"),
    ("percentage", r"", "no number stands there"),
    ("numberrange", r"\b(?:and|but|or)\b|,", "two bounds of one number, which are two figures here"),
    ("numberrange", r"[<>=~]|equal", "a bound in signs, or of equality"),
    ("numberrange", r"", "a bound in other words, or beside a number read in another way"),
    ("number", r"\^|[ex][+-]?\d", "powers and exponents"),
    (
        "number",
        r"\bover\b|(?:th|rd|st|half|halve|quarter|fifth|third)s?\b|\d/\d",
        "a fraction that news does not write",
    ),
    ("number", r"\bpoint\b", "a decimal point in words"),
    ("number", r"\d\s?(?:[A-Za-z]{1,3})$|\d[ \u202f]\d", "a suffix or grouping that may mean something else"),
    ("number", r"", "a number in another form"),
)
"""For the type of a result and a pattern of its words: why it is not read as the suite reads it."""


def _why(expected: Expected, words: str) -> str:
    found = (why for kind, form, why in REASONS if kind == expected.type and re.search(form, words, re.IGNORECASE))
    return next(found, "another type of result")
