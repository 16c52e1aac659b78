"""How a speaker without a name is spelled: the bare description, without how many there are and who asked them."""

import re

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

LONGEST = 12
"""Most words of a speaker that is described and not named."""
_DANGLING = ("IN", "DT", "CC")
_LEADING = (",", "CC", "IN", "RB", "``")
_ENDING = (",", ":", "WP", "WDT", "-LRB-", "VBD", "VBZ", "VBP", "``", "PRP")


def spelled(passage: Passage, low: int, high: int, head: int) -> str:
    """The words of a speaker up to the first clause or comma; names in "of"-phrases stay."""
    end = head + 1
    while end < high and end - low < LONGEST and not _ends(passage, end):
        end += 1
    while end > head + 1 and (passage.tags[end - 1] in _DANGLING or passage.entity_of[end - 1] in ("DATE", "TIME")):
        end -= 1
        # Of "sources close to them" there are left sources.
        end -= end > head + 1 and passage.tags[end - 1] == "JJ" and passage.tags[end + 1 : end + 2] == ["PRP"]
    start = low
    while start < head and (passage.tags[start] in _LEADING or passage.lower[start - 1 : start + 1] == ["at", "least"]):
        start += 1
    left_out = {*_counted(passage, start, head), *_issued(passage, head, end), *_introduced(passage, head, end)}
    spoken = [passage.prose[passage.starts[t] : passage.ends[t]] for t in range(start, end)]
    if passage.lower[start : start + 2] == ["one", "of"]:
        spoken[head - start] = singular(passage.words[head])
    spaced = [*(passage.starts[t] > passage.ends[t - 1] for t in range(start + 1, end)), False]
    kept = (
        word + " " * gap for t, word, gap in zip(range(start, end), spoken, spaced, strict=True) if t not in left_out
    )
    return re.sub(r"['’]s?$", "", re.sub(r"[\[\]]", "", "".join(kept)).strip(' "“”,'))


def _ends(passage: Passage, token: int) -> bool:
    """Whether a clause, a comma or who asked them begins here: "sailors interviewed for this story"."""
    asked = passage.tags[token] == "VBN" and passage.lower[token] in words("speech", "speakers.asked")
    return asked or passage.tags[token] in _ENDING


def _counted(passage: Passage, start: int, head: int) -> range:
    """The tokens that say how many there are, or of how many it is one: "the 10 sailors", "one of the officials"."""
    if passage.lower[start : start + 2] == ["one", "of"]:
        kept = (t for t in range(start + 2, head) if passage.tags[t] not in ("DT", "PRP$", "CD"))
        return range(start, next(kept, head))
    low = start + (passage.tags[start] == "DT" and passage.entity_of[start] != "CARDINAL")
    high = low
    while high < head and passage.entity_of[high] == "CARDINAL":
        high += 1
    several = passage.tags[head] == "NNS" or passage.lower[high - 1] == "one"
    whole = several and high > low and passage.words[high] not in ("-", "percent", "%", "in", "of", "out")
    return range(low, high) if whole else range(0)


def _issued(passage: Passage, head: int, end: int) -> range:
    """The tokens that say when it came out: "a study published on Monday in Harbour Affairs"."""
    last = head + 1
    while last < end and (passage.entity_of[last] == "DATE" or passage.lower[last] in ("published", "released", "on")):
        last += 1
    return range(head + 1, last) if last < end and passage.lower[last] == "in" else range(0)


def _introduced(passage: Passage, head: int, end: int) -> range:
    """The tokens that only say what the body named behind them is: "a study in the journal Harbour Affairs"."""
    for body in passage.entities:
        low = body.low
        while low > head + 1 and (passage.tags[low - 1] in ("NN", "JJ", "HYPH") or passage.lower[low - 1] == "the"):
            low -= 1
        leads = head < low < body.low < end and passage.tags[low - 1] == "IN" and passage.lower[low] == "the"
        if leads and passage.lower[body.low - 1] in words("bodies", "societies"):
            return range(low, body.low)
    return range(0)
