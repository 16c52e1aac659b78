"""The written forms of dates that need a day to be read against: "next week", "on Monday", "two days later"."""

import re
from datetime import date, timedelta

from workbench.extraction import timespans as ts
from workbench.extraction.dateforms import (
    SHORT_WEEKDAY,
    WEEKDAY,
    Form,
    Match,
    Moment,
    amount_of,
    form,
    weekday_of,
    yesterday,
)
from workbench.extraction.lexicon import table

_ONES = [w for w in (*table("numbers")["ones"], *table("numbers")["tens"]) if w != "zero"]
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
NUMBER = rf"(?:a\s+couple\s+of|an?|(?:{_ONE})(?:[\s-](?:{_ONE}|hundred))?|\d{{1,4}})"
UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade|century|centurie)s?"
PART_OF_DAY = r"(?:\s+(?:early\s+)?(?:morning|afternoon|evening|night|midday|noon)s?)?"
_LAST = ("last", "past", "previous")
_NEXT = ("next", "coming", "following", "upcoming")


def _today(found: Match, moment: Moment) -> str | None:
    word = re.sub(r"\s+", " ", found.group().lower())
    if "yesterday" in word:
        return yesterday(moment, 2 if word.startswith("the day before") else 1)
    if word == "last night":
        return yesterday(moment)
    if "tomorrow" in word:
        return yesterday(moment, -2 if "after" in word else -1)
    return yesterday(moment, 0)


def _weekday(found: Match, moment: Moment) -> str | None:
    if moment.published is None:
        return None
    wanted, now = weekday_of(found["weekday"]), moment.published
    way = (found["way"] or "").lower()
    back, ahead = (now.isoweekday() - wanted) % 7, (wanted - now.isoweekday()) % 7
    if way in ("last", "past", "previous"):
        return ts.day(now - timedelta(days=back or 7))
    if way in ("next", "coming", "upcoming"):
        return ts.day(now + timedelta(days=ahead or 7))
    if way == "this":
        return ts.day(now + timedelta(days=wanted - now.isoweekday()))
    if way in ("following", "the following") and (start := _anchor_day(moment)):
        return ts.day(start + timedelta(days=(wanted - start.isoweekday()) % 7 or 7))
    return ts.day(now + timedelta(days=ahead) if moment.future else now - timedelta(days=back))


def _anchor_day(moment: Moment) -> date | None:
    return ts.last_day(moment.anchor) if moment.anchor else moment.published


def _directed(found: Match, moment: Moment) -> str | None:
    """As in "last week", "this month", "next year": the unit beside the one that holds the day of publication."""
    way, unit = found["way"].lower(), found["unit"].lower()
    base = moment.published
    if way in ("following", "previous", "preceding"):
        base = _anchor_day(moment)
    if base is None:
        return None
    step = -1 if way in (*_LAST, "preceding") else 1 if way in _NEXT else 0
    if unit == "weekend":
        saturday = base + timedelta(days=6 - base.isoweekday() + 7 * step)
        return f"{ts.day(saturday)}/{ts.day(saturday + timedelta(days=1))}"
    if unit == "quarter":
        return ts.months(base.year, ((base.month - 1) // 3 + step) * 3 + 1, 3)
    if unit == "decade":
        first = base.year // 10 * 10 + 10 * step
        return f"{first}/{first + 9}"
    return ts.shifted(base, unit, step)


def _day_in_story(found: Match, moment: Moment) -> str | None:
    """As in "later that day", "the next day": seen from the date that the story named last."""
    word = re.sub(r"\s+", " ", found.group().lower())
    if "in the day" in word or word.endswith(("earlier the day", "later the day")) or "of the day" in word:
        return yesterday(moment, 0)
    start = _anchor_day(moment)
    if start is None:
        return None
    step = 1 if re.search(r"\b(?:next|following)\b", word) else -1 if re.search(r"\b(?:previous|before)\b", word) else 0
    return ts.day(start + timedelta(days=step))


def _ago(found: Match, moment: Moment) -> str | None:
    count, unit = amount_of(found["count"]), _unit(found["unit"])
    way = found["way"].lower()
    base = moment.published if way in ("ago", "from now", "from today", "hence", "back") else _anchor_day(moment)
    if base is None or count is None:
        return None
    return ts.shifted(
        base, unit, count if way in ("later", "after", "from now", "from today", "hence", "afterwards") else -count
    )


def _unit(word: str) -> str:
    plain = word.lower()
    return {"night": "day", "centurie": "century"}.get(plain, plain)


def _rolling(found: Match, moment: Moment) -> str | None:
    """As in "over the last four years": from so many units before publication on, as precise as the unit."""
    if moment.published is None:
        return None
    count, unit = amount_of(found["count"] or "a"), _unit(found["unit"])
    if count is None:
        return None
    ahead = found["way"].lower() in _NEXT
    now, then = ts.shifted(moment.published, unit, 0), ts.shifted(moment.published, unit, count if ahead else -count)
    return ts.span(now, then) if ahead else ts.span(then, now)


def _same(found: Match, moment: Moment) -> str | None:
    if not moment.anchor:
        return None
    unit = found["unit"].lower()
    start = ts.first_day(moment.anchor)
    if unit in ("period", "time", "span") or start is None or ts.precision(moment.anchor) == "span":
        return moment.anchor
    return ts.shifted(start, unit, 0)


def _part_of_this(found: Match, moment: Moment) -> str | None:
    """As in "the end of the year"."""
    if moment.published is None:
        return None
    which = (found["which"] or "this").lower().split()[-1]
    return ts.shifted(moment.published, found["unit"].lower(), {"last": -1, "next": 1}.get(which, 0))


RELATIVE: list[Form] = [
    form(
        "a rolling span",
        rf"\b(?:(?:over|in|during|for|within|throughout|across)\s+)?(?:the|its|their|his|her|"
        rf"these)\s+(?P<way>last|past|previous|next|coming)\s+(?:(?P<count>{NUMBER})[\s-]+)?{UNIT}\b"
        rf"(?<!the\sprevious\sday)(?<!the\sprevious\sweek)(?<!the\snext\sday)",
        _rolling,
    ),
    form(
        "so long ago",
        rf"\b(?:(?:about|some|around|nearly|almost|more\s+than|over|"
        rf"just)\s+)?(?P<count>{NUMBER})[\s-]+{UNIT}\s+(?P<way>ago|earlier|later|before|after(?!\s+\w)|"
        rf"from\s+now|hence|back|afterwards)\b(?!\s+than)",
        _ago,
    ),
    form(
        "a day beside the day of publication",
        r"\b(?:(?:early|late|earlier|later)\s+)?(?:the\s+day\s+before\s+yesterday|"
        r"the\s+day\s+after\s+tomorrow|yesterday|today(?!['’]s\b)|tomorrow|tonight|last\s+night|"
        r"this\s+(?:morning|afternoon|evening))(?:\s+(?:morning|afternoon|evening|night))?\b",
        _today,
    ),
    form(
        "a day of the story",
        r"\b(?:(?:earlier|later|early|late)\s+(?:in\s+the\s+day|the\s+day|that\s+(?:same\s+)?(?:day|night|"
        r"evening|morning|afternoon)|on\s+the\s+same\s+day)|(?:on\s+)?(?:the\s+)?(?:very\s+)?(?:same|next|"
        r"following|previous)\s+(?:day|morning|night|evening)|the\s+day\s+before(?=[,.])|"
        r"that\s+(?:same\s+)?(?:day|night|evening|morning|afternoon))\b",
        _day_in_story,
    ),
    form(
        "a weekday",
        rf"\b(?:(?:early|late|earlier|later)\s+)?(?:(?:the\s+)?(?P<way>last|next|this|past|coming|upcoming|"
        rf"following|previous)\s+)?(?:(?:early|late)\s+)?(?P<weekday>{WEEKDAY}|(?<=\bon\s){SHORT_WEEKDAY})"
        rf"(?!\w){PART_OF_DAY}(?:\s+(?:last|next)\s+week)?",
        _weekday,
    ),
    form(
        "a unit beside the present one",
        r"\b(?:(?:early|earlier|late|later)\s+)?(?:the\s+)?(?P<way>last|this|next|past|previous|preceding|"
        r"coming|upcoming|following|current)\s+(?P<unit>week|month|year|quarter|weekend|"
        r"decade)\b(?!['’]s\s+(?:end|day))(?!-(?:old|end))",
        _directed,
    ),
    form(
        "a part of the present unit",
        r"\b(?:the\s+)?(?:end|beginning|start|middle|close|turn|rest|remainder)\s+of\s+(?P<which>the|this|"
        r"last|next|the\s+next|the\s+last)\s+(?P<unit>week|month|year|decade)\b",
        _part_of_this,
    ),
    form(
        "the same span", r"\b(?:the\s+same|that|the\s+same\s+time)\s+(?P<unit>period|year|month|week)\b(?!['’])", _same
    ),
]
"""Forms that are read against the day of publication or the date that the story named last."""
