"""Who stands behind a document: its owner, whoever issues it, or whoever issued it further up in the story."""

from functools import cache
from typing import NamedTuple

from workbench.extraction.grammar.nouns import base_phrase, singular, spellings
from workbench.extraction.grammar.subjects import can_speak, subject_of
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

Tokens = tuple[int, int]
_OWNER = ("by", "from")
_OPENING = frozenset((":", '"', "“", ","))
_MADE = frozenset(("issued", "released", "published", "conducted", "commissioned", "compiled", "prepared", "produced"))
"""How a document comes into the world: whoever did it stands behind "by", whatever else stands between."""
_INSIDE = ("in", "through", "via", "with")


class Issued(NamedTuple):
    """A message that the story says somebody issued: where it stands, its noun, and the tokens of who did."""

    passage: Passage
    token: int
    noun: str
    issuer: Tokens


def is_document(passage: Passage, token: int) -> bool:
    """Whether the noun at this token is something written or recorded that can speak for somebody."""
    return singular(passage.words[token]) in words("speech", "speakers.documents")


def is_read_out(passage: Passage, token: int) -> bool:
    """Whether "read" leads to words in marks here; the tagger takes it for a noun in "a tweet from the firm read:"."""
    return passage.lower[token] in ("read", "reads") and "".join(passage.words[token + 1 : token + 2]) in _OPENING


def is_message(passage: Passage, token: int) -> bool:
    """Whether it is one that only repeats what its issuer says: a statement, a letter, a tweet; no report or study."""
    return passage.lower[token] in _messages()


@cache
def _messages() -> frozenset[str]:
    return spellings(words("speech", "speakers.messages"))


def owner_of(passage: Passage, document: int) -> int | None:
    """The head noun of its owner: "the agency's report", "a statement from Shell"."""
    owner = passage.child(document, "poss")
    if owner is None:
        source = _link(passage, document)
        owner = passage.child(source, "pobj") if source is not None else None
        if owner is None and source is not None:
            owner = passage.child(source, "pcomp")
    named = owner is not None and passage.tags[owner] in NOUNS and passage.entity_of[owner] not in ("DATE", "TIME")
    return owner if named else None


def _link(passage: Passage, document: int) -> int | None:
    """The "by" or "from" that leads to the owner, also behind a participle: "a note left by Park"."""
    inside = range(document + 1, passage.subtree(document)[1])
    made = [c for c in passage.children[document] if passage.deps[c] == "acl" and passage.tags[c] == "VBN"]
    made += [t for t in inside if passage.tags[t] == "VBN" and passage.lower[t] in _MADE]
    below = [*passage.children[document], *(c for participle in made for c in passage.children[participle])]
    return next((c for c in below if passage.lower[c] in _OWNER), None)


def issuer_of(passage: Passage, document: int) -> Tokens | None:
    """Who issues it, by the verb above: "Shell released a statement saying …", "it objected in a letter"."""
    above = passage.heads[document]
    if passage.deps[document] == "pobj":
        if passage.lower[above] not in _INSIDE:
            return None
        above = passage.heads[above]
    elif passage.deps[document] != "dobj":
        return None
    definite = passage.lower[base_phrase(passage, document).low] in ("the", "this", "that")
    if passage.tags[above] not in VERBS or definite:
        return None
    subject = subject_of(passage, above)
    if subject is None or subject == document or not can_speak(passage, subject):
        return None
    low, high = passage.subtree(subject)
    return (low, high) if not low <= document < high else (base_phrase(passage, subject).low, subject + 1)


def _before_reading(passage: Passage, owner: int) -> Tokens:
    low, high = passage.subtree(owner)
    return low, next((t for t in range(low + 1, high) if is_read_out(passage, t)), high)


def issued(passages: list[Passage]) -> list[Issued]:
    """The messages of a story with who issued them, in order."""
    found, messages = [], _messages()
    for passage in passages:
        for token in [token for token, word in enumerate(passage.lower) if word in messages]:
            if passage.tags[token] in ("NN", "NNS"):
                owner = owner_of(passage, token)
                tokens = issuer_of(passage, token) if owner is None else _before_reading(passage, owner)
                if tokens is not None:
                    found.append(Issued(passage, token, singular(passage.words[token]), tokens))
    return found


def earlier(documents: list[Issued], passage: Passage, token: int) -> Issued | None:
    """The last message of this kind before "the statement" that the story says somebody issued."""
    noun = singular(passage.words[token])
    before = [d for d in documents if (d.passage.number, d.token) < (passage.number, token) and d.noun == noun]
    return before[-1] if before else None
