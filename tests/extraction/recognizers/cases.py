"""Cases of a recognizer suite: a text, and the results that somebody expects of it."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.extraction.pipeline import Extractor

RIGHT, WRONG, MISSED = "right", "wrong", "not covered"


@dataclass(frozen=True)
class Expected:
    """A result that a case expects: half-open characters of its text, the type, and the fields it was resolved to."""

    start: int
    end: int
    type: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A line of the suite: the model that it is for, its text, its reference day where it has one, its results."""

    number: int
    model: str
    text: str
    context: dict[str, Any]
    expected: list[Expected] = field(default_factory=list)


@dataclass(frozen=True)
class Judgement:
    """What became of one expected result, or of a text that holds none; `reason` says why it is not right."""

    case: Case
    outcome: str
    words: str
    reason: str = ""


Judge = Callable[[Case, Extractor], Iterator[Judgement]]


def read(path: Path) -> Iterator[Case]:
    """The cases of a file, gzipped or plain, in order, numbered from 0."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(line for line in lines if line.strip()):
            yield case(number, json.loads(line))


def case(number: int, row: dict[str, Any]) -> Case:
    """One line of the suite: a model's ends are inclusive, an extractor's or parser's results have a length."""
    expected = [
        Expected(
            result["Start"],
            result["End"] + 1 if "End" in result else result["Start"] + result["Length"],
            result.get("TypeName") or result.get("Type") or "",
            result.get("Resolution") or result.get("Value") or {},
        )
        for result in row["results"]
    ]
    return Case(number, row["model"], row["input"], row.get("context") or {}, expected)
