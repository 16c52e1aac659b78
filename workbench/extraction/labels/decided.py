"""What is decided on where it is only called "it", the bill or deal told of right before; and who was against it."""

from collections.abc import Iterator

from workbench.extraction.labels.pieces import Part, Spot
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, Passage

WITHIN = 2
"""Most sentences before the pronoun's own that are looked through."""


def on(scene: Scene, passage: Passage, token: int) -> tuple[Passage, int] | None:
    """As in "a budget keeps ports open; the House approved it": the last sentence with such a noun has but one."""
    if not _is_decided(passage, token):
        return None
    said = scene.quotation(passage, token)
    for where, low, high in _back(scene, passage, token):
        found = [t for t in range(low, high) if _is_proposal(where, t) and scene.quotation(where, t) == said]
        if found:
            return (where, found[-1]) if len({where.lower[t] for t in found}) == 1 else None
    return None


def _is_decided(passage: Passage, token: int) -> bool:
    """Whether the pronoun is what somebody approves, signs or votes for."""
    verb = passage.heads[token]
    if passage.deps[token] == "pobj" and passage.lower[verb] in ("for", "against"):
        return passage.lower[passage.heads[verb]] in words("labels", "votes")
    return passage.deps[token] == "dobj" and passage.lower[verb] in words("labels", "decides")


def _is_proposal(passage: Passage, token: int) -> bool:
    """Whether the noun is one thing that may be decided on; no "bill" of "bill sponsors"."""
    named = passage.lower[token] in words("labels", "decided_on") and passage.tags[token] in ("NN", "NNP")
    return named and passage.tags[token + 1 : token + 2] not in ([tag] for tag in NOUNS)


def _back(scene: Scene, passage: Passage, token: int) -> Iterator[tuple[Passage, int, int]]:
    """The pronoun's sentence as far as it, then the sentences before it, the nearest first."""
    place, left = passage.sentence_of[token], WITHIN
    yield passage, passage.sentences[place][0], token
    for number in range(passage.number, -1, -1):
        here = scene.passages[number]
        if here.inside is not passage.inside:
            return
        for sentence in reversed(here.sentences[: place if here is passage else None]):
            if not left:
                return
            yield here, *sentence
            left -= 1


def side(spot: Spot, anchor: int) -> str:
    """The side of a vote that stands behind its figure: "by 68 votes for and 31 against"."""
    passage, behind = spot.passage, max(anchor, *spot.own) + 1
    alone = passage.lower[behind : behind + 1] in (["for"], ["against"]) and passage.child(behind, "pobj") is None
    return passage.lower[behind] if alone else ""


def turned(spot: Spot, anchor: int, found: list[Part]) -> list[Part]:
    """The parts of "68 members voted for it and 31 against", or "31 against it", as they are told of the 31."""
    passage, behind = spot.passage, max(anchor, *spot.own) + 1
    if passage.lower[behind : behind + 1] != ["against"]:
        return found
    thing = passage.child(behind, "pobj")
    if thing is not None and passage.lower[thing] != "it":
        return found
    told = (part for part in found if passage.child(part.place % len(passage), "nummod") is None)
    return [_turned(part) if part.text.startswith("for ") else part for part in told]


def _turned(part: Part) -> Part:
    return part._replace(text=f"against {part.text.removeprefix('for ')}", short="")
