"""To whom the story says a person belongs: "Kenyan X", "X (R-Ohio)", "the Fund's X"."""

import re

from workbench.extraction.grammar.nations import country_of
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import meanings, table, words
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.people.origins import from_a_place
from workbench.extraction.people.rows import first_of
from workbench.extraction.people.titles import with_prefix
from workbench.extraction.text.passage import Entity, Passage

_PARTY = re.compile(
    r"(?:,\s+|\s+\()(?P<tag>(?P<party>[RDI])(?:[-–]|\.,\s)(?P<state>(?:[A-Z][A-Za-z]*\.?)+(?:\s[A-Z][a-z]+\.?)?))\)?"
)
_ALONE = re.compile(r"\s+\((?:(?P<party>[RDI])|(?P<state>[A-Z][A-Za-z.]*(?:\s[A-Z][a-z]+\.?)?))\)")
"""A party or a state alone in brackets: "(D)", "(Fla.)"."""
_LONGEST_STATE = 24


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
    """As in "Mary Okoye (Nigeria) won silver", "Bo Li (Labour)": the country or body in brackets behind a name."""
    at = person.high
    if passage.words[at : at + 1] != ["("] or ")" not in passage.words[at + 2 : at + 4]:
        return None
    end = passage.words.index(")", at)
    inside = passage.slice(at + 1, end)
    named = passage.entity_at[at + 1]
    country = country_of(inside) is not None and "GPE" in passage.entity_of[at + 1 : end]
    body = (
        named is not None and named.type == "ORG" and (named.low, named.high) == (at + 1, end) and inside[0].isupper()
    )
    if not country and not body:
        return None
    return "a country or body behind the name", passage.starts[person.low], passage.ends[end], f"of {inside}"


def of_a_party(passage: Passage, person: Entity) -> Shape | None:
    """As in "Ann Lee (R-Ala.)", "Bo Lund, D-Maine", "Eva Li (D)": the party or state behind the name of a lawmaker.

    The role keeps the letters as the story writes them and says what they mean: "R-Ala. (Republican of Alabama)".
    """
    end = passage.ends[person.high - 1]
    if alone := _ALONE.match(passage.text, end, end + _LONGEST_STATE):
        state = meanings("nations", "states").get(alone["state"] or "")
        party = alone["party"] and f"{alone['party']} ({table('nations')['parties'][alone['party']]})"
        role = party or (state and f"of {state}")
        return ("a party or a state behind the name", passage.starts[person.low], alone.end(), role) if role else None
    found = _PARTY.match(passage.text, end, end + _LONGEST_STATE)
    if found is None:
        return None
    spelled, states = found["state"], meanings("nations", "states")
    stops = spelled not in states and spelled.endswith(".")
    state = states.get(spelled.removesuffix(".") if stops else spelled)
    if state is None:
        return None
    tag = found["tag"].removesuffix(".") if stops else found["tag"]
    role = f"{tag} ({table('nations')['parties'][found['party']]} of {state})"
    return "a party and a state behind the name", passage.starts[person.low], found.end() - stops, role


def of_a_body(passage: Passage, person: Entity) -> Shape | None:
    """As in "The Harbour Workers Fund's Ann Lee", "the rival network's Bo Li", and each of "the Fund's A and B"."""
    first = first_of(passage, person)
    mark = first.low - 1
    if mark < 1 or passage.lower[mark] not in ("'s", "’s", "'", "’") or passage.entity_of[mark - 1] in ("DATE", "TIME"):
        return None
    if (first is not person and from_a_place(passage, person)) or _is_make(passage, person):
        return None
    low = _body(passage, mark)
    if low is None:
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


def _is_make(passage: Passage, person: Entity) -> bool:
    """As in "the firm's Lowen Astra headset", "Halden's Marsh Live gaming service": the name of a thing behind it."""
    last, behind = person.high - 1, passage.tags[person.high : person.high + 1]
    return passage.deps[last] in ("compound", "nmod") and behind in (["NN"], ["NNS"]) and passage.heads[last] > last


def _body(passage: Passage, mark: int) -> int | None:
    """Where the name of the body starts that ends before the mark, with what kind of body it is."""
    body = next((e for e in passage.entities if e.high in (mark, mark + 1) and e.type in ("ORG", "GPE", "NORP")), None)
    low = body.low if body else mark
    while low > 0 and passage.tags[low - 1] in ("NNP", "NNPS") and passage.heads[low - 1] >= low - 1:
        low -= 1
    if low < mark and passage.entity_of[low] == "PERSON":
        return None
    low = with_prefix(passage, low) if low < mark else low
    kind = low - 1
    if kind < 0 or not any(passage.lower[kind] in words("bodies", named) for named in ("societies", "sides")):
        return low if low < mark else None
    while kind > 0 and passage.tags[kind - 1] in ("NN", "NNP", "JJ", "HYPH", "AFX") and not passage.entity_of[kind - 1]:
        kind -= 1
    return kind
