"""Ranks: ordinals and superlatives that a source could show to be right or wrong."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import words
from workbench.extraction.nouns import Phrase, phrase_from
from workbench.extraction.passage import Passage

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_TIME_NOUNS = frozenset(
    {
        "night",
        "week",
        "month",
        "year",
        "weekend",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "summer",
        "winter",
        "spring",
        "fall",
        "autumn",
        "century",
        "decade",
        "quarter",
        "half",
        "minute",
        "hour",
        "day",
        "days",
        "weeks",
        "months",
        "years",
        "hours",
        "minutes",
        "decades",
    }
)
_SCOPE = ("in", "since", "of", "ever", "on", "to", "for", "among")
LONGEST_SCOPE = 10


def find(passage: Passage, closed: list[tuple[int, int]]) -> Iterator[Candidate]:
    """A candidate for each ordinal, superlative and record outside `closed` (character ranges of dates and figures)."""
    done = -1
    for token in range(len(passage)):
        if token < done or not _may_rank(passage.lower[token], passage.tags[token]):
            continue
        if any(low < passage.ends[token] and passage.starts[token] < high for low, high in closed):
            continue
        rule = _rule(passage, token)
        phrase = _phrase(passage, token) if rule else None
        if rule is None or (phrase is None and rule != "a record"):
            continue
        low = _with_lead(passage, token)
        high = phrase.high if phrase else token + 1
        high = _with_scope(passage, high)
        done = high
        yield Candidate(
            Kind.RANK,
            passage,
            passage.starts[low],
            passage.ends[high - 1],
            rule,
            figure=(passage.starts[token], passage.ends[token]),
            noun=(phrase.low, phrase.high) if phrase else None,
        )


def _may_rank(word: str, tag: str) -> bool:
    """A quick look that spares the longer ones for nearly all words."""
    return tag in ("JJS", "RBS") or word in _ranking() or word[:1].isdigit()


@cache
def _ranking() -> frozenset[str]:
    return words("numbers", "ordinals") | words("ranks", "counted") | {"record", "records", "most", "least"}


def _rule(passage: Passage, token: int) -> str | None:
    word = passage.lower[token]
    after = passage.lower[token + 1] if token + 1 < len(passage) else ""
    if after in words("ranks", "not_before"):
        return None
    if word in words("numbers", "ordinals") or _ORDINAL.fullmatch(word):
        return "an ordinal before its noun" if _places(passage, token) else None
    if _is_superlative(passage, token):
        return "a superlative"
    if _is_record(passage, token, after):
        return "a record"
    return "a word that places" if _is_placing(passage, token, after) else None


def _before(passage: Passage, token: int) -> str:
    return passage.lower[token - 1] if token else ""


def _is_superlative(passage: Passage, token: int) -> bool:
    word, tag, before = passage.lower[token], passage.tags[token], _before(passage, token)
    if tag == "JJS" and word not in ("least", "most", "latest"):
        return before != "at"
    following = passage.tags[token + 1] if token + 1 < len(passage) else "."
    if word in ("most", "least") and tag == "RBS" and following in ("JJ", "VBN"):
        return before in words("ranks", "before_most")
    return word == "most" and before == "the" and following in ("NNS", "NN")


def _is_record(passage: Passage, token: int, after: str) -> bool:
    word, before = passage.lower[token], _before(passage, token)
    if before in ("world", "national", "olympic") and word in ("record", "records"):
        return True
    return (
        word == "record"
        and before not in ("off", "on")
        and (after in words("ranks", "record_nouns") or passage.tags[token] == "JJ")
    )


def _is_placing(passage: Passage, token: int, after: str) -> bool:
    if passage.lower[token] not in words("ranks", "counted") or passage.tags[token] not in ("JJ", "NN"):
        return False
    return _before(passage, token) in ("the", "his", "her", "its", "their", "a") and after not in _TIME_NOUNS | words(
        "ranks", "idle_after"
    )


def _places(passage: Passage, token: int) -> bool:
    """Whether an ordinal has a noun of its own here, and is no list item, share, date or unit of time."""
    before, after = _before(passage, token), passage.lower[token + 1] if token + 1 < len(passage) else ""
    if (
        passage.tags[token] not in ("JJ", "NN", "CD", "RB", "NNP")
        or after in _TIME_NOUNS
        or after in ("two", "three", "few", "four", "five", "six", "ten")
    ):
        return False
    if (
        passage.words[token][0].isupper()
        and passage.lower[token][0].isalpha()
        and token
        and passage.tags[token] == "NNP"
    ):
        return False
    if (
        before in ("at", "a", "one", "two")
        and passage.lower[token] in ("third", "quarter", "fifth", "second", "first")
        and before != "a"
    ):
        return False
    if passage.tags[token] == "RB":
        return (
            passage.lower[token] == "first"
            and token + 1 < len(passage)
            and passage.tags[token + 1] in ("VBN", "VBD")
            and passage.lower[token + 1]
            in ("identified", "discovered", "detected", "reported", "observed", "recorded", "elected", "launched")
        )
    return not (
        passage.words[token + 1 : token + 2] == [","] and passage.sentences[passage.sentence_of[token]][0] == token
    )


def _phrase(passage: Passage, token: int) -> Phrase | None:
    start = token + 1
    while start < len(passage) and passage.words[start] in ("-", "–") and start - token < 4:
        start += 1
    if start >= len(passage):
        return None
    if passage.tags[token] == "RB":
        return Phrase(start, start + 1, start)
    return (
        phrase_from(passage, start)
        if passage.tags[start]
        in ("NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "VBN", "VBG", "HYPH", "CD", "``", "RBS", "RB")
        else _partitive(passage, token)
    )


def _partitive(passage: Passage, token: int) -> Phrase | None:
    """As in "the first of its kind", "the largest in history": the scope stands for the noun."""
    after = passage.lower[token + 1] if token + 1 < len(passage) else ""
    return (
        Phrase(token, token + 1, token)
        if after in _SCOPE and token and passage.lower[token - 1] in ("the", "its", "their")
        else None
    )


def _with_lead(passage: Passage, token: int) -> int:
    """From "one of the", "among the", "the", "a" on; adverbs and other adjectives before the rank come along."""
    low = token
    while low > 0 and (
        passage.tags[low - 1] in ("JJ", "NN", "RB", "HYPH", "RBS", "CD", "VBN", "NNP")
        and passage.heads[low - 1] >= token - 1
        and passage.heads[low - 1] <= token + 6
        and passage.deps[low - 1] in ("amod", "compound", "advmod", "punct", "nummod", "npadvmod", "nmod")
    ):
        low -= 1
    if low > 1 and passage.tags[low - 1] == "POS":
        low = min(low - 2, passage.subtree(passage.heads[low - 1])[0])
    if low > 0 and passage.lower[low - 1] in ("the", "a", "an", "its", "his", "her", "their", "our"):
        low -= 1
        if low > 1 and passage.lower[low - 2 : low] == ["one", "of"]:
            return low - 2
        if low > 0 and passage.lower[low - 1] == "among":
            return low - 1
    return low


def _with_scope(passage: Passage, high: int) -> int:
    """Up to the end of "in the world", "since 1973", "ever recorded"."""
    if high < len(passage) and passage.lower[high] in ("in", "since", "ever", "of", "on"):
        end = high + 1
        while (
            end < len(passage)
            and end - high < LONGEST_SCOPE
            and passage.tags[end] in ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "PRP$", "VBN")
        ) or (end < len(passage) and passage.lower[end] in ("in", "of") and end - high < 6):
            end += 1
        while end > high and passage.lower[end - 1] in ("in", "of", "the", "a"):
            end -= 1
        return end if end > high + 1 or passage.lower[high] == "ever" else high
    return high
