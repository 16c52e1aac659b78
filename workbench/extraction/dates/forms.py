"""What every written form of a date is made of: its pattern, its reader, and the moment that it is read against."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from workbench.extraction.dates import timespans as ts
from workbench.extraction.lexicon import table

Match = re.Match[str]
_MONTHS_TOLD = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
RECENT = 310
"""Days within which lie the months whose figures are news."""


@dataclass(slots=True)
class Moment:
    """What a date is read against.

    The day of publication; the dates that the story named last, newest first; the date of the event that stands behind
    it ("two days before the vote on 3 May"); the tense of its verb (`future`: None where nothing says it); whether it
    stands behind "since", so that it is over; and whether the story stands in the southern half of the world, where
    summer is in January.
    """

    published: date | None
    anchors: Sequence[str] = ()
    event: str | None = None
    future: bool | None = None
    south: bool = False
    since: bool = False

    @property
    def anchor(self) -> str | None:
        """The date that the story named last."""
        return self.anchors[0] if self.anchors else None

    def years_back(self, count: int) -> str | None:
        """The months that the story told of last, so many years before; None where it has told of a year since.

        They are what figures are held against: "sales fell 9 percent in May from a year earlier".
        """
        for anchor in self.anchors:
            if ts.precision(anchor) == "year":
                return None
            last = ts.last_day(anchor) if _MONTHS_TOLD.fullmatch(anchor) else None
            if last and self.published and abs((self.published - last).days) < RECENT:
                return ts.moved(anchor, -count)
        return None

    def anchor_for(self, unit: str) -> str | None:
        """The newest date that is no coarser than this unit; where there is none, the newest one."""
        return next((a for a in self.anchors if ts.is_finer(a, unit)), self.anchor)


class Form(NamedTuple):
    """A written form: its name, its pattern, and its reader, which gives ISO 8601 text or None where it can't tell.

    `exact` says that capitals count; else the pattern is one of small letters, for a text in such.
    A text spelled without a word of each of `needs` can't hold the form: that is told faster than by the pattern.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Match, Moment], str | None]
    needs: Sequence[frozenset[str]]
    exact: bool


WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?"
_ONES = [w for w in (*table("numbers")["ones"], *table("numbers")["tens"]) if w != "zero"]
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
NUMBER = rf"(?:(?:a\s+)?couple(?:\s+of)?|an?|(?:{_ONE})(?:[\s-](?:{_ONE}|hundred))?|\d{{1,4}})"
UP_TO = rf"(?:-plus\b)?(?:(?:\s+(?:to|or)\s+|-(?:to-)?|–)(?P<up_to>{NUMBER}))?"
"""Behind a number: the upper end of "three to four weeks", "two or three years"; "two-plus months" has none."""
UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade|century|centurie)s?"
_NAMES = [name.capitalize() for name in table("calendar")["months"]]
_MONTHS = [name for name in _NAMES if len(name) > 4 or name in ("May", "June", "July")]
_SHORT = sorted((name for name in _NAMES if name not in _MONTHS), key=len, reverse=True)
# Capitals count, so that "may" and "march" stay verbs; a line in capitals has them too.
MONTH = rf"(?:{'|'.join(_MONTHS)}|{'|'.join(_MONTHS).upper()}|(?:{'|'.join(_SHORT)}|{'|'.join(_SHORT).upper()})\b\.?)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = (
    r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d:%]|[.,]\d|\s+(?:percent|per\s+cent|million|billion|people|years?)\b)"
)
JOIN = r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till|and|or)\s+(?:the\s+)?)"
THIRD = r"(?:(?P<third>early|mid|late)(?:[-\s]+(?:in\s+|on\s+)?|\b-))"
CENTURIES = "|".join([*table("numbers")["ordinals"], "twenty-first"])
OF_YEAR = (
    rf"(?:,?\s+(?:(?:of|in)\s+)?(?:(?:the\s+)?(?:fiscal\s+|calendar\s+)?(?P<year>{YEAR})\b|"
    r"(?P<rel>(?:this|that|(?:the\s+)?(?:last|next|previous|following|same))\s+year)\b(?!['’])))?"
)
"""Behind a month, a quarter or a season: its year, as a number or as "last year", "of the following year"."""

_NEEDS = [(group["forms"], frozenset(group["words"])) for group in table("calendar")["needs"]]


def form(name: str, pattern: str, read: Callable[[Match, Moment], str | None], *, exact: bool = False) -> Form:
    """A written form; its pattern is one of small letters and disregards case unless told otherwise."""
    needs = [words for forms, words in _NEEDS if name in forms]
    return Form(name, re.compile(pattern), read, needs, exact)


_COMPARED = re.compile(
    r"\b(?:from|than|with|to|on|against|over|versus)\s+(?:[^.;,]{0,20}\d[^.;,]{0,25}\s)?$", re.IGNORECASE
)


_HEDGED = re.compile(r"(?:^|[.,;:“\"—]\s?)(?:less|more)\s+than\s+$")
"""What opens a sentence: "Less than a year ago, he left"."""


def is_compared(found: Match) -> bool:
    """As in "up from 14 percent a year ago", "fell on a year earlier": figures are held against those of the date."""
    if _HEDGED.search(found.string, max(0, found.start() - 20), found.start()):
        return False
    return _COMPARED.search(found.string, max(0, found.start() - 60), found.start()) is not None
