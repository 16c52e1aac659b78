"""The regression finds the weights that made the rows, and the penalty draws them to nought."""

import numpy as np
import pytest

from workbench.extraction.learning.regression import Sample, cross_validated, fit, logistic, loss


def made(weights: list[float], rows: int = 4000) -> Sample:
    chance = np.random.default_rng(7)
    shows = np.column_stack([np.ones(rows), chance.integers(0, 2, (rows, len(weights) - 1))]).astype(float)
    worthy = (chance.random(rows) < logistic(shows @ np.array(weights))).astype(float)
    return Sample(shows, worthy)


def test_finds_the_weights_that_made_the_rows() -> None:
    found = fit(made([-1.0, 1.5, -0.5, 0.0]), np.full(4, 1e-6))
    assert found == pytest.approx([-1.0, 1.5, -0.5, 0.0], abs=0.25)


def test_agrees_with_counted_odds() -> None:
    # Of 40 rows without the signal 10 are worthy, of 20 with it 15: ln(1/3), and ln 3 - ln(1/3).
    shows = np.array([[1.0, 0.0]] * 40 + [[1.0, 1.0]] * 20)
    worthy = np.array([1.0] * 10 + [0.0] * 30 + [1.0] * 15 + [0.0] * 5)
    assert fit(Sample(shows, worthy), np.zeros(2)) == pytest.approx([np.log(1 / 3), 2 * np.log(3)], abs=1e-4)


def test_a_penalty_draws_a_weight_to_nought() -> None:
    sample = made([-1.0, 1.5])
    free, bound, shut = (fit(sample, np.array([1e-6, penalty]))[1] for penalty in (1e-6, 200.0, 1e7))
    assert free > bound > shut > 0
    assert shut < 0.01


def test_less_loss_is_better_and_folds_are_fair() -> None:
    sample = made([-1.0, 1.5])
    right = fit(sample, np.array([1e-6, 1e-6]))
    assert loss(sample, right) < loss(sample, np.zeros(2)) == pytest.approx(np.log(2))
    assert cross_validated(sample, np.full(2, 1e-6)) == pytest.approx(loss(sample, right), abs=0.01)
    assert cross_validated(sample, np.full(2, 1e6)) > cross_validated(sample, np.full(2, 1.0))
