"""scores.toml: the scores that stand, and what to say where a change falls below them."""

import tomllib
from pathlib import Path

from tests.extraction.gate.scoring import Scores

RECORD = Path(__file__).parent / "scores.toml"
TOLERANCE = 0.001
COMMAND = "python -m tests.extraction.gate --write"
HEADING = f"""\
# How well the extractor does on the stories beside this file, from 0 to 1. Written by `{COMMAND}`.
# For each kind: precision and recall of finding, their F1 (found), and F1 where the value is right too (right).
# A change may raise a score. Lowering one needs a line in CHANGELOG.md that says why.
"""


def read_record(path: Path = RECORD) -> Scores:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def write_record(scores: Scores, path: Path = RECORD) -> None:
    """Each score with four digits, finer than the tolerance."""
    tables = [f"[{name}]\n" + "".join(f'"{m}" = {s:.4f}\n' for m, s in part.items()) for name, part in scores.items()]
    path.write_text("\n".join([HEADING, *tables]), encoding="utf-8")


def fallen(standing: Scores, measured: Scores) -> list[tuple[str, str, float, float]]:
    """Each score that lies below the one that stands: name, measure, old and new. A score that is gone counts as 0."""
    return [
        (name, measure, old, new)
        for name, part in standing.items()
        for measure, old in part.items()
        if (new := measured.get(name, {}).get(measure, 0.0)) < old - TOLERANCE
    ]


def complaint(name: str, measure: str, old: float, new: float) -> str:
    return (
        f"{name}: {measure} fell from {old:.4f} to {new:.4f} on the marked stories. See what is missed or wrong with "
        f"`python -m tests.extraction.gate --misses {name}`. If the loss is meant, say why in a line of CHANGELOG.md "
        f"and record the new scores with `{COMMAND}`."
    )
