"""Statements: sentences that can be checked but hold no other claim."""

from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

FEWEST_TOKENS = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_WRITER = frozenset({"We", "we", "Our", "our", "us", "ours", "You", "you", "Your", "your"})
"""Words by which a writer speaks for themselves or to the reader."""
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
    tags, said = passage.tags[low:high], passage.lower[low:high]
    will = any(tag == "MD" and word in ("will", "must", "can") for tag, word in zip(tags, said, strict=True))
    if _FINITE.isdisjoint(tags) and not will:
        return False
    if said[0] in ("i", "let") or not _WRITER.isdisjoint(passage.words[low:high]):
        return False
    if not words("worth", "opinion").isdisjoint(said):
        return False
    return tags[0] in ("DT", "NNS", "NN", "NNP", "PRP") or not _NAMED.isdisjoint(passage.entity_of[low:high])
