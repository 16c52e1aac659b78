"""Whether words that look like a date say when, or are a name, a verb, a count or an age."""

import re
from collections.abc import Callable

from workbench.domain.claim import Stretch
from workbench.extraction.dates.forms import MONTH, Form
from workbench.extraction.dates.forms_rolling import WITHIN
from workbench.extraction.dates.reading import number_of
from workbench.extraction.dates.seen import Seen
from workbench.extraction.dates.years import is_year
from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.tenses import points_ahead
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

_BARE_MONTH = re.compile(r"(?:May|March|Mar\.?|Jan|Jun|Dec|Sun|Sat|Mon|August|April|June|Apr)", re.IGNORECASE)
_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|during|until|till|through|before|after|of|and|to|last|next|this|early|mid|late|"
    r"between|through|for|as|an?)[\s-]+(?:early\s+|late\s+|mid-?\s*)?|[,(]\s*)$",
    re.IGNORECASE,
)
_RECURS = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)

_LAST = ("the last week", "the last month", "the last year", "the last decade")
_PLANNED = frozenset({"scheduled", "due", "slated"})
MOST_RANKED = 5
"""Most tokens from a superlative to the span in which nothing surpassed it."""


def says_when(passage: Passage, form: Form, found: re.Match[str], token: int) -> bool:
    """Whether the words are a date here, and no name, verb or count that looks like one."""
    check = CHECKS.get(form.name)
    before = passage.text[max(0, found.start() - 24) : found.start()]
    return check is None or check(Seen(passage, found, token, before))


def _is_month(seen: Seen) -> bool:
    written = seen.found.group()
    if seen.passage.entity_of[seen.token] == "PERSON" and re.match(r"\s+[A-Z]", seen.after):
        return False
    if _is_march(seen):
        return False
    if not _BARE_MONTH.fullmatch(written) or _MONTH_LEAD.search(seen.before):
        return True
    unsure = written.capitalize() in ("May", "March", "Mar", "Sun", "Mon")
    return seen.passage.entity_of[seen.token] == "DATE" and not unsure


def _is_march(seen: Seen) -> bool:
    """Whether people walk: "a March on Leeds", "the Women's March for Jobs"; no "report in March on jobs"."""
    led = re.search(r"(?:\b(?:an?|the)|[’']s)\s+$", seen.before) is not None
    return led and seen.found.group() == "March" and re.match(r"\s+(?:on|for)\b", seen.after) is not None


def _is_season(seen: Seen) -> bool:
    if seen.found["way"] or seen.found["year"] or seen.found["rel"]:
        return True
    # "It may come back in the fall": behind a fall of something "of" or "in" would say of what.
    closed = re.match(r"\s*(?:[.,;:)”\"]|$)|\s+(?:and|or|but|when|if|as|because|to|so)\b", seen.after)
    led = re.search(r"\b(?:in|by|during|until|through|throughout|over)\s+$", seen.before)
    if closed and led and seen.found.group().startswith("the "):
        return True
    led = re.search(r"\b(?:in|this|last|next|since|by|during)\s+(?:the\s+)?$", seen.before)
    noun = seen.passage.tags[seen.passage.token_at(seen.found.end() - 1)] == "NN"
    return seen.passage.entity_of[seen.token] == "DATE" and led is not None and noun


def _is_part_of_year(seen: Seen) -> bool:
    if re.match(r"\s+of\s+the\s+\d{4}['’]?s", seen.after):
        return False
    if seen.found["year"] or seen.found["rel"] or "half" not in seen.found.group().lower():
        return True
    last = seen.passage.token_at(seen.found.end() - 1)
    return seen.passage.entity_of[seen.token] == seen.passage.entity_of[last] == "DATE"


def _is_before_name(seen: Seen) -> bool:
    """As in "the Sunday Post", "Sunday talk shows"; no "a text released on Tuesday shows"."""
    behind = seen.passage.token_at(seen.found.end() - 1) + 1
    if behind < len(seen.passage) and seen.passage.tags[behind] in VERBS:
        return False
    return any(re.match(rf"(?:[’']s)?\s+{word}\b", seen.after) for word in words("calendar", "names.behind_weekday"))


def _is_behind_name(seen: Seen) -> bool:
    """As in "Super Tuesday", "Fox News Sunday"."""
    if seen.found["weekday"] == "sunday" and seen.before.endswith(tuple(words("calendar", "names.before_sunday"))):
        return True
    return any(re.search(rf"\b{word}\s+$", seen.before) for word in words("calendar", "names.before_weekday"))


def _is_weekday(seen: Seen) -> bool:
    """No "Saturday Night Live", and no "every Monday", which is any of them."""
    if _RECURS.search(seen.before) or _is_behind_name(seen) or _is_before_name(seen):
        return False
    return not seen.found.group().lower().endswith("days") or re.search(r"\bon\s+$", seen.before) is not None


def _is_today(seen: Seen) -> bool:
    """No "USA Today", and no programme of that name or called "Oslo This Morning"."""
    if _is_nowadays(seen) or _is_of_times(seen):
        return False
    if not seen.written.startswith(("Today", "TODAY", "Tonight", "This Morning")):
        return True
    if re.match(r"[”\"’']?\s*(?:show|programme|program)\b|[”\"]", seen.after, re.IGNORECASE):
        return False
    if any(re.search(rf"\b{word}\s+$", seen.before) for word in words("calendar", "names.before_today")):
        return False
    return seen.passage.inside is Stretch.TITLE or re.search(r"\b[A-Z]\w+\s+$", seen.before) is None


def _is_of_times(seen: Seen) -> bool:
    """As in "the cars of tomorrow", "the Britain of today"; no "the vote of tomorrow" and no "of tomorrow's"."""
    of = seen.passage.lower[max(0, seen.token - 2) : seen.token]
    what = of[0] if of[1:] == ["of"] else ""
    owning = re.match(r"['’]s\b", seen.after) is not None
    return bool(what) and not owning and what not in words("calendar", "names.events")


def _is_nowadays(seen: Seen) -> bool:
    """As in "today's youth", "as strong today as ever", "Today, 40 families live there"; no "today's vote"."""
    passage, token, after = seen.passage, seen.token, seen.after
    if passage.lower[token] != "today":
        return False
    if owned := re.match(r"['’]s\s+(?P<noun>\w+)", after):
        return owned["noun"].lower() not in words("calendar", "names.events")
    compared = re.match(r"\s+than\b", after) or (after.startswith(" as ") and re.search(r"\bas\s+\w+\s+$", seen.before))
    if compared or _are_so(passage, token):
        return True
    if re.search(r"\bas\s+(?:it|they|we|he|she)\s+(?:is|are)\s+$", seen.before):
        return True
    low, high = passage.sentences[passage.sentence_of[token]]
    if token != low or passage.lower[token + 1 : token + 2] != [","]:
        return False
    verb = next((t for t in range(low, high) if passage.deps[t] == "ROOT"), low)
    subject = passage.child(verb, "nsubj", "nsubjpass")
    told = subject is not None and passage.lower[subject] in ("we", "i")
    return passage.tags[verb] in ("VBP", "VBZ") and passage.child(verb, "aux") is None and not told


def _are_so(passage: Passage, token: int) -> bool:
    """As in "banks today are larger", "programmes today are helping": how things are; no "members today are voting"."""
    noun, verb = token - 1, token + 1
    if token == 0 or passage.tags[noun] not in ("NNS", "NNPS") or passage.tags[verb : verb + 1] != ["VBP"]:
        return False
    what = singular(passage.lower[noun])
    people = what in words("nouns", "lists.people") or passage.entity_of[noun] == "NORP" or is_role(passage, noun)
    acts = passage.deps[verb] in ("aux", "auxpass")
    return what not in words("calendar", "names.events") and not (people and acts)


def _is_holiday(seen: Seen) -> bool:
    led = re.search(
        r"\b(?:on|for|since|before|after|by|until|at|this|last|next|over|(?:Eve|Day)\s+(?:and|or))\s+$",
        seen.before,
        re.IGNORECASE,
    )
    return (
        bool(led or seen.found["year"] or seen.found["rel"] or seen.found["way"])
        or seen.written.split()[-1]
        in (
            "Eve",
            "Friday",
        )
        or re.fullmatch(r"(?:Christmas|Boxing|New\s+Year[’']s)\s+Day", seen.written) is not None
    )


def _is_span_told_of(seen: Seen) -> bool:
    """No "that year" behind a month, whose year it is: "in April of that year"."""
    return re.search(rf"\b{MONTH}(?:\s+(?:of|in))?\s+$", seen.before) is None or "year" not in seen.found.group()


def _are_years(seen: Seen) -> bool:
    second = seen.found["year2"]
    if second is None or len(second) > 2 or int(second) == (int(seen.found["year"]) + 1) % 100:
        return True
    return seen.passage.entity_of[seen.token] == "DATE"


def _is_decade(seen: Seen) -> bool:
    """No age: "a man in his 30s" has no "the"; "in the 80s" may be degrees too."""
    place = seen.passage.sentence_of[seen.token]
    said = seen.passage.lower[slice(*seen.passage.sentences[place])]
    if seen.found["short"] and not words("units", "lists.warmth").isdisjoint(said):
        return False
    return not re.search(r"\b(?:his|her|their|my|your|mid|high|low)[\s-]+$", seen.before)


def _is_span(seen: Seen) -> bool:
    """Joined by "and" they are two, unless "between" stands before, or they are a month and the one that follows it."""
    joined = re.search(r"\s(?:and|or)\s", seen.found.group())
    if joined and joined.group().strip() == "and" and "day" not in seen.found.groupdict():
        one, two = number_of(seen.found["month"]), number_of(seen.found["month2"])
        if two - one in (1, -11) and not seen.found["year"] and not seen.before.endswith(", "):
            return True
    return (
        joined is None or re.search(r"\bbetween\s+(?:early\s+|late\s+|mid-?)?$", seen.before, re.IGNORECASE) is not None
    )


def _is_last_night(seen: Seen) -> bool:
    """What fell or was done overnight; no "overnight stay", no "overnight into Sunday", no "became rich overnight"."""
    passage, token = seen.passage, seen.token
    head = passage.heads[token]
    if head > token and passage.tags[head] in NOUNS:
        return False
    beside = (*passage.lower[max(0, token - 1) : token], *passage.lower[token + 1 : token + 2])
    if not words("calendar", "tense.nights").isdisjoint(beside):
        return False
    verb = next((t for t in passage.ancestors(token) if passage.tags[t] in VERBS), None)
    if verb is None or passage.lower[verb] in words("calendar", "tense.lasting"):
        return False
    return passage.tags[verb] in ("VBD", "VBN") or points_ahead(passage, token) is not None


def _is_ahead(seen: Seen) -> bool:
    """As in "it will end in ten days", where the verb points ahead; else it says how long something took.

    No "the deepest slump in a decade", whatever the verb.
    """
    before = slice(max(0, seen.token - MOST_RANKED), seen.token)
    ranked = not {"JJS", "RBS"}.isdisjoint(seen.passage.tags[before])
    if ranked or not words("numbers", "ordinals").isdisjoint(seen.passage.lower[before]):
        return False
    planned = any(seen.passage.lower[t] in _PLANNED for t in seen.passage.ancestors(seen.token))
    return bool(seen.found["way"] or planned) or (
        points_ahead(seen.passage, seen.token + 1) is True and not _is_state(seen)
    )


def _is_to_come(seen: Seen) -> bool:
    """As in "they must pay within 30 days", "will ship within two weeks"; no "it sold out within two days"."""
    return points_ahead(seen.passage, seen.token) is True


def _is_state(seen: Seen) -> bool:
    """As in "prices are up a tenth in three years": a form of be alone tells how things stand after so long."""
    verb = next((t for t in seen.passage.ancestors(seen.token) if seen.passage.tags[t] in VERBS), seen.token)
    plain = all(seen.passage.deps[child] not in ("aux", "auxpass") for child in seen.passage.children[verb])
    return (
        plain and seen.passage.lower[verb] in ("is", "are", "'s", "'re") and seen.passage.child(verb, "acomp") is None
    )


def _is_of_event(seen: Seen) -> bool:
    """Before something is a date where "the vote" or "that flood" tells what; after it, where its day stands behind."""
    if _RECURS.search(seen.before):
        return False
    return not seen.found.group().lower().endswith("before") or bool(
        re.match(r"\s*(?:[,.;:)]|$|\s(?:and|but|the|that|this|his|her|their|its|on|in)\b|\s[A-Z])", seen.after)
    )


def _is_unit(seen: Seen) -> bool:
    """No "Lund's last year in office", "the last year of the war", which is its last; no programme “This Week”."""
    if seen.found.group().endswith(_LAST) and re.match(r"\s+of\s+(?:the|an?|his|her|its|their|[A-Z])", seen.after):
        return False
    if seen.written.istitle() and seen.before[-1:] in ("“", '"') and re.match(r"[,.]?[”\"]", seen.after):
        return False
    owned = re.search(r"(?:[’']s|\b(?:his|her|their|its|my|our))\s+$", seen.before) is not None
    return not owned or seen.found["way"] == "this"


CHECKS: dict[str, Callable[[Seen], bool]] = {
    "the same span": _is_span_told_of,
    "a month": _is_month,
    "a span of months": _is_span,
    "a span of days in two months": _is_span,
    "a span of days in two months, day first": _is_span,
    "a year": is_year,
    "a decade": _is_decade,
    "a season": _is_season,
    "a quarter or half": _is_part_of_year,
    "a quarter or half by number": _is_part_of_year,
    "a weekday": _is_weekday,
    "a holiday": _is_holiday,
    "a span of years": _are_years,
    "a day beside the day of publication": _is_today,
    "a unit beside the present one": _is_unit,
    "so long from now": _is_ahead,
    "overnight": _is_last_night,
    WITHIN: _is_to_come,
    "so long before or after": _is_of_event,
    "a day of the story": _is_of_event,
}
"""The forms whose words may be something else, and how to tell."""
