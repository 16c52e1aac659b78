"""The written forms of dates that are read against another date of the story: "two days later", "the same period"."""

import re
from datetime import timedelta

from workbench.extraction.dates import timespans as ts
from workbench.extraction.dates.forms import NUMBER, UNIT, YEAR, Form, Match, Moment, form, is_compared
from workbench.extraction.dates.forms_relative import from_publication, unit_of
from workbench.extraction.dates.reading import named_year

TOLD_OF = "the month told of"
"""The form of a span that is a date only where the story has named it before."""
_A_MONTH = re.compile(r"\d{4}-\d\d")
_A_QUARTER = re.compile(r"(\d{4})-(?:01/\1-03|04/\1-06|07/\1-09|10/\1-12)")
_LATER = ("later", "after", "afterwards", "following", "on")


def _day_in_story(found: Match, moment: Moment) -> str | None:
    """As in "later that day", "the next day": seen from the date that the story named last."""
    word = re.sub(r"\s+", " ", found.group().lower())
    if "in the day" in word or word.endswith(("earlier the day", "later the day")):
        return _day_of_late(moment) or from_publication(moment)
    days = (
        1
        if re.search(r"\b(?:next|following|after)\b", word)
        else -1
        if re.search(r"\b(?:previous|before)\b", word)
        else 0
    )
    return _from(moment.event or moment.anchor_for("day"), "day", days)


def _day_of_late(moment: Moment) -> str | None:
    """The day that the story named last, where it lies in the week up to publication."""
    anchor, now = moment.anchor, moment.published
    named = ts.first_day(anchor) if anchor and ts.precision(anchor) == "day" else None
    return anchor if named and now and 0 <= (now - named).days <= 7 else None


def _from(anchor: str | None, unit: str, count: int) -> str | None:
    """The date so many units after the anchor; where that is coarser than the unit, the anchor is all that is known."""
    if not anchor:
        return None
    if not ts.is_finer(anchor, unit):
        return anchor
    start = ts.first_day(anchor) if count < 0 else ts.last_day(anchor)
    if start and ts.precision(anchor) == "week" and unit not in ("day", "week"):
        # A week lies in the month and the year of its Thursday.
        start += timedelta(days=3 if count < 0 else -3)
    return ts.shifted(start, unit, count) if start else None


def _from_event(found: Match, moment: Moment) -> str | None:
    """As in "two days later", "three weeks before the vote on 12 May"; "within a day before" is the span up to it."""
    count, unit = ts.amount_of(found["count"]), unit_of(found["unit"])
    anchor = moment.event or moment.anchor_for(unit) or _year_told(found, moment)
    if count is None or anchor is None:
        return None
    if unit == "year" and found["way"].lower() in ("earlier", "before") and is_compared(found):
        same = moment.years_back(count)
        if same is not None:
            return same
    sign = 1 if found["way"].lower().split()[0] in _LATER else -1
    date = _from(anchor, unit, sign * count)
    if not found["within"]:
        return date
    here = _from(anchor, unit, 0)
    return ts.span(date, here) if sign < 0 else ts.span(here, date)


def _year_told(found: Match, moment: Moment) -> str | None:
    """The year of publication, against which "rose from a year earlier" is said where a story has named no date."""
    told = found["unit"].lower() == "year" and found["way"].lower() in ("earlier", "before")
    return f"{moment.published.year:04d}" if told and moment.published else None


def _beside(found: Match, moment: Moment) -> str | None:
    """As in "the year before", "the week after"."""
    unit = found["unit"].lower()
    return _from(moment.event or moment.anchor_for(unit), unit, 1 if found["way"].lower() == "after" else -1)


def _same(found: Match, moment: Moment) -> str | None:
    """As in "in the same period", "that year", "the same quarter of 2022", "the same period last year"."""
    unit, anchor = found["unit"].lower(), moment.anchor
    if "that" not in found.group().lower() and unit in ("period", "quarter", "half", "span"):
        anchor = next((a for a in moment.anchors if ts.precision(a) == "span"), anchor)
    if not anchor:
        year = named_year(found, moment)
        return str(year) if year else None
    start = ts.first_day(anchor)
    if start and unit in ("year", "month", "week") and ts.precision(anchor) != "span":
        anchor = ts.shifted(start, unit, 0) or anchor
    year = named_year(found, moment)
    if found["earlier"] and start:
        year = start.year - 1
    return ts.moved(anchor, year - start.year) if year and start else anchor


def _told_of(found: Match, moment: Moment) -> str | None:
    """The month or quarter that the story told of last."""
    whole = _A_MONTH if found["unit"].lower() == "month" else _A_QUARTER
    return next((anchor for anchor in moment.anchors if whole.fullmatch(anchor)), None)


ANCHORED: list[Form] = [
    form(
        TOLD_OF,
        r"\b(?<=during\s)the\s+(?P<unit>month|quarter)\b(?!\s+(?:of|to|since|before|after|ended|ending|through|leading)\b)(?!['’-])",
        _told_of,
    ),
    form(
        "the same span",
        rf"\b(?:the\s+same|that(?:\s+same)?|the\s+corresponding|the\s+comparable)\s+(?:time\s+)?(?P<unit>period|year|month|week|quarter|half|span)\b"
        rf"(?!['’])(?:\s+(?:(?:of|in)\s+)?(?:(?P<year>{YEAR})\b|(?P<rel>(?:last|the\s+previous)\s+year)\b|"
        r"(?P<earlier>a\s+year\s+(?:ago|earlier|before)|the\s+year\s+before)\b))?",
        _same,
    ),
    form(
        "so long before or after",
        rf"\b(?:(?P<within>within|in)\s+(?:the\s+)?)?(?:(?:about|some|around|roughly|nearly|almost|over|just|"
        rf"(?<!%\s)(?<!cent\s)(?<!times\s)(?<!points\s)(?:more|less)\s+than)\s+)?(?P<count>{NUMBER})[\s-]+{UNIT}\s+(?P<way>earlier|later|before(?!\s+(?:then|now)\b)|"
        r"after(?!\s+then\b)|afterwards|ahead\s+of|prior\s+to)\b(?!\s+than)",
        _from_event,
    ),
    form(
        "a day of the story",
        r"\b(?:(?:earlier|later|early|late)\s+(?:in\s+the\s+day|the\s+day|that\s+(?:same\s+)?(?:day|night|"
        r"evening|morning|afternoon)|on\s+the\s+same\s+day)|(?:on\s+)?(?:the\s+)?(?:very\s+)?(?:same|next|"
        r"following|previous)\s+(?:day|morning|night|evening)|the\s+(?:day|night)\s+(?:before|after)\b|"
        r"that\s+(?:same\s+)?(?:day|night|evening|morning|afternoon))\b",
        _day_in_story,
    ),
    form(
        "the unit before or after",
        r"\bthe\s+(?P<unit>week|month|year)\s+(?P<way>before|after)(?=\s*[,.;)]|\s+(?:and|but)\b|$)",
        _beside,
    ),
]
"""Forms that are read against the date that the story named last, or against that of an event behind them."""
