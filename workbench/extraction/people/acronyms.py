"""Which body an acronym stands for: "Harbour Trade Council (HTC)", or the "HTC" whose letters only one body has."""

import re
from collections.abc import Iterable, Iterator

from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

_BRACKETS = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'.-]*|of|the|for|and|on|in|de|du)(?:\s+(?:[A-Z][\w’'.-]*|of|the|for|and|on|in|de|"
    r"du))+)\s+\((?P<short>[A-Z][A-Za-z.&-]{1,9})\)"
)
_NUMBERED = re.compile(r"\b(?P<name>[A-Z]\w+(?: [A-Z]\w+)+) (?P<number>\d+) \((?P<short>[A-Z]{2,9})(?P=number)\)")
SHORTEST = 3
"""Fewest letters of an acronym that stands without its body's name beside it; two where the model sees a body in it."""


def in_brackets(passage: Passage) -> Iterator[tuple[str, str]]:
    """The acronyms that stand in brackets behind their bodies, each with the body's name.

    Of a numbered thing the letters alone: "Keth Runner" for the "KR" of "Keth Runner 9 (KR9)".
    """
    if "(" not in passage.text:
        return
    for found in (*_BRACKETS.finditer(passage.text), *_NUMBERED.finditer(passage.text)):
        if name := _spelled(found["name"], found["short"]):
            yield found["short"], name


def by_initials(passages: list[Passage], bodies: Iterable[str]) -> dict[str, str]:
    """The words in capitals that spell the initials of one body alone, each with the body's name."""
    spelled: dict[str, set[str]] = {}
    for name in bodies:
        gathers = name.split()[-1].lower() in words("bodies", "gatherings")
        if len(letters := _initials(name)) >= SHORTEST - 1 and " " in name and not gathers:
            spelled.setdefault(letters, set()).add(name)
    seen = {word for passage in passages for word in passage.words if word in spelled and len(word) >= SHORTEST}
    alone = {passage.slice(e.low, e.high) for passage in passages for e in passage.entities if e.type == "ORG"}
    seen |= alone & {*spelled}
    return {short: spelled[short].copy().pop() for short in seen if len(spelled[short]) == 1}


def _initials(name: str) -> str:
    """The first letters of a name's words with capitals, "U.S." in full: "U.S. Harbour Survey" → "USHS"."""
    capitals = [word for word in name.split() if word[0].isupper()]
    return "".join(word.replace(".", "") if re.fullmatch(r"(?:[A-Z]\.)+", word) else word[0] for word in capitals)


def _spelled(name: str, short: str) -> str | None:
    """The tail of `name` whose initials spell the acronym, leaving out small words; None where they don't."""
    parts = name.split()
    letters = [c for c in short if c.isupper()]
    for start in range(len(parts)):
        capitals = [p[0] for p in parts[start:] if p[0].isupper()]
        if capitals == letters and parts[start][0].isupper():
            return " ".join(parts[start:])
    return None
