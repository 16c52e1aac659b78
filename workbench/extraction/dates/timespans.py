"""Arithmetic on ISO 8601 text at the precision of a day, week, month or year, and on closed spans of these."""

import calendar
import re
from datetime import date, timedelta

from workbench.extraction.numbers.numeral import word_value


def day(value: date) -> str:
    """2022-03-24."""
    return value.isoformat()


def week(value: date) -> str:
    """The ISO week that holds this day: 2022-W12."""
    year, number, _ = value.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(year: int, number: int) -> str:
    """2022-03; `number` may run over the ends of the year: 0 is the December before."""
    years, rest = divmod(number - 1, 12)
    return f"{year + years:04d}-{rest + 1:02d}"


def months(year: int, first: int, count: int) -> str:
    """A span of `count` whole months from `first` on: 2022-01/2022-03."""
    return f"{month(year, first)}/{month(year, first + count - 1)}"


def valid_day(year: int, number: int, of_month: int) -> str | None:
    """The day as text, or None where the calendar has no such day."""
    try:
        return date(year, number, of_month).isoformat()
    except ValueError:
        return None


def span(first: str | None, last: str | None) -> str | None:
    """The closed span of two points; None where one is missing."""
    if not first or not last:
        return None
    return first if first == last else f"{first.split('/')[0]}/{last.split('/')[-1]}"


def shifted(value: date, unit: str, count: int) -> str | None:
    """The day, week, month or year that lies `count` units after that of `value`; None outside years 1–9999."""
    try:
        if unit == "day":
            return day(value + timedelta(days=count))
        if unit in ("week", "fortnight"):
            return week(value + timedelta(weeks=count * (2 if unit == "fortnight" else 1)))
        if unit == "month":
            text = month(value.year, value.month + count)
        else:
            text = f"{value.year + count * {'decade': 10, 'century': 100}.get(unit, 1):04d}"
        return text if first_day(text) else None
    except (OverflowError, ValueError):
        return None


def amount_of(text: str) -> int | None:
    """The whole number that these words say; "a" is one, "a couple of" two."""
    plain = re.sub(r"[\s-]+", " ", text.lower()).strip()
    if plain in ("a", "an", "the"):
        return 1
    if plain.startswith(("a couple", "couple")):
        return 2
    values = [word_value(word) for word in plain.split()]
    if not values or None in values:
        return None
    total = sum(int(v) for v in values if v is not None)
    return total if total < 10_000 else None


def first_day(text: str) -> date | None:
    """The first day of a point or span; None where there is none."""
    return _edge(text.partition("/")[0], last=False)


def last_day(text: str) -> date | None:
    """The last day of a point or span; None where there is none."""
    return _edge(text.rpartition("/")[2], last=True)


def _edge(text: str, last: bool) -> date | None:
    try:
        if found := re.fullmatch(r"(\d{4})-W(\d\d)", text):
            return date.fromisocalendar(int(found[1]), int(found[2]), 7 if last else 1)
        parts = [int(part) for part in text.split("-")]
        year = parts[0]
        number = parts[1] if len(parts) > 1 else 12 if last else 1
        if len(parts) > 2:
            return date(year, number, parts[2])
        return date(year, number, calendar.monthrange(year, number)[1] if last else 1)
    except (ValueError, IndexError):
        return None


SIZES = {"day": 0, "week": 1, "fortnight": 1, "month": 2, "quarter": 2, "year": 3}
"""The precisions and units of time, from fine to coarse; what is not listed is coarser than a year."""


def is_finer(text: str, unit: str) -> bool:
    """Whether the date or span is known at least as closely as in this unit."""
    return SIZES[precision(text.partition("/")[0])] <= SIZES.get(unit, 3)


def moved(text: str, years: int) -> str:
    """The same date or span so many years later: 2022-01/2022-03 one year back is 2021-01/2021-03."""
    return re.sub(r"(?:^|(?<=/))\d{4}", lambda year: f"{int(year.group()) + years:04d}", text)


def precision(text: str) -> str:
    """day, week, month, year, or span."""
    if "/" in text:
        return "span"
    return {10: "day", 8: "week", 7: "month"}.get(len(text), "year")


def third(text: str, which: str) -> str | None:
    """The early, mid or late third of a month, a year, a decade ("1990/1999") or a century; anything else as it is."""
    place = {"early": 0, "mid": 1, "late": 2}[which]
    first = first_day(text)
    if first is None:
        return None
    if re.fullmatch(r"\d{4}-\d\d", text):
        end = calendar.monthrange(first.year, first.month)[1]
        low, high = ((1, 10), (11, 20), (21, end))[place]
        return f"{text}-{low:02d}/{text}-{high:02d}"
    if re.fullmatch(r"\d{4}", text):
        return months(first.year, 1 + 4 * place, 4)
    if re.fullmatch(r"\d{4}/\d{4}", text) and (count := int(text[5:]) - first.year + 1) in _THIRDS:
        return years(first.year, count, which)
    return text


_THIRDS = {10: ((0, 3), (4, 6), (7, 9)), 100: ((0, 32), (33, 65), (66, 99))}


def years(first: int, count: int, which: str | None = None) -> str:
    """So many years from this one on (ten or a hundred), or the early, mid or late third of them."""
    low, high = _THIRDS[count][("early", "mid", "late").index(which.lower())] if which else (0, count - 1)
    return f"{first + low:04d}/{first + high:04d}"
