"""The written forms that cut a part out of a named span: "the first two weeks of June", "the week ending 10 May"."""

from datetime import date, timedelta

from workbench.extraction.dates import timespans as ts
from workbench.extraction.dates.forms import (
    CENTURIES,
    DAY,
    MONTH,
    NUMBER,
    OF_YEAR,
    WEEKDAY,
    YEAR,
    Form,
    Match,
    Moment,
    form,
)
from workbench.extraction.dates.forms_relative import weekday_of
from workbench.extraction.dates.reading import digits, named_year, number_of, ordinal_of, year_of_month

SOME_OF = "so many units of a span"
"""The form inside which the length is a measure of its own."""
_DAYS = {"day": 1, "week": 7}


def _some_of(found: Match, moment: Moment) -> str | None:
    """The first or last so many days, weeks or months of a month or year."""
    count, unit = ts.amount_of(found["count"]), found["unit"].lower()
    whole = _whole(found, moment)
    first, last = (ts.first_day(whole), ts.last_day(whole)) if whole else (None, None)
    if not count or first is None or last is None:
        return None
    opens = found["which"].lower() in ("first", "opening")
    if unit == "month":
        return ts.months(first.year, first.month if opens else last.month - count + 1, count)
    length = timedelta(days=count * _DAYS[unit] - 1)
    return _span(first, first + length) if opens else _span(last - length, last)


def _whole(found: Match, moment: Moment) -> str | None:
    if found["month"]:
        number = number_of(found["month"])
        year = named_year(found, moment) or year_of_month(number, moment)
        return ts.month(year, number) if year else None
    whole = found["whole"].lower().split()
    if whole[-1].isdigit():
        return whole[-1]
    step = {"last": -1, "next": 1}.get(whole[0], 0)
    return f"{moment.published.year + step:04d}" if moment.published else None


def _half_of(found: Match, moment: Moment) -> str | None:
    """The first or second half of a century or a decade."""
    if found["number"]:
        first, count = 100 * ordinal_of(found["number"]) - 99, 100
    elif found["years"]:
        first = int(found["years"])
        count = 100 if first % 100 == 0 and first < 2000 else 10
    else:
        first, count = (moment.published.year // 10 * 10 if moment.published else 0), 10
    if first < 1:
        return None
    first += count // 2 * (found["which"].lower() not in ("first", "early"))
    return f"{first:04d}/{first + count // 2 - 1:04d}"


def _week_of(found: Match, moment: Moment) -> str | None:
    """The week or weekend that holds the day; one that begins or ends on it is counted from there."""
    number, of_month = number_of(found["month"] or found["month2"]), digits(found["day"] or found["day2"])
    year = named_year(found, moment) or year_of_month(number, moment, of_month)
    named = ts.first_day(ts.valid_day(year, number, of_month) or "") if year else None
    if named is None:
        return None
    if found["what"].lower() == "weekend":
        saturday = named + timedelta(days=6 - named.isoweekday())
        return _span(saturday, saturday + timedelta(days=1))
    way = found["way"].lower()
    if way == "of":
        return ts.week(named)
    six = timedelta(days=6)
    return _span(named - six, named) if way.endswith(("ending", "ended")) else _span(named, named + six)


def _weekday_of_month(found: Match, moment: Moment) -> str | None:
    """As in "the first Monday in May", "the last Thursday of November"."""
    number, which = number_of(found["month"]), found["which"].lower()
    year = named_year(found, moment) or year_of_month(number, moment)
    wanted = weekday_of(found["weekday"])
    month = ts.month(year, number) if year else ""
    first, last = ts.first_day(month), ts.last_day(month)
    if first is None or last is None:
        return None
    if which in ("last", "final"):
        return ts.day(last - timedelta(days=(last.isoweekday() - wanted) % 7))
    day = first + timedelta(days=(wanted - first.isoweekday()) % 7 + 7 * (ordinal_of(which) - 1))
    return ts.day(day) if day <= last else None


def _span(first: date, last: date) -> str | None:
    return ts.span(ts.day(first), ts.day(last))


PARTS: list[Form] = [
    form(
        SOME_OF,
        rf"\b(?:(?:the|its|their)\s+|(?<=during\s)|(?<=in\s))(?P<which>first|opening|last|final|closing)\s+(?P<count>{NUMBER})[\s-]+"
        rf"(?P<unit>day|week|month)s\s+of\s+(?:(?P<month>{MONTH.lower()})\b{OF_YEAR}|"
        rf"(?P<whole>(?:the|this|last|next)\s+year|{YEAR})\b(?!['’]))",
        _some_of,
    ),
    form(
        "a weekday of a month",
        rf"\b(?:the\s+)?(?P<which>first|second|third|fourth|fifth|last|final)\s+(?P<weekday>{WEEKDAY.lower()})\s+(?:in|of)\s+"
        rf"(?P<month>{MONTH.lower()})\b{OF_YEAR}",
        _weekday_of_month,
    ),
    form(
        "a half of many years",
        rf"\b(?:the\s+)?(?P<which>first|second|latter|last|early)\s+half\s+of\s+(?:the\s+(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{CENTURIES})"
        r"[-\s]century\b|the\s+(?P<years>\d{3}0)['’]?s\b|this\s+decade\b)",
        _half_of,
    ),
    form(
        "the week of a day",
        rf"\b[Tt]he\s+(?P<what>week|weekend)\s+(?P<way>of|beginning|starting|commencing|ending|(?:that\s+)?ended)\s+(?:on\s+)?"
        rf"(?:(?P<month>{MONTH})\s+(?P<day>{DAY})(?:\s?(?:-|–|to|and|\s)+\s?{DAY})?|(?P<day2>{DAY})\s+(?P<month2>{MONTH}))\b{OF_YEAR}",
        _week_of,
        exact=True,
    ),
]
"""Forms that are part of a longer one; they are read first."""
