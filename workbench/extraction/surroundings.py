"""What stands around a figure in its sentence and its story: who does what, where; what the story is about."""

import re
from collections import Counter

from workbench.extraction.candidate import Candidate
from workbench.extraction.nouns import base_phrase
from workbench.extraction.passage import NOUNS, VERBS, Passage
from workbench.extraction.register import Register

STEM = 5
"""Letters by which two forms of a word count as one."""


_EMPTY_VERBS = frozenset(
    {
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "does",
        "did",
        "do",
        "'s",
        "'re",
        "being",
        "having",
    }
)
_NO_NOUN = frozenset(
    {
        "it",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "who",
        "which",
        "what",
        "them",
        "him",
        "her",
        "us",
        "me",
        "one",
        "its",
    }
)


def context(candidate: Candidate, register: Register) -> list[str]:
    """The clause around the figure in a few words: who, does, what, where."""
    passage = candidate.passage
    own = set(range(*candidate.tokens))
    anchor = _anchor(candidate)
    verb = next((t for t in (anchor, *passage.ancestors(anchor)) if passage.tags[t] in VERBS), None)
    if verb is None:
        return [
            _noun(passage, t, register) for t in passage.ancestors(anchor) if passage.tags[t] in NOUNS and t not in own
        ]
    return [*_near_nouns(passage, anchor, verb, own, register), *_clause(passage, verb, own, register)]


def _anchor(candidate: Candidate) -> int:
    passage = candidate.passage
    low, high = candidate.tokens
    if candidate.noun:
        return min(candidate.noun[1] - 1, len(passage) - 1)
    outer = [t for t in range(low, high) if not low <= passage.heads[t] < high or passage.heads[t] == t]
    return outer[0] if outer else low


def _near_nouns(passage: Passage, anchor: int, verb: int, own: set[int], register: Register) -> list[str]:
    """Nouns between the figure and its verb: what a date or number directly hangs on ("the March 24 summit")."""
    found = []
    for token in passage.ancestors(anchor):
        if token == verb:
            break
        if passage.tags[token] in NOUNS and token not in own:
            found.append(_noun(passage, token, register))
    for child in passage.children[anchor]:
        if (
            passage.deps[child] == "prep"
            and child not in own
            and (thing := passage.child(child, "pobj")) is not None
            and thing not in own
        ):
            found.append(_noun(passage, thing, register))
    return found[:2]


def _clause(passage: Passage, verb: int, own: set[int], register: Register) -> list[str]:
    subject = _subject(passage, verb)
    found = []
    if subject is not None and subject not in own:
        found = [_noun(passage, subject, register), _behind(passage, subject, own, register)]
    if passage.lower[verb] not in _EMPTY_VERBS:
        found.append(passage.lower[verb])
    for child in passage.children[verb]:
        if child in own or passage.deps[child] in (
            "nsubj",
            "nsubjpass",
            "punct",
            "aux",
            "auxpass",
            "advcl",
            "ccomp",
            "conj",
            "cc",
            "mark",
            "npadvmod",
        ):
            continue
        thing = passage.child(child, "pobj") if passage.deps[child] in ("prep", "agent") else child
        if (
            thing is not None
            and thing not in own
            and passage.tags[thing] in NOUNS
            and passage.entity_of[thing] != "DATE"
        ):
            found.append(_noun(passage, thing, register))
            found.append(_behind(passage, thing, own, register))
    return found


def _behind(passage: Passage, noun: int, own: set[int], register: Register) -> str:
    """The noun that hangs on this one by a preposition: "study in the Journal"; empty where there is none."""
    inner = next((c for c in passage.children[noun] if passage.deps[c] == "prep" and c not in own), None)
    deeper = passage.child(inner, "pobj") if inner is not None else None
    if deeper is None or deeper in own or passage.entity_of[deeper] == "DATE":
        return ""
    return _noun(passage, deeper, register)


def _subject(passage: Passage, verb: int) -> int | None:
    """The subject of a verb, or of the verb it hangs on; what a relative pronoun stands for."""
    for _ in range(4):
        subject = passage.child(verb, "nsubj", "nsubjpass")
        if subject is not None and passage.tags[subject] not in ("WDT", "WP"):
            return subject
        if passage.deps[verb] in ("acl", "relcl"):
            return passage.heads[verb]
        if (
            passage.deps[verb] not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep")
            or passage.heads[verb] == verb
        ):
            return None
        verb = passage.heads[verb]
    return None


def _noun(passage: Passage, token: int, register: Register) -> str:
    """The noun phrase in at most three words, a name or description resolved; empty for what says nothing."""
    word = passage.lower[token]
    if word in ("he", "she"):
        return register.pronoun(word, passage, token) or ""
    if word in ("it", "they"):
        return _subject_before(passage, token, register)
    if word in _NO_NOUN or not word[0].isalpha():
        return ""
    entity = next(
        (
            e
            for e in passage.entities
            if e.low <= token < e.high
            and e.type not in ("CARDINAL", "DATE", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "TIME")
        ),
        None,
    )
    if entity is not None:
        text = re.sub(r"^(?:the|The|a|A)\s+|['’]s$", "", passage.slice(entity.low, entity.high))
        return register.person(text) if entity.type == "PERSON" else register.short(text)
    low = base_phrase(passage, token).low
    start = token
    while start > low and token - start < 2 and passage.tags[start - 1] in ("NN", "NNS", "NNP", "JJ", "NNPS"):
        start -= 1
    text = passage.slice(start, token + 1)
    if passage.tags[token] == "NN" and (name := register.holder(text) or register.body(text)):
        return name
    return text


def _subject_before(passage: Passage, token: int, register: Register) -> str:
    """What "it" or "they" may stand for: the subject of the sentence before, where it agrees in number."""
    place = passage.sentence_of[token] - 1
    if place < 0:
        return ""
    low, high = passage.sentences[place]
    plural = passage.lower[token] == "they"
    for at in range(low, high):
        if passage.deps[at] in ("nsubj", "nsubjpass") and passage.deps[passage.heads[at]] == "ROOT":
            agrees = (passage.tags[at] in ("NNS", "NNPS")) == plural or passage.tags[at] == "NNP"
            return _noun(passage, at, register) if agrees and passage.lower[at] not in ("it", "they") else ""
    return ""


def topic_of(title: Passage | None, passages: list[Passage], register: Register) -> list[str]:
    """The nouns and names of the title that the story uses most: for figures whose sentence says nothing."""
    if title is None:
        return []
    used = Counter(word[:STEM] for passage in passages if passage is not title for word in passage.lower)
    found = {}
    for entity in title.entities:
        if entity.type in ("PERSON", "ORG", "GPE", "NORP", "LOC", "EVENT", "FAC"):
            text = title.slice(entity.low, entity.high)
            found[register.person(text) if entity.type == "PERSON" else text] = used[
                title.lower[entity.high - 1][:STEM]
            ]
    covered = {t for e in title.entities for t in range(e.low, e.high)}
    for token in range(len(title)):
        said = title.tags[token] in ("NN", "NNS")
        if said and token not in covered:
            found[title.words[token]] = used[title.lower[token][:STEM]]
    best = sorted(found, key=lambda name: -found[name])[:3]
    return [name for name in found if name in best]
