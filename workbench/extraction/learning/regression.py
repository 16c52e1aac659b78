"""Logistic regression with a ridge penalty for each weight, by Newton's method."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STEPS = 25
ENOUGH = 1e-4
"""A step that moves no weight by more is the last: weights are written with two decimals."""
FOLDS = 3


class Sample(NamedTuple):
    """Rows to learn from: `shows` (rows by columns), and `worthy` (0 or 1 a row)."""

    shows: Array
    worthy: Array

    def take(self, rows: NDArray[np.bool_]) -> "Sample":
        """The rows that are marked True."""
        return Sample(self.shows[rows], self.worthy[rows])


def logistic(total: Array) -> Array:
    """Probabilities of these log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def fit(sample: Sample, penalty: Array) -> Array:
    """The weights, one a column, that make the rows likeliest, less half of `penalty` times their squares."""
    weights = np.zeros(sample.shows.shape[1])
    for _ in range(STEPS):
        likely = logistic(sample.shows @ weights)
        slope = sample.shows.T @ (likely - sample.worthy) + penalty * weights
        bend = (sample.shows * (likely * (1 - likely))[:, None]).T @ sample.shows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < ENOUGH:
            break
    return weights


def loss(sample: Sample, weights: Array) -> float:
    """Mean negative log-likelihood of the rows, in nats; less is better."""
    likely = np.clip(logistic(sample.shows @ weights), 1e-9, 1 - 1e-9)
    return float(-np.mean(np.where(sample.worthy > 0, np.log(likely), np.log(1 - likely))))


def cross_validated(sample: Sample, penalty: Array) -> float:
    """Mean loss on rows left out in turn: row n belongs to fold n modulo FOLDS."""
    fold = np.arange(len(sample.worthy)) % FOLDS
    return float(
        np.mean([loss(sample.take(fold == out), fit(sample.take(fold != out), penalty)) for out in range(FOLDS)])
    )
