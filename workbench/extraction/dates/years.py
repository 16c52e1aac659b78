"""Whether a number that looks like a year is one, or counts something."""

import re

from workbench.extraction.dates.seen import Seen
from workbench.extraction.lexicon import words

_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|during|until|till|through|before|after|of|and|to|early|mid|late|circa|around|"
    r"year|the|its|their|his|her|for|between|class\s+of|back|as|year-end|a)[\s-]+|[’']s?\s+|[(\"“‘'/–—-]\s*|,\s*)$",
    re.IGNORECASE,
)
_UNIT_BEHIND = re.compile(
    r"[\s-]+(?:years?[\s-]+old|years)\b|\s*(?:%|percent|per\s+cent|UTC|GMT|hours\b|km\b|miles\b|metres\b|meters\b|feet\b|dollars\b|euros\b|kg\b|tons\b|tonnes\b|Index\b)"
)
_AT_LEAST_UNTIL = re.compile(
    r"\b(?:until|till|by|since|through)\s+at\s+(?:the\s+)?(?:very\s+)?least\s+$", re.IGNORECASE
)
_COUNT_BEFORE = re.compile(
    r"(?:\b(?:than|over|about|nearly|least|some|up\s+to|only|No\.|number|flight|room|article|local|(?:average|total|number)\s+of)|copyright|\(c\)|[$£€#©])\s*$",
    re.IGNORECASE,
)
# "a survey of 1,812 teachers" without its comma.
_SAMPLE = re.compile(
    r"\b(?:surveys?|samples?|stud(?:y|ies)|polls?|groups?|crowds?|cohort|review|analysis)\s+of\s+$", re.IGNORECASE
)
_IN_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|from|during|before|after|the|of\s+the|early|late)\s+$", re.IGNORECASE
)
OLD = 1900
"""Years before this one name no plural that stands right behind: "1812 teachers" are so many."""


def is_year(seen: Seen) -> bool:
    """Whether it says when: "in 1812", but not "1812 teachers"."""
    if _AT_LEAST_UNTIL.search(seen.before) or re.match(r"(?:early|late)\s+in\b", seen.found.group()):
        return True
    return not _counts(seen) and _says_year(seen)


def _counts(seen: Seen) -> bool:
    """As in "2016 km", "more than 2016", "1812 teachers answered", "a survey of 2016 voters"; or it keeps rights."""
    if _UNIT_BEHIND.match(seen.passage.text, seen.found.end()) or _COUNT_BEFORE.search(seen.before):
        return True
    noun = seen.token + 1
    if seen.passage.tags[noun : noun + 1] != ["NNS"] or seen.passage.lower[noun] in words(
        "calendar", "names.behind_year"
    ):
        return False
    old = int(seen.found["year"]) < OLD and _IN_YEAR.search(seen.before) is None
    return old or _SAMPLE.search(seen.before) is not None


def _says_year(seen: Seen) -> bool:
    entity, next_one = seen.passage.entity_of[seen.token], seen.token + 1
    following = seen.passage.tags[next_one] if next_one < len(seen.passage) else "."
    if following == "NNS" and (entity != "DATE" or not _YEAR_LEAD.search(seen.before)):
        if seen.passage.lower[next_one] in words("calendar", "names.behind_year"):
            return True
        return re.search(r"\b(?:in|since|the|of)\s+$", seen.before, re.IGNORECASE) is not None
    if entity in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT") and following == "IN":
        return re.search(r"\b(?:in|since|by|until|during)\s+$", seen.before, re.IGNORECASE) is not None
    led = entity == "DATE" or bool(_YEAR_LEAD.search(seen.before)) or seen.found.start() == 0
    return led or following in ("NN", "NNP")
