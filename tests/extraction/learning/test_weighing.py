"""Weights come from marked sentences: what speaks for checking weighs more, and the border misses little."""

import numpy as np
import pytest

from workbench.extraction.learning.examples import Example
from workbench.extraction.learning.weighing import (
    CARRIED,
    FEWEST,
    Columns,
    best_border,
    f_measure,
    learned,
    log_odds,
    sample,
)
from workbench.extraction.worth.signals import Shown
from workbench.extraction.worth.weights import Weights

PLAIN: Weights = {"base": 0.0, "sentence": {"a": 1.0, "b": 2.0}, "groups": {"g": 0.5}, "words": {}}


def repeated(names: list[str], words: dict[str, list[str]], worthy: int, idle: int) -> list[Example]:
    return [Example(Shown(names, words), True)] * worthy + [Example(Shown(names, words), False)] * idle


def marked() -> list[Example]:
    groups = [
        repeated(["a figure"], {"money": ["tax"]}, 90, 10),
        repeated(["a figure"], {}, 60, 40),
        repeated([], {"money": ["tax", "debt"]}, 50, 20),
        repeated([], {"money": ["fund"]}, 2, 40),
        repeated([], {"talk": ["hear"]}, 4, 96),
        repeated([], {"talk": ["listen", "hear"]}, 1, 60),
        repeated(["once seen"], {"talk": ["rare"]}, 1, 0),
        repeated([], {}, 30, 120),
    ]
    # Folds take rows in turn, so the kinds have to be mixed.
    everything = [example for group in groups for example in group]
    return [everything[n] for n in np.random.default_rng(3).permutation(len(everything))]


def test_learns_signals_groups_and_words_that_differ() -> None:
    said: list[str] = []
    weights = learned(marked(), ["money", "talk", "unseen"], said.append)
    assert weights["sentence"]["a figure"] > 0
    assert "once seen" not in weights["sentence"]
    assert weights["groups"]["money"] > 0 > weights["groups"]["talk"]
    assert weights["groups"]["unseen"] == 0
    assert weights["words"]["fund"] == 0
    assert weights["words"]["tax"] > weights["groups"]["money"]
    assert "rare" not in weights["words"]
    assert len([line for line in said if line.startswith("penalty")]) == 3


def test_a_missed_sentence_weighs_more_than_a_vain_one() -> None:
    # One half would miss the single "a"; the border that counts recall twice takes it in with two idle ones.
    examples = repeated(["a"], {}, 1, 2) + repeated(["b"], {}, 3, 0) + repeated([], {}, 0, 9)
    border = best_border(examples, PLAIN)
    assert 0 < border <= 1.0


def test_what_carries_over_is_a_share() -> None:
    weights = learned(marked(), ["money", "talk"], lambda _: None)
    totals = [log_odds(e.shown, weights) for e in marked()]
    found = np.array([total >= 0 for total in totals])
    assert f_measure(found, np.array([e.worthy for e in marked()]), 2.0) > 0.8
    assert CARRIED < 1
    assert max(abs(w) for w in weights["sentence"].values()) < 2


@pytest.mark.parametrize(
    ("found", "worthy", "recall", "value"),
    [
        ([1, 1, 0, 0], [1, 0, 1, 0], 1.0, 0.5),
        ([1, 1, 1, 1], [1, 0, 0, 0], 1.0, 0.4),
        ([1, 1, 1, 1], [1, 0, 0, 0], 2.0, 5 / 8),
        ([0, 0], [1, 0], 1.0, 0.0),
        ([0, 0], [0, 0], 1.0, 0.0),
    ],
)
def test_f_measure(found: list[int], worthy: list[int], recall: float, value: float) -> None:
    assert f_measure(np.array(found, bool), np.array(worthy, bool), recall) == pytest.approx(value)


def test_rows_hold_base_signals_counts_up_to_three_and_words() -> None:
    example = Example(Shown(["a", "unknown"], {"g": ["w", "x", "y", "z"], "h": ["v"]}), True)
    rows = sample([example], Columns(["a", "b"], ["g", "h"], ["w", "q"]))
    assert rows.shows.tolist() == [[1, 1, 0, 3, 1, 1, 0]]
    assert rows.worthy.tolist() == [1]
    assert FEWEST > 1
