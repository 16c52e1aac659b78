"""Measures that hold no number: "an hour", "half a mile", "a foot and a half", "a month-long strike"."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.hedges import hedge_before
from workbench.extraction.numbers.signs import any_of, unit_at, units
from workbench.extraction.text.passage import Passage

_UNIT = rf"(?P<unit>{any_of(list(words('units', 'lists.singles')))})"
_AN = re.compile(
    rf"\b(?P<article>an?)\s+(?P<whole>(?:full|whole|entire|solid)\s+)?(?P<half>(?:half|quarter)[\s-]+)?{_UNIT}\b"
    r"(?P<and_half>[\s-]+and[\s-]+(?:a|one)[\s-]+(?P<part>half|quarter))?"
    r"(?!['’-])(?(and_half)|(?!\s+(?:and\s+a\s+(?:half|quarter)\b|when|that|in\s+which|high|low|to\s+remember)))"
)
# "a year ago" is a date; "for a year before it" is a measure, and so is "an hour later".
_POINTING = re.compile(r"\s+(?P<how>ago|earlier|later|after|before)\b")
_FOR = re.compile(r"\bfor\s+(?:at\s+least\s+|more\s+than\s+|over\s+|about\s+|nearly\s+|almost\s+|up\s+to\s+)?$")
_OF = re.compile(r"\s+of\s+(?!f)")
_COUPLE = re.compile(
    rf"\ba\s+couple(?:\s+of)?\s+(?:more\s+)?{_UNIT}s\b"
    r"(?!\s+(?:ago|earlier|later|after|before|back|from\s+now)\b)(?P<part>)"
)
_PARTS = {"half": "0.5", "quarter": "0.25"}
_ONE_AND = {None: "1", "half": "1.5", "quarter": "1.25"}
_LED = re.compile(
    r"\b(?:for|in|of|within|than|over|under|drive|lasted|lasts|took|takes|take|spent|spend|spends|spending|by|after|up\s+to|half|every)\s+$",
    re.IGNORECASE,
)
# "a mile long", "an inch deep": as sure a measure as behind a preposition.
_FAR = re.compile(r"\s+(?:long|wide|deep|high|tall|thick|across|away|off|north|south|east|west)\b")
_PART_OF = re.compile(r"\b(?:quarters?|thirds?|half)\s+of\s+$")
_LONG = re.compile(r"(?<![\w-])(?P<unit>hour|day|week|month|year|decade|century)-?long\b")
_JOIN = re.compile(r",?\s+(?:and\s+)?")
_ONE_BEFORE = re.compile(rf"\ban?\s+(?P<unit>{any_of(list(words('units', 'lists.singles')))}),?\s+(?:and\s+)?$")
LONGEST = 24
"""Most characters that "a fortnight and" may have."""
_AFTER = re.compile(r"\b(?:after|following|than|during|amid|capped|capping)\s+$")
_ENDS: tuple[list[str], ...] = ([], ["."], [","], ["IN"], ["CC"])
"""Tags behind "a second" where it is a span of time and no ordinal."""


def find(passage: Passage, figures: list[Figure]) -> Iterator[tuple[None, Candidate]]:
    """One of its unit, but no rate ("$5 a day", "twice a week"), and what lasts one of it."""
    yield from _lasting(passage)
    if "couple" in passage.spelled:
        for found in _COUPLE.finditer(passage.plain):
            if not _is_taken(passage.plain, found, figures):
                yield None, _one(passage, found.start(), found, "2", Bound.ABOUT)
    if words("units", "lists.singles").isdisjoint(passage.spelled):
        return
    for found in _AN.finditer(passage.plain):
        hedge = hedge_before(passage, found.start())
        if (
            _is_taken(passage.plain, found, figures)
            or not _is_led(passage, found, hedge is not None)
            or _is_other(passage, found)
        ):
            continue
        bound, start, word = hedge or (Bound.EXACTLY, found.start(), "")
        token = passage.token_at(start) - 1
        if word == "over" and (passage.tags[token] == "CD" or passage.entity_of[token] in ("MONEY", "PERCENT")):
            bound = Bound.EXACTLY  # "$2 billion over a decade": in it
        amount = _PARTS[found["half"].rstrip("- \n")] if found["half"] else _ONE_AND[found["part"]]
        start = found.start() if bound is Bound.EXACTLY else start
        yield None, _one(passage, start, found, amount, bound)


def before(text: str, end: int) -> tuple[str, int] | None:
    """The unit, and where it starts, of "an hour and" right before the 15 of "15 minutes"."""
    found = _ONE_BEFORE.search(text, max(0, end - LONGEST), end)
    return (units()[found["unit"]], found.start()) if found else None


def _lasting(passage: Passage) -> Iterator[tuple[None, Candidate]]:
    """As in "a month-long strike"."""
    if "long" in passage.plain:
        for found in _LONG.finditer(passage.plain):
            bound, start, _ = hedge_before(passage, found.start()) or (Bound.EXACTLY, found.start(), "")
            start = found.start() if bound is Bound.EXACTLY else start
            yield None, _one(passage, start, found, "1", bound)


def _is_taken(text: str, found: re.Match[str], figures: list[Figure]) -> bool:
    """Whether a number is read here, or right behind as the smaller part: "an hour and 15 minutes"."""
    if found["part"]:
        return False
    for figure in figures:
        if figure.start < found.end() and figure.end > found.start():
            return True
        joined = found.end() < figure.start and _JOIN.fullmatch(text, found.end(), figure.start)
        if joined and unit_at(text, figure.end, digits=figure.low.form == "digits"):
            return True
    return False


def _is_led(passage: Passage, found: re.Match[str], hedged: bool) -> bool:
    before = passage.plain[max(0, found.start() - 24) : found.start()]
    if (pointing := _POINTING.match(passage.plain, found.end())) and not found["part"]:
        clocked = found["unit"] in ("minute", "hour") and pointing["how"] != "ago"
        return clocked or _FOR.search(before) is not None
    if _PART_OF.search(before):
        return False
    if _OF.match(passage.plain, found.end()) and not (hedged or _is_stretch_of(found, before)):
        return False
    return bool(
        hedged or found["part"] or found["whole"] or _FAR.match(passage.plain, found.end()) or _LED.search(before)
    )


def _is_stretch_of(found: re.Match[str], before: str) -> bool:
    """As in "after a week of talks"; no "in a year of drought", no "for a mile of road"."""
    return found["unit"] in ("week", "month", "year", "decade", "hour") and _AFTER.search(before) is not None


def _is_other(passage: Passage, found: re.Match[str]) -> bool:
    """Whether it is the second of a row, or a rate: "a second bridge", "three times a day", "the price of a gallon"."""
    token, behind = passage.token_at(found.start()), passage.token_at(found.end() - 1) + 1
    if found["unit"].lower() == "second" and passage.tags[behind : behind + 1] not in _ENDS:
        return True
    before = token - 1
    if passage.lower[max(0, token - 2) : token] in (["price", "of"], ["prices", "of"], ["cost", "of"]):
        return True
    return token > 0 and (passage.tags[before] in ("CD", "$") or passage.lower[before] in words("units", "lists.rates"))


def _one(passage: Passage, start: int, found: re.Match[str], amount: str, bound: Bound) -> Candidate:
    return Candidate(
        Kind.MEASURE,
        passage,
        start,
        found.end(),
        "one of a unit",
        amount=amount,
        unit=units()[found["unit"].lower()],
        bound=bound,
        figure=found.span(),
    )
