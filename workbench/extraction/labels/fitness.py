"""Whether "it" or "they" may stand for a noun: by its number, by what it is, and by what is said of it."""

from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.labels.actors import BODIES, OWNING, SUBJECTS, is_row
from workbench.extraction.labels.taught import same_as
from workbench.extraction.labels.topics import NO_NAME
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.text.passage import NOUNS, Passage


def fits(passage: Passage, token: int, where: Passage, noun: int) -> bool:
    """Whether the pronoun at the token may stand for this noun by its number and by what it is."""
    kind = where.entity_of[noun]
    row, many = is_row(where, noun), meanings("labels", "pronouns")[passage.lower[token]] == "they"
    somebody = kind == "PERSON" and not _is_thing_name(where, noun) and not (row and many)
    if where.tags[noun] not in NOUNS or kind in NO_NAME or somebody:
        return False
    if any(where.lower[noun] in words("labels", vague) for vague in ("portions", "amounts", "denials", "nobody")):
        return False
    several = where.tags[noun] in ("NNS", "NNPS") or row
    if many:
        return several or (where is passage and kind == "ORG" and _is_told_by(passage, token, noun))
    return not row and not is_role(where, noun) and (not several or kind in BODIES)


def _is_thing_name(passage: Passage, token: int) -> bool:
    """Whether the model takes a thing for somebody: "Space Shuttle Keth", "Hurricane Ana"."""
    name = passage.entity_at[token]
    return name is not None and any(len(same_as(word)) > 1 for word in passage.lower[name.low : name.high])


def _is_told_by(passage: Passage, token: int, body: int) -> bool:
    """Whether "they" stands in the body's own clause, or in what the body says: "Halden Foods says they will close".

    "Their" may also stand in a clause behind it: "as their sales fell".
    """
    told, owning = False, passage.lower[token] in OWNING
    for verb in passage.ancestors(token):
        if verb == passage.heads[body]:
            # "The agency told doctors they should", "gave people what they wanted": not the agency.
            acted_on = passage.child(verb, "dobj", "dative")
            return acted_on is None or not (told or (token > acted_on and passage.tags[acted_on] == "NNS"))
        told = told or passage.deps[verb] == "ccomp"
        if passage.deps[verb] in ("relcl", "acl") or (passage.deps[verb] == "advcl" and not owning):
            return False
    return False


def is_meant(passage: Passage, token: int, where: Passage, noun: int) -> bool:
    """Whether the pronoun means the noun that fits: its own clause may say that something else is meant.

    What a thing without a name owns is nobody's, and no name further off is then to be guessed.
    """
    if passage.lower[token] in OWNING:
        return is_named(where, noun)
    if passage.deps[token] not in SUBJECTS:
        return True
    if speaks(passage, token) and not can_speak(where, noun):
        return False
    verb = passage.heads[token]
    if passage.lower[verb] in words("labels", "occurs") and where.lower[noun] not in words("labels", "events"):
        # "The crane fell. It happened in May": not the crane.
        return False
    if passage.lower[verb] in words("labels", "infects") and where.lower[noun] not in words("labels", "diseases"):
        return False
    return where.entity_of[noun] not in BODIES or not (_is_made(passage, verb) or _is_thing(passage, verb))


def is_named(passage: Passage, token: int) -> bool:
    """Whether the noun is a name or has one beside it."""
    return bool(passage.entity_of[token]) or passage.tags[token] == "NNP" or passage.child(token, "appos") is not None


def speaks(passage: Passage, token: int) -> bool:
    """Whether the pronoun is the one who says what its clause goes on to tell."""
    verb = passage.heads[token]
    subject = passage.deps[token] == "nsubj" and passage.lower[verb] in speech("clause")
    return subject and passage.child(verb, "ccomp") is not None


def _is_made(passage: Passage, verb: int) -> bool:
    """Whether something is said to be made or shown, as no body is: "since it was announced"."""
    return passage.child(verb, "auxpass") is not None and passage.lower[verb] in words("labels", "made")


def _is_thing(passage: Passage, verb: int) -> bool:
    """Whether the clause says that it is a thing, not a body: "it was a difficult year"."""
    what = passage.child(verb, "attr")
    if what is None or passage.lower[verb] not in words("labels", "forms_of_be"):
        return False
    bodies = (words("bodies", kind) for kind in ("companies", "societies", "public"))
    return passage.lower[what] not in words("labels", "places") and not any(
        passage.lower[what] in kind for kind in bodies
    )
