"""Nouns that say what a person is."""

from workbench.extraction.lexicon import meanings, table, words
from workbench.extraction.nations import country_of
from workbench.extraction.nouns import singular
from workbench.extraction.passage import Passage

_PREPOSITIONS = frozenset(("of", "for", "at", "in", "from", "to", "with"))


def is_role(passage: Passage, token: int) -> bool:
    """Whether the noun at this token says what a person is, by list or by its ending."""
    word = passage.lower[token]
    plain = singular(word) if is_plural(passage, token) else word
    if plain in words("roles", "roles") or plain in words("roles", "abbreviated"):
        return True
    return passage.tags[token] in ("NN", "NNP") and len(plain) > 5 and plain.endswith(tuple(words("roles", "endings")))


def is_plural(passage: Passage, token: int) -> bool:
    """Whether the noun is a plural; the tagger takes "Brothers" before a name for a singular."""
    tag, word = passage.tags[token], passage.lower[token]
    return tag in ("NNS", "NNPS") or (
        tag == "NNP" and singular(word) != word and singular(word) in words("roles", "roles")
    )


def fits_role(wanted: list[str], held: list[str]) -> bool:
    """Whether a person who is called `held` can be called `wanted`, both in lower case.

    The role's noun, with what stands before it, ends in these words ("mayor" for "deputy mayor of Lyon"), or both
    have the same noun, by its short form too, and the longer one says no more ("congressman" for "rep."), or the noun
    asked for takes in the other ("the leader" for "president").
    """
    before, tail = _before_preposition(held), set(wanted) - {"the"}
    if len(_before_preposition(wanted)) < len(wanted) and len(before) < len(held) and not tail <= set(held):
        return False
    if before[-len(wanted) :] == wanted or (held[: len(wanted)] == wanted and len(wanted) > len(before)):
        return True
    asked = _before_preposition(wanted)
    if not before or not asked:
        return False
    kinds = table("roles")["kinds"].get(asked[-1], [])
    if before[-1] in kinds or " ".join(before[-2:]) in kinds:
        return set(asked[:-1]) <= set(held)
    if _plain(asked[-1]) != _plain(before[-1]):
        return False
    return set(asked[:-1]) <= set(held) or before[-1] in words("roles", "abbreviated")


def is_second_to(wanted: list[str], held: list[str]) -> bool:
    """Whether `held` only stands in for, or once was, what is asked for: "vice president", "former mayor"."""
    return bool(set(_before_preposition(held)) & words("roles", "second") - set(wanted))


def shares_field(wanted: list[str], held: list[str]) -> bool:
    """Whether both are roles in one field: "opposition leader" and "opposition candidate"."""
    asked, before = _before_preposition(wanted), _before_preposition(held)
    fields = set(asked[:-1]) & set(before[:-1]) - words("roles", "second") - words("roles", "fields_of_many")
    return bool(fields) and asked[-1] in words("roles", "roles") and before[-1] in words("roles", "roles")


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


def _before_preposition(role: list[str]) -> list[str]:
    for at, word in enumerate(role):
        if word in _PREPOSITIONS:
            return role[:at]
    return role


def _plain(noun: str) -> str:
    return meanings("roles", "same").get(noun, noun)
