"""How the written forms that name a date by themselves are read: a match and a moment in, ISO 8601 text out."""

import re
from datetime import date

from workbench.extraction.dates import timespans as ts
from workbench.extraction.dates.forms import Match, Moment
from workbench.extraction.lexicon import table

_C = table("calendar")
FARTHEST = 45
"""Days that a month or day may lie against the tense of the verb before it is put into another year."""


def number_of(name: str) -> int:
    """The number of a month's name, short or long."""
    return int(_C["months"][name.lower().rstrip(".")])


def ordinal_of(word: str) -> int:
    """The number that an ordinal says, in words or digits; 0 for any other word."""
    return digits(word) if word[:1].isdigit() else int(table("numbers")["ordinals"].get(word.lower(), 0))


def digits(text: str) -> int:
    """The number that the digits of this text make."""
    return int(re.sub(r"\D", "", text))


def year_of_month(number: int, moment: Moment, of_day: int | None = None) -> int | None:
    """The year of a month (or day) that stands without one: the nearest, the way the verb's tense points."""
    now = moment.published
    if now is None:
        return None
    named = ts.first_day(moment.anchor) if moment.anchor and ts.precision(moment.anchor) != "span" else None
    if named is not None and moment.future is None and named.year < now.year - 1:
        return named.year
    here = date(now.year, number, min(of_day or 15, 28))
    gap = (here - now).days
    ahead = number > now.month or (number == now.month and of_day is not None and of_day > now.day)
    behind = number < now.month or (number == now.month and of_day is not None and of_day < now.day)
    if moment.since and ahead:
        return now.year - 1
    if moment.future is True and behind and gap < -FARTHEST:
        return now.year + 1
    if moment.future is False and ahead and gap > FARTHEST:
        return now.year - 1
    return now.year - 1 if gap > 200 and moment.future is None else now.year + 1 if gap < -300 else now.year


def named_year(found: Match, moment: Moment) -> int | None:
    """The year that stands behind, as a number or in words ("last year", "of that year"); None where none does."""
    named = found.groupdict()
    if year := named.get("year") or named.get("year_behind"):
        return int(year)
    words, now = (named.get("rel") or "").lower().removeprefix("the ").split(), moment.published
    if not words or now is None:
        return None
    anchor = ts.first_day(moment.anchor) if moment.anchor else None
    if words[0] in ("that", "same"):
        return anchor.year if anchor else None
    if words[0] in ("previous", "following"):
        return (anchor or now).year + (1 if words[0] == "following" else -1)
    return now.year + {"last": -1, "next": 1}.get(words[0], 0)


def read_iso(found: Match, _: Moment) -> str | None:
    """2022-03-24."""
    return ts.valid_day(int(found["year"]), int(found["month"]), int(found["day"]))


def read_numbers(found: Match, _: Moment) -> str | None:
    """Read 25/03/2020 where only one order of day and month is possible, else None; with dots the day comes first."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    if one > 12 or one == two or found["sign"] == ".":
        return ts.valid_day(year, two, one)
    return ts.valid_day(year, one, two) if two > 12 else None


def read_day(found: Match, moment: Moment) -> str | None:
    """A day, or a span of days, of a named month."""
    number, first = number_of(found["month"]), digits(found["day"])
    year = named_year(found, moment) or year_of_month(number, moment, first)
    if year is None:
        return None
    start = ts.valid_day(year, number, first)
    if not found["day2"]:
        return start
    second = found.groupdict().get("month2")
    return ts.span(start, ts.valid_day(year, number_of(second) if second else number, digits(found["day2"])))


def read_days(found: Match, moment: Moment) -> str | None:
    """A span of days from one month into another: "from 30 June to 2 July"."""
    one, two = number_of(found["month"]), number_of(found["month2"])
    first, last = digits(found["day"]), digits(found["day2"])
    year = named_year(found, moment) or year_of_month(two, moment, last)
    if year is None:
        return None
    begun = int(found["year1"]) if found["year1"] else year - ((one, first) > (two, last))
    return ts.span(ts.valid_day(begun, one, first), ts.valid_day(year, two, last))


def read_month(found: Match, moment: Moment) -> str | None:
    """A month, or a third of one."""
    number = number_of(found["month"])
    year = named_year(found, moment) or year_of_month(number, moment)
    if year is None:
        return None
    return thirded(ts.month(year, number), found["third"])


def thirded(text: str, which: str | None) -> str | None:
    """The early, mid or late third of a point or span where one of these words stands before it."""
    return ts.third(text, which.lower()) if which else text


def read_week_of_month(found: Match, moment: Moment) -> str | None:
    """As in "the first week of June": seven days from the first, the eighth …; the last one ends with the month."""
    number, which = number_of(found["month"]), found["which"].lower()
    year = named_year(found, moment) or year_of_month(number, moment)
    if year is None:
        return None
    month = ts.month(year, number)
    if which in ("last", "final"):
        last = ts.last_day(month)
        return f"{month}-{last.day - 6:02d}/{month}-{last.day:02d}" if last else None
    first = 7 * ordinal_of(which) - 6
    return f"{month}-{first:02d}/{month}-{first + 6:02d}" if 1 <= first <= 22 else None


def read_directed_month(found: Match, moment: Moment) -> str | None:
    """As in "last March", "next May", "this July", "the previous December", "that June"."""
    way, number = found["way"].lower(), number_of(found["month"])
    base = moment.published
    if way in ("previous", "following", "that") and moment.anchor:
        base = ts.first_day(moment.anchor)
    if base is None:
        return None
    year = base.year
    if way in ("last", "past", "previous"):
        # The month that is just over is "last month" or "in May"; "last May" is then the one before.
        year -= number >= base.month - (way == "last")
    elif way in ("next", "coming", "following"):
        year += number <= base.month
    return ts.month(year, number)


def read_months(found: Match, moment: Moment) -> str | None:
    """A span of months."""
    one, two = number_of(found["month"]), number_of(found["month2"])
    last = int(found["year2"]) if found["year2"] else year_of_month(two, moment)
    if last is None:
        return None
    first = int(found["year"]) if found["year"] else last - (one > two)
    return ts.span(ts.month(first, one), ts.month(last, two))


def read_months_up_to(found: Match, moment: Moment) -> str | None:
    """As in "the three months to June", "the year ended 31 March": whole months, the named one the last."""
    number, count = number_of(found["month"]), ts.amount_of(found["count"] or "a")
    year = named_year(found, moment) or year_of_month(number, moment)
    if year is None or count is None:
        return None
    length = count * (12 if "year" in found["unit"].lower() else 1)
    return ts.months(year, number - length + 1, length)


def read_years(found: Match, _: Moment) -> str | None:
    """A span of years, the second one perhaps short ("2019-20")."""
    first, last = found["year"], found["year2"] or found["year3"] or found["year4"]
    return ts.span(first, first[: 4 - len(last)] + last) if int(first[: 4 - len(last)] + last) > int(first) else None


def read_one_year(found: Match, _: Moment) -> str | None:
    """A year, or a third of one."""
    return thirded(found["year"], found["third"])


def read_short_year(found: Match, moment: Moment) -> str | None:
    """As in "in '98": the latest such year that is not ahead."""
    if moment.published is None:
        return None
    year = moment.published.year // 100 * 100 + int(found["short"])
    return str(year - 100 if year > moment.published.year else year)


def read_decade(found: Match, _: Moment) -> str | None:
    """Ten years, or a third of them; "the 1800s" are a hundred."""
    if found["full"]:
        first = int(found["full"])
        if first % 100 == 0 and first < 2000:
            return ts.years(first, 100, found["third"])
    else:
        tens = int(found["short"]) if found["short"] else int(_C["decades"][found["word"].lower()])
        first = (2000 if tens < 20 else 1900) + tens
    return thirded(f"{first}/{first + 9}", found["third"])


def read_century(found: Match, _: Moment) -> str | None:
    """A century, or a third of one: the nineteenth is 1801 to 1900."""
    number = ordinal_of(found["number"])
    if not 1 <= number <= 30:
        return None
    return thirded(f"{100 * number - 99:04d}/{100 * number:04d}", found["third"])


_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1}


def read_fiscal(found: Match, moment: Moment) -> str | None:
    """A fiscal or academic year: the calendar year of the same number, and two of them where two are named."""
    if found["rel2"]:
        step = _STEPS.get(found["rel2"].lower(), 0)
        return f"{moment.published.year + step:04d}" if moment.published else None
    first = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    return ts.span(first, first[:2] + found["year2"][-2:]) if found["year2"] else first


def read_part_of_year(found: Match, moment: Moment) -> str | None:
    """A quarter or half, of a named year or of the one that the day of publication and the tense give."""
    length = 3 if found["what"].lower() in ("quarter", "q") else 6
    last = 12 // length
    word = found["which"].lower()
    which = last if word in ("last", "final") else int(word) if word.isdigit() else ordinal_of(word)
    if not 1 <= which <= last:
        return None
    first = (which - 1) * length + 1
    year = named_year(found, moment)
    if year is None and moment.published and found.group().lower().endswith("year"):
        year = moment.published.year
    if year is None and moment.published:
        year = moment.published.year - (first > moment.published.month and not moment.future)
    return ts.months(year, first, length) if year else None


def read_season(found: Match, moment: Moment) -> str | None:
    """A season as three whole months: of the north, or of the south where the story stands there."""
    first = int(_C["seasons"][found["season"].lower()])
    if moment.south:
        first = (first + 5) % 12 + 1
    year = named_year(found, moment)
    if year is not None:
        return ts.months(year, first, 3)
    now = moment.published
    if now is None:
        return None
    month, way = 12 * now.year + now.month, (found["way"] or "").lower()
    begun = now.year - (first > now.month)
    ended = begun - (12 * begun + first + 2 >= month)
    if way in ("last", "past", "previous"):
        return ts.months(ended, first, 3)
    if way in ("next", "coming") or (moment.future and ended == begun):
        return ts.months(begun + 1, first, 3)
    if way == "this" and first != 12:
        return ts.months(now.year - (moment.future is False and first > now.month), first, 3)
    # "This winter" may be said before and after: the one that is over, or the coming one where that is nearer.
    over, coming = month - 12 * begun - first - 2, 12 * (begun + 1) + first - month
    nearer = ended == begun and way == "this" and moment.future is not False and coming < over
    return ts.months(begun + nearer, first, 3)
