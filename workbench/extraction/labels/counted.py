"""A figure's own words in a label, its noun among them: "two plants", "$13.6 billion aid", "March 24 summit"."""

import re

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.nouns import base_phrase, noun_name, plural, singular
from workbench.extraction.labels import clauses
from workbench.extraction.labels.modifiers import end_of_word, is_tied
from workbench.extraction.labels.phrases import noun, owner
from workbench.extraction.labels.pieces import Spot
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.lexicon import words
from workbench.extraction.numbers import rows
from workbench.extraction.text.passage import NOUNS, Passage

MOST_RANK = 8
LONGEST_BRACKETS = 7
FARTHEST_NOUN = 8
"""Tokens behind a date in which the noun stands that it belongs to: "1998 launch vehicle selection process"."""
_BOUND_WORDS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "up to ",
    Bound.MORE_THAN: "over ",
    Bound.LESS_THAN: "under ",
}
_LEAD = re.compile(
    r"^(?:on|in|since|by|for|from|during|until|till|through|throughout|before|after|around|about|at|as\s+of|over|the|a|an)\s+",
    re.IGNORECASE,
)
_OLD = re.compile(r"([\w.½-]+?)[\s-](?:year|month|week|day)s?[\s-](?:old\b|of\s+age\b)", re.IGNORECASE)
_VAGUE = re.compile(r"(?:dozens|hundreds|thousands|(?:tens|hundreds) of|millions|billions)\b", re.IGNORECASE)
"""Numbers that say "at least" by themselves."""
_BARE = re.compile(r"[\d.,]+")
"""A share whose sign is left out."""
_WEEKDAY = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?=\S+ \d)")
_SMALL_END = re.compile(r"(?:\s+(?:of|in|the|a|an|to|for|and|on|at|by|with|its|their|his|her|since|among))+$")
_CUT_END = re.compile(r"\s+(?:more(?: than)?|less(?: than)?|the|last|past|next|this)$")


def core(candidate: Candidate, scene: Scene) -> tuple[str, list[str], list[str]]:
    """The figure with its noun, the noun alone, and the name of whose it is."""
    passage = candidate.passage
    if candidate.kind is Kind.DATE:
        return _LEAD.sub("", _LEAD.sub("", candidate.text)), [], []
    if candidate.kind is Kind.RANK:
        text = " ".join(_LEAD.sub("", _LEAD.sub("", candidate.text)).split()[:MOST_RANK])
        return _whose(candidate, scene, _SMALL_END.sub("", _CUT_END.sub("", text))), [], []
    start, end = candidate.figure or (candidate.start, candidate.end)
    bound = _BOUND_WORDS.get(candidate.bound, "") if candidate.bound else ""
    figure = _SMALL_END.sub("", passage.text[start:end].strip())
    vague = figure.split()[-1].lower() in words("labels", "vague")
    if vague and candidate.kind is Kind.COUNT:
        figure = f"{figure} of"
    elif not (_VAGUE.match(figure) or _is_capped(candidate)):
        figure = bound + figure
    if candidate.unit == "%" and candidate.rule != rows.RULE and _BARE.fullmatch(passage.text, start, end):
        figure = f"{figure}%"
    if candidate.noun is None or _is_no_purpose(candidate):
        return _with_unit(candidate, figure)
    low, high = candidate.noun
    head = high - 1
    while head > low and passage.tags[head] not in NOUNS:
        head -= 1
    if high <= candidate.tokens[0]:
        # "Job gains of 202,000".
        low = min(low, base_phrase(passage, head).low)
    whose = _owner(candidate, scene, head)
    of_owner = bool(whose) and candidate.kind in (Kind.MONEY, Kind.PERCENT) and " of " in candidate.text
    if passage.lower[head] in words("labels", "nobody"):
        return candidate.text, [], []
    named = _short_noun(passage, low, head, most=1 if candidate.kind is Kind.MONEY else 2)
    of = candidate.kind is Kind.PERCENT and " of " in candidate.text
    middle = (
        f" of {whose}’{'' if whose.endswith('s') else 's'}"
        if of_owner
        else f" {whose}"
        if whose
        else " of"
        if of
        else ""
    )
    return f"{figure}{middle} {named}", [noun_name(passage, head)], [whose] if whose else []


def _whose(candidate: Candidate, scene: Scene, text: str) -> str:
    """The words of a rank with a name for the pronoun that leads them: "Japan’s deepest recession"."""
    passage, first = candidate.passage, candidate.tokens[0]
    if passage.tags[first] != "PRP$" or not text.lower().startswith(f"{passage.lower[first]} "):
        return text
    name = owner(Spot(scene, passage, frozenset()), first)
    # "Their only plan" of nobody known is the "only plan".
    return f"{name} {text.split(' ', 1)[1]}".lstrip()


def _is_no_purpose(candidate: Candidate) -> bool:
    """As in "$31.27 in premarket trading", "$9.99 US dollars": the noun behind a sum says not what it paid for."""
    passage = candidate.passage
    if candidate.kind is not Kind.MONEY or candidate.noun is None:
        return False
    low, high = candidate.noun
    noun, linked = passage.lower[high - 1], passage.lower[low - 1] == "in"
    return noun in words("labels", "currencies") or (linked and noun in words("labels", "places_of_prices"))


def _is_capped(candidate: Candidate) -> bool:
    """As in "the $35 cap": the noun says that it may not be more."""
    noun = candidate.noun
    return noun is not None and candidate.passage.lower[noun[1] - 1] in words("bounds", "lists.capping")


def _with_unit(candidate: Candidate, figure: str) -> tuple[str, list[str], list[str]]:
    unit = candidate.unit or ""
    counts = candidate.kind is Kind.COUNT or unit == "point"
    if counts and unit and unit not in figure and unit != "time":
        return f"{figure} {plural(unit)}", [unit], []
    if candidate.kind is Kind.MEASURE and unit == "year" and "year" not in candidate.text and figure[-1:].isdigit():
        return _in_years(candidate, figure)
    if (
        candidate.kind is Kind.MEASURE
        and figure[-1:].isdigit()
        and unit
        and (unit == "magnitude" or unit in candidate.text.lower())
    ):
        # Its scale: "a magnitude of 6.1".
        return f"{unit} {figure}", [unit], []
    before = candidate.tokens[0] - 1
    if candidate.kind is Kind.MEASURE and before >= 0 and candidate.passage.lower[before] == "aged":
        return f"age {figure.removesuffix(' years').removesuffix(' year')}", ["age"], []
    if old := _OLD.match(figure):
        months = "" if unit == "year" else f" {plural(unit)}"
        return f"age {old[1].lower()}{months}", ["age"], []
    return figure, [], []


def _in_years(candidate: Candidate, figure: str) -> tuple[str, list[str], list[str]]:
    """An age, where no other figure lends the years: "over 30 years, and in the past 20"."""
    lent = next((read.words for read in candidate.readings if read.field == "unit"), "")
    if "year" in lent and "old" not in lent:
        return f"{figure} years", ["year"], []
    return f"age {figure.removeprefix('from ')}", ["age"], []


def is_age(candidate: Candidate) -> bool:
    """Whether the label of the figure says how old somebody is."""
    if candidate.kind is not Kind.MEASURE or candidate.noun:
        return False
    figure = candidate.text if candidate.figure is None else candidate.passage.text[slice(*candidate.figure)]
    return _with_unit(candidate, figure)[1] == ["age"]


def _short_noun(passage: Passage, low: int, head: int, most: int) -> str:
    """The head noun with the nouns right before it ("spending measure"), and for counts an adjective."""
    start = head
    kept = (*NOUNS, *(("JJ",) if most > 1 else ()), *(("POS",) if most > 2 else ()))
    while start > low and head - start < most and passage.tags[start - 1] in kept:
        start -= 1
    if start > low and is_tied(passage, start - 1, head):
        start -= 1
    while start > low and "HYPH" in passage.tags[start - 1 : start + 1]:
        start -= 1
    if start - low > 1 and passage.tags[start - 2 : start] == ["NNP", "CD"]:
        # "Fortune 500 companies".
        start -= 2
    if start > low and passage.entity_of[start - 1] == "NORP" and passage.tags[start - 1] == "JJ":
        # Whose it is: "Chinese imports".
        start -= 1
    return passage.slice(start, head + 1)


def _owner(candidate: Candidate, scene: Scene, head: int) -> str:
    """Whose the counted thing is: the possessor of its noun, by name; empty where it has none outside the claim."""
    passage = candidate.passage
    possessor = passage.child(head, "poss")
    inside = possessor is not None and candidate.start <= passage.starts[possessor] < candidate.end
    if possessor is None or (inside and candidate.figure is None):
        return ""
    return noun(Spot(scene, passage, frozenset()), possessor)


def dated(candidate: Candidate, scene: Scene, text: str, own: set[int]) -> str:
    """The date with the noun that it stands before: "2018 midterm elections", "March 24 summit"."""
    passage, anchor = candidate.passage, clauses.anchor_of(candidate)
    text, high = _WEEKDAY.sub("", text), candidate.tokens[1]
    inside = passage.child(anchor, "pobj") if passage.tags[anchor] == "IN" else None
    before_noun = passage.deps[anchor] in ("nummod", "compound", "amod", "nmod", "npadvmod", "poss")
    head = inside if inside is not None else passage.heads[anchor] if before_noun else _behind_comma(candidate)
    if not high <= head < high + FARTHEST_NOUN or passage.tags[head] not in NOUNS:
        return text
    if clauses.is_day_behind_verb(candidate):
        return text
    own.update(range(high, head + 1))
    if passage.tags[high] == "POS":
        named = scene.introductions.named(passage, head) if head == high + 1 and passage.tags[head] == "NN" else ""
        # "Thursday's Lund's ruling" says too much.
        thing = named if named and "’" not in named else passage.slice(high + 1, head + 1)
        return f"{text}{passage.words[high]} {thing}"
    return f"{text} {_short_noun(passage, high, head, most=4)}"


def _behind_comma(candidate: Candidate) -> int:
    """The noun that a full date stands before: "the May 9, 2021, attack"; -1 where none does."""
    passage, (low, high) = candidate.passage, candidate.tokens
    if passage.words[high : high + 1] != [","] or passage.tags[low - 1] not in ("DT", "PRP$", "POS"):
        return -1
    end = high + 1
    while end < len(passage) and passage.tags[end] in (*NOUNS, "JJ"):
        end += 1
    return end - 1 if end > high + 1 and passage.tags[end - 1] in ("NN", "NNS") else -1


def measured(candidate: Candidate, text: str, own: set[int]) -> str:
    """The figure with the noun that it measures: "a fine of $500" → "$500 fine", "a two-hour barrier"."""
    passage, anchor = candidate.passage, clauses.anchor_of(candidate)
    head = passage.heads[anchor]
    worth = "’" if passage.deps[anchor] == "poss" and passage.lower[head] == "worth" else ""
    before = worth or passage.deps[anchor] in ("nummod", "compound", "amod", "nmod")
    if passage.lower[head] == "of" and passage.tags[passage.heads[head]] in NOUNS:
        head = passage.heads[head]
    elif not before or passage.tags[head] not in NOUNS:
        return text
    while passage.lower[head] in words("labels", "currencies") and passage.tags[passage.heads[head]] in NOUNS:
        head = passage.heads[head]
    if head in own or passage.lower[head] in words("labels", "currencies"):
        return text
    low = base_phrase(passage, head).low
    unpaid = candidate.kind is Kind.MONEY and singular(passage.lower[head]) in words("nouns", "lists.unpaid")
    if unpaid or (passage.lower[head] in words("labels", "amounts") and NOUNS.isdisjoint(passage.tags[low:head])):
        # "A total of 14 percent", "a lot of five months".
        own.add(head)
        return text
    if singular(passage.lower[head]) == candidate.unit:
        own.update(range(low, head + 1))
        # "20,000 job gains" of "job gains of 20,000".
        said = f" {passage.lower[head]}"
        return f"{text.removesuffix(said)} {_short_noun(passage, low, head, most=1)}" if text.endswith(said) else text
    if text.startswith("age "):
        own.update({head} if passage.lower[head] == "age" else ())
        return text
    thing = _short_noun(passage, max(low, candidate.tokens[1]) if head > anchor else low, head, most=1)
    own.update(range(low, head + 1))
    # "A week’s", "three days’ worth".
    worth += "s" if worth and not text.endswith("s") else ""
    return f"{text}{worth} {thing.lstrip('-')}"


def placed(candidate: Candidate, spot: Spot) -> str:
    """The words behind a measure that it is meant by: "late", "behind schedule", "west of Saigon"."""
    passage, link = candidate.passage, behind_brackets(candidate.passage, max(spot.own) + 1)
    if link >= len(passage) or passage.lower[link] not in words("labels", "placed"):
        return ""
    end = end_of_word(passage, link)
    of = end if passage.tags[end : end + 1] == ["IN"] and passage.deps[end] == "prep" else None
    thing = passage.child(of if of is not None else link, "pobj")
    name = noun(spot, thing) if thing is not None else ""
    if not name and passage.tags[link] == "IN":
        return ""
    return " ".join(
        [passage.slice(link, end).lower(), *([passage.lower[of]] if of is not None and name else []), name]
    ).strip()


def behind_brackets(passage: Passage, token: int) -> int:
    """The token behind the brackets that open or close here, as around a figure in another unit; else this one."""
    if passage.words[token : token + 1] not in (["("], [")"]):
        return token
    end = next(
        (t for t in range(token, min(token + LONGEST_BRACKETS, len(passage))) if passage.words[t] == ")"), token - 1
    )
    return end + 1


def converted(candidate: Candidate, own: set[int]) -> int:
    """The token by which the figure hangs on its sentence; one in brackets hangs where the figure before it does.

    The figure before is added to `own`, as the label says it already in another unit.
    """
    passage, anchor = candidate.passage, clauses.anchor_of(candidate)
    low = candidate.tokens[0]
    before = passage.heads[anchor]
    if candidate.kind is not Kind.MEASURE or passage.deps[anchor] != "appos" or passage.words[max(0, low - 1)] != "(":
        return anchor
    if before >= low or not any(passage.tags[child] == "CD" for child in passage.children[before]):
        return anchor
    own.update({before, low - 1, *(child for child in passage.children[before] if child < before)})
    return before
