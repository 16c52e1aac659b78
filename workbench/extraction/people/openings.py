"""Titles without an article that open the sentence: "Chemistry student at Leeds University Ann Lee won"."""

from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.people.titles import LONGEST_TITLE, TITLE_TAGS
from workbench.extraction.text.passage import Entity, Passage

_NAMING = frozenset({"NNP", "NNPS", "NN", "JJ", "IN", "DT", "CC", "HYPH", "POS"})
"""Tags of the words that a title's body may be named by: "the Harbour chapter of the Council on Reefs"."""


def opening(passage: Passage, person: Entity) -> Shape | None:
    """As in "Chemistry student at Leeds University Ann Lee won": a title without article that opens the sentence."""
    low = passage.sentences[passage.sentence_of[person.low]][0]
    role = low
    while role < person.low and passage.tags[role] in TITLE_TAGS and not is_role(passage, role):
        role += 1
    while role + 1 < person.low and is_role(passage, role) and is_role(passage, role + 1):
        role += 1
    linked = passage.lower[role + 1 : role + 2] in (["of"], ["for"], ["at"], ["in"], ["with"], ["to"])
    if not linked or not is_role(passage, role) or is_plural(passage, role) or role + 2 >= person.low:
        return None
    whose = range(role + 2, person.low)
    named = all(passage.tags[t] in _NAMING and passage.entity_of[t] != "PERSON" for t in whose)
    if not named or passage.tags[person.low - 1] not in ("NNP", "NNPS") or len(whose) > LONGEST_TITLE:
        return None
    return (
        "a title that opens the sentence",
        passage.starts[low],
        passage.ends[person.high - 1],
        passage.slice(low, person.low),
    )


def several(passage: Passage, person: Entity) -> Shape | None:
    """As in "Novelist, poet and critic Ann Lee died": more than two titles that open the sentence."""
    low = passage.sentences[passage.sentence_of[person.low]][0]
    led = passage.tags[low] in ("CC", ",") or person.low - low > LONGEST_TITLE
    if led or "," not in passage.words[low : person.low]:
        return None
    part = low
    for end in range(low, person.low + 1):
        if end == person.low or passage.words[end] == "," or passage.tags[end] == "CC":
            if end == part or (is_plural(passage, end - 1) or not is_role(passage, end - 1)):
                return None
            part = end + 1
        elif passage.tags[end] not in TITLE_TAGS or passage.entity_of[end] == "PERSON":
            return None
    return "a title before the name", passage.starts[low], passage.ends[person.high - 1], passage.slice(low, person.low)
