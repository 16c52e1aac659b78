"""What a story teaches of its things by naming them once with their noun: "the planet Keth" is "the planet" later."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import Passage


def read(passages: list[Passage], name: Callable[[Passage, int], str]) -> dict[str, str]:
    """For each common noun the one name that the story joins to it; a noun joined to several names has none.

    Nouns for people are left out: they are roles, and their holders change within a story. So are sides of a contest.

    `name` gives the name that a token belongs to, in full, or an empty string.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        for noun, named in _joined(passage):
            if text := "" if _is_changing(passage, noun) else _thing(passage, noun, named, name):
                found[passage.lower[noun]].add(text)
    return {noun: next(iter(names)) for noun, names in found.items() if len(names) == 1}


@cache
def same_as(noun: str) -> frozenset[str]:
    """The nouns that may mean the same thing, this one among them: "ship" and "ferry", but not "ferry" and "tanker"."""
    return frozenset({noun}).union(*(kind for kind in table("labels")["same_things"] if noun in kind))


def makers(passages: list[Passage]) -> dict[str, str]:
    """For each model named by letters and digits ("A220") the one name with its maker that the story gives it."""
    found: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        for token in range(1, len(passage)):
            if passage.tags[token - 1] != "NNP" or not _is_numbered(passage, token):
                continue
            high = _end_of_model(passage, token)
            if (low := _maker_before(passage, token, high)) < token:
                found[passage.slice(token, high)].add(passage.slice(low, high))
    return {model: next(iter(names)) for model, names in found.items() if len(names) == 1}


def _is_changing(passage: Passage, noun: int) -> bool:
    """Whether the noun means now this one, now another, though the story joins it to one name only: "the team"."""
    word = passage.lower[noun]
    return is_role(passage, noun) or word in words("labels", "sides") or word in words("labels", "naming")


def _end_of_model(passage: Passage, token: int) -> int:
    """Behind the model's last letter, which may be a token of its own: "A220" "M"."""
    high = token + 1
    while high < len(passage) and passage.starts[high] == passage.ends[high - 1] and passage.words[high].isalnum():
        high += 1
    return high


def _maker_before(passage: Passage, token: int, high: int) -> int:
    """Where the names begin that stand right before the model and belong to it, or to what it describes."""
    above, low = (*range(token, high), passage.heads[high - 1]), token
    while low and passage.tags[low - 1] == "NNP" and passage.heads[low - 1] in above:
        low -= 1
    return low


def _thing(passage: Passage, noun: int, named: int, name: Callable[[Passage, int], str]) -> str:
    """The name, where it is one of a thing: no person's or zone's, and a place's only beside a noun for places."""
    kind, word = passage.entity_of[named], passage.words[named]
    strange = kind == "GPE" and passage.lower[noun] not in words("labels", "places")
    if kind == "PERSON" or strange or word in words("labels", "zones"):
        return ""
    # The model knows no name in "K2-18b" or "A380".
    return name(passage, named) or (word if any(char.isdigit() for char in word) else "")


def _joined(passage: Passage) -> Iterator[tuple[int, int]]:
    """The tokens of a noun and a name in apposition, side by side, joined by "is", or by "of" ("the city of Riga")."""
    places = words("labels", "places")
    for token, (dep, tag) in enumerate(zip(passage.deps, passage.tags, strict=True)):
        head = passage.heads[token]
        if dep == "appos":
            pair = (token, head) if tag == "NN" and not _is_numbered(passage, token) else (head, token)
        elif dep == "compound" and tag == "NN" and token == head - 1:
            pair = (token, head)
        elif dep == "attr" and tag == "NN" and passage.lower[head] in ("is", "was"):
            subject = passage.child(head, "nsubj")
            pair = (token, subject) if subject is not None else (token, token)
        elif dep == "pobj" and passage.lower[head] == "of" and passage.lower[passage.heads[head]] in places:
            pair = (passage.heads[head], token)
        else:
            continue
        noun, named = pair
        if passage.tags[noun] == "NN" and (_is_numbered(passage, named) or passage.tags[named] in ("NNP", "NNPS")):
            yield noun, named


def _is_numbered(passage: Passage, token: int) -> bool:
    """Whether it is a name with digits, which the tagger takes for a common noun: "K2-18b"."""
    word = passage.words[token]
    return word[:1].isupper() and any(char.isdigit() for char in word)
