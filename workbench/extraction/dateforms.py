"""The written forms of dates: a pattern for each, and how it is read against the day of publication."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from workbench.extraction import timespans as ts
from workbench.extraction.lexicon import table
from workbench.extraction.numeral import word_value

Match = re.Match[str]


@dataclass(slots=True)
class Moment:
    """What a date is read against: the day of publication, the date named last in the story, the verb's tense.

    `future` is True or False where the verb says it, None where nothing does.
    """

    published: date | None
    anchor: str | None = None
    future: bool | None = None


class Form(NamedTuple):
    """A written form: its name, its pattern, and its reader, which gives ISO 8601 text or None where it can't tell.

    A text in lower case without any of `needs` can't hold the form: that is told faster than by the pattern.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Match, Moment], str | None]
    needs: tuple[str, ...] = ()


_C = table("calendar")
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = (
    r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d:%]|[.,]\d|\s+(?:percent|per\s+cent|million|billion|people|years?)\b)"
)
JOIN = r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till|and|or)\s+)"
THIRD = r"(?:(?P<third>early|mid|late)(?:[-\s]+(?:in\s+|on\s+)?|\b-))"


def number_of(name: str) -> int:
    """The number of a month's name, short or long."""
    return int(_C["months"][name.lower().rstrip(".")])


def weekday_of(name: str) -> int:
    """The ISO number of a weekday's name."""
    plain = name.lower().rstrip(".")
    return int(_C["weekdays"].get(plain) or _C["weekdays"][plain.removesuffix("s")])


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def year_of_month(number: int, moment: Moment, of_day: int | None = None) -> int | None:
    """The year of a month (or day) that stands without one: the nearest, the way the verb's tense points."""
    now = moment.published
    if now is None:
        return None
    named = ts.first_day(moment.anchor) if moment.anchor else None
    if named is not None and moment.future is None and abs(named.year - now.year) > 1:
        return named.year
    here = date(now.year, number, min(of_day or 15, 28))
    gap = (here - now).days
    ahead = number > now.month or (number == now.month and of_day is not None and of_day > now.day)
    behind = number < now.month or (number == now.month and of_day is not None and of_day < now.day)
    if moment.future is True and behind and gap < -45:
        return now.year + 1
    if moment.future is False and ahead and gap > 45:
        return now.year - 1
    return now.year - 1 if gap > 200 else now.year + 1 if gap < -300 else now.year


def _year(text: str | None, number: int, moment: Moment, of_day: int | None = None) -> int | None:
    return int(text) if text else year_of_month(number, moment, of_day)


def read_iso(found: Match, _: Moment) -> str | None:
    """2022-03-24."""
    return ts.valid_day(int(found["year"]), int(found["month"]), int(found["day"]))


def read_slashed(found: Match, _: Moment) -> str | None:
    """Read 25/03/2020 where only one order of day and month is possible; else None."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    if one > 12 or one == two:
        return ts.valid_day(year, two, one)
    return ts.valid_day(year, one, two) if two > 12 else None


def read_day(found: Match, moment: Moment) -> str | None:
    """A day, or a span of days, of a named month."""
    number, first = number_of(found["month"]), _digits(found["day"])
    year = _year(found["year"], number, moment, first)
    if year is None:
        return None
    start = ts.valid_day(year, number, first)
    if not found["day2"]:
        return start
    second = found.groupdict().get("month2")
    return ts.span(start, ts.valid_day(year, number_of(second) if second else number, _digits(found["day2"])))


def read_month(found: Match, moment: Moment) -> str | None:
    """A month, or a third of one."""
    number = number_of(found["month"])
    year = int(found["year"]) if found["year"] else _relative_year(found.groupdict().get("rel"), moment)
    year = year or year_of_month(number, moment)
    if year is None:
        return None
    text = ts.month(year, number)
    return ts.third(text, found["third"].lower()) if found["third"] else text


def _relative_year(words: str | None, moment: Moment) -> int | None:
    if not words or moment.published is None:
        return None
    step = {"last": -1, "previous": -1, "next": 1}.get(words.lower().split()[0], 0)
    return moment.published.year + step


def read_directed_month(found: Match, moment: Moment) -> str | None:
    """As in "last March", "next May", "this July"."""
    if moment.published is None:
        return None
    number, now = number_of(found["month"]), moment.published
    year = now.year
    if found["way"].lower() in ("last", "past"):
        year -= number >= now.month
    elif found["way"].lower() in ("next", "coming"):
        year += number <= now.month
    return ts.month(year, number)


def read_months(found: Match, moment: Moment) -> str | None:
    """A span of months."""
    one, two = number_of(found["month"]), number_of(found["month2"])
    last = _year(found["year2"], two, moment)
    if last is None:
        return None
    first = int(found["year"]) if found["year"] else last - (one > two)
    return ts.span(ts.month(first, one), ts.month(last, two))


def read_years(found: Match, _: Moment) -> str | None:
    """A span of years, the second one perhaps short ("2019-20")."""
    first, last = found["year"], found["year2"]
    return ts.span(first, first[: 4 - len(last)] + last) if int(first[: 4 - len(last)] + last) > int(first) else None


def read_one_year(found: Match, _: Moment) -> str | None:
    """A year, or a third of one."""
    return ts.third(found["year"], found["third"].lower()) if found["third"] else found["year"]


def read_decade(found: Match, _: Moment) -> str | None:
    """Ten years, or a third of them."""
    if found["full"]:
        first = int(found["full"])
    else:
        tens = int(found["short"]) if found["short"] else int(_C["decades"][found["word"].lower()])
        first = (2000 if tens < 20 else 1900) + tens
    text = f"{first}/{first + 9}"
    return ts.third(text, found["third"].lower()) if found["third"] else text


def read_century(found: Match, _: Moment) -> str | None:
    """A century: the nineteenth is 1801 to 1900."""
    number = (
        _digits(found["number"])
        if found["number"][0].isdigit()
        else table("numbers")["ordinals"].get(found["number"].lower(), 0)
    )
    return f"{100 * (number - 1) + 1:04d}/{100 * number:04d}" if 1 <= number <= 30 else None


def read_fiscal(found: Match, moment: Moment) -> str | None:
    """A fiscal or academic year, as the calendar year of the same number."""
    if found["rel2"]:
        return str(_relative_year(found["rel2"], moment) or "") or None
    if found["year"]:
        first = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
        return ts.span(first, first[:2] + found["year2"][-2:]) if found["year2"] else first
    return None


def read_part_of_year(found: Match, moment: Moment) -> str | None:
    """A quarter or half, of a named year or of the one that the day of publication and the tense give."""
    length = 6 if "h" in found["what"].lower() and "quarter" not in found["what"].lower() else 3
    last = 12 // length
    word = found["which"].lower()
    which = (
        last
        if word in ("last", "final")
        else int(word)
        if word.isdigit()
        else table("numbers")["ordinals"].get(word, 0)
    )
    if not 1 <= which <= last:
        return None
    year = int(found["year"]) if found["year"] else _relative_year(found["rel"], moment)
    if year is None and moment.published:
        start = (which - 1) * length + 1
        year = moment.published.year - (start > moment.published.month and not moment.future)
    return ts.months(year, (which - 1) * length + 1, length) if year else None


def read_season(found: Match, moment: Moment) -> str | None:
    """A season of the north, as three whole months."""
    first = int(_C["seasons"][found["season"].lower()])
    if found["year"]:
        return ts.months(int(found["year"]), first, 3)
    if moment.published is None:
        return None
    now, way = moment.published, (found["way"] or "").lower()
    year = now.year + (_relative_year(found["rel"], moment) or now.year) - now.year
    begins = (now.year, first)
    if found["rel"]:
        return ts.months(year, first, 3)
    if way in ("last", "past", "previous"):
        year = now.year - (ts.first_day(ts.month(now.year, first + 2)) >= now.replace(day=1))  # type: ignore[operator]
    elif way in ("next", "coming"):
        year = now.year + (begins <= (now.year, now.month))
    elif first == 12 and now.month <= 2:
        year = now.year - 1
    return ts.months(year, first, 3)


def read_holiday(found: Match, moment: Moment) -> str | None:
    """A holiday that has a fixed day."""
    number, of_day = _C["holidays"][re.sub(r"\s+", " ", found["holiday"].lower().replace("’", "'"))].split("-")
    year = _year(found["year"], int(number), moment, int(of_day))
    return ts.valid_day(year, int(number), int(of_day)) if year else None


def amount_of(text: str) -> int | None:
    """The whole number that these words say; "a" is one, "a couple of" two."""
    plain = re.sub(r"[\s-]+", " ", text.lower()).strip()
    if plain in ("a", "an", "the"):
        return 1
    if plain.startswith("a couple"):
        return 2
    values = [word_value(word) for word in plain.split()]
    if not values or None in values:
        return None
    total = sum(int(v) for v in values if v is not None)
    return total if total < 10_000 else None


def yesterday(moment: Moment, days: int = 1) -> str | None:
    """So many days before the day of publication."""
    return ts.day(moment.published - timedelta(days=days)) if moment.published else None


def form(
    name: str, pattern: str, read: Callable[[Match, Moment], str | None], flags: re.RegexFlag = re.IGNORECASE
) -> Form:
    """A written form; its pattern disregards case unless told otherwise."""
    return Form(name, re.compile(pattern, flags), read, tuple(table("calendar")["needs"].get(name, ())))
