"""Recognise the people of a story where the model's names fall short."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import NOUNS, VERBS, Entity, Passage

_MISTAKEN = frozenset({"ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"})
"""What the model takes a lone surname for."""


def is_name(passage: Passage, entity: Entity) -> bool:
    """Whether what the model takes for a person can be a name: capitalised, without digits, and not too long."""
    text = re.sub(r"['’]s?$", "", passage.slice(entity.low, entity.high))
    first = passage.words[entity.low]
    return (
        first[0].isupper()
        and not any(c.isdigit() for c in text)
        and text.lower() not in words("names", "no_persons")
        and not _in_capitals(text)
        and entity.high - entity.low <= 6
        and not (entity.high - entity.low > 1 and _ends_as_none(passage, entity))
    )


def _in_capitals(text: str) -> bool:
    """Whether it is cut from a heading in capitals: "MAYOR URGES LEE", "WATCHED Lee"; "JFK Lee" and "LEE" are not."""
    shouted = [word for word in text.split() if word.isupper() and len(word) > 3 and word.isalpha()]
    return bool(shouted) and " " in text and (len(shouted) < len(text.split()) or len(text.split()) > 2)


def _ends_as_none(passage: Passage, entity: Entity) -> bool:
    """Whether the last word is a body's ("White House"), a bare title ("Virginia Gov.") or no name's ("Greeks owe")."""
    last, first = passage.lower[entity.high - 1], passage.lower[entity.low]
    if last in words("bodies", "endings"):
        return True
    if first in words("first_names", "he") or first in words("first_names", "she"):
        return False
    title = last in words("roles", "roles") or last in words("roles", "abbreviated")
    return title or (passage.words[entity.high - 1].islower() and passage.tags[entity.high - 1] in VERBS)


@cache
def _classes() -> frozenset[str]:
    return frozenset(word for spelled in table("bodies")["classes"].values() for word in spelled)


def _lone_names(passages: list[Passage]) -> set[str]:
    """The single words that the model takes for a name somewhere, or that speak; no word that bodies are called by."""
    seen = {
        passage.words[e.low]
        for passage in passages
        for e in passage.entities
        if e.high - e.low == 1 and e.type in (*_MISTAKEN, "PERSON")
    }
    speaking = {
        passage.words[t]
        for passage in passages
        for t in range(1, len(passage))
        if passage.deps[t] == "nsubj" and passage.tags[t] == "NNP" and _speaks_alone(passage, t)
    }
    return (seen | speaking) - _classes()


def _speaks_alone(passage: Passage, token: int) -> bool:
    """Whether one word alone is the subject of a verb of speech beside it: "…," Marsh said; "…," said Marsh."""
    verb = passage.heads[token]
    single = passage.tags[token - 1] not in NOUNS and passage.tags[token + 1 : token + 2] != ["NNP"]
    return abs(verb - token) == 1 and single and passage.lower[verb] in speech("clause")


def by_form(passages: list[Passage]) -> None:
    """Make people of what the model takes for bodies, places or nothing, by the form in which the story names them.

    Names in a row are a person where the first is a common first name, where the story calls the same thing by the
    last one alone (that is how stories name people, and no body is shortened so), or where a role stands beside them.
    """
    alone = _lone_names(passages)
    for passage in passages:
        known = {t for e in passage.entities if e.type == "PERSON" for t in range(e.low, e.high)}
        runs = [
            Entity(low, high, "PERSON")
            for low, high in _name_runs(passage, known)
            if _is_person(passage, low, high, alone)
        ]
        passage.entities = [_with_first_name(passage, e) for e in passage.entities]
        covered = {t for e in runs for t in range(e.low, e.high)}
        kept = [e for e in passage.entities if covered.isdisjoint(range(e.low, e.high))]
        passage.rename([*kept, *runs])


def _name_runs(passage: Passage, known: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of two to four capitalised words outside known people, a title that leads them left out."""
    names = (t for t, tag in enumerate(passage.tags) if tag == "NNP" and passage.words[t][0].isupper())
    for _, numbered in groupby(enumerate(t for t in names if t not in known), lambda pair: pair[1] - pair[0]):
        run = [token for _, token in numbered]
        low, high = run[0], run[-1] + 1
        low = 1 + max((t for t in range(low, high - 2) if _is_title(passage, t)), default=low - 1)
        while high - low > 1 and _is_title(passage, low):
            low += 1
        if high - low > 2 and _in_office(passage, low, high):
            low = high - 2
        if 2 <= high - low <= 4:
            yield low, high


def _in_office(passage: Passage, low: int, high: int) -> bool:
    """Whether the run opens with an office's field, and ends in its holder: "Minister for Health Ann Lee said"."""
    link = low - 1 - (passage.lower[low - 1 : low] == ["the"])
    if link < 1 or passage.lower[link] not in ("of", "for") or high >= len(passage):
        return False
    office = link - 1
    while office > 0 and passage.tags[office] in ("NNP", "NNPS", "IN", "DT") and not is_role(passage, office):
        office -= 1
    first = passage.lower[high - 2]
    named = any(first in words("first_names", gender) for gender in ("he", "she"))
    unknown = not any(passage.entity_of[t] for t in range(low, high))
    goes_on = passage.tags[high] in ("VBD", "VBZ", ",", ":")
    return is_role(passage, office) and passage.words[office][0].isupper() and goes_on and (named or unknown)


def _is_title(passage: Passage, token: int) -> bool:
    return is_role(passage, token) or passage.lower[token] in words("roles", "courtesy")


def _with_first_name(passage: Passage, entity: Entity) -> Entity:
    """The lone surname with a first name that the model leaves out, or the first name with its surname."""
    first, last = entity.low - 1, entity.high
    if entity.type == "PERSON" and last - entity.low == 1 and last < len(passage) and not passage.entity_of[last]:
        listed = any(passage.lower[entity.low] in words("first_names", gender) for gender in ("he", "she"))
        if listed and passage.tags[last] == "NNP" and passage.words[last][0].isupper():
            return Entity(entity.low, last + 1, "PERSON")
    if entity.type == "PERSON" and first > 0 and passage.words[first] == "-" and passage.tags[first - 1] == "NNP":
        return Entity(first - 1, entity.high, "PERSON")
    if entity.type != "PERSON" or entity.high - entity.low > 1 or first < 0 or passage.entity_of[first]:
        return entity
    leads = passage.deps[first] == "compound" and passage.heads[first] == entity.low and passage.tags[first] == "NNP"
    named = leads and passage.words[first].istitle() and passage.words[first].isalpha()
    titled = _is_title(passage, first) and not _is_name_behind_title(passage, first)
    return Entity(first, entity.high, "PERSON") if named and not titled else entity


def _is_name_behind_title(passage: Passage, token: int) -> bool:
    """Whether a first name that is a title too stands behind a title: the "Dean" in "actor Dean Berg"."""
    return _is_listed(passage.lower[token]) and token > 0 and is_role(passage, token - 1)


def _is_person(passage: Passage, low: int, high: int, alone: set[str]) -> bool:
    types = {passage.entity_of[t] for t in range(low, high)}
    if types & {"DATE", "TIME", "LAW", "EVENT", "LOC"} or passage.words[high - 1] in _classes():
        return False
    if any(passage.lower[low] in words("first_names", gender) for gender in ("he", "she")):
        return True
    if not types - {""} and low > 2 and _in_office(passage, low - 1, high):
        return True
    if types & {"GPE", "NORP"}:
        return ("NORP" in types or passage.words[high - 1] in alone) and _role_beside(passage, low, high)
    return passage.words[high - 1] in alone or _role_beside(passage, low, high)


def _role_beside(passage: Passage, low: int, high: int) -> bool:
    """Whether a role stands right before the name, or behind it between commas ("X, a chemist")."""
    if low and is_role(passage, low - 1) and passage.tags[low - 1] in ("NN", "NNP") and passage.tags[low] == "NNP":
        return True
    if low > 3 and passage.lower[low - 3 : low - 1] == ["of", "the"] and is_role(passage, low - 4):
        return passage.tags[low - 1] == "NN"
    if high + 1 >= len(passage) or passage.words[high] != ",":
        return False
    for token in range(high + 1, min(high + 6, len(passage))):
        if passage.tags[token] in ("NN", "NNP") and is_role(passage, token):
            return passage.lower[token] not in words("roles", "of_bodies")
        if passage.tags[token] not in ("DT", "JJ", "NN", "NNP", "HYPH", "VBG", "CD"):
            return False
    return False


def by_surname(passage: Passage, surnames: set[str], bodies: set[str]) -> None:
    """Put the passage's people right by the surnames that the story gives in full; `bodies` are acronyms."""
    taken: set[int] = set()
    entities: list[Entity] = []
    for entity in passage.entities:
        text = passage.slice(entity.low, entity.high)
        if entity.type == "PERSON" and not is_name(passage, entity):
            if text.split()[-1].lower() in words("bodies", "endings"):
                entities.append(Entity(entity.low, entity.high, "ORG"))
                taken.update(range(entity.low, entity.high))
            continue
        surname = text in surnames and entity.type in _MISTAKEN and text not in bodies
        kept = trimmed(passage, entity) if entity.type == "PERSON" else entity
        entities.append(Entity(kept.low, kept.high, "PERSON") if surname else kept)
        taken.update(range(kept.low, kept.high))
    for token, word in enumerate(passage.words):
        if token in taken or word not in surnames:
            continue
        if _is_adverb_by_mistake(passage, token):
            passage.tags[token] = "NNP"
            passage.deps[token] = "nsubj" if passage.deps[token] == "advmod" else passage.deps[token]
        if passage.tags[token] in ("NNP", "NNPS"):
            entities.append(Entity(token, token + 1, "PERSON"))
    passage.rename(entities)


def _is_adverb_by_mistake(passage: Passage, token: int) -> bool:
    """Whether the tagger takes a surname for an adverb, as it does those in "-ly": "Skelly said", "said Early"."""
    if passage.tags[token] not in ("RB", "JJ") or not passage.words[token].istitle():
        return False
    opens = token in (passage.sentences[passage.sentence_of[token]][0], 0)
    following = passage.tags[token + 1] if token + 1 < len(passage) else "."
    return following in ("VBD", "VBZ", "MD", "POS") or (not opens and following in (".", ",", "CC", "TO", "IN"))


@cache
def _titles() -> frozenset[str]:
    return words("roles", "roles") | words("roles", "courtesy") | words("roles", "abbreviated")


def _is_bare_title(word: str) -> bool:
    return word in _titles() or (word.endswith("s.") and singular(word) in _titles())


def trimmed(passage: Passage, entity: Entity) -> Entity:
    """The name without titles before it and a possessive ending behind it."""
    low, high = entity.low, entity.high
    while high - low > 1 and passage.words[high - 1] in ("'s", "’s", "'", "’"):
        high -= 1
    if _is_office(passage, low):
        low = next((t for t in range(low, high - 1) if _is_listed(passage.lower[t])), low)
    elif high - low > 2 and singular(passage.lower[low]) in _titles() - {passage.lower[low]}:
        low += 1
    while high - low > 1 and _is_bare_title(passage.lower[low]) and not _is_first_name(passage, low, high):
        low += 1
    return Entity(low, high, "PERSON")


def _is_office(passage: Passage, token: int) -> bool:
    """Whether the word ends what a role before it is of: the "Trade" in "Director of Sea Trade Ann Lee"."""
    at = token - 1
    while at > 0 and passage.tags[at] == "NNP":
        at -= 1
    return at > 0 and passage.lower[at] in ("of", "for") and is_role(passage, at - 1)


def _is_first_name(passage: Passage, low: int, high: int) -> bool:
    """Whether what is a title too is a first name here: "actor Dean Berg", or "Dean Berg" and no more."""
    return _is_name_behind_title(passage, low) or (_is_listed(passage.lower[low]) and high - low == 2)


def _is_listed(word: str) -> bool:
    return any(word in words("first_names", gender) for gender in ("he", "she"))


def name(passage: Passage, entity: Entity) -> str:
    """The person's name as it stands here, without titles before it."""
    bare = trimmed(passage, entity)
    return passage.slice(bare.low, bare.high)
