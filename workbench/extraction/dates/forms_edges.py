"""The written forms that name the edge of a span: "by the end of the year", "since the start of May", "by year-end"."""

from workbench.extraction.dates import timespans as ts
from workbench.extraction.dates.forms import MONTH, OF_YEAR, YEAR, Form, Match, Moment, form
from workbench.extraction.dates.reading import named_year, number_of, year_of_month

_UP_TO = ("by", "until", "till", "through", "before", "since", "after", "from")
"""Words with which the edge is one day: the last of the span, or the first."""
_OPENING = ("beginning", "start")


def _edge(found: Match, moment: Moment) -> str | None:
    """The day where the span ends or begins, where a deadline is meant; else its last or first month or ten days.

    Of a decade it is the year.
    """
    whole = _whole(found, moment)
    first, last = (ts.first_day(whole), ts.last_day(whole)) if whole else (None, None)
    if whole is None or first is None or last is None:
        return None
    opens = (found["edge"] or "end").lower() in _OPENING
    if ts.precision(whole) == "span" and found["unit"] == "decade":
        return f"{(first if opens else last).year}"
    if (found["lead"] or "").lower() in _UP_TO:
        return ts.day(first if opens else last)
    if ts.precision(whole) == "month":
        return ts.third(whole, "early" if opens else "late")
    return ts.month(first.year, first.month if opens else last.month)


def _whole(found: Match, moment: Moment) -> str | None:
    now = moment.published
    if found["month"]:
        number = number_of(found["month"])
        year = named_year(found, moment) or year_of_month(number, moment)
        return ts.month(year, number) if year else None
    if found["full"]:
        return found["full"]
    if now is None:
        return None
    step = {"last": -1, "next": 1}.get((found["which"] or "").lower().removeprefix("the "), 0)
    unit = (found["unit"] or found["ending"]).lower()
    if unit == "quarter":
        return ts.months(now.year, 3 * ((now.month - 1) // 3 + step) + 1, 3)
    if unit == "decade":
        return ts.years(now.year // 10 * 10 + 10 * step, 10)
    return ts.shifted(now, unit, step)


EDGES: list[Form] = [
    form(
        "an edge of a span",
        rf"(?:\b(?P<lead>{'|'.join(_UP_TO)}|at|near|towards?|around|in)\s+)?(?:about\s+)?"
        rf"(?:(?:the\s+)?(?:very\s+)?\b(?P<edge>end|close|beginning|start)\s+of\s+(?:(?P<month>{MONTH.lower()})\b(?!\s+\d{{1,2}}\b){OF_YEAR}|"
        rf"(?P<full>{YEAR})\b|(?P<which>the|this|last|next|the\s+next|the\s+last)\s+(?:calendar\s+)?(?P<unit>year|month|quarter|decade)\b(?!['’]))|"
        r"(?:(?<=by\s)|(?<=at\s)|(?<=before\s)|(?<=until\s)|(?<=since\s))(?:the\s+)?(?P<ending>year|month|quarter)(?:[-\s]|['’]s\s)end\b)",
        _edge,
    ),
]
"""Forms of an edge; they are read before the spans that they name."""
