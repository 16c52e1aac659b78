"""The written forms of spans that begin or end with publication: "over the last four years", "within 30 days"."""

from workbench.extraction.dates import timespans as ts
from workbench.extraction.dates.forms import NUMBER, UNIT, UP_TO, Form, Match, Moment, form
from workbench.extraction.dates.forms_relative import step, unit_of

SESSIONS = "so many sessions"
WITHIN = "within so long"
"""The forms of spans of so many market days, and from publication on; their lengths are measures of their own."""
MOST_SESSIONS = 300
"""Most sessions that are counted one by one."""


def _rolling(found: Match, moment: Moment) -> str | None:
    """As in "over the last four years": from so many units before publication on, as precise as the unit."""
    if moment.published is None:
        return None
    count, unit = ts.amount_of(found["up_to"] or found["count"] or "a"), unit_of(found["unit"])
    if count is None:
        return None
    ahead = step(found["way"]) > 0
    if found["fiscal"] and unit == "year":
        # Whole years, of which the one that runs is none.
        year = moment.published.year
        return ts.span(str(year + 1), str(year + count)) if ahead else ts.span(str(year - count), str(year - 1))
    # "The next year, …" in a story about the past is the year after the one that it spoke of.
    if ahead and not found["lead"] and not found["count"] and moment.future is not True:
        start = ts.last_day(moment.anchor_for(unit) or "")
        if start and start < moment.published:
            return ts.shifted(start, unit, 1)
    now, then = ts.shifted(moment.published, unit, 0), ts.shifted(moment.published, unit, count if ahead else -count)
    return ts.span(now, then) if ahead else ts.span(then, now)


def _sessions(found: Match, moment: Moment) -> str | None:
    """As in "the past five sessions": so many days on which markets open, the day of publication among them."""
    count, day, ahead = ts.amount_of(found["count"]), moment.published, step(found["way"]) > 0
    if not count or day is None or count > MOST_SESSIONS:
        return None
    # Twice as many days, and a weekend, hold enough weekdays.
    days = (ts.shifted(day, "day", past if ahead else -past) for past in range(ahead, 2 * count + 3))
    weekdays = [named for text in days if text and (named := ts.first_day(text)) and named.isoweekday() < 6][:count]
    return ts.span(ts.day(min(weekdays)), ts.day(max(weekdays))) if len(weekdays) == count else None


def _within(found: Match, moment: Moment) -> str | None:
    """As in "must be paid within 30 days": from publication on, as precise as the unit."""
    count, unit = ts.amount_of(found["up_to"] or found["count"]), unit_of(found["unit"])
    if moment.published is None or count is None:
        return None
    return ts.span(ts.shifted(moment.published, unit, 0), ts.shifted(moment.published, unit, count))


ROLLING: list[Form] = [
    form(
        SESSIONS,
        rf"\b(?:(?:over|in|during|for|within|across)\s+)?the\s+(?P<way>last|past|previous|next|coming)\s+(?P<count>{NUMBER})\s+"
        r"(?:(?:trading|business|market)\s+(?:days|sessions)|sessions)\b",
        _sessions,
    ),
    form(
        "a rolling span",
        rf"\b(?P<lead>(?:over|in|during|for|within|throughout|across)\s+)?(?:the|its|their|his|her|these|this)\s+"
        rf"(?P<way>last|past|previous|next|coming|following)\s+(?:(?P<count>{NUMBER}){UP_TO}[\s-]+(?:(?:trading|business|working|school|full|(?P<fiscal>fiscal|financial|budget))\s+)?|"
        rf"(?<!previous\s)(?<!following\s)(?!\w+s\b|day\b|night\b)){UNIT}\b(?!(?<!past\s\w\w\w\s)\s+of\s+(?:his|her|its|their|the|my|our|an?)\b)",
        _rolling,
    ),
    form(
        WITHIN,
        rf"\bwithin\s+(?:about\s+|just\s+)?(?P<count>{NUMBER}){UP_TO}[\s-]+{UNIT}\b(?!\s+(?:of|after|before|from|on|by)\b)",
        _within,
    ),
]
"""Forms of such spans; their units are those of the relative forms."""
