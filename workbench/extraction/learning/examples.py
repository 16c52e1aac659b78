"""Read marked sentences, and see in them what the extractor sees."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from workbench.domain.claim import Stretch
from workbench.domain.errors import WorkbenchError
from workbench.extraction.pipeline import Extractor
from workbench.extraction.worth.signals import Shown
from workbench.extraction.writing import shown


class LearningError(WorkbenchError):
    """A file to learn from can't be read as marked sentences."""


class Example(NamedTuple):
    """A sentence: what it shows, and whether a reader marked it as worth checking."""

    shown: Shown
    worthy: bool


def read(path: Path, extractor: Extractor) -> Iterator[Example]:
    """The rows of a .jsonl or .jsonl.gz file, each `{"text", "worthy"}`, that the parser reads as one sentence.

    A row of two sentences is left out: its mark does not say which of them it means.
    """
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            text, worthy = _row(line, number, path.name)
            seen = [
                one
                for found in extractor.find("", text, None)
                if found.passage.inside is Stretch.TEXT
                for one in shown(found, first=0, count=1, title_words=set())
            ]
            if len(seen) == 1:
                yield Example(seen[0], worthy)


def _opened(path: Path) -> IO[str]:
    try:
        return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    except OSError as problem:
        raise LearningError(
            f"{path.name} can't be opened: {problem.strerror}. Name a file of marked rows."
        ) from problem


def _row(line: str, number: int, name: str) -> tuple[str, bool]:
    try:
        row = json.loads(line)
        text, worthy = row["text"], row["worthy"]
    except (ValueError, KeyError, TypeError) as problem:
        raise LearningError(
            f'Line {number} of {name} is no marked row: it must read {{"text": "…", "worthy": true or false}}.'
        ) from problem
    # Rows that once were CSV keep the marks that were put around and doubled inside them.
    return str(text).strip('"').replace('""', '"'), bool(worthy)
