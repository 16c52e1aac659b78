"""What a sentence and a claim show that speaks for or against checking them, by name and without weights."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import Passage

FIGURES = frozenset({Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.MEASURE})
LARGE = 100
"""A figure from here on is a large one: below it most are ages, scores and people in a room."""
FEWEST_IN_STORY = 4
"""A text of fewer sentences is a passage that somebody asks about, and no story with a beginning and an end."""
FAR_DOWN = 8
LONG = 16
HEADLINE = "shares the headline's words"
SHORT = 5

_NAMES = {
    "names a person": {"PERSON"},
    "names a body": {"ORG"},
    "names a place": {"GPE", "LOC", "FAC"},
    "names a people or a party": {"NORP"},
    "names a law, a product or an event": {"LAW", "PRODUCT", "EVENT"},
    "a time of day": {"TIME"},
}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MODALS = frozenset(
    {"will", "'ll", "would", "could", "should", "can", "may", "might", "must", "'d", "shall", "ca", "wo"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_PERFECT = frozenset({"has", "have", "'ve", "had"})


@dataclass(slots=True, frozen=True)
class Shown:
    """What a sentence shows: names of signals, and for each group of the lexicon's words those that stand in it."""

    names: list[str]
    words: dict[str, list[str]] = field(default_factory=dict)


def of_sentence(
    passage: Passage,
    sentence: int,
    *,
    place: int,
    sentences: int,
    held: list[Candidate],
    title_words: set[str],
    quoted: list[tuple[int, int]],
) -> Shown:
    """What this sentence of the passage shows.

    `place` is its place from 0 among the story's `sentences`, `held` the claims that lie in it, `quoted` the
    character ranges in quotation marks, `title_words` the beginnings of the headline's longer words.
    """
    low, high = passage.sentences[sentence]
    names = _place(place, sentences)
    if names and len(title_words & beginnings(passage.lower[low:high])) >= 2:
        names.append(HEADLINE)
    names += _figures(held)
    names += _named(passage, low, high)
    names += _speech(passage, low, high, held, quoted)
    names += _build(passage, low, high)
    names += _verbs(passage, low, high)
    return Shown(names, _grouped(passage.lower[low:high]))


def beginnings(spelled: Iterable[str]) -> set[str]:
    """The first five letters of each longer word: "sanctions" and "sanctioned" count as one."""
    return {word[:5] for word in spelled if len(word) > 3}


def _place(place: int, sentences: int) -> list[str]:
    if sentences < FEWEST_IN_STORY:
        return []
    if place == 0:
        return ["opens the story"]
    return (
        ["in the lead"] if place < 3 else ["in the body of the story"] if place < FAR_DOWN else ["far down the story"]
    )


def _grouped(spelled: list[str]) -> dict[str, list[str]]:
    groups = group_of()
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys([word for word in spelled if word in groups]):
        found.setdefault(groups[word], []).append(word)
    return found


@cache
def group_of() -> dict[str, str]:
    """The group of the lexicon's words that each word belongs to."""
    return {word: group for group, spelled in table("worth")["groups"].items() for word in spelled}


def _figures(held: list[Candidate]) -> list[str]:
    if not held:
        return []
    figures = [c for c in held if c.kind in FIGURES]
    kinds = {c.kind for c in held}
    shown = {
        "a figure": bool(figures),
        "several figures": len(figures) > 1,
        "a large figure": any(c.kind is not Kind.PERCENT and abs(Decimal(c.amount or 0)) >= LARGE for c in figures),
        "a sum of money": Kind.MONEY in kinds,
        "a share or percentage": Kind.PERCENT in kinds,
        "an age, a time or a distance": Kind.MEASURE in kinds,
        "a day or year fixed": Kind.DATE in kinds,
        "a superlative or ordinal": Kind.RANK in kinds,
    }
    return [name for name, holds in shown.items() if holds]


def _named(passage: Passage, low: int, high: int) -> list[str]:
    here = set(passage.entity_of[low:high])
    return [name for name, types in _NAMES.items() if not types.isdisjoint(here)]


def _speech(passage: Passage, low: int, high: int, held: list[Candidate], quoted: list[tuple[int, int]]) -> list[str]:
    start, end = passage.starts[low], passage.ends[high - 1]
    names = []
    if quoted and any(a <= start + 2 and end - 2 <= b for a, b in quoted):
        names.append("inside a quotation")
    elif held and any(c.kind is Kind.QUOTE for c in held):
        names.append("quotes somebody")
    if held and any(c.kind in (Kind.ATTRIBUTED, Kind.QUOTE) and c.speaker for c in held):
        names.append("says who said it")
        if words("worth", "dispute") & set(passage.lower[low:high]):
            names.append("one side of a dispute")
    return names


def _build(passage: Passage, low: int, high: int) -> list[str]:
    tags = passage.tags[low:high]
    long = sum(map(_is_of_word, tags))
    shown = {
        "a question": "?" in passage.words[low:high],
        "very short": long < SHORT,
        "a long sentence": long >= LONG,
        "compares": "JJR" in tags or "RBR" in tags,
        "a command or request": tags[0] == "VB",
        "no verb": _FINITE.isdisjoint(tags),
    }
    return [name for name, holds in shown.items() if holds]


@cache
def _is_of_word(tag: str) -> bool:
    return tag[0].isalpha()


def _verbs(passage: Passage, low: int, high: int) -> list[str]:
    tags = passage.tags[low:high]
    root = next((t for t in range(low, high) if passage.heads[t] == t), low)
    below = [(t, passage.deps[t]) for t in passage.children[root] if low <= t < high]
    auxiliaries = {passage.lower[t] for t, dep in below if dep == "aux"}
    subject = next((t for t, dep in below if dep in _SUBJECTS), None)
    shown = {
        "tells what happened": "VBD" in tags or bool(auxiliaries & _PERFECT),
        "tells what was or has been done": "VBN" in tags,
        "what may, will or should be": bool(auxiliaries & _MODALS) or passage.tags[root] == "MD",
        "no subject": subject is None,
        "its subject is I or we": subject is not None and passage.lower[subject] in ("i", "we"),
        "its subject is a pronoun": subject is not None and passage.tags[subject] in ("PRP", "DT", "EX"),
    }
    return [name for name, holds in shown.items() if holds]


_OF_KIND = {
    Kind.MONEY: "is a sum of money",
    Kind.COUNT: "is a number of something",
    Kind.MEASURE: "is a number of something",
    Kind.PERCENT: "is a share",
    Kind.RANK: "is a superlative or ordinal",
    Kind.DATE: "is only a date",
    Kind.IDENTITY: "is who somebody is",
    Kind.QUOTE: "is a quotation with its speaker",
    Kind.ATTRIBUTED: "is reported, not asserted",
    Kind.STATEMENT: "is the bare sentence",
}


def of_claim(candidate: Candidate, in_title: bool) -> list[str]:
    """Why this claim is worth more or less than its sentence."""
    names = ["in the headline"] if in_title else []
    if candidate.kind in (Kind.QUOTE, Kind.ATTRIBUTED) and candidate.speaker is None:
        names.append("has nobody named as speaker")
        return names if candidate.kind is Kind.QUOTE else [*names, _OF_KIND[Kind.ATTRIBUTED]]
    return [*names, _OF_KIND[candidate.kind]]
