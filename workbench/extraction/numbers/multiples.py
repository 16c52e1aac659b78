"""How many times over, said without a number: "tripled", "sixfold", "twice as many", "double the price"."""

from collections.abc import Iterator
from functools import cache

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.hedges import hedge_before
from workbench.extraction.text.passage import VERBS, Passage

_COMPARED = ("the", "that", "what", "its", "their", "his", "her", "our", "my", "your")
"""Words behind "twice" and "double" that lead to what they are held against."""


@cache
def _times_over() -> frozenset[str]:
    return words("numbers", "multiples") | words("numbers", "multiplying") | words("numbers", "times")


def find(passage: Passage) -> Iterator[tuple[None, Candidate]]:
    """A measure in times for each word that multiplies, and for each that compares."""
    if _times_over().isdisjoint(passage.spelled):
        return
    for token, word in enumerate(passage.lower):
        worth = _worth(passage, token, word)
        behind = [word for word in passage.lower[token + 1 : token + 3] if word != "-"]
        if worth is not None and behind[:1] != ["down"]:
            yield None, _candidate(passage, token, worth)


def compares(passage: Passage, token: int) -> bool:
    """As in "twice as many", "twice the size", "twice what it was": a comparison; no "twice that year"."""
    after = passage.lower[token + 1 : token + 3]
    if after[:1] == ["as"]:
        return passage.tags[token + 2 : token + 3] in (["JJ"], ["RB"])
    if passage.tags[token + 3 : token + 4] == ["POS"]:
        return True
    if not after or after[0] not in _COMPARED or (after[1:] and after[1] in words("ranks", "times")):
        return False
    return after[0] == "what" or passage.tags[passage.heads[token]] not in VERBS


def _worth(passage: Passage, token: int, word: str) -> int | None:
    lists = table("numbers")
    if (worth := lists["multiples"].get(word)) is not None:
        return int(worth)
    if (worth := lists["multiplying"].get(word)) is not None:
        verb = passage.tags[token] in ("VB", "VBP", "VBZ")
        against = passage.lower[token + 1 : token + 2]
        return int(worth) if verb or (against and against[0] in _COMPARED) else None
    worth = lists["times"].get(word) if word != "once" else None
    return int(worth) if worth is not None and compares(passage, token) else None


def _candidate(passage: Passage, token: int, worth: int) -> Candidate:
    start, end = passage.starts[token], passage.ends[token]
    bound, hedge_start, hedge = hedge_before(passage, start) or (Bound.EXACTLY, start, "")
    return Candidate(
        Kind.MEASURE,
        passage,
        start if bound is Bound.EXACTLY else hedge_start,
        end,
        "a word for how many times over",
        amount=str(worth),
        unit="times",
        bound=bound,
        figure=(start, end),
        readings=[
            Reading("amount", passage.lower[token], "a word for how many times over"),
            Reading("bound", hedge, "words before it"),
        ],
    )
