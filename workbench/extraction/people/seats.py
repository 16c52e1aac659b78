"""Titles that the place or body behind the name belongs to: "Gov. Ann Lee of Ohio" is the governor of Ohio."""

from collections.abc import Iterable, Iterator

from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.people.origins import RULE
from workbench.extraction.text.passage import Entity, Passage

TITLES = ("a title before the name", "a title that several share", "an office before the name")


def joined(passage: Passage, person: Entity, shapes: Iterable[Shape]) -> Iterator[Shape]:
    """The shapes, with a title before the name and an "of" right behind it as one role."""
    found = list(shapes)
    behind = next((shape for shape in found if _is_seat(passage, person, shape)), None)
    home = passage.entity_of[person.high + 1 : person.high + 2] == ["GPE"]
    titles = [shape for shape in found if shape[0] in TITLES and _is_seated(shape[3], home)] if behind else []
    for shape in found:
        if behind is not None and shape in titles:
            rule, start, _, role = shape
            yield rule, start, behind[2], f"{role} {behind[3]}"
        elif shape is not behind or not titles:
            yield shape


def _is_seat(passage: Passage, person: Entity, shape: Shape) -> bool:
    """Whether the shape is an "of" that no comma parts from the name, and leads to no party."""
    rule, _, _, role = shape
    touches = rule == RULE and passage.lower[person.high : person.high + 1] == ["of"]
    return touches and role.split()[-1].lower() not in words("roles", "parties")


def _is_seated(title: str, home: bool) -> bool:
    """Whether somebody bears such a title there: a senator, no politician, no husband, and no baker of their `home`."""
    noun = title.rsplit(maxsplit=1)[-1]
    spelled = {noun.lower(), noun.lower().removesuffix("s")}
    apart = " of " in title or (home and noun.islower())
    return not apart and spelled.isdisjoint(words("roles", "unseated") | words("roles", "kinship"))
