"""Write learned weights as a file of the lexicon that a person can read."""

import json
from pathlib import Path

from workbench.extraction.worth.weights import Weights

HEADER = """\
# What the signals of checkworthiness weigh, in log-odds. Written by `make learn`; don't edit it, learn anew.
# What is set by hand stands in worth.toml and is added to these.
# Learned from {rows} marked sentences of {name}.
# Origin: sentences of US presidential debates, marked by the ClaimBuster project (Arslan, Hassan, Li, Tremayne 2020:
# "A Benchmark Dataset of Check-worthy Factual Claims", doi 10.5281/zenodo.3609356, open access), as the CheckThat! Lab
# 2024 hands them out for its task 1. None of their text is here: see docs/decisions/013-learned-checkworthiness.md.
"""
_NOTES = {
    "sentence": "# Of each named signal.",
    "groups": "# Of each word of a group, up to three different ones in a sentence.",
    "words": "# Of the words that weigh more or less than their group's.",
}


def write(weights: Weights, path: Path, *, rows: int, name: str) -> None:
    """Write the weights to `path`, heaviest first, with where they come from."""
    lines = [HEADER.format(rows=rows, name=name), f"base = {weights['base']:.2f}"]
    parts = {"sentence": weights["sentence"], "groups": weights["groups"], "words": weights["words"]}
    for part, named in parts.items():
        lines += ["", _NOTES[part], f"[{part}]"]
        lines += [
            f"{json.dumps(key, ensure_ascii=False)} = {weight:.2f}"
            for key, weight in sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
