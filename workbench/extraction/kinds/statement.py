"""Statements: sentences that can be checked but hold no other claim."""

from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

FEWEST_TOKENS = 4
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"})


def find(passage: Passage, taken: set[int]) -> Iterator[Candidate]:
    """A candidate for each sentence of the passage that is not in `taken` (places of sentences with claims)."""
    for place, (low, high) in enumerate(passage.sentences):
        if place in taken or not checkable(passage, low, high):
            continue
        start, end = passage.starts[low], passage.ends[high - 1]
        yield Candidate(Kind.STATEMENT, passage, start, end, "a checkable sentence without another claim")


def checkable(passage: Passage, low: int, high: int) -> bool:
    """Whether the sentence asserts something of somebody: a verb in the indicative, no question, no mere opinion."""
    if high - low < FEWEST_TOKENS or passage.words[high - 1] == "?":
        return False
    finite = any(
        passage.tags[t] in ("VBD", "VBZ", "VBP")
        or (passage.tags[t] == "MD" and passage.lower[t] in ("will", "must", "can"))
        for t in range(low, high)
    )
    if (
        not finite
        or any(passage.lower[t] in words("worth", "opinion") for t in range(low, high))
        or passage.lower[low] in ("i", "we", "you", "let")
    ):
        return False
    named = any(passage.entity_of[t] in _NAMED for t in range(low, high))
    return named or passage.tags[low] in ("DT", "NNS", "NN", "NNP", "PRP")
