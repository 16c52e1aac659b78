"""Two roles in one description: "the deputy director and a former teacher"."""

import re
from collections.abc import Iterator

from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape

_BEHIND = "an apposition behind the name"
_PARTED = frozenset([_BEHIND, "a description joined to the name"])
"""Rules whose roles are parted. A title before the name stays whole: "boss and co-founder X"."""
_TWO = re.compile(r"(.+?)\s+and\s+(?:an?\s+|the\s+)?(.+)$", re.DOTALL)
_LINK = re.compile(r"\s+(?:of|for|at|in|from|to|with|on)\s+")


def parted(shape: Shape) -> Iterator[Shape]:
    """The shape, in two where it names two roles."""
    rule, start, end, role = shape
    two = _TWO.match(role) if rule in _PARTED else None
    if two is None or not all(_names_role(two[part]) for part in (1, 2)):
        yield shape
        return
    yield rule, start, end - len(role) + len(two[1]) if rule == _BEHIND else end, two[1]
    yield rule, start, end, two[2]


def _names_role(role: str) -> bool:
    """Whether the noun before the first preposition says what a person is."""
    noun = _LINK.split(role)[0].split()
    last = noun[-1].lower() if noun else ""
    return last in words("roles", "roles") or last.endswith(tuple(words("roles", "endings")))
