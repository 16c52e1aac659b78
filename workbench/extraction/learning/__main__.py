"""`python -m workbench.extraction.learning ROWS [CHECK…]`: learn from ROWS, write the weights, measure on CHECK."""

import sys
from pathlib import Path

import numpy as np

from workbench.domain.errors import WorkbenchError
from workbench.extraction import load
from workbench.extraction.learning.examples import Example, read
from workbench.extraction.learning.weighing import f_measure, learned, log_odds
from workbench.extraction.learning.written import write
from workbench.extraction.lexicon import HERE, table
from workbench.extraction.worth.weights import Weights


def main(arguments: list[str], into: Path = HERE / "worth_weights.toml") -> int:
    """Learn, write and measure; 1 where a file can't be read, 2 where none is named."""
    if not arguments:
        print("Name a file of marked rows to learn from: make learn ROWS=file.jsonl.gz", file=sys.stderr)
        return 2
    rows, *checks = [Path(argument) for argument in arguments]
    extractor = load()
    try:
        examples = list(read(rows, extractor))
        weights = learned(examples, list(table("worth")["groups"]), print)
        write(weights, into, rows=len(examples), name=rows.name)
        for check in checks:
            print(f"{check.name}: F1 {measured(list(read(check, extractor)), weights):.3f}")
    except WorkbenchError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def measured(examples: list[Example], weights: Weights) -> float:
    """F1 of the worthy sentences where one half is the border."""
    totals = np.array([log_odds(example.shown, weights) for example in examples])
    return f_measure(totals >= 0, np.array([example.worthy for example in examples]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
