"""Which one "the city", "the state", "the country" or "the party" is: the one of its sort named just before."""

from collections.abc import Callable, Iterator, Sequence

from workbench.extraction.grammar.nations import country_of
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.text.passage import Entity, Passage

FARTHEST = 2
"""Most sentences before its own that a place without its name reaches back."""
_SORTS = {"city": "city", "town": "city", "state": "state", "country": "country", "region": "region"}


def named_before(passages: Sequence[Passage], passage: Passage, token: int, name: Callable[[Passage, int], str]) -> str:
    """The one place of this sort before the token in its sentence, else in the nearest before; empty for several.

    A country stands in the sentence itself: in the one before it is often another than the story's own.
    """
    sort = _SORTS.get(passage.lower[token], "")
    most = 0 if sort == "country" else FARTHEST
    for where, low, high in sentences(passages, passage, token, most) if sort else ():
        of_sort = [e for e in where.entities if low <= e.low < high and _sort(where, e) == sort]
        if found := {country_of(_plain(where, e)) or name(where, e.low): e for e in of_sort}:
            (one, entity), *others = found.items()
            return "" if others else one if entity.type == "NORP" else name(where, entity.low)
    return ""


def party_before(passages: Sequence[Passage], passage: Passage, token: int) -> str:
    """The one party whose people or name stand before the token in its sentence, else in the nearest before."""
    parties = meanings("labels", "parties")
    for where, low, high in sentences(passages, passage, token, FARTHEST):
        said = (t for t in range(low, high) if where.words[t] in parties and not _is_other_party(where, t))
        if found := {parties[where.words[t]] for t in said}:
            return found.pop() if len(found) == 1 else ""
    return ""


def _is_other_party(passage: Passage, token: int) -> bool:
    """Whether the word belongs to the name of another: "Liberal Democrats", "Republican People's Party"."""
    name = passage.entity_at[token]
    longer = name is not None and name.high - name.low > 1 and name.type == "ORG"
    own = (
        longer
        and name is not None
        and passage.slice(token, name.high).partition(" ")[2] in ("Party", "National Committee")
    )
    before = passage.words[token - 1] if token else ""
    return (longer and not own) or before in words("labels", "other_parties")


def sentences(
    passages: Sequence[Passage], passage: Passage, token: int, most: int
) -> Iterator[tuple[Passage, int, int]]:
    """The sentence up to the token, and as many as `most` before it in the same text, backwards."""
    place = passage.sentence_of[token]
    yield passage, passage.sentences[place][0], token
    for number in range(passage.number, -1, -1):
        here = passages[number]
        if here.inside is not passage.inside:
            return
        for low, high in reversed(here.sentences[:place] if here is passage else here.sentences):
            if not most:
                return
            yield here, low, high
            most -= 1


def _sort(passage: Passage, entity: Entity) -> str:
    """What the name is one of: "country", "state", "region", else "city"; empty where it is no place."""
    text = _plain(passage, entity)
    if entity.type == "LOC" or text.rpartition(" ")[2].lower() in words("nations", "regions"):
        return "region"
    if country_of(text):
        return "country" if entity.type in ("GPE", "NORP") else ""
    if entity.type != "GPE" or text.endswith(" County"):
        return ""
    return "state" if text in meanings("nations", "states") else "city"


def _plain(passage: Passage, entity: Entity) -> str:
    return passage.slice(entity.low + (passage.lower[entity.low] == "the"), entity.high).removesuffix("’s")
