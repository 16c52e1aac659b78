"""Two roles said at once: "the deputy director and a former teacher", "founder and chair X", "spokesman Col. X"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from workbench.extraction.grammar.roles import in_full
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.text.passage import Passage

_BEHIND = frozenset(
    [
        "an apposition behind the name",
        "what the person is or was made",
        "what somebody made the person",
        "who the person is",
    ]
)
"""Rules whose roles stand behind the name: the first ends the stretch where the second begins."""
_BEFORE = frozenset(
    [
        "a title before the name",
        "an apposition before the name",
        "a description joined to the name",
        "a description that opens the sentence",
        "a title that opens the sentence",
        "an office before the name",
    ]
)
"""Rules whose roles stand before it: the stretch of the second begins where the first ends."""
_AND = re.compile(r"(?:,?\s+(?:and|&)|,)\s+(?:an?\s+|the\s+|also\s+|later\s+|now\s+|then\s+)*")
_LINK = re.compile(r"\s+(?:of|for|at|in|from|to|with|on|by|who|that)\s+")
_BOTH = re.compile(r"both\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_SHARED = re.compile(r"\s(?:at|of|for)\s+(?:the\s|its\s)?\s*(?=[A-Z]).*$|\s(?:at|of|for)\s+the\s+.*$", re.DOTALL)
"""Whose both roles are, where only the second says so: "chairman and chief executive of Halden Corp."."""


def parted(passage: Passage, shape: Shape) -> Iterator[Shape]:
    """The shape, in two where it names two roles."""
    rule, start, end, role = shape
    cut = _cut(role, rule in _BEFORE) if rule in _BEHIND or rule in _BEFORE else None
    if cut is None:
        yield shape
        return
    first, second = _BOTH.sub("", role[: cut[0]]), role[cut[1] :]
    # "Vice president of the guild, and president of the guild": the second stands in the first as well.
    place = passage.text.find(second, start + len(first), end)
    if place < 0 or passage.text.rfind(first, start, place) < 0:
        yield shape
        return
    said = first + _shared(first, second) if role[cut[0] : cut[1]].strip() in ("and", "&") else first
    if rule in _BEHIND:
        yield rule, start, passage.text.rindex(first, start, place) + len(first), said
        yield from parted(passage, (rule, start, end, second))
    else:
        yield rule, start, end, said
        yield from parted(passage, (rule, place, end, second))


def _cut(role: str, leads: bool) -> tuple[int, int] | None:
    """Where the first role ends and the second begins; None for one role ("minister of health and sport").

    What `leads` to the name ends in a role: "chief of staff and Office of Ports and Trade Director X".
    """
    for found in _AND.finditer(role):
        rest = role[found.end() :]
        second = _names_role(_AND.split(rest)[0]) or (leads and " of " in rest and _names_role(rest.split()[-1]))
        if second and _names_role(role[: found.start()]):
            return found.span()
    spelled = list(re.finditer(r"\S+", role))
    for before, rank in pairwise(spelled):
        behind = before[0].lower() in words("roles", "ranked") and before[0] != "Chief"
        behind = behind or role[: before.end()].lower().endswith("of staff")
        if behind and _is_rank(role[rank.start() :]):
            return before.end(), rank.start()
    return None


def _is_rank(words_behind: str) -> bool:
    return all(word.lower() in words("roles", "ranks") for word in words_behind.split())


def _names_role(role: str) -> bool:
    """Whether the noun before the first preposition says what a person is."""
    noun = _LINK.split(role)[0].split()
    last = noun[-1].lower() if noun else ""
    listed = last in words("roles", "roles") or last in words("roles", "abbreviated")
    return listed or last.endswith(tuple(words("roles", "endings")))


def _shared(first: str, second: str) -> str:
    """What the second role ends in that says whose the first is too: " of Halden Corp."; empty where nothing does."""
    if _LINK.search(first):
        return ""
    whose = _SHARED.search(second)
    if whose is not None and whose[0].split()[-1].lower() in words("roles", "fields"):
        return ""
    noun = first.rsplit(maxsplit=1)[-1].lower()
    at = whose is not None and whose[0].split()[0] == "at"
    holds = at or noun in words("roles", "heads")
    return whose[0] if whose and holds and noun not in words("roles", "kinship") else ""


def told(role: str) -> set[str]:
    """What a role says, whatever words join it: "Sen." as "senator", "Lund's son" as "son of Lund"."""
    same, short = meanings("roles", "same"), words("roles", "abbreviated")
    spelled = (word.lower().replace("’", "'").removesuffix("'s") for word in in_full(role).split())
    return {same.get(word, word) if word in short else word for word in spelled} - {"of", "the", "a", "an", "then"}
