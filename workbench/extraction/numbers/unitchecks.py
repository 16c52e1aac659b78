"""Whether a word behind a number that looks like a unit is none: "one day he came", "two stories", "5 laps"."""

import re

from workbench.domain.claim import Bound
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.text.passage import NOUNS, Passage

_CLAUSES = (["VB"], ["VBD"], ["PRP"], ["MD"], ["DT"], [","], ["NNP"])
"""Tags of what stands behind "one day" where it says when and not how long."""


def is_some_day(passage: Passage, figure: Figure, end: int) -> bool:
    """As in "will one day be", "to one day be", "came to the hut one day and sang": no length of time."""
    token, behind = passage.token_at(figure.start), passage.token_at(end - 1) + 1
    tags = passage.tags[behind : behind + 1]
    if figure.bound is not Bound.EXACTLY or figure.hedge:
        return False
    before = passage.tags[token - 1] if token else ""
    if passage.lower[token - 1 : token] == ["to"] and tags == ["VB"]:
        return True
    led = before in ("IN", "TO", "JJ", "VB") and passage.lower[token - 1] not in ("if", "that", "when")
    if passage.text[figure.end : figure.end + 1] == "-" or led:
        return False
    return before == "MD" or (tags == ["CC"] and before in NOUNS) or tags[:1] in _CLAUSES


def is_no_unit(passage: Passage, figure: Figure, written: str, end: int) -> bool:
    """Words that are units only sometimes: "two seconds" but not "a second", "stone walls", "stories" of a paper."""
    after = passage.text[end : end + 14].lower()
    if written in ("in.", "second") and figure.low.value != 1:
        return written != "second" or passage.text[figure.end : figure.end + 1] != "-"
    if written in ("stories", "story"):
        return passage.text[figure.end : figure.end + 1] != "-" and not after.startswith((" tall", " high"))
    if written in ("yard", "degree", "degrees", "lap", "laps"):
        return after.startswith((" murder", " assault", " or another"))
    return written in ("stone", "night", "day", "minute") and bool(re.match(r"\s+[A-Z]", after))
