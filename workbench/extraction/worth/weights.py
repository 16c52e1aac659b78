"""Checkworthiness: the logistic of a base and the weights of named signals, in log-odds."""

import math
from functools import cache
from itertools import chain
from typing import TypedDict, cast

from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import table
from workbench.extraction.worth import signals
from workbench.extraction.worth.signals import Shown

BASE = "base"
MOST_WORDS = 3
"""Most words of one group that count: a list of ten taxes is not worth ten times one tax."""
_SAFE = 30.0
"""Log-odds beyond this are certain to thirteen digits; far beyond it the logistic overflows."""


class Weights(TypedDict):
    """Log-odds: the base, of each named signal, of each word of a group, and of the words that differ from theirs."""

    base: float
    sentence: dict[str, float]
    groups: dict[str, float]
    words: dict[str, float]


def score(*weighed: dict[str, float]) -> float:
    """The logistic of all these weights' sum, from 0 to 1, to four digits."""
    total = math.fsum(chain.from_iterable([named.values() for named in weighed]))
    return round(1 / (1 + math.exp(-max(-_SAFE, min(_SAFE, total)))), 4)


def sentence_signals(shown: Shown) -> dict[str, float]:
    """Why a sentence that shows this is worth checking, base first: names with log-odds, which add up."""
    return weigh(shown, in_news())


def claim_signals(candidate: Candidate, in_title: bool) -> dict[str, float]:
    """Why this claim is worth more or less than its sentence: names with log-odds, none of them a sentence's."""
    return _named(table("worth")["claim"], signals.of_claim(candidate, in_title))


def weigh(shown: Shown, weights: Weights) -> dict[str, float]:
    """What each signal of a sentence weighs by these weights, base first; signals that weigh nothing are left out."""
    weighed = {BASE: weights["base"], **_named(weights["sentence"], shown.names)}
    for group, spelled in shown.words.items():
        each = weights["groups"][group]
        heaviest = [weights["words"].get(word, each) for word in spelled]
        if len(heaviest) > MOST_WORDS:
            heaviest = sorted(heaviest, key=abs, reverse=True)[:MOST_WORDS]
        if total := round(math.fsum(heaviest), 2):
            weighed[group] = total
    return weighed


@cache
def in_news() -> Weights:
    """The learned weights, and what the news adds to them by hand."""
    learned, news = cast(Weights, table("worth_weights")), table("worth")["news"]
    group_of = signals.group_of()
    return {
        "base": learned["base"],
        "sentence": _added(learned["sentence"], news["sentence"]),
        "groups": _added(learned["groups"], news["groups"]),
        "words": {
            word: round(weight + news["groups"].get(group_of[word], 0.0), 2)
            for word, weight in learned["words"].items()
        },
    }


def _added(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {name: round(one.get(name, 0.0) + other.get(name, 0.0), 2) for name in {**one, **other}}


def _named(weights: dict[str, float], names: list[str]) -> dict[str, float]:
    return {name: weight for name in names if (weight := weights.get(name))}
