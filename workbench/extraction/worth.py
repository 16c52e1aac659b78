"""Checkworthiness: the logistic of a base and the weights of named signals, in log-odds."""

import math

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import table, words
from workbench.extraction.passage import Passage

FIGURES = frozenset({Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.MEASURE})
_BODIES = frozenset({"ORG", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def score(*signals: dict[str, float]) -> float:
    """The logistic of all these weights' sum, from 0 to 1."""
    total = sum(sum(named.values()) for named in signals)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def weigh(part: str, names: list[str]) -> dict[str, float]:
    """The named signals with their weights from the lexicon, base first."""
    weights: dict[str, float] = table("worth")[part]
    return {name: weights[name] for name in dict.fromkeys(names) if weights.get(name)}


def sentence_signals(
    passage: Passage,
    sentence: int,
    *,
    place: int,
    held: list[Candidate],
    title_words: set[str],
    quoted: list[tuple[int, int]],
) -> dict[str, float]:
    """Why this sentence is worth checking. `place` is its place in the story, `held` the claims that lie in it."""
    low, high = passage.sentences[sentence]
    names = ["base", *_place(place), *_figures(held), *_names(passage, low, high), *_matters(passage, low, high)]
    if any(c.kind is Kind.ATTRIBUTED or (c.kind is Kind.QUOTE and c.speaker) for c in held):
        names.append("says who said it")
        if set(passage.lower[low:high]) & words("worth", "dispute"):
            names.append("one side of a dispute")
    if len(title_words & {w[:5] for w in passage.lower[low:high] if len(w) > 3}) >= 2:
        names.append("shares the headline's words")
    return weigh("sentence", [*names, *_shape(passage, low, high, held, quoted)])


def _place(place: int) -> list[str]:
    return ["opens the story"] if place == 0 else ["in the lead"] if place < 3 else []


def _figures(held: list[Candidate]) -> list[str]:
    figures = [c for c in held if c.kind in FIGURES]
    names = ["a figure"] * bool(figures) + ["several figures"] * (len(figures) > 1)
    names += ["a sum of money"] * any(c.kind is Kind.MONEY for c in held)
    names += ["a superlative or ordinal"] * any(c.kind is Kind.RANK for c in held)
    return names + ["a day or year fixed"] * any(c.kind is Kind.DATE for c in held)


def _names(passage: Passage, low: int, high: int) -> list[str]:
    types = set(passage.entity_of[low:high])
    return (
        ["names a person"] * ("PERSON" in types)
        + ["names a body"] * bool(types & _BODIES)
        + ["names a place"] * bool(types & _PLACES)
    )


def _matters(passage: Passage, low: int, high: int) -> list[str]:
    here = set(passage.lower[low:high])
    groups = {
        "deaths": "deaths or injuries",
        "legal": "an accusation or legal matter",
        "disaster": "a crime or disaster",
        "cause": "a cause or effect",
        "comparison": "a comparison",
        "power": "an act of power",
        "denial": "denied or refused",
        "opinion": "opinion",
        "first_person": "speaks as I or you",
    }
    return [name for group, name in groups.items() if here & words("worth", group)]


def _shape(passage: Passage, low: int, high: int, held: list[Candidate], quoted: list[tuple[int, int]]) -> list[str]:
    names = []
    start, end = passage.starts[low], passage.ends[high - 1]
    if passage.words[high - 1] == "?":
        names.append("a question")
    if any(a <= start + 2 and end - 2 <= b for a, b in quoted):
        names.append("inside a quotation")
    tags = passage.tags[low:high]
    if not any(tag in _FINITE for tag in tags):
        names.append("no verb")
    if high - low < 7:
        names.append("very short")
    fixed = any(c.kind in FIGURES or c.kind is Kind.DATE for c in held)
    if not fixed and any(word in ("will", "may", "might", "could") for word in passage.lower[low:high]):
        names.append("a prediction without date or figure")
    return names


def claim_signals(candidate: Candidate, in_title: bool) -> dict[str, float]:
    """Why this claim is worth more or less than its sentence."""
    kind = candidate.kind
    names = ["in the headline"] * in_title
    names += ["a sum of money"] * (kind is Kind.MONEY) + ["a figure"] * (kind in (Kind.COUNT, Kind.MEASURE))
    names += ["a share"] * (kind is Kind.PERCENT) + ["a superlative or ordinal"] * (kind is Kind.RANK)
    names += ["only a date"] * (kind is Kind.DATE) + ["who somebody is"] * (kind is Kind.IDENTITY)
    names += ["a quotation with its speaker"] * (kind is Kind.QUOTE and candidate.speaker is not None)
    names += ["nobody named as speaker"] * (kind in (Kind.QUOTE, Kind.ATTRIBUTED) and candidate.speaker is None)
    names += ["reported, not asserted"] * (kind is Kind.ATTRIBUTED) + ["nothing but the sentence"] * (
        kind is Kind.STATEMENT
    )
    return weigh("claim", names)
