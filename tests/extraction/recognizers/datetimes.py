"""Days and spans of days of a recognizer suite, against the dates that the extraction reads.

The suite gives a date in the past and one in the future where the words say neither; either is right. Its spans end
on the first day after them, except between two named days. Where it gives no value, finding the words is right.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tests.extraction.recognizers.cases import MISSED, RIGHT, WRONG, Case, Expected, Judgement
from workbench.domain.claim import Claim, Kind
from workbench.extraction.dates import timespans
from workbench.extraction.pipeline import Extractor

Days = tuple[date | None, date | None]
"""First and last day; None where the span is open on that side."""


def judge(case: Case, extractor: Extractor) -> Iterator[Judgement]:
    """What became of each date that the case expects, or of a text that should hold none."""
    published = date.fromisoformat(case.context.get("ReferenceDateTime", "")[:10] or "2016-11-07")
    claims = [c for c in extractor.extract("", case.text, published).claims if c.kind is Kind.DATE]
    if not case.expected:
        yield Judgement(case, WRONG if claims else RIGHT, case.text, "a date where the suite expects none")
    for expected in case.expected:
        words, sort = case.text[expected.start : expected.end], expected.type.removeprefix("datetimeV2.")
        over = [c for c in claims if c.start < expected.end and c.end > expected.start]
        if sort in OTHER_SORTS:
            yield Judgement(case, MISSED, words, OTHER_SORTS[sort])
        elif not over:
            yield Judgement(case, MISSED, words, _why(words, NOT_READ))
        else:
            right = any(_same(expected, claim) for claim in over)
            yield Judgement(case, RIGHT if right else WRONG, words, "" if right else _why(words, READ_OTHERWISE))


def _same(expected: Expected, claim: Claim) -> bool:
    wanted = list(_wanted(expected.fields))
    if not wanted:
        return True
    if claim.date is None:
        return False
    first, last = timespans.first_day(claim.date), timespans.last_day(claim.date)
    return any(_agree(days, first, last) for days in wanted)


def _agree(wanted: Days, first: date | None, last: date | None) -> bool:
    start, end = wanted
    if start is None or end is None:
        # "Before 2016" and "since 2016" are 2016 here: the edge must be one of its own.
        edge = start or end
        return edge is not None and any(day and abs(day - edge) <= timedelta(days=1) for day in (first, last))
    return first == start and last is not None and last in (end, end - timedelta(days=1))


def _wanted(fields: dict) -> Iterator[Days]:
    values = fields.get("values") or [fields.get("FutureResolution"), fields.get("PastResolution")]
    for value in values:
        if value and "value" in value and _day(value["value"]):
            yield _day(value["value"]), _day(value["value"])
        elif value and "date" in value:
            yield _day(value["date"]), _day(value["date"])
        elif value:
            start, end = value.get("start") or value.get("startDate"), value.get("end") or value.get("endDate")
            if start or end:
                yield _day(start), _day(end)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


OTHER_SORTS = {
    "time": "a time of day",
    "timerange": "a time of day",
    "timezone": "a time of day",
    "datetime": "a time of day with its day",
    "datetimerange": "a time of day with its day",
    "duration": "a duration, which is a measure here",
    "set": "something that recurs, which names no day",
}
"""Types that are no dates here, and what they are instead."""
_FEW = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|some|several|couple(?:\s+of)?)"
_UNITS = r"(?:day|week|fortnight|month|quarter|year|decade)s?"
_DISTANCE = rf"\b{_FEW}\s*(?:business\s+)?{_UNITS}\b"
_WHOLE_UNITS = "days where whole units are read"
NOT_READ = (
    (r"\b(?:few|some|several)\b", "a number that is not said"),
    (r"business|weekday", "working days"),
    (r"^\D*\d{1,2}(?:st|nd|rd|th)?$|^the\s+[a-z]+[\s-]?(?:first|second|th|st)$", "a bare number as a day of a month"),
    (r"^\D*\d{1,4}\s?[-/,.]\s?\d{1,4}(?:\s?[-/,.]\s?\d{1,4})?(?:\D|$)", "numbers alone, with signs between them"),
    (rf"{_DISTANCE}|\d(?:day|week|month|year)s?\b", "a window or distance without its preposition, or one that lasts"),
    (r"\bweek\b.*\d|\bweek\s+(?:of|start|begin|comm)|w/c", "a week by its number or first day"),
    (r"week", "a week in other words"),
    (r"\b(?:end|start|begin|middle|rest|later|earlier)\w*\b", "a part of a unit"),
    (r"\b(?:the|my|this)\s+(?:day|month|year)\b", "a part of a unit"),
    (r"hundred|thousand|nineteen|twenty|thirty|first|second|(?:n|f|x|v|ven|gh)th\b", "a year or day in words"),
    (r"\b\d{4}\b", "a year beyond 2099 or before 1500, or in a form of its own"),
    (r"\b(?:eid|ramadan|day|christmas|new\s+year|eve|festival)\b", "a holiday that is not listed"),
    (r"\b[a-z]{3,9}\b", "a month or season in small letters or without a preposition"),
)
READ_OTHERWISE = (
    (_DISTANCE, _WHOLE_UNITS),
    (r"\b(?:next|coming|previous|past)\s+(?:century|decade|fortnight|year|month|week|day)", _WHOLE_UNITS),
    (r"\bcentury\b", "a century that starts with a year 00"),
    (r"\b(?:early|mid|late|later|earlier|start|beginning|middle|end|rest)\b", "a part of a unit, cut in another way"),
    (r"\bweek\b", "a week of a month or year, or a weekday of a week, by another rule"),
    (r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b", "a span that leaves out its last year or month, or has two years"),
    (r"\b(?:to|and|till|until|through)\b|-", "a span of which one end is read"),
    (r"\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\b", "a day of a month by a number alone"),
    (r"\b(?:same|that)\b", "what only the story could tell"),
    (r"\b(?:next|previous|last|this)\b", "a day beside the present week"),
    (r"hundred|thousand|nineteen|twenty", "a year in words"),
)
"""Patterns of words, the first that fits, and why they are not read or not read as the suite has them."""


def _why(words: str, reasons: tuple[tuple[str, str], ...]) -> str:
    found = (why for form, why in reasons if re.search(form, words, re.IGNORECASE))
    return next(found, "another form")
