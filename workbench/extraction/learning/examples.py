"""Read marked sentences, and see in them what the extractor sees."""

import gzip
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from workbench.domain.claim import Stretch
from workbench.domain.errors import WorkbenchError
from workbench.extraction.pipeline import Extractor
from workbench.extraction.signals import Shown, beginnings
from workbench.extraction.writing import shown


class LearningError(WorkbenchError):
    """A file to learn from can't be read as marked sentences."""


class Example(NamedTuple):
    """A sentence: what it shows, and whether a reader marked it as worth checking."""

    shown: Shown
    worthy: bool


def of_rows(path: Path, extractor: Extractor) -> Iterator[Example]:
    """The rows of a .jsonl or .jsonl.gz file, each `{"text", "worthy"}`, that the parser reads as one sentence.

    A row of two sentences is left out: its mark does not say which of them it means.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                row = json.loads(line)
                text, worthy = str(row["text"]), bool(row["worthy"])
            except (ValueError, KeyError, TypeError) as problem:
                raise LearningError(
                    f'Line {number} of {path.name} is no marked sentence: it needs {{"text": …, "worthy": …}}.'
                ) from problem
            seen = _seen(extractor, "", unquoted(text), None)
            if len(seen) == 1:
                yield Example(seen[0][1], worthy)


def unquoted(text: str) -> str:
    """The text without the quotation marks that a CSV writer put around and doubled inside it."""
    return text.strip('"').replace('""', '"')


def of_stories(folder: Path, extractor: Extractor) -> Iterator[Example]:
    """The sentences of the .toml stories in a folder, worth 2 counting as worthy.

    A story is `title`, `published` and `paragraphs`: lists of `[worth, sentence]`.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise LearningError(f"There is no marked story (.toml) in {folder.name}.")
    for path in paths:
        story = tomllib.loads(path.read_text(encoding="utf-8"))
        paragraphs = [[sentence for _, sentence in paragraph] for paragraph in story["paragraphs"]]
        worth = [(sentence, mark) for paragraph in story["paragraphs"] for mark, sentence in paragraph]
        text = "\n\n".join(" ".join(sentences) for sentences in paragraphs)
        begin, spans = 0, []
        for sentence, mark in worth:
            begin = text.index(sentence, begin)
            spans.append((begin, begin + len(sentence), mark == 2))
            begin += len(sentence)
        for start, here in _seen(extractor, story["title"], text, story["published"]):
            marked = next((mark for low, high, mark in spans if low <= start < high), None)
            if marked is not None:
                yield Example(here, marked)


def _seen(extractor: Extractor, title: str, text: str, published: date | None) -> list[tuple[int, Shown]]:
    """Each sentence of the text: its first character, and what it shows."""
    founds = [f for f in extractor.find(title, text, published) if f.passage.inside is Stretch.TEXT]
    count = sum(len(found.passage.sentences) for found in founds)
    title_words = beginnings(re.findall(r"[^\W\d_]+", title.lower()))
    seen: list[tuple[int, Shown]] = []
    for found in founds:
        passage = found.passage
        shows = shown(found, first=len(seen), count=count, title_words=title_words)
        starts = [passage.offset + passage.starts[low] for low, _ in passage.sentences]
        seen += zip(starts, shows, strict=True)
    return seen
