"""Two roles in one description: "the deputy director and a former teacher", "army spokesman Colonel X"."""

import re
from collections.abc import Iterator

from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.text.passage import Passage

_UNPARTED = frozenset(["where the person is from", "a body's own person", "what the person is known for"])
"""Rules whose words are no role's."""
_TWO = re.compile(r"(?P<first>.+?)\s+and\s+(?:an?\s+|the\s+)?(?P<second>.+)$", re.DOTALL)
_LINK = re.compile(r"\s+(?:of|for|at|in|from|to|with|on)\s+")


def parted(passage: Passage, shape: Shape) -> Iterator[Shape]:
    """The shape, in two where it names two roles; each has the words from its own role to the name, or the reverse."""
    rule, start, end, role = shape
    two = None if rule in _UNPARTED else _joined(role) or _ranked(role)
    at = passage.text.find(role, start, end)
    if two is None or at < 0:
        yield shape
        return
    first, second = two
    if passage.text[at + len(role) : end].strip(" ,"):
        yield rule, start, end, first
        if second.lower() not in words("roles", "learned"):
            yield rule, at + len(role) - len(second), end, second
    else:
        yield rule, start, at + len(first), first
        yield rule, start, end, second


def _joined(role: str) -> tuple[str, str] | None:
    """Both roles where "and" joins two: "boss and co-founder", "chemist from Kent and a former teacher"."""
    two = _TWO.match(role)
    both = two is not None and _names_role(two["first"]) and _names_role(two["second"])
    return (two["first"], two["second"]) if two is not None and both else None


def _ranked(role: str) -> tuple[str, str] | None:
    """The role, and the rank or other title with a capital behind it: "army spokesman Brigadier General"."""
    spelled = role.split()
    at = len(spelled)
    while at > 1 and spelled[at - 1][0].isupper() and _is_role(spelled[at - 1]):
        at -= 1
    first, second = spelled[:at], spelled[at:]
    several = len(second) > 1 and all(word.lower() in words("roles", "ranks") for word in second)
    small = bool(second) and first[-1].islower() and (_is_role(first[-1]) or first[-2:] == ["of", "staff"])
    if not second or not (small or several) or not _names_role(" ".join(first)):
        return None
    gap = len(role) - len(role.split(maxsplit=at)[-1])
    return role[:gap].rstrip(), role[gap:]


def _is_role(word: str) -> bool:
    lower = word.lower()
    return any(lower in words("roles", kind) for kind in ("roles", "abbreviated", "ranks"))


def _names_role(role: str) -> bool:
    """Whether the noun before the first preposition says what a person is."""
    noun = _LINK.split(role)[0].split()
    last = noun[-1].lower() if noun else ""
    listed = last in words("roles", "roles") or last in words("roles", "abbreviated")
    return listed or last.endswith(tuple(words("roles", "endings")))
