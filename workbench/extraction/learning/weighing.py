"""From marked sentences to weights."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.extraction.learning.examples import Example
from workbench.extraction.learning.regression import Array, Sample, cross_validated, fit
from workbench.extraction.worth.signals import Shown
from workbench.extraction.worth.weights import MOST_WORDS, Weights, weigh

FEWEST = 25
"""A signal or word that fewer sentences show says nothing by itself: such a word weighs what its group does."""
OWN = 0.2
"""A word has a weight of its own where it differs from its group's by as much."""
STRENGTHS = (4.0, 8.0, 16.0)
"""Penalties tried for a word's distance from its group; cross-validation chooses."""
MISSED = 2.0
"""How much more a worthy sentence missed weighs than one shown in vain: an editor can wave a claim away."""
CARRIED = 0.5
"""The share of each weight that carries over from debates to the news, which says less in so many words."""


class Columns(NamedTuple):
    """What has a weight: signals by name, groups of words, and single words."""

    names: list[str]
    groups: list[str]
    words: list[str]

    def penalty(self, on_words: float) -> Array:
        """The ridge penalty of each weight, the base's first."""
        return np.array([1e-6, *[1.0] * (len(self.names) + len(self.groups)), *[on_words] * len(self.words)])


def learned(examples: list[Example], groups: list[str], say: Callable[[str], None]) -> Weights:
    """What every signal, group and word weighs in the news, as these sentences teach it; `say` hears of the way."""
    columns = Columns(
        _frequent(name for e in examples for name in e.shown.names),
        groups,
        _frequent(word for e in examples for found in e.shown.words.values() for word in found),
    )
    on_words = _strength(sample(examples, columns), columns, say)
    shared = 1 + len(columns.names) + len(columns.groups)
    apart = fit(sample(examples, columns), columns.penalty(on_words))[shared:]
    differ = [word for word, by in zip(columns.words, apart, strict=True) if abs(by) >= OWN]
    columns = columns._replace(words=differ)
    say(f"{len(columns.names)} signals, {len(groups)} groups of words, {len(differ)} words that differ from theirs")
    weights = _named(fit(sample(examples, columns), columns.penalty(on_words)), columns, _group_of(examples))
    border = best_border(examples, weights)
    say(f"border that misses least: {border:+.2f} in log-odds")
    weights["base"] -= border
    return _carried(weights)


def log_odds(shown: Shown, weights: Weights) -> float:
    """What these weights give a sentence that shows this."""
    return math.fsum(weigh(shown, weights).values())


def best_border(examples: list[Example], weights: Weights) -> float:
    """The log-odds from which calling a sentence worthy gives the best F-measure, recall counting MISSED times."""
    totals = np.array([log_odds(e.shown, weights) for e in examples])
    worthy = np.array([e.worthy for e in examples])
    borders = [float(border) for border in np.arange(-3.0, 1.0, 0.05)]
    return max(borders, key=lambda border: f_measure(totals >= border, worthy, MISSED))


def f_measure(found: NDArray[np.bool_], worthy: NDArray[np.bool_], recall: float = 1.0) -> float:
    """The F-measure of these finds, recall counting `recall` times as much as precision; 0 where none is right."""
    hits, weight = float((found & worthy).sum()), recall * recall
    return (1 + weight) * hits / (weight * float(worthy.sum()) + float(found.sum())) if hits else 0.0


def sample(examples: list[Example], columns: Columns) -> Sample:
    """The examples as rows: 1 for the base and each signal and word shown, and how many words of each group."""
    name_at, group_at, word_at = _places(columns)
    shows = np.zeros((len(examples), 1 + sum(map(len, columns))))
    shows[:, 0] = 1.0
    for row, (shown, _) in zip(shows, examples, strict=True):
        row[[name_at[name] for name in shown.names if name in name_at]] = 1.0
        for group, found in shown.words.items():
            row[group_at[group]] = min(MOST_WORDS, len(found))
            row[[word_at[word] for word in found if word in word_at]] = 1.0
    return Sample(shows, np.array([float(e.worthy) for e in examples]))


def _places(columns: Columns) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    first, places = 1, []
    for part in columns:
        places.append({key: first + place for place, key in enumerate(part)})
        first += len(part)
    return places[0], places[1], places[2]


def _strength(rows: Sample, columns: Columns, say: Callable[[str], None]) -> float:
    losses = {}
    for strength in STRENGTHS:
        losses[strength] = cross_validated(rows, columns.penalty(strength))
        say(f"penalty {strength:g} on single words: loss {losses[strength]:.4f} on sentences left out")
    return min(STRENGTHS, key=lambda strength: losses[strength])


def _named(weights: Array, columns: Columns, group_of: dict[str, str]) -> Weights:
    values = [float(weight) for weight in weights]
    name_at, group_at, word_at = _places(columns)
    groups = {group: values[at] for group, at in group_at.items()}
    words = {word: groups[group_of[word]] + values[at] for word, at in word_at.items()}
    return {
        "base": values[0],
        "sentence": {name: values[at] for name, at in name_at.items()},
        "groups": groups,
        # A word that speaks against what its group's name says would puzzle whoever reads the name.
        "words": {word: own if own * groups[group_of[word]] > 0 else 0.0 for word, own in words.items()},
    }


def _carried(weights: Weights) -> Weights:
    def part(named: dict[str, float]) -> dict[str, float]:
        return {name: round(CARRIED * weight, 2) + 0.0 for name, weight in named.items()}

    return {
        "base": round(CARRIED * weights["base"], 2),
        "sentence": part(weights["sentence"]),
        "groups": part(weights["groups"]),
        "words": part(weights["words"]),
    }


def _group_of(examples: list[Example]) -> dict[str, str]:
    return {word: group for e in examples for group, found in e.shown.words.items() for word in found}


def _frequent(seen: Iterable[str]) -> list[str]:
    return sorted(name for name, times in Counter(seen).items() if times >= FEWEST)
