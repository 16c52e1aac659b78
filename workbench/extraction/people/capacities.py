"""In whose name, or as what, somebody acts: "Speaking for the union, X said", "In her role as chair, X signed"."""

from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import table, words
from workbench.extraction.people.descriptions import Shape, role_head
from workbench.extraction.people.extents import end_of_role
from workbench.extraction.text.passage import Entity, Passage

_AROUND = frozenset(["after", "before", "since", "upon", "while"])
"""What leads to the time around which somebody was something."""


def acting_for(passage: Passage, person: Entity) -> Shape | None:
    """As in "Speaking for the union, manager X said", "X, representing the Harbour Fund, said"."""
    behind = passage.words[person.high : person.high + 1] == [","]
    low = person.high + 1 if behind and _links(passage, person.high + 1) else _opens(passage, person)
    links = _links(passage, low)
    if links is None:
        return None
    end = end_of_role(passage, low + 1 + links, None)
    whom = range(low + 1 + links, end)
    named = any(passage.tags[t] in ("NNP", "NNPS") and passage.entity_of[t] not in ("DATE", "TIME") for t in whom)
    if not named and passage.lower[end - 1] not in words("bodies", "represented"):
        return None
    closed = passage.words[end : end + 1] == [","]
    if not closed or (end < person.low and not _is_led_to(passage, person, end + 1)):
        return None
    start, last = min(low, person.low), max(end, person.high) - 1
    role = passage.lower[low] + passage.text[passage.ends[low] : passage.ends[end - 1]]
    return "for whom somebody acts", passage.starts[start], passage.ends[last], role


def in_role(passage: Passage, person: Entity) -> Shape | None:
    """As in "In her role as chair of the board, X signed"."""
    low = _opens(passage, person)
    if passage.lower[low] != "in" or passage.tags[low + 1 : low + 2] != ["PRP$"]:
        return None
    if passage.lower[low + 2] not in words("roles", "tenures") or passage.lower[low + 3 : low + 4] != ["as"]:
        return None
    first = low + 4 + (passage.lower[low + 4] in ("a", "an", "the"))
    end = end_of_role(passage, first, None)
    if role_head(passage, first, end) is None or passage.words[end : end + 1] != [","] or end > person.low:
        return None
    if not _is_led_to(passage, person, end + 1):
        return None
    return "as what somebody acts", passage.starts[low], passage.ends[person.high - 1], passage.slice(first, end)


def before_that(passage: Passage, person: Entity) -> Shape | None:
    """As in "Before being elected mayor of Hull, X sang", "After serving as a judge, X taught"."""
    low = _opens(passage, person)
    verb = low + 1 + (passage.lower[low + 1 : low + 2] == ["being"])
    if passage.lower[low] not in _AROUND or passage.lower[verb : verb + 1] == []:
        return None
    held = passage.lower[verb] in words("roles", "became" if verb > low + 1 else "becoming")
    first = verb + 1 + (passage.lower[verb + 1 : verb + 2] == ["as"])
    first += passage.lower[first : first + 1] in (["a"], ["an"], ["the"])
    end = end_of_role(passage, first, None) if held and first < person.low else first
    if end == first or role_head(passage, first, end) is None or passage.words[end : end + 1] != [","]:
        return None
    if end > person.low or not _is_led_to(passage, person, end + 1):
        return None
    role = passage.slice(first, end)
    return "as what somebody acts", passage.starts[first], passage.ends[person.high - 1], role


def _opens(passage: Passage, person: Entity) -> int:
    """Where the sentence with the name begins."""
    return passage.sentences[passage.sentence_of[person.low]][0]


def _links(passage: Passage, verb: int) -> int | None:
    """How many words lead from "speaking" to whom it is for; None where this is no such verb."""
    spelled: list[str] = table("roles")["acting"].get(passage.lower[verb], []) if verb < len(passage) else []
    found = (link.split() for link in spelled)
    return next((len(link) for link in found if passage.lower[verb + 1 : verb + 1 + len(link)] == link), None)


def _is_led_to(passage: Passage, person: Entity, low: int) -> bool:
    """Whether nothing but the person's title stands from here to the name."""
    return person.low == low or (person.low - low < 5 and is_role(passage, person.low - 1))
