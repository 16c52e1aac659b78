"""The word "both" as a count: "both bridges", "hurt both", "Hart and Moor both left"; no "both this and that"."""

from collections.abc import Iterator

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.nations import country_of
from workbench.extraction.grammar.nouns import Phrase, behind_owner, noun_name, phrase_from
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

FARTHEST = 14
"""Most tokens between "both" and the "and" that it goes with."""
NEAR = 1
"""How many passages back a count of two is what a bare "both" stands for."""
_ACTS = (["VBD"], ["VBP"], ["MD"])
_ARE = (["are"], ["were"])
_POINTING = ("these", "those")
_NAMING = ("which", "whom", "them", "us", "you", "these", "those")
_WHO = ("who", "which", "that", "they", "we", "you", "them", "us")
"""Words right before a "both" that says of them that they are two."""
_CLOSING = (".", ",", ":", "CC", "IN", "TO", "''", "-RRB-", "RB")
"""Tags behind a "both" that is an object of its own: "hurt both, badly"."""


def find(passage: Passage, earlier: list[Candidate]) -> Iterator[Candidate]:
    """A candidate for each "both" that counts a noun, or stands for two that were told of before (`earlier`)."""
    if "both" not in passage.spelled:
        return
    earlier = [*earlier]
    for token, word in enumerate(passage.lower):
        if word != "both":
            continue
        phrase = _counted(passage, token)
        if phrase is not None:
            earlier.append(_of_two(passage, token, phrase.high, noun_name(passage, phrase.head)))
            yield earlier[-1]
        elif (high := _stands_alone(passage, token)) is not None:
            yield _of_two(passage, token, high, _unit(passage, token, earlier))


def _counted(passage: Passage, token: int) -> Phrase | None:
    """The plural that "both", "both of the" or "both their" counts; None where "both" is of a verb or joins two."""
    low, behind = token + 1, passage.lower[token + 1 : token + 3]
    if behind[:1] == ["of"] and behind[1:] and behind[1] not in _NAMING[:-2]:
        low = max(token + 3, behind_owner(passage, token + 2))
    elif passage.tags[low : low + 1] == ["PRP$"] or (behind[:1] and behind[0] in _POINTING):
        low = token + 2
    phrase = phrase_from(passage, low) if low < len(passage) else None
    if phrase is None or passage.tags[phrase.head] not in ("NNS", "NNPS"):
        return None
    if passage.tags[token + 1] in VERBS and passage.heads[token] != phrase.head:
        return None
    if low == token + 2 and passage.tags[phrase.high : phrase.high + 1] == ["POS"]:
        return None
    with_another = passage.lower[phrase.high : phrase.high + 1] == ["and"] and passage.heads[phrase.high] >= low
    return None if with_another or "and" in passage.lower[low : phrase.high] else phrase


def _stands_alone(passage: Passage, token: int) -> int | None:
    """The token behind a "both" or "both of which" that no noun follows and that joins no two things; else None."""
    behind = passage.lower[token + 1 : token + 3]
    if behind[:1] == ["of"]:
        return token + 3 if behind[1:] and behind[1] in _NAMING else None
    tag = passage.tags[token + 1] if token + 1 < len(passage) else "."
    acts = token + 1 + (tag == "RB")
    if passage.tags[acts : acts + 1] in _ACTS and _is_subject(passage, token):
        return token + 1
    if passage.deps[token] == "preconj" or passage.tags[token] == "CC" or _joins(passage, token):
        return None
    before = passage.lower[token - 1 : token]
    if (
        before in (["them"], ["us"])
        or (before == [","] and tag in ("VBN", "VBG"))
        or ((tag in VERBS or before in _ARE) and _is_beside(passage, token))
    ):
        return token + 1
    if passage.deps[token] in ("dobj", "pobj") and tag in _CLOSING and passage.heads[token] < token:
        return token + 1
    return token + 1 if passage.deps[token] == "nsubj" and tag == "VBG" else None


def _is_subject(passage: Passage, token: int) -> bool:
    """As in "both served", "the mayor and the pilot both served", "who both served"; no "the two both served"."""
    if passage.deps[token] in ("nsubj", "nsubjpass") and passage.child(token, "conj") is None:
        return not token or passage.tags[token - 1] not in NOUNS
    return _is_beside(passage, token)


def _is_beside(passage: Passage, token: int) -> bool:
    """Whether "both" stands between two that were named, or a pronoun for them, and what they do."""
    before = _behind_whom(passage, token)
    if before < 0:
        return False
    if passage.lower[before] in _WHO:
        return True
    head = passage.heads[before] if passage.deps[before] == "conj" else before
    return passage.tags[head] in NOUNS and passage.child(head, "cc") is not None and passage.deps[before] == "conj"


def _behind_whom(passage: Passage, token: int) -> int:
    """The token before "both" and the "have" or "are" that goes before it."""
    before = token - 1
    while before > 0 and (passage.deps[before] in ("aux", "auxpass") or passage.lower[before : before + 1] in _ARE):
        before -= 1
    return before


def _joins(passage: Passage, token: int) -> bool:
    """As in "both feigned and real": an "and" goes with it, and joins what stands right behind "both"."""
    for at in range(token + 2, min(len(passage), token + FARTHEST)):
        if passage.words[at] in (".", ";"):
            return False
        if passage.lower[at] == "and":
            low, _ = passage.subtree(passage.heads[at])
            if token <= low <= token + 1 or passage.heads[at] == token + 1:
                return True
    return False


def _unit(passage: Passage, token: int, earlier: list[Candidate]) -> str | None:
    """What the two are: the plural before "who", people named right before, what was counted as two, or people."""
    head = passage.heads[passage.heads[token]]
    if passage.lower[token - 1 : token] in (["who"], ["which"], ["that"]) and passage.tags[head] == "NNS":
        return noun_name(passage, head)
    if named := _named(passage, _behind_whom(passage, token)):
        return named
    for count in reversed(earlier):
        if passage.number - count.passage.number > NEAR:
            break
        before = count.passage is not passage or count.start < passage.starts[token]
        if before and count.amount == "2" and count.unit not in (None, "time"):
            return count.unit
    if passage.deps[token] in ("dobj", "pobj") or passage.lower[token + 1 : token + 3] == ["of", "which"]:
        return None
    place = passage.sentence_of[token]
    low, high = passage.sentences[max(0, place - 1)][0], passage.sentences[place][1]
    return "person" if sum(e.type == "PERSON" and low <= e.low < high for e in passage.entities) > 1 else None


def _named(passage: Passage, last: int) -> str | None:
    """What the two are whose second name ends at this token: what they are of, people, countries or indexes."""
    if last < 1 or passage.deps[last] != "conj":
        return None
    first = passage.heads[last]
    of = passage.heads[passage.heads[first]]
    if passage.deps[first] == "pobj" and passage.tags[of] == "NNS":  # "teams from Peru and Chile both left"
        return noun_name(passage, of)
    names = [entity for at in (first, last) if (entity := passage.entity_at[at])]
    if passage.entity_of[last] == "PERSON":
        return "person"
    if names and all(country_of(passage.slice(entity.low, entity.high).removeprefix("the ")) for entity in names):
        return "country"
    return "index" if passage.lower[last] in words("markets", "indexes") else None


def _of_two(passage: Passage, low: int, high: int, unit: str | None) -> Candidate:
    start = passage.starts[low]
    return Candidate(
        Kind.COUNT,
        passage,
        start,
        passage.ends[high - 1],
        "a word that counts",
        amount="2",
        unit=unit,
        bound=Bound.EXACTLY,
        figure=(start, passage.ends[low]),
        noun=(low + 1, high) if high > low + 1 else None,
        readings=[Reading("amount", passage.words[low], "a word that counts")],
    )
