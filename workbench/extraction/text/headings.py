"""Names of which the model takes verbs for a part: in headings whose words all have capitals, and in questions."""

from workbench.extraction.text.passage import Entity, Passage

LONG = 4
"""Fewest letters of a word that such a heading surely writes with a capital."""
FEWEST = 4
"""Fewest words so long that make it one."""


def cut_names(passages: list[Passage]) -> None:
    """End each person's name in such a heading where the story's other names end: "Kim Oster Moves Against" → Oster."""
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
    for passage in headings.values():
        passage.rename([_cut(passage, entity, ends) for entity in passage.entities])


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


def _has_capitals(passage: Passage) -> bool:
    """Whether all its longer words have capitals, and no stop ends it."""
    if passage.words[-1] == ".":
        return False
    longer = [word for word in passage.words if word.isalpha() and len(word) >= LONG]
    return len(longer) >= FEWEST and all(word[0].isupper() for word in longer)
