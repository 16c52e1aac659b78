"""Logistic regression with a ridge penalty for each weight, by Newton's method."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STEPS = 25
ENOUGH = 1e-4
"""A step that moves no weight by more than this is the last: weights are written with two decimals."""


class Sample(NamedTuple):
    """Rows to learn from: `shows` (rows by columns), `worthy` (0 or 1 a row), and log-odds that are already given."""

    shows: Array
    worthy: Array
    given: Array

    def take(self, rows: NDArray[np.bool_]) -> "Sample":
        """The rows that are marked True."""
        return Sample(self.shows[rows], self.worthy[rows], self.given[rows])


def logistic(total: Array) -> Array:
    """Probabilities of these log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def fit(sample: Sample, penalty: Array) -> Array:
    """The weight of each column that makes the rows likeliest, less half of `penalty` times its square."""
    weights = np.zeros(sample.shows.shape[1])
    for _ in range(STEPS):
        likely = logistic(sample.given + sample.shows @ weights)
        slope = sample.shows.T @ (likely - sample.worthy) + penalty * weights
        bend = (sample.shows * (likely * (1 - likely))[:, None]).T @ sample.shows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < ENOUGH:
            break
    return weights


def loss(sample: Sample, weights: Array) -> float:
    """Mean negative log-likelihood of the rows, in nats; less is better."""
    likely = np.clip(logistic(sample.given + sample.shows @ weights), 1e-9, 1 - 1e-9)
    return float(-np.mean(np.where(sample.worthy > 0, np.log(likely), np.log(1 - likely))))


def cross_validated(sample: Sample, penalty: Array, folds: int = 3) -> float:
    """Mean loss on rows left out in turn; row n belongs to fold n modulo `folds`."""
    fold = np.arange(len(sample.worthy)) % folds
    losses = []
    for out in range(folds):
        kept = sample.take(fold != out)
        losses.append(loss(sample.take(fold == out), fit(kept, penalty)))
    return float(np.mean(losses))
