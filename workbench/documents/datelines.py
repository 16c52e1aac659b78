"""The day of publication on the first line of a story that has no fields of its own."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    rf"{_YEAR}(?P<dash>[-/])(?P<figures>\d{{2}})(?P=dash)(?P<day>\d{{2}})",
    rf"{_MONTH} {_DAY},? {_YEAR}",
    rf"{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}",
    rf"(?P<one>\d{{1,2}})(?P<mark>[./])(?P<two>\d{{1,2}})(?P=mark){_YEAR}",
)
_LABEL = r"(?P<label>(?:date|dated|published|posted)(?: on)? ?:? )?"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_ZONE = r"(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,5}(?!\w))?"
_CLOCK = rf"(?:,? ?(?:T|at )?\d{{1,2}}:\d\d(?::\d\d)?(?:\.\d+)? ?(?:[AaPp]\.?[Mm]\.?)? ?{_ZONE})"
_DATES = [re.compile(rf"{_LABEL}{_WEEKDAY}{form}(?:(?!\w)|(?=T\d\d:))", re.IGNORECASE) for form in _FORMS]
_TIME = re.compile(_CLOCK)
_ENDS_LINE = re.compile(r"[.:]? *(?:\n+|$)")
# After a date that stands alone the story begins anew: a capital, a figure or an opening mark, no comma, no verb.
_STARTS_STORY = re.compile(r" (?:[-–—|·:] )?(?=[\"“‘'(\[]?[^\W_a-z])")


@dataclass(frozen=True)
class Dateline:
    """A date at the start of a text: the day, where the story begins after it, and whether it is a guess."""

    day: date
    end: int
    is_guess: bool


def leading_date(text: str) -> Dateline | None:
    """The date that stands alone at the start of a clean text, or None.

    It needs day, month and year. Figures whose order is open ("03/04/2022") are no date; a date that the sentence
    goes on with ("January 4, 2019, was …") belongs to the story. A date without label or weekday that text
    follows on the same line is a guess.
    """
    start = text[:200]
    for form in _DATES:
        found = form.match(start)
        if found and (day := _day(found)):
            end = found.end()
            clock = _TIME.match(start, end)
            for after in (clock.end(), end) if clock else (end,):
                if alone := _ENDS_LINE.match(start, after):
                    return Dateline(day, alone.end(), _is_other_weekday(found, day))
                if follows := _STARTS_STORY.match(start, after):
                    is_bare = not found["label"] and not found["weekday"]
                    return Dateline(day, follows.end(), is_bare or _is_other_weekday(found, day))
    return None


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if parts.get("one"):
        return _from_figures(int(parts["year"]), int(parts["one"]), int(parts["two"]), parts["mark"])
    month = int(parts["figures"]) if parts.get("figures") else _MONTHS.index(parts["month"][:3].lower()) + 1
    return _valid(int(parts["year"]), month, int(parts["day"]))


def _from_figures(year: int, one: int, two: int, mark: str) -> date | None:
    # Dots are written day first everywhere; slashes both ways, so only one reading may be possible.
    day_first, month_first = _valid(year, two, one), _valid(year, one, two)
    if mark == "." or day_first == month_first:
        return day_first
    return None if day_first and month_first else day_first or month_first


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_other_weekday(found: re.Match[str], day: date) -> bool:
    named = found["weekday"]
    return bool(named) and not f"{day:%A}".lower().startswith(named.lower())
