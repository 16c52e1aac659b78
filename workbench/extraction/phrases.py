"""Noun phrases in a few words, as a label writes them: no articles, names resolved, the nearest modifiers kept."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from workbench.domain.claim import Stretch
from workbench.extraction.lexicon import words
from workbench.extraction.nouns import base_phrase
from workbench.extraction.passage import NOUNS, Passage
from workbench.extraction.surroundings import Scene

MOST_MODIFIERS = 2
_MODIFIERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "HYPH", "CD", "VBN", "AFX"})
_SHARES = ("percent", "cent", "%")
_POSSESSIVE = ("its", "their", "his", "her")


class Part(NamedTuple):
    """A piece of a label: where it stands in the sentence, how dispensable it is (0 is kept first), and its words."""

    place: int
    rank: int
    text: str


class Spot(NamedTuple):
    """A passage of a story, and the tokens of it that the label says already."""

    scene: Scene
    passage: Passage
    own: frozenset[int]


def size(text: str) -> int:
    """How many words a reader counts, numbers in parts: "$13.6 billion aid" has four."""
    return len(re.findall(r"[^\W_]+", text))


def noun(spot: Spot, token: int) -> str:
    """The noun phrase at this token in a few words; empty for what says nothing, a number or a day."""
    scene, passage, own = spot
    word = passage.lower[token]
    if token in own or passage.entity_of[token] in ("DATE", "TIME"):
        return ""
    if word in words("labels", "nobody") or passage.tags[token] not in NOUNS:
        return _meant(spot, token)
    name = scene.name(passage, token)
    if name and not _cut_by(passage, token, own):
        return name
    return _common(spot, token)


def _meant(spot: Spot, token: int) -> str:
    scene, passage, _ = spot
    word = passage.lower[token]
    if passage.tags[token] not in ("PRP", "PRP$"):
        return ""
    if word in ("i", "we", "my", "our", "us", "me"):
        return scene.speaker(passage, token)
    found = scene.meant(passage, token)
    return found if isinstance(found, str) else noun(Spot(scene, found[0], frozenset()), found[1])


def _cut_by(passage: Passage, token: int, own: Collection[int]) -> bool:
    return any(e.low <= token < e.high and any(e.low <= t < e.high for t in own) for e in passage.entities)


def _common(spot: Spot, token: int) -> str:
    scene, passage, own = spot
    low, start, kept = base_phrase(passage, token).low, token, 0
    while start > low and start - 1 not in own and _modifies(passage, start - 1, token):
        if passage.tags[start - 1] != "HYPH" and passage.tags[start] != "HYPH":
            kept += 1
        if kept > MOST_MODIFIERS:
            break
        start -= 1
    while start > 0 and start - 1 not in own and passage.ends[start - 1] == passage.starts[start]:
        start -= 1
    while start < token and (passage.tags[start] == "HYPH" or not passage.words[start][0].isalnum()):
        start += 1
    if passage.lower[token] in _SHARES and start == token:
        return ""
    end = token + 1
    if end < len(passage) and end not in own and passage.tags[end] == "CD" and passage.heads[end] == token:
        end += 1
    text = _in_running_text(spot, start, passage.slice(start, end))
    if described := scene.described(passage, token, text):
        return described
    owner = passage.child(token, "poss")
    whose = _owner(spot, owner) if owner is not None and owner not in range(start, token + 1) else ""
    return f"{whose} {text}" if whose else text


def _modifies(passage: Passage, token: int, head: int) -> bool:
    """Whether a label keeps this word before its noun: no number of a sum without its sign."""
    if passage.lower[head] in _SHARES:
        return passage.tags[token] == "CD" or passage.lower[token] == "per"
    in_sum = passage.tags[token] == "CD" and passage.entity_of[token] in ("MONEY", "PERCENT", "DATE", "TIME")
    return passage.tags[token] in _MODIFIERS and not in_sum


def _in_running_text(spot: Spot, start: int, text: str) -> str:
    """The words as they stand inside a sentence: no capital only because a sentence starts there."""
    passage = spot.passage
    if start != passage.sentences[passage.sentence_of[start]][0]:
        return text
    plain = passage.tags[start] not in ("NNP", "NNPS") and not passage.entity_of[start]
    if passage.inside is Stretch.TITLE or not plain:
        plain = passage.lower[start] in spot.scene.uncapitalised
    return text[:1].lower() + text[1:] if plain else text


def _owner(spot: Spot, owner: int) -> str:
    passage = spot.passage
    name = _meant(spot, owner) if passage.lower[owner] in _POSSESSIVE else noun(spot, owner)
    return f"{name}’" if name.endswith("s") else f"{name}’s" if name else ""


def parts(spot: Spot, token: int, rank: int, path: Collection[int]) -> Iterator[Part]:
    """The noun phrase, and what hangs on it by prepositions: first what leads to the figure (`path`), then "of"."""
    if not (text := noun(spot, token)):
        return
    yield Part(token, rank, text)
    if size(text) < 5:
        yield from complements(spot, token, rank, path)


def complements(spot: Spot, token: int, rank: int, path: Collection[int] = ()) -> Iterator[Part]:
    """What hangs on the noun at this token by prepositions, each with its preposition."""
    passage = spot.passage
    for link in passage.children[token]:
        if passage.deps[link] != "prep" or link in spot.own or link < token:
            continue
        thing = passage.child(link, "pobj")
        if thing is None or thing in spot.own or _in_one_name(passage, token, thing):
            continue
        lower = min(rank, -1) if thing in path else rank + 1 if passage.lower[link] == "of" else rank + 3
        yield from behind(spot, link, thing, lower, path)


def _in_one_name(passage: Passage, one: int, other: int) -> bool:
    """As in "House of Representatives"."""
    return any(e.low <= one < e.high and e.low <= other < e.high for e in passage.entities)


def behind(spot: Spot, link: int, thing: int, rank: int, path: Collection[int]) -> Iterator[Part]:
    """A preposition with what follows it."""
    inner = list(parts(spot, thing, rank, path))
    if inner and inner[0].place == thing:
        yield Part(link, rank, f"{spot.passage.lower[link]} {inner[0].text}")
        yield from inner[1:]
