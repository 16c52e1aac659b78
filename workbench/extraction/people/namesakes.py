"""Surnames that a story gives in full only for a woman of the family: "President Lund" beside "Eva Lund"."""

from collections.abc import Iterable

from workbench.extraction.grammar.first_names import gender_of
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Entity, Passage

NEAR = 5
"""Most tokens behind a name where a role is looked for."""


def apart(passages: list[Passage], full_names: Iterable[str]) -> frozenset[str]:
    """The surnames that stand alone for somebody else than the one person whom the story calls so in full.

    Somebody is called by "Mr" or an office and this surname; the name in full is a woman's, and never stands beside
    that title. Where several share a surname nothing is said.
    """
    by_surname: dict[str, list[str]] = {}
    for name in full_names:
        by_surname.setdefault(name.split()[-1], []).append(name)
    single = {surname: names[0] for surname, names in by_surname.items() if len(names) == 1}
    alone: dict[str, set[str]] = {}
    beside: dict[str, set[str]] = {}
    for passage in passages:
        for entity in passage.entities:
            text = passage.slice(entity.low, entity.high) if entity.type == "PERSON" else ""
            if text in single and (title := _title(passage, entity)):
                alone.setdefault(text, set()).add(title)
            elif text.split()[-1:] and text == single.get(text.split()[-1]):
                beside.setdefault(text, set()).update(_roles(passage, entity))
    return frozenset(
        surname
        for surname, titles in alone.items()
        if _is_other(single[surname], titles, beside.get(single[surname], set()))
    )


def _is_other(name: str, titles: set[str], roles: set[str]) -> bool:
    return gender_of(name.split(maxsplit=1)[0]) == "she" and titles.isdisjoint(roles)


def _title(passage: Passage, entity: Entity) -> str:
    """The "Mr" or the office with a capital right before a surname alone; empty where none stands there."""
    before = entity.low - 1
    if before < 0 or not passage.words[before][0].isupper():
        return ""
    word = passage.lower[before].rstrip(".")
    return word if word == "mr" or (is_role(passage, before) and word in words("roles", "offices")) else ""


def _roles(passage: Passage, entity: Entity) -> set[str]:
    others = [e for e in passage.entities if e.type == "PERSON" and e.low != entity.low]
    low = max([0, entity.low - NEAR, *(e.high for e in others if e.high <= entity.low)])
    high = min([len(passage), entity.high + NEAR, *(e.low for e in others if e.low >= entity.high)])
    return {passage.lower[t] for t in range(low, high) if is_role(passage, t)}
