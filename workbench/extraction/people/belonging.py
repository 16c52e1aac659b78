"""Where the story says a person is from or to whom they belong: "Kenyan X", "X of Peru", "the Fund's X"."""

import re

from workbench.extraction.grammar.nations import country_of
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import meanings, table, words
from workbench.extraction.people.descriptions import CLOSED, Shape
from workbench.extraction.text.passage import Entity, Passage

_PARTY = re.compile(r"(?:,\s+|\s+\()(?P<party>[RDI])[-–](?P<state>(?:[A-Z][A-Za-z]*\.?)+(?:\s[A-Z][a-z]+\.?)?)\)?")
_LONGEST_STATE = 24
_FARTHEST = 5
"""Most tokens between "of" and the name of the body or place."""


def of_nation(passage: Passage, person: Entity) -> Shape | None:
    """As in "Spaniard Rosa Perez", "Kenyan Paul Kimani": a nation that is all that stands before the name."""
    before = person.low - 1
    if before < 0 or passage.entity_of[before] != "NORP" or not passage.words[before][0].isupper():
        return None
    named = country_of(passage.words[before]) is not None and passage.tags[person.high : person.high + 1] != ["NN"]
    if passage.plain[passage.starts[before] : passage.ends[person.low]] in words("nations", "lands"):
        return None
    alone = before == 0 or passage.tags[before - 1] not in ("NNP", "NN", "JJ", "HYPH", "POS")
    alone = alone and named and not any(is_role(passage, t) for t in range(person.low, person.high))
    rule = "a nation before the name"
    return (rule, passage.starts[before], passage.ends[person.high - 1], passage.words[before]) if alone else None


def of_country(passage: Passage, person: Entity) -> Shape | None:
    """As in "Mary Okoye (Nigeria) won silver": the country that stands in brackets behind a name."""
    at = person.high
    if passage.words[at : at + 1] != ["("] or ")" not in passage.words[at + 2 : at + 4]:
        return None
    end = passage.words.index(")", at)
    country = passage.slice(at + 1, end)
    if country_of(country) is None or "GPE" not in passage.entity_of[at + 1 : end]:
        return None
    return "a country behind the name", passage.starts[person.low], passage.ends[end], f"of {country}"


def of_a_party(passage: Passage, person: Entity) -> Shape | None:
    """As in "Ann Lee (R-Ala.)", "Bo Lund, D-Maine": the party and the state behind the name of a lawmaker."""
    end = passage.ends[person.high - 1]
    found = _PARTY.match(passage.text, end, end + _LONGEST_STATE)
    if found is None:
        return None
    spelled, states = found["state"], meanings("nations", "states")
    stops = spelled not in states and spelled.endswith(".")
    state = states.get(spelled.removesuffix(".") if stops else spelled)
    if state is None:
        return None
    role = f"{table('nations')['parties'][found['party']]} of {state}"
    return "a party and a state behind the name", passage.starts[person.low], found.end() - stops, role


def of_a_body(passage: Passage, person: Entity) -> Shape | None:
    """As in "The Harbour Workers Fund's Ann Lee"."""
    mark = person.low - 1
    if mark < 1 or passage.lower[mark] not in ("'s", "’s", "'", "’"):
        return None
    body = next((e for e in passage.entities if e.high in (mark, mark + 1) and e.type in ("ORG", "GPE", "NORP")), None)
    low = body.low if body else mark
    while low > 0 and passage.tags[low - 1] in ("NNP", "NNPS") and passage.heads[low - 1] >= low - 1:
        low -= 1
    if low == mark or passage.entity_of[low] == "PERSON":
        return None
    article = low > 0 and passage.lower[low - 1] == "the"
    start = low - article
    name = passage.slice(low, mark)
    return (
        "a body's own person",
        passage.starts[start],
        passage.ends[person.high - 1],
        f"of {'the ' if article or name.lower().startswith('the ') else ''}{re.sub('^[Tt]he ', '', name)}",
    )


def from_a_place(passage: Passage, person: Entity) -> Shape | None:
    """As in "Mary Okoye from Lagos", "John Smith of the BBC", "Bo Li, with the consulting firm Halden"."""
    at = person.high
    aside = passage.words[at : at + 1] == [","]
    at += aside
    if aside and passage.tags[at : at + 1] == ["CD"] and passage.words[at + 1 : at + 2] == [","]:
        at += 2
    at += passage.lower[at : at + 1] in (["also"], ["formerly"], ["now"])
    if at + 1 >= len(passage) or passage.words[at] not in ("of", "from", "with"):
        return None
    place = _place(passage, at + 1)
    if place is None or (passage.words[at] == "with" and place.type != "ORG"):
        return None
    if aside and (place.type not in ("ORG", "GPE") or passage.words[place.high : place.high + 1] not in CLOSED):
        return None
    within = passage.entity_at[place.high + 1] if passage.lower[place.high : place.high + 1] == ["at"] else None
    high = within.high if within and within.type == place.type == "ORG" else place.high
    return "where the person is from", passage.starts[person.low], passage.ends[high - 1], passage.slice(at, high)


def _place(passage: Passage, low: int) -> Entity | None:
    """The body or place named from here on, whatever common nouns lead to it: "the consulting firm Halden"."""
    thing = low + (passage.lower[low] in ("the", "a"))
    last = min(len(passage), low + _FARTHEST) - 1
    while thing < last and passage.tags[thing] in ("NN", "JJ", "VBG") and not passage.entity_of[thing]:
        thing += 1
    found = passage.entity_at[min(thing, len(passage) - 1)] or _unseen(passage, thing)
    if found is None or found.type == "PERSON":
        return None
    if passage.tags[thing] == "NNP" and passage.lower[thing - 1] in words("bodies", "societies"):
        return Entity(thing, found.high, "ORG")
    return found if found.type in ("GPE", "ORG", "NORP", "LOC", "FAC") else None


def _unseen(passage: Passage, token: int) -> Entity | None:
    """The name that starts here, of what the model does not see."""
    end = token
    while end < len(passage) and passage.tags[end] == "NNP" and not passage.entity_of[end]:
        end += 1
    return Entity(token, end, "ORG") if end > token and passage.words[token][0].isupper() else None
