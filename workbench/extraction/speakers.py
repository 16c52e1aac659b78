"""Resolve who speaks to the fullest name that the story gives, and to nothing more."""

import re

from workbench.extraction.lexicon import words
from workbench.extraction.nouns import base_phrase, singular
from workbench.extraction.passage import NOUNS, Entity, Passage
from workbench.extraction.register import Register, without_titles

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|these|those|some|one|another)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|its|their)\s+", re.IGNORECASE)
_LINKING = frozenset(("by", "with", "from", "in", "about", "on", "to", "against", "than"))
LONGEST = 12
"""Most words of a speaker that is described and not named."""


def resolve(passage: Passage, tokens: tuple[int, int] | None, register: Register) -> tuple[str | None, str]:
    """The speaker's name and the rule that gave it; (None, why) where nothing or more than one thing fits."""
    if tokens is None:
        return None, "nobody stands beside the cue"
    low, high = tokens
    if high - low == 1 and passage.lower[low] in ("he", "she"):
        name = register.pronoun(passage.lower[low], passage, low)
        return name, "a pronoun, by the person named last"
    if high - low == 1 and passage.lower[low] in (
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "that",
        "which",
        "there",
        "this",
        "what",
    ):
        return _earlier_body(passage, low, register)
    if (person := _titled(passage, low, high)) is not None:
        name = passage.slice(person.low, person.high)
        return register.person(name), "the name beside the cue"
    parts = _conjuncts(passage, low, high)
    if len(parts) > 1:
        names = [_one(passage, part, register)[0] for part in parts]
        if all(names):
            return "; ".join(name for name in names if name), "two speakers"
    return _one(passage, (low, high), register)


def _titled(passage: Passage, low: int, high: int) -> Entity | None:
    """The one person of the phrase, where nothing but titles and bodies stands before the name."""
    people = [e for e in passage.entities if e.type == "PERSON" and low <= e.low and e.high <= high]
    if not people or (people[0].high < high and passage.tags[people[0].high] in ("POS", "CC")):
        return None
    before = range(low, people[0].low)
    closed = any(
        passage.tags[t] in ("VBD", "VBZ", "VBP", ",", "VBG", "WP") or passage.lower[t] in _LINKING for t in before
    )
    return None if closed else people[0]


def _earlier_body(passage: Passage, token: int, register: Register) -> tuple[str | None, str]:
    """As in "It" or "they": the subject of the sentence before, where that can speak."""
    place = passage.sentence_of[token]
    for sentence in range(
        place if passage.lower[token] in ("who", "which", "that") else place - 1, max(-1, place - 3), -1
    ):
        low, high = passage.sentences[sentence]
        for at in range(low, min(high, token)):
            if (
                passage.deps[at] in ("nsubj", "nsubjpass")
                and passage.tags[at] in NOUNS
                and (passage.deps[passage.heads[at]] in ("ROOT", "conj", "ccomp"))
            ):
                plural = passage.tags[at] in ("NNS", "NNPS")
                if passage.lower[token] == "they" and not plural and passage.tags[at] != "NN":
                    continue
                name, _ = _one(passage, passage.subtree(at), register)
                return name, "a pronoun, by the subject before"
    return None, "a pronoun that nothing before explains"


def _conjuncts(passage: Passage, low: int, high: int) -> list[tuple[int, int]]:
    """The parts of "X and Y" where both are names."""
    heads = [
        t
        for t in range(low, high)
        if passage.deps[t] == "conj" and low <= passage.heads[t] < high and passage.tags[t] in NOUNS
    ]
    for head in heads:
        join = next((t for t in range(low, head) if passage.tags[t] == "CC" and t > passage.heads[head]), None)
        if join is None:
            continue
        start = passage.subtree(head)[0]
        end = join
        while end > low and passage.tags[end - 1] in (",", "CC"):
            end -= 1
        first, second = (low, end), (max(start, join + 1), high)
        if _named(passage, first) and _named(passage, second):
            return [first, second]
    return [(low, high)]


def _named(passage: Passage, part: tuple[int, int]) -> bool:
    return any(passage.tags[t] in ("NNP", "NNPS") for t in range(*part))


def _one(passage: Passage, tokens: tuple[int, int], register: Register) -> tuple[str | None, str]:
    low, high = tokens
    people = [e for e in passage.entities if e.type == "PERSON" and low <= e.low and e.high <= high]
    head = _head(passage, low, high)
    for person in people:
        if (
            person.low <= head < person.high
            or passage.heads[head] in range(person.low, person.high)
            or _appositive(passage, head, person.low)
        ):
            name = passage.slice(person.low, person.high)
            full = register.person(name)
            return full, "the name beside the cue" if full == without_titles(
                name
            ) else "the fullest name for this surname"
    body = next((e for e in passage.entities if e.type == "ORG" and low < e.low <= head < e.high), None)
    if body is not None and any(passage.tags[t] in ("NN", "POS") for t in range(low, body.low)):
        return passage.slice(body.low, body.high), "the body behind its description"
    text = _described(passage, low, high, head)
    if register.is_person(text):
        return register.person(text), "the fullest name for this surname"
    plain = _ARTICLE.sub("", text)
    definite = _DEFINITE.match(text) is not None and passage.tags[head] == "NN"
    if definite and (holder := register.holder(plain)):
        return holder, "the one person with this role"
    return _body(passage, head, plain, register, definite)


def _appositive(passage: Passage, head: int, person: int) -> bool:
    return passage.deps[head] == "appos" or any(
        passage.deps[c] == "appos" and c == person for c in passage.children[head]
    )


def _head(passage: Passage, low: int, high: int) -> int:
    for token in range(low, high):
        if not low <= passage.heads[token] < high and passage.tags[token] in NOUNS:
            return token
    nouns = [t for t in range(low, high) if passage.tags[t] in NOUNS]
    return nouns[0] if nouns else low


def _described(passage: Passage, low: int, high: int, head: int) -> str:
    """The words of a speaker up to the first clause or comma; names in "of"-phrases stay."""
    end = head + 1
    while end < high and end - low < LONGEST:
        if passage.tags[end] in (",", ":", "WP", "WDT", "-LRB-", "VBD", "VBZ", "VBP", "``"):
            break
        end += 1
    start = low
    while start < head and passage.tags[start] in (",", "CC", "IN", "RB", "``"):
        start += 1
    text = passage.slice(start, end)
    return re.sub(r"['’]s$", "", text.strip(' "“”,'))


def _body(passage: Passage, head: int, plain: str, register: Register, definite: bool) -> tuple[str | None, str]:
    if not plain or passage.tags[head] not in NOUNS:
        return None, "nothing beside the cue can speak"
    common = passage.tags[head] in ("NN", "NNS")
    if definite and (body := register.body(_ARTICLE.sub("", passage.slice(base_phrase(passage, head).low, head + 1)))):
        return body, "the one body that this describes"
    bare = plain.lower()
    if bare in words("speech", "speakers.national") and register.nation:
        return f"{register.nation} {plain}", "a body of the story's country"
    plain = re.sub(r"^reports?\s+(?:from|by)\s+(?:the\s+)?", "", plain)
    if (
        common
        and not any(c.isupper() for c in plain)
        and singular(plain.split()[-1]) not in words("speech", "speakers.persons")
        and len(plain.split()) == 1
    ):
        return plain, "the noun beside the cue"
    return plain, "the words beside the cue"
