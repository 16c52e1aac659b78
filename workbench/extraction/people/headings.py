"""Names of which the model takes verbs for a part: in headings whose words all have capitals, and in questions."""

from workbench.extraction.grammar.first_names import is_first_name
from workbench.extraction.text.passage import Entity, Passage

LONG = 4
"""Fewest letters of a word that such a heading surely writes with a capital."""
FEWEST = 4
"""Fewest words so long that make it one."""
LONG_BODY = 3
"""Fewest words of a body that may be a whole clause."""


def cut_names(passages: list[Passage]) -> None:
    """Cut each person's name in such a heading to what the story's other names hold.

    A name ends where they end ("Kim Oster Moves Against" → Oster), and a word before a surname that neither is a first
    name nor stands before it in the text is none of the name: "Embattled Oster" → Oster. No body that the
    text does not name holds a surname: "Oster Clears Council Panel".
    """
    headings = {passage.number: passage for passage in passages if _has_capitals(passage)}
    if not headings:
        return
    ends = {
        passage.words[entity.high - 1]
        for passage in passages
        if passage.number not in headings
        for entity in passage.entities
        if entity.type == "PERSON" and entity.high - entity.low < 3
    }
    told = [passage.text for passage in passages if passage.number not in headings]
    for passage in headings.values():
        cut = [_begun(passage, _cut(passage, entity, ends), ends, told) for entity in passage.entities]
        passage.rename([entity for entity in cut if not _is_made(passage, entity, ends, told)])


def cut_questions(passages: list[Passage]) -> None:
    """Begin a person's name behind the verb that asks: "Will Oster run again?" names no Will."""
    for passage in passages:
        if any(_is_asked(passage, entity) for entity in passage.entities):
            passage.rename(
                [Entity(e.low + 1, e.high, e.type) if _is_asked(passage, e) else e for e in passage.entities]
            )


def _is_asked(passage: Passage, entity: Entity) -> bool:
    low = entity.low
    if entity.type != "PERSON" or passage.tags[low] != "MD" or entity.high - low < 2:
        return False
    return passage.deps[low] == "aux" and passage.tags[passage.heads[low]] == "VB" and passage.heads[low] >= entity.high


def _cut(passage: Passage, entity: Entity, ends: set[str]) -> Entity:
    if entity.type != "PERSON" or entity.high - entity.low < 2 or passage.words[entity.high - 1] in ends:
        return entity
    high = next((t + 1 for t in range(entity.high - 1, entity.low - 1, -1) if passage.words[t] in ends), entity.high)
    return Entity(entity.low, high, "PERSON")


def _begun(passage: Passage, entity: Entity, ends: set[str], told: list[str]) -> Entity:
    low, high = entity.low, entity.high
    known = passage.words[high - 1] in ends
    if entity.type != "PERSON" or high - low < 2 or not known or is_first_name(passage.words[low]):
        return entity
    named = any(passage.slice(low, high) in text for text in told)
    return entity if named else Entity(high - 1, high, "PERSON")


def _is_made(passage: Passage, entity: Entity, ends: set[str], told: list[str]) -> bool:
    said = passage.words[entity.low : entity.high]
    if entity.type != "ORG" or len(said) < LONG_BODY or ends.isdisjoint(said[:-1]):
        return False
    return not any(passage.slice(entity.low, entity.high) in text for text in told)


def _has_capitals(passage: Passage) -> bool:
    """Whether all its longer words have capitals, and no stop ends it."""
    if passage.words[-1] == ".":
        return False
    longer = [word for word in passage.words if word.isalpha() and len(word) >= LONG]
    return len(longer) >= FEWEST and all(word[0].isupper() for word in longer)
