"""Which index of a market "the index" is: the one named last, where only one is named there."""

from collections.abc import Iterator, Sequence

from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

FARTHEST = 3
"""Most sentences before its own that "the index" reaches back."""


def named_last(passages: Sequence[Passage], passage: Passage, token: int) -> str:
    """The name of the index before the token in its sentence, or in the nearest before it; empty for one of several."""
    for where, low, high in _sentences(passages, passage, token):
        if named := [_name(where, t) for t in range(low, high) if _is_name(where, t)]:
            first, *others = dict.fromkeys(named)
            return "" if others else first
    return ""


def _sentences(passages: Sequence[Passage], passage: Passage, token: int) -> Iterator[tuple[Passage, int, int]]:
    """The sentence up to the token, and those before it, backwards."""
    place, left = passage.sentence_of[token], FARTHEST
    yield passage, passage.sentences[place][0], token
    for number in range(passage.number, -1, -1):
        here = passages[number]
        if here.inside is not passage.inside:
            return
        for low, high in reversed(here.sentences[:place] if here is passage else here.sentences):
            if not left:
                return
            yield here, low, high
            left -= 1


def _is_name(passage: Passage, token: int) -> bool:
    """Whether an index's name begins here: "Nasdaq", but neither "composite" nor the letters of a name in brackets."""
    known = words("markets", "indexes")
    if passage.tags[token] not in ("NNP", "NNPS") or passage.lower[token] not in known - words("markets", "kinds"):
        return False
    return not token or not (passage.words[token - 1] == "(" or passage.lower[token - 1] in known)


def _name(passage: Passage, token: int) -> str:
    """The name with the capitals around it and its number: "Hang Seng", "Nikkei 225", "Nasdaq Composite"."""
    low, high = token, token + 1
    while low and passage.tags[low - 1] == "NNP":
        low -= 1
    while high < len(passage) and passage.lower[high] not in words("markets", "kinds") - {"composite"}:
        number = passage.words[high].isdigit() and passage.heads[high] < high
        if not number and passage.tags[high] != "NNP":
            break
        high += 1
    return passage.slice(low, high)
