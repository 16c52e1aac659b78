"""What of a name is the person's, and what is title, body or mistake."""

import re
from functools import cache

from workbench.extraction.grammar.first_names import is_first_name
from workbench.extraction.grammar.nations import country_of
from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people.runs import MISTAKEN
from workbench.extraction.people.signs import is_name_behind_title
from workbench.extraction.text.passage import VERBS, Entity, Passage

LONGEST_ACRONYM = 5
_LONGEST_CAPTION = 6
"""Most tokens behind a name where a caption may run into the text."""
_SHORTEST = 4
"""Fewest letters of a surname that another word may only run into: "Vander" is no "Van"."""
_POSSESSIVE = re.compile(r"['’]s?$")


def is_name(passage: Passage, entity: Entity) -> bool:
    """Whether what the model takes for a person can be a name: capitalised, without digits, and not too long."""
    text = _POSSESSIVE.sub("", passage.slice(entity.low, entity.high))
    first = passage.words[entity.low]
    return (
        first[0].isupper()
        and not any(c.isdigit() for c in text)
        and words("names", "no_parts").isdisjoint(passage.lower[entity.low : entity.high])
        and text.lower() not in words("names", "no_persons")
        and (country_of(text) is None or is_first_name(text))
        and not _in_capitals(text)
        and not _runs_into_text(passage, entity)
        and not _is_acronym(passage, entity)
        and entity.high - entity.low <= 6
        and not (entity.high - entity.low > 1 and _ends_as_none(passage, entity))
    )


def _in_capitals(text: str) -> bool:
    """Whether it is cut from a heading in capitals: "MAYOR URGES LEE", "WATCHED Lee"; "JFK Lee" and "LEE" are not."""
    shouted = [word for word in text.split() if word.isupper() and len(word) > 3 and word.isalpha()]
    return bool(shouted) and " " in text and (len(shouted) < len(text.split()) or len(text.split()) > 2)


def _is_acronym(passage: Passage, entity: Entity) -> bool:
    """Whether it ends in a body's letters: "DAB", "Pro-Harbour DAB"; "JFK" is somebody, and so is "Ann LEE"."""
    last = entity.high - 1 - (passage.tags[entity.high - 1] == "POS" and entity.high - entity.low > 1)
    word, first = passage.words[last], passage.words[entity.low]
    letters = word.isupper() and word.isalpha() and 1 < len(word) <= LONGEST_ACRONYM
    known = word.lower() in words("names", "by_letters") or word.lower() in words("names", "no_persons")
    if set(word) <= set("IVX"):
        return False
    alone = last == entity.low or not (is_first_name(first) or first.isupper())
    return letters and alone and not known and not passage.text.isupper()


def _ends_as_none(passage: Passage, entity: Entity) -> bool:
    """Whether the last word is a body's ("White House"), a bare title ("Virginia Gov.") or no name's ("Greeks owe")."""
    last, first = passage.lower[entity.high - 1], passage.lower[entity.low]
    if passage.entity_of[entity.high : entity.high + 1] == ["PERSON"] and last in words("roles", "roles"):
        return True
    if last in words("bodies", "endings"):
        return True
    if is_first_name(first):
        return False
    title = last in words("roles", "roles") or last in words("roles", "abbreviated")
    return title or (passage.words[entity.high - 1].islower() and passage.tags[entity.high - 1] in VERBS)


def by_surname(passage: Passage, surnames: set[str], bodies: set[str]) -> None:
    """Put the passage's people right by the surnames that the story gives in full; `bodies` are acronyms."""
    taken: set[int] = set()
    entities: list[Entity] = []
    for entity in passage.entities:
        text = passage.slice(entity.low, entity.high)
        if entity.type == "PERSON" and not is_name(passage, entity):
            country = country_of(text) is not None
            if country or text.split()[-1].lower() in words("bodies", "endings") or _is_acronym(passage, entity):
                low = entity.low if country else _body_low(passage, entity)
                entities.append(Entity(low, entity.high, "GPE" if country else "ORG"))
                taken.update(range(low, entity.high))
            continue
        mistaken = entity.type in MISTAKEN or _is_month_by_mistake(passage, entity)
        surname = text in surnames and mistaken and text not in bodies
        kept = trimmed(passage, entity) if entity.type == "PERSON" else entity
        entities.append(Entity(kept.low, kept.high, "PERSON") if surname else kept)
        taken.update(range(kept.low, kept.high))
    for token in [token for token, word in enumerate(passage.words) if word in surnames]:
        if token in taken:
            continue
        if _is_adverb_by_mistake(passage, token):
            passage.tags[token] = "NNP"
            passage.deps[token] = "nsubj" if passage.deps[token] == "advmod" else passage.deps[token]
        if passage.tags[token] in ("NNP", "NNPS"):
            entities.append(Entity(token, token + 1, "PERSON"))
    passage.rename(entities)


def _body_low(passage: Passage, entity: Entity) -> int:
    """Where the name of a body begins of which the model takes the end for a person: "Oslo Harbour Online"."""
    low = entity.low
    while low and passage.tags[low - 1] == "NNP" and passage.deps[low - 1] == "compound":
        if not entity.low <= passage.heads[low - 1] < entity.high or passage.entity_at[low - 1] is not None:
            break
        low -= 1
    return low


def _is_month_by_mistake(passage: Passage, entity: Entity) -> bool:
    """Whether what is read as a date acts: "May acknowledged that …"."""
    acts = entity.type == "DATE" and passage.deps[entity.low] == "nsubj" and entity.high == entity.low + 1
    return acts and passage.tags[entity.high : entity.high + 1] in (["VBD"], ["VBZ"])


def _is_adverb_by_mistake(passage: Passage, token: int) -> bool:
    """Whether the tagger takes a surname for an adverb, as it does those in "-ly", or for something or several of it.

    As in "Skelly said", "said Early", "Waters said", "Rathen asked".
    """
    opens = token in (passage.sentences[passage.sentence_of[token]][0], 0)
    if passage.tags[token] == "NN" and passage.words[token][0].isupper():
        acts = passage.tags[token + 1 : token + 2] in (["VBD"], ["VBZ"], ["MD"], ["POS"])
        begins = opens or passage.words[token - 1] in ("”", '"', "''")
        return acts or (begins and passage.deps[token] not in ("compound", "amod", "nmod"))
    if passage.tags[token] not in ("RB", "JJ", "NNS") or not passage.words[token].istitle():
        return False
    if passage.tags[token] == "NNS" and opens:
        # "Banks closed" may be banks; "Banks was" is one.
        alone = passage.lower[token + 1 : token + 2] in (["said"], ["told"], ["was"])
        return alone or passage.tags[token + 1 : token + 2] == ["VBZ"]
    following = passage.tags[token + 1] if token + 1 < len(passage) else "."
    return following in ("VBD", "VBZ", "VBN", "MD", "POS") or (not opens and following in (".", ",", "CC", "TO", "IN"))


@cache
def _titles() -> frozenset[str]:
    return words("roles", "roles") | words("roles", "courtesy") | words("roles", "abbreviated")


def _is_bare_title(word: str) -> bool:
    return word in _titles() or (word.endswith("s.") and singular(word) in _titles())


def trimmed(passage: Passage, entity: Entity) -> Entity:
    """The name without titles before it and a possessive ending behind it."""
    low, high = entity.low, entity.high
    while high - low > 1 and passage.words[high - 1] in ("'s", "’s", "'", "’", "-", "–", "—"):
        high -= 1
    low = 1 + max((t for t in range(low + 1, high - 1) if passage.tags[t] == "POS"), default=low - 1)
    low += high - low > 1 and passage.lower[low] in words("names", "openers")
    if high - low > 2 and country_of(passage.words[low]) is not None and not is_first_name(passage.words[low]):
        low += 1
    if _is_office(passage, low):
        low = next((t for t in range(low, high - 1) if is_first_name(passage.words[t])), low)
    elif high - low > 2 and singular(passage.lower[low]) in _titles() - {passage.lower[low]}:
        low += 1
    while high - low > 1 and _is_bare_title(passage.lower[low]) and not _is_first_name(passage, low, high):
        low += 1
    low = 1 + max((t for t in range(low + 1, high - 2) if _is_inner_title(passage, t)), default=low - 1)
    high -= (
        high - low > 2 and passage.words[high - 1].isupper() and passage.lower[high - 1] in words("roles", "letters")
    )
    return Entity(low, _before_caption(passage, low, high), "PERSON")


def _before_caption(passage: Passage, low: int, high: int) -> int:
    """Where a name ends that a caption says again and may run into the text: "Ann Lee Ann May LeeMore from"."""
    behind, again = passage.words[high - 1 : high + _LONGEST_CAPTION], passage.words[low]
    ends = (end for end in range(low + 1, high) if any(_runs_on(passage.words[end - 1], word) for word in behind))
    repeats = (end for end in range(low + 2, high) if passage.words[end] == again)
    return min(next(ends, high), next(repeats, high))


def _runs_into_text(passage: Passage, entity: Entity) -> bool:
    """Whether it is the rest of a name that a caption says again: the "May LeeMore" of "Ann Lee Ann May LeeMore"."""
    before = passage.words[max(0, entity.low - _LONGEST_CAPTION) : entity.low]
    return any(_runs_on(word, passage.words[entity.high - 1]) for word in before)


def _runs_on(surname: str, word: str) -> bool:
    """Whether the word is the surname with the text's next word behind it: "LundMore"."""
    rest = word.removeprefix(surname)
    return len(surname) >= _SHORTEST and rest != word and rest[:1].isupper()


def _is_inner_title(passage: Passage, token: int) -> bool:
    """Whether a title stands within what the model takes for one name: "Halcyon director Ann Lee"."""
    return passage.lower[token] in words("roles", "abbreviated") or passage.lower[token] in words("roles", "heads")


def _is_office(passage: Passage, token: int) -> bool:
    """Whether the word ends what a role before it is of: the "Trade" in "Director of Sea Trade Ann Lee"."""
    at = token - 1
    while at > 0 and passage.tags[at] == "NNP":
        at -= 1
    return at > 0 and passage.lower[at] in ("of", "for") and is_role(passage, at - 1)


def _is_first_name(passage: Passage, low: int, high: int) -> bool:
    """Whether what is a title too is a first name here: "actor Dean Berg", or "Dean Berg" and no more."""
    return is_name_behind_title(passage, low) or (is_first_name(passage.words[low]) and high - low == 2)


def name(passage: Passage, entity: Entity) -> str:
    """The person's name as it stands here, without titles before it."""
    bare = trimmed(passage, entity)
    return passage.slice(bare.low, bare.high)
