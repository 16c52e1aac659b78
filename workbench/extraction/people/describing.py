"""Resolve a speaker who is described and not named: "the mayor", "the agency", "the 43-year-old", "the army"."""

import re

from workbench.extraction.grammar.nouns import base_phrase, singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people import epithets
from workbench.extraction.people.issuers import is_document, is_message, owner_of
from workbench.extraction.people.register import Register
from workbench.extraction.people.spelling import spelled
from workbench.extraction.text.passage import NOUNS, Passage

ARTICLE = re.compile(
    r"^(?:(?:some|many|most|several|all)\s+of\s+)?(?:the|a|an|its|their|his|her|this|that|these|those(?!\s+who\b)|"
    r"some|another|one(?!\s+(?:of|in|out)\b))\s+",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|this|that|its|their)\s+", re.IGNORECASE)
_BY_AGE = re.compile(r"\d{1,3}-year-old(?:\s+\w+)?$")

DOCUMENT = "whose document it is"
Answer = tuple[str | None, str]
"""A speaker's name and the rule that gave it, or None and why not."""


def resolved(passage: Passage, tokens: tuple[int, int], head: int, register: Register) -> Answer:
    """The name that the description with this head noun means; its own words where the story names nobody for it."""
    text = spelled(passage, *tokens, head)
    if register.is_person(text):
        return register.person(text), "the fullest name for this surname"
    plain = ARTICLE.sub("", text).lstrip('"“')
    if plain == text and singular(plain) in words("speech", "speakers.persons") and not passage.entity_of[head]:
        # Only the start of its sentence gives a common noun its capital.
        plain = plain.lower()
    definite = _DEFINITE.match(text) is not None or _is_in_headline(passage, head, plain)
    owner = passage.child(head, "poss")
    definite = definite and (owner is None or passage.tags[owner] not in ("NNP", "NNPS"))
    if definite and (person := _person(passage, head, plain, register)):
        return person
    return _body(passage, head, plain, register, definite and passage.tags[head] == "NN")


def _is_in_headline(passage: Passage, head: int, plain: str) -> bool:
    """Whether it begins its sentence without the article that only headlines leave out: "Mayor says road is shut"."""
    first = passage.sentences[passage.sentence_of[head]][0]
    opens = head - first < 2 and passage.lower[first : head + 1] in ([plain], ["“", plain], ['"', plain], ["‘", plain])
    return opens and is_role(passage, head) and singular(plain) == plain


def _person(passage: Passage, head: int, plain: str, register: Register) -> Answer | None:
    """The person with this role, or whom the story is just about where the words only call them something else."""
    single = passage.tags[head] == "NN" or (passage.tags[head] == "NNP" and is_role(passage, head))
    by_age = _BY_AGE.match(plain) is not None
    if not (single or by_age):
        return None
    noun = passage.lower[head]
    holder, gender = register.holder(plain, passage), epithets.gender_of(noun)
    fits = holder is not None and gender in (None, register.mentions.genders.get(holder, gender))
    if holder and fits and not (_is_bare(plain, noun) and register.spoke_since(holder, passage, head)):
        return holder, "the one person with this role"
    last = epithets.meant(passage, head, register, aged=by_age)
    return (last, "another word for the person named last") if last else None


def _body(passage: Passage, head: int, plain: str, register: Register, definite: bool) -> Answer:
    if not plain or passage.tags[head] not in NOUNS:
        return None, "nothing beside the cue can speak"
    phrase = base_phrase(passage, head)
    place = (passage.number, phrase.low)
    if definite and (body := _meant(passage, head, ARTICLE.sub("", passage.slice(phrase.low, head + 1)), register)):
        return body, "the one body that this describes"
    if (body := _owner(passage, head, register)) is not None:
        return body, DOCUMENT
    if (named := register.bodies.longer(plain)) is not None:
        return named, "the fullest name for this body"
    if plain.lower() in words("speech", "speakers.national") and register.nation:
        noun = plain if passage.tags[head] in ("NNP", "NNPS") else plain.lower()
        return f"{register.nation} {noun}", "a body of the story's country"
    plain = re.sub(r"^reports?\s+(?:from|by)\s+(?:the\s+)?", "", plain)
    told = _told_before(passage, head, register) if definite and _is_bare(plain, passage.lower[head]) else None
    return told or (_filled(plain, register, place), "the words beside the cue")


def _is_bare(plain: str, noun: str) -> bool:
    return plain.removeprefix("same ") == noun


def _told_before(passage: Passage, head: int, register: Register) -> Answer | None:
    """Who spoke before under a longer description, or issued "the statement"."""
    if _is_introduced(passage, head) and (fuller := register.document(passage.lower[head], passage)):
        return fuller, "the words beside the cue"
    if (owner := register.written.get(passage.lower[head])) is not None:
        return owner, DOCUMENT
    spoke = register.spoke(passage, head) if is_message(passage, head) else None
    return (spoke, "whoever spoke before the message") if spoke else None


def _is_introduced(passage: Passage, head: int) -> bool:
    """Whether a story calls so what it described before: "the report", "the official", "the source"."""
    speaks = singular(passage.words[head]) in words("speech", "speakers.persons")
    return speaks or is_document(passage, head) or is_role(passage, head)


def _meant(passage: Passage, head: int, description: str, register: Register) -> str | None:
    """The body that a description means: the one that fits, else, for "the group" and the like, who spoke last."""
    if passage.lower[head] in words("roles", "offices"):
        return None
    place = (passage.number, base_phrase(passage, head).low)
    if body := register.body(description, place):
        return register.bodies.longer(body) or body
    general = any(passage.lower[head] in words("bodies", kind) for kind in ("companies", "societies"))
    general = general and description.islower()
    spoke = register.spoke(passage, place[1]) if general else None
    return spoke if spoke is not None and register.bodies.fits(spoke, passage.lower[head]) else None


def _owner(passage: Passage, head: int, register: Register) -> str | None:
    """The body named or described as the owner of a document: "the agency's report", "a statement from Shell"."""
    owner = owner_of(passage, head) if is_document(passage, head) else None
    if owner is None:
        return None
    phrase = base_phrase(passage, owner)
    text = ARTICLE.sub("", passage.slice(phrase.low, owner + 1))
    if passage.tags[owner] in ("NNP", "NNPS"):
        name = next((e for e in passage.entities if e.low <= owner < e.high and e.type == "ORG"), None)
        text = ARTICLE.sub("", passage.slice(of_country(passage, name.low), name.high)) if name else text
        return register.person(text) if passage.entity_of[owner] == "PERSON" else text
    return register.body(text, (passage.number, phrase.low))


def of_country(passage: Passage, low: int) -> int:
    """Where a body's name begins with the country whose it is: "China's Foreign Ministry"."""
    country = passage.entity_at[low - 2] if low > 1 and passage.tags[low - 1] == "POS" else None
    return country.low if country is not None and country.type == "GPE" else low


def _filled(plain: str, register: Register, place: tuple[int, int]) -> str:
    """The description with the body's name in it: "spokesman for the company" → "spokesman for Coastline Trains"."""
    found = re.search(r"\b(?P<link>for|of|at)\s+(?:the|its)\s+(?P<what>[a-z][a-z -]*)$", plain)
    body = register.body(found["what"], place) if found else None
    return f"{plain[: found.start()]}{found['link']} {body}" if found and body else plain
