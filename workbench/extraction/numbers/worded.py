"""Counts that hold no number: "a pair of robbers", "elected twice", "three crew members and no passengers"."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.nouns import noun_name, phrase_from
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers import multiples
from workbench.extraction.text.passage import Passage


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


_COUNTING = frozenset({"once", "twice", "thrice"})


def find(passage: Passage) -> Iterator[Candidate]:
    """As in "elected twice": counts that hold no number."""
    if _COUNTING.isdisjoint(passage.spelled):
        return
    for token, word in enumerate(passage.lower):
        if word == "once" and _beside_twice(passage, token):
            yield _of_words(passage, token, token + 1, "1", "time")
        elif word in ("twice", "thrice") and not multiples.compares(passage, token):
            yield _of_words(passage, token, token + 1, "2" if word == "twice" else "3", "time")


def _beside_twice(passage: Passage, token: int) -> bool:
    low, high = passage.sentences[passage.sentence_of[token]]
    return "twice" in passage.lower[low:high] and passage.lower[token + 1 : token + 2] != ["again"]


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
