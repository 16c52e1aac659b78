"""Where a person is from, behind the name: "X of Peru", "X, also of the BBC", "X, with the firm Halden"."""

from workbench.extraction.grammar.first_names import is_first_name
from workbench.extraction.lexicon import words
from workbench.extraction.people import inner_commas
from workbench.extraction.people.descriptions import CLOSED, Shape
from workbench.extraction.people.extents import end_of_role
from workbench.extraction.text.passage import NOUNS, VERBS, Entity, Passage

RULE = "where the person is from"
_FARTHEST = 5
"""Most tokens between "of" and the name of the body or place."""
_LONGEST_ASIDE = 6
"""Most tokens from a bracket behind a name to its other half."""


def from_a_place(passage: Passage, person: Entity) -> Shape | None:
    """As in "Mary Okoye from Lagos", "John Smith of the BBC", "Bo Li, with the consulting firm Halden"."""
    where = _where(passage, person)
    if where is None:
        return None
    at, high = where
    return RULE, passage.starts[person.low], passage.ends[high - 1], passage.slice(at, high)


def reach(passage: Passage, person: Entity) -> set[int]:
    """The tokens behind the name, and behind an age or where somebody is from: "X, 45", "X (Ohio)", "X of Ohio"."""
    at, ends = person.high, {person.high}
    if passage.words[at : at + 1] == ["("] and ")" in passage.words[at : at + _LONGEST_ASIDE]:
        ends.add(passage.words.index(")", at) + 1)
    elif passage.words[at : at + 1] == [","] and passage.tags[at + 1 : at + 2] == ["CD"]:
        ends.add(at + 2)
    if (where := _where(passage, person)) is not None:
        ends.add(where[1])
    return ends


def _where(passage: Passage, person: Entity) -> tuple[int, int] | None:
    """The tokens of "of Peru", "from the Harbour Fund" behind the name."""
    at = person.high
    aside = passage.words[at : at + 1] == [","]
    at += aside
    if aside and passage.tags[at : at + 1] == ["CD"] and passage.words[at + 1 : at + 2] == [","]:
        at += 2
    at += passage.lower[at : at + 1] in (["also"], ["formerly"], ["now"])
    if at + 1 >= len(passage) or passage.words[at] not in ("of", "from", "with"):
        return None
    place = _place(passage, at + 1)
    if place is None or (passage.words[at] == "with" and place.type != "ORG") or _goes_with_verb(passage, person, at):
        return None
    high = _end(passage, place)
    if high is None:
        return None
    closed = passage.words[high : high + 1] in CLOSED or passage.sentence_of[high] != passage.sentence_of[high - 1]
    if aside and (place.type not in ("ORG", "GPE") or not closed):
        return None
    return at, high


def _goes_with_verb(passage: Passage, person: Entity, link: int) -> bool:
    """Whether somebody is moved from there or told of it: "expelled X from Peru", "reminded X of Peru"."""
    if link != person.high:
        return False
    moving = passage.words[link] == "from"
    verb = passage.heads[person.high - 1]
    if moving and passage.tags[passage.heads[link]] in VERBS:
        verb = passage.heads[link]
    return 0 <= verb < person.low and passage.lower[verb] in words("verbs", "removing" if moving else "telling_of")


def _end(passage: Passage, place: Entity) -> int | None:
    """Where a place or body ends, with what it lies in or what of it is meant: "Leeds University's school of law".

    None where another noun is what is meant: "of Peru's victory", "from Harbour Bank headquarters".
    """
    high = inner_commas.past(passage, place.high)
    within = passage.entity_at[high + 1] if passage.lower[high : high + 1] == ["at"] else None
    if within and within.type == place.type == "ORG":
        return within.high
    owner = passage.tags[high : high + 1] == ["POS"] or passage.tags[high - 1] == "POS"
    part = low = high + (passage.tags[high : high + 1] == ["POS"])
    while part < len(passage) and passage.tags[part] in (*NOUNS, "JJ", "HYPH"):
        part += 1
    leads = owner or (part > high and passage.deps[high - 1] == "compound" and passage.heads[high - 1] < part)
    if not leads or part == low:
        return high
    if "PERSON" in passage.entity_of[low:part]:
        return None
    if passage.words[part - 1][0].isupper():
        return part
    kinds = ("parts", "chambers", "societies", "companies", "sides")
    if not any(passage.lower[part - 1] in words("bodies", kind) for kind in kinds):
        return None
    return end_of_role(passage, part, None) if passage.lower[part : part + 1] == ["of"] else part


def _place(passage: Passage, low: int) -> Entity | None:
    """The body or place named from here on, whatever common nouns lead to it: "the consulting firm Halden"."""
    thing = low + (passage.lower[low] in ("the", "a"))
    last = min(len(passage), low + _FARTHEST) - 1
    while thing < last and passage.tags[thing] in ("NN", "JJ", "VBG") and not passage.entity_of[thing]:
        thing += 1
    found = passage.entity_at[min(thing, len(passage) - 1)] or _unseen(passage, thing)
    if found is None or (found.type == "PERSON" and not _is_no_person(passage, found, low)):
        return None
    if passage.tags[thing] == "NNP" and passage.lower[thing - 1] in words("bodies", "societies"):
        return Entity(thing, found.high, "ORG")
    return found if found.type in ("GPE", "ORG", "NORP", "LOC", "FAC", "PERSON") else None


def _is_no_person(passage: Passage, found: Entity, low: int) -> bool:
    """Whether what the model takes for a person is where somebody is from, as nobody is of another: "X of Hull"."""
    full = found.high - found.low > 1 and is_first_name(passage.words[found.low])
    return (
        passage.words[low - 1] == "of"
        and found.low == low
        and not full
        and passage.tags[found.high : found.high + 1] != ["POS"]
    )


def _unseen(passage: Passage, token: int) -> Entity | None:
    """The name that starts here, of what the model does not see."""
    end = token
    while end < len(passage) and passage.tags[end] == "NNP" and not passage.entity_of[end]:
        end += 1
    return Entity(token, end, "ORG") if end > token and passage.words[token][0].isupper() else None
