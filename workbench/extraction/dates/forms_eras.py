"""The written forms that count from an era or a war: "300 BC", "AD 79", "since World War II"."""

from workbench.extraction.dates import timespans as ts
from workbench.extraction.dates.forms import CENTURIES, Form, Match, Moment, form
from workbench.extraction.lexicon import table

_BEFORE = r"b\.?c\.?(?:e\b\.?)?(?!\w)"
_BEGUN = ("start", "outbreak", "beginning")


def _before_christ(_: Match, __: Moment) -> None:
    """A date of its own, though ISO 8601 writes such years only by agreement of both sides."""


def _year(found: Match, _: Moment) -> str | None:
    return f"{int(found['year'] or found['behind']):04d}"


def _war(found: Match, _: Moment) -> str | None:
    """The year in which it ended or broke out; all its years behind "during"."""
    number = {"i": "first", "1": "first", "one": "first"}.get(
        (found["number"] or "").lower(), found["which"] or "second"
    )
    begun, ended = table("calendar")["wars"][number.lower()]
    way, edge = found["way"].lower(), (found["edge"] or "").lower()
    if way in ("during", "throughout", "in") and not edge:
        return ts.span(str(begun), str(ended))
    starts = edge in _BEGUN or (not edge and way == "before")
    return str(begun if starts else ended)


ERAS: list[Form] = [
    form(
        "a year or century before Christ",
        rf"\b(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)|{CENTURIES})[\s-]century\s+{_BEFORE}|"
        rf"\b\d{{1,5}}(?:(?:\s?[-–]\s?|\s+to\s+)\d{{1,5}})?\s?{_BEFORE}",
        _before_christ,
    ),
    form(
        "a year of an era",
        r"\b(?:(?:AD|A\.D\.)\s(?P<year>\d{1,4})\b|(?P<behind>\d{1,4})\s(?:AD|A\.D\.|CE|C\.E\.)(?!\w|\s[a-z]+s\b))",
        _year,
        exact=True,
    ),
    form(
        "an old year",
        r"\b(?:(?<=in\s)|(?<=since\s)|(?<=until\s)|(?<=by\s)|(?<=from\s))(?P<year>1[0-4]\d\d)(?P<behind>)"
        r"(?=\s*(?:[.,;:)\"”’]|$)(?!\d)|\s+(?:and|the|when|where|in|by|to|after|as|for|with|at|during|but|on|before|under)\b)(?![.,]\d)",
        _year,
    ),
    form(
        "a world war",
        r"\b(?P<way>since|after|before|during|throughout|until|at|by|from|in)\s+(?:the\s+)?"
        r"(?:(?P<edge>end|close|start|outbreak|beginning)\s+of\s+(?:the\s+)?)?"
        r"(?:world\s+war\s+(?P<number>ii|two|2|i|one|1)|(?P<which>first|second)\s+world\s+war)\b(?![-'’])",
        _war,
    ),
]
"""Forms with an era; what they hold would be read as other years, or as counts."""
