"""Ranks: ordinals and superlatives that a source could show to be right or wrong."""

from collections.abc import Iterator
from functools import cache

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.nouns import Phrase
from workbench.extraction.lexicon import words
from workbench.extraction.numbers.ordinals import A_TURN, numbered, place, turn, word_at
from workbench.extraction.numbers.records import peak_start, record
from workbench.extraction.numbers.superlatives import placing, superlative, unmatched
from workbench.extraction.text.passage import Passage
from workbench.extraction.text.spelled import FIGURE

LONGEST_SCOPE = 10
"""Most tokens that "in the world" or "since 1973" may have."""
_BEFORE = ("JJ", "NN", "RB", "HYPH", "RBS", "CD", "VBN", "NNP")
_INNER = ("amod", "compound", "advmod", "punct", "nummod", "npadvmod", "nmod")
_IN_SCOPE = ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "PRP$", "VBN")
_SUPERLATIVES = ("JJS", "RBS")
_OWNERS = ("the", "a", "an", "its", "his", "her", "their", "our", "this", "that")


def find(passage: Passage, closed: list[tuple[int, int]]) -> Iterator[Candidate]:
    """A candidate for each ordinal, superlative and record outside `closed` (character ranges of dates and figures)."""
    done = -1
    for token in _likely(passage):
        if token < done:
            continue
        if any(low < passage.ends[token] and passage.starts[token] < high for low, high in closed):
            continue
        placed = _placed(passage, token)
        if placed is None:
            continue
        rule, noun = placed
        done = max(token + 1, noun.high)
        if rule not in ("what came first", A_TURN):
            done = _with_scope(passage, done)
        yield Candidate(
            Kind.RANK,
            passage,
            passage.starts[_with_lead(passage, token)],
            passage.ends[done - 1],
            rule,
            figure=(passage.starts[token], passage.ends[token]),
            noun=(noun.low, noun.high) if noun.low > token else None,
        )


def _likely(passage: Passage) -> list[int]:
    """The tokens that may rank: a quick look that spares the longer ones for nearly all words."""
    ranking, tags = _ranking(), passage.tags
    compared = "than" in passage.spelled and not {"any", "anyone"}.isdisjoint(passage.spelled)
    raising = (*_SUPERLATIVES, "JJR", "RBR") if compared else _SUPERLATIVES
    more = FIGURE in passage.spelled or "iest" in passage.plain
    return [
        token
        for token, word in enumerate(passage.lower)
        if word in ranking or tags[token] in raising or (more and (word[0].isdigit() or word.endswith("iest")))
    ]


@cache
def _ranking() -> frozenset[str]:
    listed = (words("ranks", "counted"), words("ranks", "peaks"), words("ranks", "turns"), words("numbers", "ordinals"))
    return frozenset({"records", "most", "least", "number", "no", "no.", "#"}.union(*listed))


def _placed(passage: Passage, token: int) -> tuple[str, Phrase] | None:
    for reader in (place, numbered, turn, superlative, record, placing, unmatched):
        if placed := reader(passage, token):
            return placed
    return None


def _with_lead(passage: Passage, token: int) -> int:
    """From "one of the", "among the", "the", "a" on; adverbs and other adjectives before the rank come along."""
    # "all-time high", "ten-year low": whatever the parser makes of the words before, they are one.
    peak = peak_start(passage, token)
    low = token if peak is None else peak
    while low > 0 and (
        passage.tags[low - 1] in _BEFORE
        and token - 1 <= passage.heads[low - 1] <= token + 6
        and passage.deps[low - 1] in _INNER
    ):
        low -= 1
    if low > 1 and passage.tags[low - 1] == "POS":
        low = _owner(passage, low - 2)
    if low > 0 and passage.lower[low - 1] in _OWNERS and passage.tags[low - 1] in ("DT", "PRP$"):
        low -= 1
    if low > 1 and passage.lower[low - 2 : low] == ["one", "of"]:
        return low - 2
    return low - 1 if low > 0 and passage.lower[low - 1] == "among" else low


def _owner(passage: Passage, last: int) -> int:
    """Where the name or noun phrase that ends at this token starts: "the town" before "'s oldest house"."""
    low, lowest = last, passage.subtree(last)[0]
    while low > lowest and passage.tags[low - 1] in _IN_SCOPE:
        low -= 1
    return low


def _with_scope(passage: Passage, high: int) -> int:
    """Up to the end of "in the world", "since 1973", "ever recorded", "so far", "on record"."""
    word, after = word_at(passage, high), word_at(passage, high + 1)
    if word in ("on", "so"):
        return high + 2 if after in words("ranks", "scope_ends") else high
    if word not in ("in", "since", "ever", "of", "yet", "among"):
        return high
    end = high + 1
    while end < len(passage) and end - high < LONGEST_SCOPE and _goes_on(passage, high, end):
        end += 1
    while end > high and (passage.lower[end - 1] in ("in", "of", "the", "a", "an") or _hedges(passage, end - 1)):
        end -= 1
    if word == "since" and passage.tags[end : end + 1] in (["VBD"], ["VBZ"], ["VBN"]):
        # Only the start of a clause: "since Congress passed the act".
        return high
    return end if end > high + 1 or word in ("ever", "yet") else high


def _goes_on(passage: Passage, high: int, token: int) -> bool:
    if passage.lower[token] in words("numbers", "ordinals") or passage.tags[token] == "JJS":
        # Another rank: "the 30th anniversary of the first flight".
        return False
    if passage.lower[token] in ("in", "of"):
        return token - high < 6
    inner = passage.tags[token] == "VBG" and passage.deps[token] in ("amod", "compound")
    return inner or passage.tags[token] in _IN_SCOPE or _hedges(passage, token)


def _hedges(passage: Passage, token: int) -> bool:
    return passage.lower[token] in words("ranks", "hedges")
