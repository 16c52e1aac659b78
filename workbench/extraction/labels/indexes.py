"""Which index of a market "the index" is, the one named last; and what an index is called in full."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from workbench.extraction.labels.places import sentences
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

FARTHEST = 3
"""Most sentences before its own that "the index" reaches back."""


def named_last(passages: Sequence[Passage], passage: Passage, token: int) -> str:
    """The name of the index before the token in its sentence, or in the nearest before it; empty for one of several."""
    for where, low, high in sentences(passages, passage, token, FARTHEST):
        if named := [_name(where, t) for t in range(low, high) if _is_name(where, t)]:
            first, *others = dict.fromkeys(named)
            return "" if others else first
    return ""


def full_names(passages: Sequence[Passage]) -> dict[str, str]:
    """The longest name of an index by its first word in small letters: "dow" is the "Dow Jones Industrial Average".

    Nothing for a word with which the story names two: "Nasdaq Composite" and "Nasdaq 100".
    """
    found: dict[str, set[str]] = defaultdict(set)
    told = (passage for passage in passages if not words("markets", "indexes").isdisjoint(passage.lower))
    for passage in told:
        for token in range(len(passage)):
            if _is_name(passage, token):
                found[passage.lower[token]].add(passage.slice(token, _end(passage, token)))
    longest = {word: max(sorted(names), key=len) for word, names in found.items()}
    return {word: name for word, name in longest.items() if all(_leads(one, name) for one in found[word])}


def written_out(name: str, full: dict[str, str]) -> str:
    """The name with the index in it written out as the story has it in full."""
    parts = name.split()
    before = [*takewhile(lambda part: part.lower() not in full, parts)]
    said = " ".join(parts[len(before) :])
    whole = full.get(said.partition(" ")[0].lower(), "")
    return " ".join([*before, whole]) if whole and _leads(said, whole) else name


def _leads(short: str, name: str) -> bool:
    return f"{name} ".lower().startswith(f"{short} ".lower())


def _is_name(passage: Passage, token: int) -> bool:
    """Whether an index's name begins here: "Nasdaq", but neither "composite" nor the letters of a name in brackets."""
    known, word = words("markets", "indexes"), passage.lower[token]
    if passage.tags[token] not in ("NNP", "NNPS") or word not in known or word in words("markets", "kinds"):
        return False
    return not token or not (passage.words[token - 1] == "(" or passage.lower[token - 1] in known)


def _name(passage: Passage, token: int) -> str:
    """The name with the capitals around it and its number: "Hang Seng", "Nikkei 225", "Nasdaq Composite"."""
    low = token
    while low and passage.tags[low - 1] == "NNP":
        low -= 1
    return passage.slice(low, _end(passage, token))


def _end(passage: Passage, token: int) -> int:
    """Behind the last word or number of the name that begins here."""
    high = token + 1
    while high < len(passage) and passage.lower[high] not in words("markets", "kinds") - {"composite"}:
        number = passage.words[high].isdigit() and passage.heads[high] < high
        number = number or passage.lower[high] in words("markets", "behind")
        if not number and passage.tags[high] != "NNP":
            break
        high += 1
    return high
