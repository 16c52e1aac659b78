"""Letters behind a name for what somebody is or was made: "Ann Lee, KC", "Bo Lund MP"."""

from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.text.passage import Entity, Passage

RULE = "letters behind the name"


def behind_name(passage: Passage, person: Entity) -> Shape | None:
    """As in "Ann Lee, KC, said", "Bo Lund OBE"; not "Ann Lee, MP for Hull", which is a description."""
    at = person.high
    aside = passage.words[at : at + 1] == [","]
    at += aside
    if at >= len(passage) or not passage.words[at].isupper() or passage.lower[at] not in words("roles", "letters"):
        return None
    closed = passage.words[at + 1 : at + 2] in ([","], ["."], [";"], [])
    if aside and not closed:
        return None
    return RULE, passage.starts[person.low], passage.ends[at], passage.words[at]
