"""Dates: days, weeks, months, years and spans, absolute and relative, as ISO 8601 text at the story's own precision."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from workbench.domain.claim import Kind
from workbench.extraction import timespans
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.dateforms import Form, Moment
from workbench.extraction.dateforms_fixed import DAYS, FIXED
from workbench.extraction.dateforms_relative import RELATIVE
from workbench.extraction.lexicon import words
from workbench.extraction.passage import VERBS, Passage

_LEAD = re.compile(
    r"(?:\b(?:on|in|since|by|from|during|until|till|through|before|after|around|about|as\s+of|as\s+early\s+as|"
    r"throughout|between|at|prior\s+to|back\s+in|"
    r"early|late|mid|dating\s+to|effective|of)\s+)(?:or\s+about\s+)?(?:the\s+)?(?:(?:end|start|beginning|"
    r"middle|year|summer|month)\s+(?:of\s+)?(?:the\s+)?)?(?:year\s+)?$",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(r"(?:May|March|Mar\.?|Jan|Jun|Dec|Sun|Sat|Mon|August|April|June|Apr)")
_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|during|until|till|through|before|after|of|and|to|last|next|this|early|mid|late|"
    r"between|through|for|as)[\s-]+(?:early\s+|late\s+|mid-?\s*)?|[,(]\s*)$",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|during|until|till|through|before|after|of|and|to|early|mid|late|circa|around|"
    r"year|the|its|their|his|her|for|between|class\s+of|back|as|year-end|a)[\s-]+|[(\"“‘'/–—-]\s*|,\s*)$",
    re.IGNORECASE,
)
_UNIT_BEHIND = re.compile(
    r"\s*(?:%|percent|per\s+cent|UTC|GMT|hours\b|km\b|miles\b|metres\b|meters\b|feet\b|dollars\b|euros\b|kg\b|tons\b|tonnes\b)"
)
_COUNT_BEFORE = re.compile(
    r"(?:\b(?:than|over|about|nearly|least|some|up\s+to|only|No\.|number|flight|room|article)|[$£€#])\s*$",
    re.IGNORECASE,
)


_FORMS = (*FIXED[:DAYS], *RELATIVE, *FIXED[DAYS:])


class Seen(NamedTuple):
    """Words that look like a date: where they stand, and the characters before them."""

    passage: Passage
    found: re.Match[str]
    token: int
    before: str


@dataclass
class Timeline:
    """What a story has said of time so far: its day of publication and the date it named last."""

    published: date | None
    anchor: str | None = None


def find(passage: Passage, timeline: Timeline) -> Iterator[Candidate]:
    """A candidate for each date of the passage, in order; `timeline` moves on with them."""
    for form, found in _matches(passage.text):
        token = passage.token_at(found.start())
        if not _says_when(passage, form, found, token):
            continue
        moment = Moment(timeline.published, timeline.anchor, _points_ahead(passage, token))
        value = form.read(found, moment)
        start = _with_lead(passage.text, found.start())
        if value is not None and timespans.first_day(value) is None:
            value = None
        if value is not None:
            timeline.anchor = value
        yield Candidate(
            Kind.DATE,
            passage,
            start,
            found.end(),
            form.name,
            date=value,
            figure=(found.start(), found.end()),
            readings=[Reading("date", found.group(), _how(form, moment))],
        )


def holds_a_measure(candidate: Candidate) -> bool:
    """Whether the date is a rolling span, inside which the length is a measure of its own."""
    return candidate.rule == "a rolling span"


def _how(form: Form, moment: Moment) -> str:
    if form in RELATIVE:
        return f"{form.name}, against {moment.published or 'no day of publication'}" + (
            f" and {moment.anchor}" if moment.anchor else ""
        )
    return form.name


def _matches(text: str) -> list[tuple[Form, re.Match[str]]]:
    taken: list[tuple[Form, re.Match[str]]] = []
    plain = text.lower()
    for form in _FORMS:
        if form.needs and not any(word in plain for word in form.needs):
            continue
        for found in form.pattern.finditer(text):
            if all(found.end() <= other.start() or found.start() >= other.end() for _, other in taken):
                taken.append((form, found))
    return sorted(taken, key=lambda pair: pair[1].start())


def _with_lead(text: str, start: int) -> int:
    lead = _LEAD.search(text[max(0, start - 40) : start])
    if lead is None or lead.group().lower().startswith("of "):
        return start
    return max(0, start - 40) + lead.start()


def _says_when(passage: Passage, form: Form, found: re.Match[str], token: int) -> bool:
    """Whether the words are a date here, and no name, verb or count that looks like one."""
    check = _CHECKS.get(form.name)
    before = passage.text[max(0, found.start() - 16) : found.start()]
    return check is None or check(Seen(passage, found, token, before))


def _is_month(seen: Seen) -> bool:
    written = seen.found.group()
    if not _BARE_MONTH.fullmatch(written) or _MONTH_LEAD.search(seen.before):
        return True
    return seen.passage.entity_of[seen.token] == "DATE" and written not in ("May", "March", "Mar", "Sun", "Mon")


def _is_season(seen: Seen) -> bool:
    if seen.found["way"] or seen.found["year"] or seen.found["rel"]:
        return True
    led = re.search(r"\b(?:in|this|last|next|since|by|during)\s+(?:the\s+)?$", seen.before)
    noun = seen.passage.tags[seen.passage.token_at(seen.found.end() - 1)] == "NN"
    return seen.passage.entity_of[seen.token] == "DATE" and led is not None and noun


def _is_part_of_year(seen: Seen) -> bool:
    if seen.found["year"] or seen.found["rel"] or "half" not in seen.found.group().lower():
        return True
    return (
        seen.passage.entity_of[seen.token]
        == seen.passage.entity_of[seen.passage.token_at(seen.found.end() - 1)]
        == "DATE"
    )


def _is_weekday(seen: Seen) -> bool:
    after = seen.passage.text[seen.found.end() : seen.found.end() + 16]
    if re.match(r"\s+(?:Times|Post|Herald|Mirror|Telegraph|Express|Magazine|School)\b|[’']s\s+child", after):
        return False
    return not seen.found.group().lower().endswith("days") or re.search(r"\bon\s+$", seen.before) is not None


def _is_holiday(seen: Seen) -> bool:
    led = re.search(r"\b(?:on|since|before|after|by|until|at|this|last)\s+$", seen.before, re.IGNORECASE)
    return bool(led or seen.found["year"])


def _are_years(seen: Seen) -> bool:
    if len(seen.found["year2"]) > 2 or int(seen.found["year2"]) == (int(seen.found["year"]) + 1) % 100:
        return True
    return seen.passage.entity_of[seen.token] == "DATE"


def _is_year(seen: Seen) -> bool:
    if _UNIT_BEHIND.match(seen.passage.text, seen.found.end()) or _COUNT_BEFORE.search(seen.before):
        return False
    entity = seen.passage.entity_of[seen.token]
    following = seen.passage.tags[seen.token + 1] if seen.token + 1 < len(seen.passage) else "."
    if following == "NNS" and entity != "DATE":
        return re.search(r"\b(?:in|since|the|of)\s+$", seen.before, re.IGNORECASE) is not None
    if entity in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT") and following == "IN":
        return re.search(r"\b(?:in|since|by|until|during)\s+$", seen.before, re.IGNORECASE) is not None
    return (
        entity == "DATE"
        or bool(_YEAR_LEAD.search(seen.before))
        or seen.found.start() == 0
        or following in ("NN", "NNP")
    )


_CHECKS = {
    "a month": _is_month,
    "a year": _is_year,
    "a season": _is_season,
    "a quarter or half": _is_part_of_year,
    "a quarter or half by number": _is_part_of_year,
    "a weekday": _is_weekday,
    "a holiday": _is_holiday,
    "a span of years": _are_years,
}
"""The forms whose words may be something else, and how to tell."""


def _points_ahead(passage: Passage, token: int) -> bool | None:
    """Whether the verb that the date hangs on points ahead (True), back (False), or nothing says (None)."""
    lead = passage.lower[token - 1] if token else ""
    ahead = words("calendar", "tense.future")
    if lead in ("until", "by", "till") or any(
        passage.lower[t] in ("scheduled", "due", "slated", "upcoming") for t in range(max(0, token - 3), token)
    ):
        return True
    for head in (token, *passage.ancestors(token)):
        tag = passage.tags[head]
        if tag not in VERBS and tag != "MD":
            continue
        helpers = [passage.lower[c] for c in passage.children[head] if passage.deps[c] in ("aux", "auxpass")]
        if any(h in ahead for h in helpers) or passage.lower[head] in ("scheduled", "slated"):
            return True
        if tag in ("VBD", "VBN") or any(h in ("was", "were", "had", "did") for h in helpers):
            return False
        if tag == "VBG" and any(h in ("is", "are", "'s", "'re") for h in helpers):
            return True
    return None
