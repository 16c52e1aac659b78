"""Nouns that say what a person is."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.extraction.grammar.nations import country_of
from workbench.extraction.grammar.nouns import singular
from workbench.extraction.lexicon import meanings, table, words
from workbench.extraction.text.passage import Passage

_EXPLAINED = re.compile(r"[A-Z](?:[-.–].*)? \((.+)\)", re.IGNORECASE)
_ACTING = ("er", "or", "ist")
"""Endings of nouns for who does a thing, which in the plural look like verbs: "Harbour Press writers Ann Lee"."""
_PREPOSITIONS = frozenset(("of", "for", "at", "in", "from", "to", "with"))


def is_role(passage: Passage, token: int) -> bool:
    """Whether the noun at this token says what a person is, by list or by its ending."""
    word = passage.lower[token]
    plain = singular(word) if is_plural(passage, token) else word
    if plain in _listed():
        described = word in words("roles", "describing") and passage.tags[token + 1 : token + 2] != ["NNP"]
        return not described and (word not in words("roles", "in_names") or not _is_in_name(passage, token))
    formed = passage.tags[token] in ("NN", "NNP") and len(plain) > 5 and plain.endswith(_endings()) and plain[0] != "@"
    return formed and not _is_in_name(passage, token)


def _is_in_name(passage: Passage, token: int) -> bool:
    """Whether the word has a capital that no sentence's start gives it: "the Harbour National Park", "Goldman"."""
    return passage.words[token][0].isupper() and token != passage.sentences[passage.sentence_of[token]][0]


@cache
def _listed() -> frozenset[str]:
    return words("roles", "roles") | words("roles", "abbreviated")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words("roles", "endings"))


def is_plural(passage: Passage, token: int) -> bool:
    """Whether the noun is a plural; the tagger takes "Brothers" before a name for a singular, "chefs" for a verb."""
    tag, word = passage.tags[token], passage.lower[token]
    if tag == "VBZ":
        acting = singular(word).endswith(_ACTING)
        return (acting or passage.deps[token] == "compound") and singular(word) in _listed()
    if tag != "NNP" or singular(word) == word:
        return tag in ("NNS", "NNPS")
    return singular(word) in _listed()


class Role(NamedTuple):
    """What a person is called, word by word in small letters.

    `before` are the words up to a preposition: "deputy mayor" of "deputy mayor of Lyon"; `parted` where one stands.
    """

    words: list[str]
    before: list[str]
    parted: bool


def as_role(spelled: list[str]) -> Role:
    """The role that these words are, in small letters."""
    links = (at for at, word in enumerate(spelled) if word in _PREPOSITIONS)
    size = next((at for at in links if spelled[at : at + 2] != ["in", "chief"]), len(spelled))
    return Role(spelled, spelled[:size], size < len(spelled))


def in_full(role: str) -> str:
    """What a role means whose letters are explained: "Republican of Utah" for "R-Utah (Republican of Utah)"."""
    explained = _EXPLAINED.fullmatch(role)
    return explained[1] if explained else role


@lru_cache(maxsize=4096)
def read_role(text: str) -> Role:
    """The role as the story writes it. Remembered: each role of a story is compared with all others."""
    return as_role(in_full(text).lower().replace("-", " ").split())


def fits_role(wanted: Role, held: Role) -> bool:
    """Whether a person who is called `held` can be called `wanted`.

    The role's noun, with what stands before it, ends in these words ("mayor" for "deputy mayor of Lyon"), or both
    have the same noun, by its short form too, and the longer one says no more ("congressman" for "rep."), or the noun
    asked for takes in the other ("the leader" for "president").
    """
    asked, before = wanted.before, held.before
    if wanted.parted:
        other = not set(wanted.words) - {"the"} <= set(held.words) if held.parted else _is_of_another(wanted, held)
        if other:
            return False
        if held.words[: len(wanted.words)] == wanted.words:
            return True
    if not before or not asked:
        return False
    noun, own = asked[-1], before[-1]
    kinds = table("roles")["kinds"].get(noun, ())
    if own in kinds or (kinds and " ".join(before[-2:]) in kinds):
        return set(asked[:-1]) <= set(held.words)
    if noun != own and _plain(noun) != _plain(own):
        return False
    return set(asked[:-1]) <= set(held.words) or own in words("roles", "abbreviated")


def _is_of_another(wanted: Role, held: Role) -> bool:
    """Whether what is asked for says of what, and `held`, which does not, is the head of a state or another noun.

    "The president of the guild" is no "President", and "the head of the council" no "chairman".
    """
    if not held.before or not wanted.before:
        return False
    told = {*wanted.words[len(wanted.before) :]} - _PREPOSITIONS - {"the", "its", "his", "her", "country", "nation"}
    loose = wanted.before[-1] in words("roles", "offices") or wanted.before[-1] != held.before[-1]
    return loose and not told <= {*held.words}


@cache
def nouns_for(noun: str) -> frozenset[str]:
    """The words in which a role may end that `fits_role` lets be called by this noun."""
    same = (word for word, entry in meanings("roles", "same").items() if entry == _plain(noun))
    kinds = table("roles")["kinds"].get(noun, ())
    return frozenset({noun, _plain(noun), *same, *(kind.split()[-1] for kind in kinds)})


def is_second_to(wanted: Role, held: Role) -> bool:
    """Whether `held` only stands in for, or once was, what is asked for: "vice president", "former mayor"."""
    return bool(set(held.before) & words("roles", "second") - set(wanted.words))


def shares_field(wanted: Role, held: Role) -> bool:
    """Whether both are roles in one field: "opposition leader" and "opposition candidate"."""
    asked, before = wanted.before, held.before
    if not asked or not before or not {asked[-1], before[-1]} <= words("roles", "roles"):
        return False
    fields = set(asked[:-1]).intersection(before[:-1])
    return bool(fields - words("roles", "second") - words("roles", "fields_of_many"))


def without_countries(role: list[str]) -> tuple[list[str], set[str]]:
    """The words of a role but for its countries, and those by one name: "ukrainian leader" → leader, Ukraine."""
    rest: list[str] = []
    found: set[str] = set()
    at = 0
    while at < len(role):
        pair = country_of(" ".join(role[at : at + 2])) if at + 1 < len(role) else None
        if country := pair or country_of(role[at]):
            found.add(country)
        else:
            rest.append(role[at])
        at += 2 if pair else 1
    return rest, found


def _plain(noun: str) -> str:
    return meanings("roles", "same").get(noun, noun)
