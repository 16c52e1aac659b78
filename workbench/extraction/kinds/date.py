"""Dates: days, weeks, months, years and spans, absolute and relative, as ISO 8601 text at the story's own precision."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.dates import timespans
from workbench.extraction.dates.checks import says_when
from workbench.extraction.dates.forms import Form, Moment, is_compared
from workbench.extraction.dates.forms_anchored import ANCHORED, TOLD_OF
from workbench.extraction.dates.forms_edges import EDGES
from workbench.extraction.dates.forms_eras import ERAS
from workbench.extraction.dates.forms_fixed import DAYS, FIXED
from workbench.extraction.dates.forms_parts import PARTS, SOME_OF
from workbench.extraction.dates.forms_relative import RELATIVE, weekday_of
from workbench.extraction.dates.forms_rolling import ROLLING, SESSIONS, WITHIN
from workbench.extraction.grammar.tenses import points_ahead
from workbench.extraction.lexicon import words
from workbench.extraction.numbers.scores import tells_of_game
from workbench.extraction.text.passage import NOUNS, Passage

_LEAD = re.compile(
    r"(?:\b(?:on|in|since|by|from|during|until|till|through|before|after|around|about|as\s+of|as\s+(?:early|late|recently)\s+as|"
    r"throughout|between|at|over|prior\s+to|back\s+in|"
    r"early|late|mid|dating\s+to|effective|of)\s+)(?:or\s+about\s+)?(?:the\s+)?(?:(?:end|start|beginning|"
    r"middle|year|summer|month)\s+(?:of\s+)?(?:the\s+)?)?(?:year\s+)?$",
    re.IGNORECASE,
)
_EVENT = re.compile(r"\b(?:before|after|ahead\s+of|prior\s+to)$", re.IGNORECASE)
_LENGTH_FROM = re.compile(
    r"^within\b|^(?!an?\b|(?:\w+\s+)?(?:\w+\s+)?an?\b).*\b(?:before|after|ahead\s+of|prior\s+to)$", re.IGNORECASE
)
_DESCRIBING = ("compound", "nummod", "nmod", "amod")
FORMS = (*PARTS, *EDGES, *ERAS, *FIXED[:DAYS], *ANCHORED, *FIXED[DAYS:], *ROLLING, *RELATIVE)
"""Every written form, in the order in which they take their words."""
SHIFTED = ("so long ago", "so long before or after")
"""The forms of a date that figures are held against: "up from a year ago"."""
NEVER_IN = ("a weekday", "a unit beside the present one", "a day beside the day of publication")
"""The forms before which "in" belongs to the verb: "was sworn in Saturday", "weighed in this week"."""
OPENING = 2
"""How many passages are read for where a story stands."""
FARTHEST_EVENT = 60
"""Most characters between "two days before" and the date of the event behind it."""
REMEMBERED = 5
"""How many of the dates named last may be meant by "two days later"."""

Match = tuple[Form, re.Match[str]]


@dataclass
class Timeline:
    """What a story has said of time so far: its day of publication, and the dates that it named last, newest first.

    `south` says whether the story stands in the southern half of the world, `game` whether it tells of a game.
    """

    published: date | None
    south: bool = False
    game: bool = False
    anchors: list[str] = field(default_factory=list)

    def named(self, value: str, lead: str) -> None:
        """Remember a date. One behind "since" is background; one behind "through" closes a period of its year."""
        if lead.startswith("since"):
            return
        if lead.startswith("through") and timespans.precision(value) == "day":
            self.anchors.insert(0, f"{value[:4]}-01-01/{value}")
        self.anchors.insert(0, value)
        del self.anchors[REMEMBERED:]


def begin(passages: list[Passage], published: date | None) -> Timeline:
    """The timeline at the beginning of a story; where it stands is read from its title and first paragraph."""
    text = " ".join(passage.text for passage in passages[:OPENING])
    return Timeline(published, _in_the_south().search(text) is not None, tells_of_game(passages))


@cache
def _in_the_south() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('calendar', 'south.places'))})\b")


def find(passage: Passage, timeline: Timeline) -> Iterator[Candidate]:
    """A candidate for each date of the passage, in order; `timeline` moves on with them."""
    matches, end = [m for m in _matches(passage) if not (timeline.game and _is_of_game(*m))], 0
    for place, (form, found) in enumerate(matches):
        moment = _moment(passage, found, timeline)
        if _EVENT.search(found.group()):
            moment.event = _event(passage, found, matches[place + 1 : place + 2], timeline)
        value = _value(form, found, moment)
        if _EVENT.search(found.group()) and (value is None or _is_said_already(passage.text, end, found, moment)):
            continue
        if form.name == TOLD_OF and value is None:
            continue
        value = _next_to(passage, matches[:place], (form, found), timeline) or value
        alone = _describes(passage, found)
        start, end = found.start() if alone else _with_lead(passage.text, end, found.start(), form), found.end()
        # What figures are only held against is background.
        if value is not None and not (form.name in SHIFTED and is_compared(found)):
            timeline.named(value, passage.text[start : start + 8].lower())
        yield Candidate(
            Kind.DATE,
            passage,
            start,
            found.end(),
            form.name,
            date=value,
            figure=(found.start(), found.end()),
            readings=[Reading("date", passage.text[slice(*found.span())], _how(form, moment))],
        )


def _is_of_game(form: Form, found: re.Match[str]) -> bool:
    """As in "scored in the first half": no part of a year where none is named."""
    return form.name == "a quarter or half" and not (found["year"] or found["rel"]) and "of the" not in found.group()


def holds_a_measure(candidate: Candidate) -> bool:
    """Whether the date is a rolling span, a part of one or so long before an event: its length is a measure as well."""
    span_to_come = candidate.rule == "so long from now" and "/" in (candidate.date or "")
    return (
        span_to_come
        or candidate.rule in ("a rolling span", SESSIONS, WITHIN, SOME_OF)
        or (
            candidate.rule == "so long before or after"
            and _LENGTH_FROM.search(candidate.text) is not None
            and candidate.passage.text[candidate.end : candidate.end + 2].strip().isalpha()
        )
    )


def _moment(passage: Passage, found: re.Match[str], timeline: Timeline) -> Moment:
    token = passage.token_at(found.start())
    ahead, since = points_ahead(passage, token), token > 0 and passage.lower[token - 1] == "since"
    return Moment(timeline.published, tuple(timeline.anchors), None, ahead, timeline.south, since)


def _value(form: Form, found: re.Match[str], moment: Moment) -> str | None:
    value = form.read(found, moment)
    return value if value is not None and timespans.first_day(value) and timespans.last_day(value) else None


def _event(passage: Passage, found: re.Match[str], behind: list[Match], timeline: Timeline) -> str | None:
    """The date of the event that stands behind "two days before": the next one, where nothing parts them."""
    for form, event in behind:
        between = passage.text[found.end() : event.start()]
        if len(between) <= FARTHEST_EVENT and not re.search(r"[,;:.!?]", between):
            return _value(form, event, _moment(passage, event, timeline))
    return None


def _next_to(passage: Passage, before: list[Match], here: Match, timeline: Timeline) -> str | None:
    """The day behind "Monday and": the one that follows that day, whatever the tense."""
    if not before or not timeline.anchors or {before[-1][0].name, here[0].name} != {"a weekday"}:
        return None
    first, second = before[-1][1], here[1]
    joined = re.fullmatch(r"\s+(?:and|or)\s+(?:on\s+)?", passage.text[first.end() : second.start()])
    days = (weekday_of(second["weekday"]) - weekday_of(first["weekday"])) % 7
    day = timespans.first_day(timeline.anchors[0])
    bare = second.group().lower() == second["weekday"].lower()
    return timespans.day(day + timedelta(days=days)) if joined and day and bare and 0 < days < 4 else None


def _how(form: Form, moment: Moment) -> str:
    if form in FIXED:
        return form.name
    seen_from = moment.event or moment.anchor
    return f"{form.name}, against {moment.published or 'no day of publication'}" + (
        f" and {seen_from}" if seen_from else ""
    )


def _matches(passage: Passage) -> list[Match]:
    taken: list[Match] = []
    for form in _possible(passage.spelled & _WANTED):
        for found in form.pattern.finditer(passage.text if form.exact else passage.plain):
            free = all(found.end() <= other.start() or found.start() >= other.end() for _, other in taken)
            if free and says_when(passage, form, found, passage.token_at(found.start())):
                taken.append((form, found))
    return sorted(taken, key=lambda pair: pair[1].start())


_WANTED = frozenset(word for form in FORMS for needed in form.needs for word in needed)


@lru_cache(maxsize=4096)
def _possible(among: frozenset[str]) -> tuple[Form, ...]:
    """The forms that a text can hold which has these of the words that forms need."""
    return tuple(form for form in FORMS if not any(map(among.isdisjoint, form.needs)))


def _is_said_already(text: str, end: int, found: re.Match[str], moment: Moment) -> bool:
    """As in "on Monday, a day before they met", one date twice; or an event "after" which it was, its day unknown."""
    closed = re.match(r"\s*(?:[,.;:)]|$)", text[found.end() : found.end() + 2])
    return text[end : found.start()] == ", " or (
        found.group().lower().endswith("after") and moment.event is None and not closed
    )


def _describes(passage: Passage, found: re.Match[str]) -> bool:
    """Whether it stands before a noun, to which the preposition belongs: "in the 2018 election", "on Monday's vote"."""
    first, token = passage.token_at(found.start()), passage.token_at(found.end() - 1)
    if passage.tags[token + 1 : token + 2] == ["POS"]:
        return True
    while first <= passage.heads[token] < token:
        token = passage.heads[token]
    noun = passage.heads[token]
    link = passage.heads[noun]
    if noun <= token or passage.tags[noun] not in NOUNS or passage.deps[token] not in _DESCRIBING:
        return False
    if passage.tags[first] == "DT" or "CC" in passage.tags[token:noun] or passage.deps[noun] != "pobj":
        return False
    if passage.tags[link] != "IN" or passage.lower[link] in ("of", "to"):
        return False
    # "In 2019 orders fell": the parser takes the subject for a part of the date.
    if link == first - 1:
        return passage.child(passage.heads[link], "nsubj", "nsubjpass") is not None
    return link == first - 2 and passage.tags[first - 1] == "DT"


def _with_lead(text: str, floor: int, start: int, form: Form) -> int:
    """From the preposition on that leads a date, but not before `floor`, where the date before it ends."""
    floor = max(floor, start - 40)
    lead = _LEAD.search(text[floor:start])
    if lead is None or lead.group().lower().startswith("of "):
        return start
    if lead.group().lower() == "in " and form.name in NEVER_IN and text[start : start + 4].lower() != "the ":
        return start
    if lead.group().lower().startswith("over ") and form.name not in ("a weekend", "a holiday"):
        return start
    return floor + lead.start()
