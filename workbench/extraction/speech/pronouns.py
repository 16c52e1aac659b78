"""Whom a pronoun before a cue may mean: the subjects before it, or somebody described and not named."""

from collections.abc import Iterator

from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.text.passage import NOUNS, Passage

Tokens = tuple[int, int]
BODIES = ("it", "they")
"""Pronouns for a body: they mean the subject of a sentence before, and "who" and "which" one of their own."""
RELATIVES = ("who", "which", "that")
OWNERS = {"its": "it", "their": "they"}
"""Whose word it is: "the union repeated its claim that …"."""


def described(passage: Passage, token: int) -> tuple[Tokens, int] | None:
    """Whom the sentence before is about, where it describes and does not name them: "A baker saw it. She said …".

    The tokens of the description and its noun.
    """
    place = passage.sentence_of[token]
    low, high = passage.sentences[place - 1] if place else (0, 0)
    acts = [t for t in range(low, high) if passage.deps[t] in ("nsubj", "nsubjpass")]
    main = [t for t in acts if passage.deps[passage.heads[t]] == "ROOT"]
    here = any(passage.entity_of[t] == "PERSON" for t in range(passage.sentences[place][0], token))
    if here or not main or passage.tags[main[-1]] != "NN" or not is_role(passage, main[-1]):
        return None
    first, last = _whole(passage, main[-1])
    # "The president" may be somebody whom the story names elsewhere.
    new = passage.lower[first] in ("a", "an", "another", "one")
    if not new and not (passage.lower[first] == "the" and passage.lower[main[-1] + 1] in ("of", "at", "for", "from")):
        return None
    if "PERSON" in passage.entity_of[first:last] or any(passage.entity_of[t] == "PERSON" for t in acts):
        return None
    return (first, last), main[-1]


def name_right_before(passage: Passage, token: int) -> Tokens | None:
    """The tokens of the name that only a comma or a dash parts from "who": "Ann Lee - who said …"."""
    end = token - (passage.words[token - 1] in (",", "-", "–", "—", "--"))
    entity = passage.entity_at[end - 1] if end else None
    named = entity is not None and entity.high == end and entity.type in ("PERSON", "ORG")
    return (entity.low, entity.high) if entity is not None and named else None


def subjects_before(passage: Passage, token: int) -> Iterator[Tokens]:
    """The tokens of each subject before a pronoun for a body that it may mean, nearest first."""
    word = OWNERS.get(passage.lower[token], passage.lower[token])
    here = passage.lower[token] not in BODIES
    place = passage.sentence_of[token] - (0 if here else 1)
    if not here:
        hangs = passage.deps[passage.heads[token]] in ("advcl", "relcl", "pcomp", "ccomp")
        above = [_subject_above(passage, token)] if hangs else []
        yield from (_whole(passage, at) for at in above if at is not None and _fits(passage, at, word))
        if word == "they" and (row := _row_before(passage, token)) is not None:
            yield _whole(passage, row)
    for sentence in range(place, max(-1, place - 3), -1):
        low, high = passage.sentences[sentence]
        for at in range(min(high, token) - 1, low - 1, -1):
            if _acts(passage, at, word, here) and (passage.lower[token] in RELATIVES or can_speak(passage, at)):
                yield _whole(passage, at)


def _row_before(passage: Passage, token: int) -> int | None:
    """The names that act together in the pronoun's own sentence: "Lee and Berg agreed: “It is shut,” they said"."""
    low, _ = passage.sentences[passage.sentence_of[token]]
    acting = (t for t in range(token - 1, low - 1, -1) if passage.deps[t] in ("nsubj", "nsubjpass"))
    rows = (t for t in acting if passage.tags[t] == "NNP" and passage.child(t, "conj") is not None)
    return next(rows, None)


def _whole(passage: Passage, noun: int) -> tuple[int, int]:
    """The noun with what belongs to it, without the clauses that hang on it."""
    low, high = passage.subtree(noun)
    stop = next((t for t in range(noun + 1, high) if passage.tags[t] in ("WP", "WDT", "VBD", "VBZ", "VBP")), high)
    return low, stop


def _subject_above(passage: Passage, token: int) -> int | None:
    """The subject of the clause that the pronoun's own hangs on: "the officials went there after they said"."""
    for verb in passage.ancestors(passage.heads[token]):
        subject = passage.child(verb, "nsubj", "nsubjpass")
        if subject is not None:
            return subject if subject < token and can_speak(passage, subject) else None
    return None


def objects(passage: Passage, token: int) -> set[str]:
    """The nouns of what somebody acts on: in "it called the plan a joke" the plan is not "it"."""
    below = passage.children[passage.heads[token]]
    below = [*below, *(c for prep in below if passage.deps[prep] == "prep" for c in passage.children[prep])]
    return {passage.lower[c] for c in below if c > token and passage.deps[c] in ("dobj", "pobj")}


def _acts(passage: Passage, at: int, word: str, here: bool) -> bool:
    """Whether this is the subject of a sentence that "it" or "they" can mean; `here` of one told in it as well."""
    if passage.deps[at] not in ("nsubj", "nsubjpass") or not _fits(passage, at, word):
        return False
    return passage.deps[passage.heads[at]] in (("ROOT", "conj", "ccomp") if here else ("ROOT", "conj"))


def _fits(passage: Passage, at: int, word: str) -> bool:
    """Whether "it" or "they" can mean this noun: one body, or several people."""
    if passage.tags[at] not in NOUNS:
        return False
    plural = passage.tags[at] in ("NNS", "NNPS") or any(passage.deps[c] == "conj" for c in passage.children[at])
    if word == "it" and (plural or passage.entity_of[at] == "PERSON"):
        return False
    return word != "they" or plural or (passage.tags[at] == "NN" and passage.entity_of[at] != "PERSON")
