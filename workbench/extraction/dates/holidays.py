"""Holidays: days that fall on the same date each year, on a weekday of a month, or so many days from Easter."""

import re
from datetime import date, timedelta

from workbench.extraction.dates import timespans as ts
from workbench.extraction.dates.forms import Match, Moment
from workbench.extraction.dates.reading import named_year, year_of_month
from workbench.extraction.lexicon import table

_C = table("calendar")
NAMES = "|".join(
    re.escape(name).replace("'", "[’']").replace(r"\ ", r"\s+")
    for name in sorted({*_C["holidays"], *_C["holidays_by_weekday"], *_C["holidays_by_easter"]}, key=len, reverse=True)
)


def read_holiday(found: Match, moment: Moment) -> str | None:
    """The day of the holiday, or the one beside it, in its named year or in the one that the tense gives."""
    name = re.sub(r"\s+", " ", found["holiday"].lower().replace("’", "'"))
    year = named_year(found, moment)
    if year is None and moment.published is not None:
        near = day_of(name, moment.published.year)
        year = year_of_month(near.month, moment, near.day)
    later = {"before": -1, "after": 1}.get((found["way"] or "").lower(), 0)
    return ts.day(day_of(name, year) + timedelta(days=later)) if year else None


def day_of(name: str, year: int) -> date:
    """The day in this year of a holiday that calendar.toml lists, its name in lower case."""
    if name in _C["holidays"]:
        month, day = _C["holidays"][name].split("-")
        return date(year, int(month), int(day))
    if name in _C["holidays_by_easter"]:
        return easter(year) + timedelta(days=_C["holidays_by_easter"][name])
    return _by_weekday(_C["holidays_by_weekday"][name], year)


def _by_weekday(rule: str, year: int) -> date:
    """The day that "4 thursday 11 +1" names: one after the fourth Thursday in November; "last monday 5" too."""
    which, weekday, month, *later = rule.split()
    wanted = int(_C["weekdays"][weekday])
    more = timedelta(days=int(later[0]) if later else 0)
    if which == "last":
        end = date(year, int(month) + 1, 1) - timedelta(days=1)
        return end - timedelta(days=(end.isoweekday() - wanted) % 7) + more
    first = date(year, int(month), 1)
    return first + timedelta(days=(wanted - first.isoweekday()) % 7 + 7 * (int(which) - 1)) + more


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
