"""Stories marked by hand: each lies in stories/ as sentences with their worth, and the facts that stand in them.

In a story's file `paragraphs` holds lists of `[worth, sentence]`; the text is the sentences joined by a blank, the
paragraphs parted by one empty line. A fact's place is its `text` and its `occurrence` (1, left out, for the first
place where those words stand). `bound` is `exactly` where it is left out, and `in = "title"` marks the headline.
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

STORIES = Path(__file__).parent / "stories"
FIELDS = ("amount", "amount_high", "unit", "bound", "date", "speaker", "cue", "person", "role")


@dataclass(frozen=True)
class Mark:
    """One fact as a careful reader marked it, at half-open character offsets of the text or the title."""

    inside: str
    kind: str
    start: int
    end: int
    text: str
    about: tuple[str, ...]
    fields: dict[str, str]


@dataclass(frozen=True)
class Line:
    """One sentence of the text and its worth: 0 nothing to check, 1 checkable, 2 must be checked."""

    start: int
    end: int
    worth: int


@dataclass(frozen=True)
class MarkedStory:
    name: str
    title: str
    published: date
    text: str
    lines: list[Line] = field(repr=False)
    marks: list[Mark] = field(repr=False)


class MarkError(ValueError):
    """A mark can't be where its file says."""


@cache
def marked_stories() -> tuple[MarkedStory, ...]:
    """All stories of the gate, in the order of their file names; `MarkError` names a mark that stands nowhere."""
    return tuple(
        read_story(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(STORIES.glob("*.toml"))
    )


def read_story(name: str, table: dict[str, Any]) -> MarkedStory:
    text, lines = _laid_out(table["paragraphs"])
    whole = {"title": table["title"], "text": text}
    marks = [_placed(name, fact, whole[fact.get("in", "text")]) for fact in table["facts"]]
    return MarkedStory(name, table["title"], table["published"], text, lines, marks)


def _laid_out(paragraphs: list[list[tuple[int, str]]]) -> tuple[str, list[Line]]:
    text, lines = "", []
    for paragraph in paragraphs:
        for place, (worth, sentence) in enumerate(paragraph):
            text += " " if place else "\n\n" * bool(text)
            lines.append(Line(len(text), len(text) + len(sentence), worth))
            text += sentence
    return text, lines


def _placed(name: str, fact: dict[str, Any], whole: str) -> Mark:
    places = [found.start() for found in re.finditer(f"(?={re.escape(fact['text'])})", whole)]
    wanted = fact.get("occurrence", 1)
    if len(places) < wanted:
        raise MarkError(
            f"stories/{name}.toml marks {fact['text']!r} as {fact['kind']} at place {wanted}, but these words stand "
            f"there {len(places)} times. Copy them from the story to the letter, and count their places from 1."
        )
    start = places[wanted - 1]
    fields = {key: fact[key] for key in FIELDS if key in fact}
    if "amount" in fields:
        fields.setdefault("bound", "exactly")
    return Mark(
        inside=fact.get("in", "text"),
        kind=fact["kind"],
        start=start,
        end=start + len(fact["text"]),
        text=fact["text"],
        about=tuple(fact.get("about", ())),
        fields=fields,
    )
