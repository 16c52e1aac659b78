"""Descriptions that only call somebody named before something else: "the former sailor", "the Bavarian governor"."""

from workbench.extraction.grammar.first_names import GENDERS
from workbench.extraction.grammar.nations import states_in
from workbench.extraction.grammar.nouns import base_phrase
from workbench.extraction.grammar.roles import is_role, without_countries
from workbench.extraction.lexicon import table, words
from workbench.extraction.people.register import Register
from workbench.extraction.text.passage import Passage

NEXT = 14
"""Most tokens behind a description where a "he" or "she" is its own."""
_FURTHER = frozenset(("of", "for", "at", "in", "from", "with", "who", "whose"))


def meant(passage: Passage, head: int, register: Register, *, aged: bool) -> str | None:
    """Whom the story is just about, where the noun `head` with "the" only calls them something else.

    `aged` where the description holds an age: "the 43-year-old".
    """
    word = passage.lower[head]
    if not aged and word not in words("roles", "epithets") and not _is_telling(passage, head, register):
        return None
    person = register.mentions.meant(gender_of(word) or "", passage, head)
    fits = person is not None and _may_be_of(passage, head, person, register)
    return person if person is not None and fits and not _is_told_of(passage, head, person, register) else None


def gender_of(role: str) -> str | None:
    """The pronoun for whom the noun calls so, where it tells: "congressman" → "he"."""
    return next((gender for gender in GENDERS if role in table("roles")["gender"][gender]), None)


def _is_telling(passage: Passage, head: int, register: Register) -> bool:
    """Whether it is a role with a place, a party or a time of its own that the story has told of nobody unnamed."""
    word, low = passage.lower[head], base_phrase(passage, head).low
    if not is_role(passage, head) or word in words("roles", "unnamed") or word in register.unnamed:
        return False
    whole = passage.words[low:head].count(",") == 0 and passage.lower[head + 1 : head + 2] not in (
        [w] for w in _FURTHER
    )
    told = passage.lower[low + 1 : head]
    place = any(passage.entity_of[t] in ("GPE", "NORP") for t in range(low + 1, head))
    return (
        whole and "and" not in told and "'s" not in told and (place or not words("roles", "telling").isdisjoint(told))
    )


def _may_be_of(passage: Passage, head: int, person: str, register: Register) -> bool:
    """Whether the countries and states of the description are the person's, or nobody else has been named so far.

    Where nothing tells of the person's they are the story's.
    """
    low = base_phrase(passage, head).low
    states = register.roles.states.get(person)
    if states and not states_in(passage.slice(low, head)) <= states:
        return False
    countries = without_countries(passage.lower[low:head])[1]
    own = register.roles.countries.get(person) or without_countries([(register.nation or "").lower()])[1]
    return countries <= own or {m.name for m in register.mentions.within(0, passage.number)} == {person}


def _is_told_of(passage: Passage, head: int, person: str, register: Register) -> bool:
    """Whether what is told behind the description is of somebody else than it: "the French sailor said Lee was late".

    As in "said she was late" of a man.
    """
    high = passage.sentences[passage.sentence_of[head]][1]
    here = register.mentions.within(passage.number, passage.number)
    named = any(head < m.low < high and m.name == person and passage.entity_of[m.low] == "PERSON" for m in here)
    own = register.mentions.genders.get(person)
    spoken = next((word for word in passage.lower[head : min(high, head + NEXT)] if word in GENDERS), own)
    return named or (own is not None and spoken != own)
