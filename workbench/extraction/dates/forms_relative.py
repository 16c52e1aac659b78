"""The written forms of dates that are read against the day of publication: "next week", "on Monday", "a year ago"."""

import re
from datetime import date, timedelta

from workbench.extraction.dates import timespans as ts
from workbench.extraction.dates.forms import (
    NUMBER,
    SHORT_WEEKDAY,
    UNIT,
    UP_TO,
    WEEKDAY,
    Form,
    Match,
    Moment,
    form,
    is_compared,
)
from workbench.extraction.dates.reading import thirded
from workbench.extraction.lexicon import table

_PART_OF_DAY = r"(?:\s+(?:early\s+)?(?:morning|afternoon|evening|night|midday|noon)s?)?"
_WEEKDAY = WEEKDAY.lower()
_PAST = ("last", "past", "previous", "preceding")
_COMING = ("next", "coming", "following", "upcoming")
_HALVES = {"century": (50, "year"), "decade": (5, "year"), "year": (6, "month")}


def step(way: str) -> int:
    """Which way the word points: -1 for "last", 1 for "next", 0 for "this"."""
    return -1 if way.lower() in _PAST else 1 if way.lower() in _COMING else 0


def weekday_of(name: str) -> int:
    """The ISO number of a weekday's name, short or long."""
    plain, listed = name.lower().rstrip("."), table("calendar")["weekdays"]
    return int(listed.get(plain) or listed[plain.removesuffix("s")])


def unit_of(word: str) -> str:
    """The unit of time that this word names: a night counts as a day."""
    plain = word.lower()
    return {"night": "day", "centurie": "century"}.get(plain, plain)


def from_publication(moment: Moment, days: int = 0) -> str | None:
    """So many days after the day of publication."""
    return ts.day(moment.published + timedelta(days=days)) if moment.published else None


def _today(found: Match, moment: Moment) -> str | None:
    word = re.sub(r"\s+", " ", found.group().lower())
    if "yesterday" in word:
        return from_publication(moment, -2 if "the day before" in word else -1)
    if word == "last night":
        return from_publication(moment, -1)
    if "tomorrow" in word:
        return from_publication(moment, 2 if "after" in word else 1)
    return from_publication(moment)


def _overnight(_: Match, moment: Moment) -> str | None:
    """The night that ends on the day of publication, or begins on it where the verb points ahead."""
    first = 0 if moment.future else -1
    return ts.span(from_publication(moment, first), from_publication(moment, first + 1))


def _weekday(found: Match, moment: Moment) -> str | None:
    wanted, way, now = weekday_of(found["weekday"]), (found["way"] or "").lower(), moment.published
    if way == "following" and moment.anchor and (start := ts.last_day(moment.anchor)):
        return ts.day(start + timedelta(days=(wanted - start.isoweekday()) % 7 or 7))
    if now is None:
        return None
    if week := found["week"] or found["week1"] or ("this" if way == "this" else None):
        day = now + timedelta(days=wanted - now.isoweekday() + 7 * step(week))
        # "It came this Sunday", a Friday's story says of the Sunday before.
        over = way == "this" and moment.future is False and day > now
        return ts.day(day - timedelta(days=7) if over else day)
    back, ahead = (now.isoweekday() - wanted) % 7, (wanted - now.isoweekday()) % 7
    if way in _PAST:
        return ts.day(now - timedelta(days=back or 7))
    if way in _COMING:
        return ts.day(now + timedelta(days=ahead or 7))
    return ts.day(now + timedelta(days=ahead) if moment.future else now - timedelta(days=back))


def _weekdays(found: Match, moment: Moment) -> str | None:
    """As in "from Monday to Thursday": the second day is the one that the tense gives."""
    one, two = weekday_of(found["first"] or found["one"]), weekday_of(found["second"] or found["two"])
    now = moment.published
    if now is None:
        return None
    # A span to come may have begun.
    last = (two - now.isoweekday()) % 7 or 7 if moment.future else -((now.isoweekday() - two) % 7)
    first = now + timedelta(days=last - (two - one) % 7)
    return ts.span(ts.day(first), ts.day(first + timedelta(days=(two - one) % 7)))


def _weekend(found: Match, moment: Moment) -> str | None:
    """The weekend that runs or the nearest one, the way the verb's tense points."""
    now, way = moment.published, found["way"].lower().split()[-1]
    if now is None:
        return None
    saturday = now + timedelta(days=6 - now.isoweekday() + 7 * step(way))
    if now.isoweekday() < 6 and way in ("the", "this") and moment.future is False:
        saturday -= timedelta(days=7)
    if now.isoweekday() < 6 and way == "the" and moment.future is None:
        saturday -= timedelta(days=7)
    return ts.span(ts.day(saturday), ts.day(saturday + timedelta(days=1)))


def _directed(found: Match, moment: Moment) -> str | None:
    """As in "last week", "this month", "early next year": the unit beside the one that holds the day of publication."""
    way, unit = found["way"].lower(), found["unit"].lower()
    base = moment.published
    if way in ("following", "previous", "preceding") and moment.anchor:
        base = ts.last_day(moment.anchor_for(unit) or "")
    if base is None:
        return None
    if unit == "quarter":
        return ts.months(base.year, ((base.month - 1) // 3 + step(way)) * 3 + 1, 3)
    if unit == "decade":
        first = base.year // 10 * 10 + 10 * step(way)
        return thirded(f"{first}/{first + 9}", found["third"])
    if unit == "century":
        first = (base.year - 1) // 100 * 100 + 1 + 100 * step(way)
        return f"{first}/{first + 99}"
    shifted = ts.shifted(base, unit, _weeks_off(way, moment) if unit == "week" else step(way))
    return thirded(shifted, found["third"]) if shifted else None


def _weeks_off(way: str, moment: Moment) -> int:
    """How many weeks away: on a Sunday, "last week" is the one that ends that day, and "this week" may be to come."""
    on_sunday = moment.published is not None and moment.published.isoweekday() == 7
    if on_sunday and (way == "last" or (way == "this" and moment.future)):
        return step(way) + 1
    return step(way)


def _from_now(found: Match, moment: Moment) -> str | None:
    """As in "three weeks ago", "two months from now", "in ten days" where the verb points ahead."""
    count, unit = ts.amount_of(found["count"]), unit_of(found["unit"])
    if moment.published is None or count is None:
        return None
    named = found.groupdict()
    ago = (found["way"] or "").lower() in ("ago", "back")
    if named.get("half"):
        count, unit = _HALVES.get(unit, (count, unit))
    if named.get("at") and unit == "year":
        return _years_before(moment.published, count, named["at"].lower())
    if ago and unit == "year" and is_compared(found) and (same := moment.years_back(count)):
        return same
    if named.get("up_to") and (high := ts.amount_of(found["up_to"])):
        return ts.span(ts.shifted(moment.published, unit, count), ts.shifted(moment.published, unit, high))
    return ts.shifted(moment.published, unit, -count if ago else count)


def _years_before(now: date, count: int, at: str) -> str | None:
    """As in "50 years ago today", "ten years ago this week"."""
    then = ts.first_day(ts.valid_day(now.year - count, now.month, now.day) or "")
    if then is None or at == "today":
        return ts.day(then) if then else None
    return ts.week(then) if at.endswith("week") else ts.month(then.year, then.month)


def _hours_ago(found: Match, moment: Moment) -> str | None:
    """As in "just over 24 hours ago": a day or two."""
    return from_publication(moment, -(int(found["hours"]) // 24))


def _part_of_this(found: Match, moment: Moment) -> str | None:
    """As in "the rest of the year", "the end of the week"."""
    which, now = found["which"].lower().split()[-1], moment.published
    return ts.shifted(now, found["unit"].lower(), {"last": -1, "next": 1}.get(which, 0)) if now else None


RELATIVE: list[Form] = [
    form("days in hours", r"\b(?:(?:about|just|over|just\s+over)\s+)?(?P<hours>24|48|72)\s+hours\s+ago\b", _hours_ago),
    form(
        "so long ago",
        rf"\b(?:(?:about|some|around|nearly|almost|more\s+than|over|just)\s+)?(?P<half>half[\s-]+)?(?P<count>{NUMBER})[\s-]+{UNIT}\s+"
        r"(?P<way>ago|back|from\s+now|from\s+today|hence)\b(?:\s+(?P<at>today|this\s+(?:week|month))\b)?",
        _from_now,
    ),
    form(
        "so long from now",
        rf"in(?<=\bin)\s+(?:about\s+|just\s+)?(?P<count>{NUMBER}){UP_TO}[\s-]+{UNIT}(?P<way>['’]?\s+time)?\b(?!\s+(?:of|to|or|and\s+{NUMBER})\b)",
        _from_now,
    ),
    form(
        "a day beside the day of publication",
        r"\b(?:(?:early|late|earlier|later)\s+)?(?:the\s+day\s+before\s+yesterday|"
        r"the\s+day\s+after\s+tomorrow|yesterday|today|tomorrow|tonight|last\s+night|"
        r"this\s+(?:morning|afternoon|evening))(?:\s+(?:morning|afternoon|evening|night))?\b",
        _today,
    ),
    form("overnight", r"\bovernight\b(?!-)", _overnight),
    form(
        "a span of weekdays",
        rf"\b(?<=from\s)(?P<first>{_WEEKDAY})\s+(?:to|until|till|through)\s+(?P<second>{_WEEKDAY})\b|"
        rf"\b(?P<one>{_WEEKDAY})\s+through\s+(?P<two>{_WEEKDAY})\b",
        _weekdays,
    ),
    form(
        "a weekday",
        rf"\b(?:(?:early|late|earlier|later)\s+)?(?:(?P<week1>last|this|next)\s+week\s+(?:on\s+)?)?"
        rf"(?:(?:the\s+)?(?:this\s+)?(?P<way>last|next|this|(?<=(?:the|his)\s)past|coming|upcoming|(?<=the\s)following|previous)\s+)?"
        rf"(?:(?:early|late)\s+)?(?P<weekday>{_WEEKDAY}|(?<=\bon\s){SHORT_WEEKDAY.lower()})"
        rf"(?!\w){_PART_OF_DAY}(?:\s+(?:of\s+)?(?P<week>last|next|this)\s+week\b)?",
        _weekday,
    ),
    form(
        "a weekend",
        r"\b(?:(?<=at\s)|(?<=rest\sof\s)|(?<=spend\s)|(?<=spent\s)|(?<=over\s)|(?<=during\s)|(?<=on\s)|(?<=by\s)|(?<=through\s)|(?<=throughout\s)|(?=this)|(?=last)|(?=next)|(?=the\s+(?:past|last|"
        r"coming|next)))(?:the\s+(?=last|past|coming|next))?(?P<way>the|this(?:\s+(?:past|coming))?|last|next|past|coming)"
        r"\s+weekend\b",
        _weekend,
    ),
    form(
        "a unit beside the present one",
        r"\b(?:(?:(?P<third>early|mid|late)[\s-]+(?:in\s+)?|(?:earlier|later)\s+(?:in\s+)?))?(?:the\s+)?(?P<way>last|this|next|"
        r"past|previous|preceding|coming|upcoming|following|current)\s+(?:(?:fiscal|financial)\s+(?=quarter))?(?P<unit>week|month|year|quarter|decade|"
        r"century)\b(?!['’]s\s+(?:end|day))(?!-(?:old|end))",
        _directed,
    ),
    form(
        "a part of the present unit",
        r"\b(?:(?:the\s+)?(?:end|beginning|start|middle|close|turn|rest|remainder)\s+of|(?:earlier|later)\s+in)\s+(?P<which>the|this|"
        r"last|next|the\s+next|the\s+last)\s+(?P<unit>week|month|year|decade)\b",
        _part_of_this,
    ),
]
"""Forms that are read against the day of publication."""
