"""Counts that hold no number: "both bridges", "elected twice", "three crew members and no passengers"."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.nouns import Phrase, noun_name, phrase_from
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import VERBS, Passage


def none_in_a_row(passage: Passage, found: list[Candidate]) -> Iterator[Candidate]:
    """As in "no passengers" counts as zero right behind another count."""
    for count in found:
        behind = re.match(r"(?:,)?\s+(?:and|but)\s+(no\s+)", passage.text[count.end :])
        if behind:
            start = count.end + behind.start(1)
            phrase = phrase_from(passage, passage.token_at(count.end + behind.end() - 1) + 1)
            if phrase and passage.lower[phrase.head] != "one":
                yield Candidate(
                    Kind.COUNT,
                    passage,
                    start,
                    passage.ends[phrase.high - 1],
                    '"no" beside another count',
                    amount="0",
                    unit=noun_name(passage, phrase.head),
                    bound=Bound.EXACTLY,
                    figure=(start, start + 2),
                    noun=(phrase.low, phrase.high),
                )


def groups(passage: Passage) -> Iterator[Candidate]:
    """As in "a pair of robbers", "a trio of laws"; "a pair of shoes" is one thing."""
    sizes: dict[str, int] = table("numbers")["groups"]
    if sizes.keys().isdisjoint(passage.spelled):
        return
    for token, word in enumerate(passage.lower):
        if word not in sizes or passage.lower[token + 1 : token + 2] != ["of"] or passage.tags[token - 1] == "CD":
            continue
        phrase = phrase_from(passage, token + 2) if token + 2 < len(passage) else None
        if phrase and passage.tags[phrase.head] == "NNS":
            noun = noun_name(passage, phrase.head)
            if noun not in words("numbers", "paired"):
                yield _of_words(passage, token, phrase.high, str(sizes[word]), noun)


_OPENING = (".", ",", ":", "CC", "IN", "``", "''")
"""Tags of what stands before a subject."""
_COUNTING = frozenset({"both", "once", "twice", "thrice"})


def find(passage: Passage, earlier: list[Candidate]) -> Iterator[Candidate]:
    """As in "both bridges" and "elected twice": counts that hold no number."""
    if _COUNTING.isdisjoint(passage.spelled):
        return
    units, earlier = [c.unit for c in earlier if c.unit], [*earlier]
    for token, word in enumerate(passage.lower):
        phrase = _behind_both(passage, token) if word == "both" else None
        if word == "both" and _stands_for_two(passage, token):
            yield _of_words(passage, token, token + 1, "2", _unit_of_both(passage, token, earlier))
            continue
        if phrase and _of_verb(passage, token, phrase):
            continue
        if phrase and passage.tags[phrase.head] == "NNS" and passage.lower[phrase.high : phrase.high + 1] != ["and"]:
            earlier.append(_of_words(passage, token, phrase.high, "2", noun_name(passage, phrase.head)))
            yield earlier[-1]
        elif word == "both" and passage.lower[token + 1 : token + 3] == ["of", "them"] and units:
            yield _of_words(passage, token, token + 3, "2", units[-1])
        elif word == "once" and _beside_twice(passage, token):
            yield _of_words(passage, token, token + 1, "1", "time")
        elif word in ("twice", "thrice") and not _compares(passage, token):
            yield _of_words(passage, token, token + 1, "2" if word == "twice" else "3", "time")


def _behind_both(passage: Passage, token: int) -> Phrase | None:
    """The noun phrase behind "both" or "both of the"."""
    behind = passage.lower[token + 1 : token + 3]
    low = token + 3 if behind[:1] == ["of"] and behind[1:] != ["them"] else token + 1
    return phrase_from(passage, low) if low < len(passage) else None


def _stands_for_two(passage: Passage, token: int) -> bool:
    """As in "both served terms": the subject itself, no "both he and she", no "the houses both pass it"."""
    before, behind = passage.tags[token - 1] if token else ".", passage.tags[token + 1 : token + 2]
    subject = passage.deps[token] in ("nsubj", "nsubjpass") and passage.child(token, "conj") is None
    return subject and before in _OPENING and behind in (["VBD"], ["VBP"], ["MD"])


def _unit_of_both(passage: Passage, token: int, earlier: list[Candidate]) -> str | None:
    """What was counted as two before, else people where this sentence or the one before names two."""
    for count in reversed(earlier):
        before = count.passage is not passage or count.start < passage.starts[token]
        if before and count.amount == "2" and count.unit not in (None, "time"):
            return count.unit
    place = passage.sentence_of[token]
    low, high = passage.sentences[max(0, place - 1)][0], passage.sentences[place][1]
    return "person" if sum(e.type == "PERSON" and low <= e.low < high for e in passage.entities) > 1 else None


def _of_verb(passage: Passage, token: int, phrase: Phrase) -> bool:
    """As in "both served terms", "have both collected fees": "both" stands for a noun, or beside a verb."""
    return passage.tags[token + 1] in VERBS and passage.heads[token] != phrase.head


def _beside_twice(passage: Passage, token: int) -> bool:
    low, high = passage.sentences[passage.sentence_of[token]]
    return "twice" in passage.lower[low:high] and passage.lower[token + 1 : token + 2] != ["again"]


def _compares(passage: Passage, token: int) -> bool:
    """As in "twice as many", "twice the size": a comparison, no count."""
    after = passage.lower[token + 1 : token + 3]
    return after[:1] in (["the"], ["that"]) or (
        after[:1] == ["as"] and passage.tags[token + 2 : token + 3] in (["JJ"], ["RB"])
    )


def _of_words(passage: Passage, low: int, high: int, amount: str, unit: str | None) -> Candidate:
    start, end = passage.starts[low], passage.ends[high - 1]
    return Candidate(
        Kind.COUNT,
        passage,
        start,
        end,
        "a word that counts",
        amount=amount,
        unit=unit,
        bound=Bound.EXACTLY,
        figure=(start, passage.ends[low]),
        noun=(low + 1, high) if high > low + 1 else None,
        readings=[Reading("amount", passage.words[low], "a word that counts")],
    )
