"""What the story says a person leads, serves as or was made: "who leads …", "led by X", "named X as chief"."""

from workbench.extraction.grammar.nouns import base_phrase
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.people.descriptions import Shape, behind, role_head
from workbench.extraction.people.extents import end_of_role
from workbench.extraction.people.titles import LONGEST_TITLE, TITLE_TAGS
from workbench.extraction.text.passage import NOUNS, Entity, Passage

_BEING = frozenset(["is", "'s", "’s", "was", "been"])
_SEATS = frozenset({"area", "borough", "city", "constituency", "county", "district", "seat", "state", "town", "ward"})
_NEAREST, _FARTHEST = 5, 8
"""Most tokens from the name to the "who": in "X spoke, who …", and in "X, a former county tax attorney who …"."""
_SIDES = frozenset({"ORG", "GPE", "NORP", "LOC", "PERSON", "FAC"})


def leading(passage: Passage, person: Entity) -> Shape | None:
    """As in "Carla Moss …, who headed the campaign of Bo Li"."""
    start = behind(passage, person)
    if passage.tags[start : start + 1] in (["POS"], ["NN"], ["NNS"]):
        return None
    aside = passage.words[start : start + 1] == [","]
    for at in range(start, min(start + (_FARTHEST if aside else _NEAREST), len(passage) - 1)):
        if passage.entity_of[at] == "PERSON" or passage.tags[at] in ("NNS", "NNPS"):
            break
        if aside and passage.tags[at] in ("VBD", "VBZ"):
            break
        be = at + 1 + (passage.lower[at + 1] in ("has", "had") and passage.lower[at + 2 : at + 3] == ["been"])
        serving = be + 1 >= len(passage) or passage.lower[be + 1] in words("roles", "serves")
        if passage.lower[at] == "who" and passage.lower[be] in _BEING and not serving:
            low = be + 1
            if passage.lower[low] in words("roles", "made"):
                as_what = [t + 1 for t in range(low, min(low + 6, len(passage) - 1)) if passage.lower[t] == "as"]
                low = as_what[0] if as_what else low + 1
            return _who_is(passage, person, low)
        if passage.lower[at] == "who" and (found := _serves(passage, person, at + 1)):
            return found
        if passage.lower[at] == "who" and (led := _led(passage, at + 1)):
            verb, low, high = led
            noun = "head of" if verb.startswith(("head", "led", "lead", "chair", "direct", "run", "ran")) else verb
            role = f"{noun} {passage.slice(low, high)}"
            return "what the person leads", passage.starts[person.low], passage.ends[high - 1], role
    return None


def _led(passage: Passage, at: int) -> tuple[str, int, int] | None:
    """The verb and the range of what is led, where "leads the team" or "now runs the mill" stands from here on."""
    while passage.tags[at : at + 1] == ["RB"]:
        at += 1
    thing = (
        passage.child(at, "dobj")
        if passage.lower[at : at + 1] and passage.lower[at] in words("roles", "leads")
        else None
    )
    if thing is None or passage.entity_of[thing] == "PERSON":  # "who leads Bo Li in the polls"
        return None
    low, high = passage.subtree(thing)
    where = passage.lower[high : high + 1] in (["at"], ["for"]) and passage.entity_of[high + 1 : high + 2] == ["ORG"]
    end = end_of_role(passage, low + 1, None)
    return passage.lower[at], low, end if where else min(high, end)


def heading(passage: Passage, person: Entity) -> Shape | None:
    """As in "X represents the workers", "X chairs the committee": a whole sentence about what a person heads."""
    subject = next((t for t in range(person.low, person.high) if passage.deps[t] == "nsubj"), None)
    verb = passage.heads[subject] if subject is not None else person.low
    if not person.high <= verb < person.high + 3 or passage.lower[verb] not in words("roles", "heading"):
        return None
    thing = passage.child(verb, "dobj")
    if thing is None or passage.tags[thing] not in NOUNS or passage.lower[thing] in words("roles", "no_descriptions"):
        return None
    low, high = passage.subtree(thing)
    high = min(high, end_of_role(passage, low + 1, None))
    if passage.lower[verb].startswith("represent") and not _can_be_represented(passage, thing, low, high):
        return None
    role = f"{passage.lower[verb]} {passage.slice(low, high)}"
    return "what the person heads", passage.starts[person.low], passage.ends[high - 1], role


def _can_be_represented(passage: Passage, thing: int, low: int, high: int) -> bool:
    """Whether it is people, a place or a body; no "the late return of a mood", which somebody only stands for."""
    people = passage.tags[thing] in ("NNS", "NNPS") or passage.lower[thing] in _SEATS
    return people or any(passage.entity_of[t] in _SIDES for t in range(low, high))


def _serves(passage: Passage, person: Entity, at: int) -> Shape | None:
    """As in "X, who served two terms as mayor", "X, who works for the BBC", "X, who worked on Bo Li's campaign"."""
    while at < len(passage) and (
        passage.tags[at] in ("MD", "RB") or passage.lower[at] in ("has", "had", "have", "is", "was", "been", "also")
    ):
        at += 1
    if at >= len(passage) or passage.lower[at] not in words("roles", "serves"):
        return None
    near = range(at + 1, min(at + 6, len(passage)))
    link = next((t for t in near if passage.lower[t] == "as"), None)
    works = passage.lower[at].startswith("work")
    workplace = ("for", "at", "in", "on") if works else ("for", "at")
    link = next((t for t in near if passage.lower[t] in workplace), None) if link is None else link
    if link is None or any(passage.words[t] in (",", ".", ";") for t in range(at, link)):
        return None
    low = link + 1 + (passage.lower[link + 1 : link + 2] in (["a"], ["an"], ["the"]))
    high = end_of_role(passage, low, None)
    if high <= low:
        return None
    if passage.lower[link] == "as":
        found = role_head(passage, low, high) is not None
    else:
        where = passage.lower[link] == "in" or any(passage.entity_of[t] == "ORG" for t in range(low, high))
        where |= works and passage.lower[link] == "at" and passage.tags[link + 1] in ("DT", "PRP$", "NNP")
        if passage.lower[link] == "on":
            where = not {"campaign", "campaigns"}.isdisjoint(passage.lower[low:high])
        found = link == at + 1 and where
        low = at
    text = passage.slice(low, high)
    return (
        ("whom or what the person serves", passage.starts[person.low], passage.ends[high - 1], text) if found else None
    )


def _who_is(passage: Passage, person: Entity, start: int) -> Shape | None:
    """As in "X, who is the mayor of Y", "X, who is presiding over the trial"."""
    low = start
    while passage.lower[low : low + 1] in (["a"], ["an"], ["the"], ["also"], ["both"], ["now"]):
        low += 1
    high = end_of_role(passage, low, None)
    # "Who was among those that called for a vote" tells an event.
    denied = passage.lower[low : low + 1] in (["not"], ["n't"], ["n’t"], ["never"], ["neither"], ["among"])
    charges = (charge.split() for charge in words("roles", "charges"))
    told = role_head(passage, low, high) is not None or any(
        passage.lower[low : low + len(charge)] == charge for charge in charges
    )
    if high <= low or denied or not told:
        return None
    return "who the person is", passage.starts[person.low], passage.ends[high - 1], passage.slice(low, high)


def led_by(passage: Passage, person: Entity) -> Shape | None:
    """As in "a team led by X", "the party, founded by X and Y"."""
    verb = _by(passage, person.low) - 1
    if verb < 1 or passage.lower[verb] not in meanings("roles", "led"):
        return None
    thing = passage.heads[verb] if passage.deps[verb] in ("acl", "relcl") else passage.child(verb, "nsubjpass")
    if thing is None or thing > verb or passage.tags[thing] not in NOUNS:
        return None
    if passage.lower[thing] in words("roles", "occasions"):
        return None
    if passage.lower[verb] in words("roles", "begun") and passage.tags[thing] not in ("NNP", "NNPS"):
        return None
    phrase = base_phrase(passage, thing)
    role = f"{meanings('roles', 'led')[passage.lower[verb]]} of {passage.slice(phrase.low, phrase.high)}"
    role = role.replace(" of The ", " of the ").replace(" of A ", " of a ")
    return "whom a body is led by", passage.starts[phrase.low], passage.ends[person.high - 1], role


def _by(passage: Passage, name: int) -> int:
    """The "by" that leads to the name, before its title or others; 0 where none does."""
    at = name - 1
    while at > 0 and name - at < LONGEST_TITLE and passage.lower[at] != "by":
        if passage.entity_of[at] != "PERSON" and passage.tags[at] not in TITLE_TAGS | {"CC", ",", "DT"}:
            return 0
        at -= 1
    return at if at > 0 and passage.lower[at] == "by" else 0
