"""What marks enclose that is no quotation: a word or two, and the titles of works."""

import re

from workbench.extraction.text.passage import Passage

FEWEST_WORDS = 3
"""Fewest words in marks that are a quotation."""
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_TITLE_BEFORE = re.compile(
    r"\b(?:titled|entitled|called|named|dubbed|headlined|nicknamed|book|film|movie|song|album|show|series|"
    r"play|novel|headline|hashtag|episode|single|known\s+as|term|word|phrase)\s*,?\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(("of", "the", "a", "and", "in", "to", "for", "on", "with", "this"))
"""Words that stand in a title without a capital."""
_BEFORE_TITLE = frozenset(
    ("on", "of", "in", "with", "for", "from", "podcast", "program", "programme", "called", "titled")
)


def is_short(inner: str) -> bool:
    """Whether the marks enclose too few words to be a quotation."""
    return len(_WORD.findall(inner)) < FEWEST_WORDS


def is_title(passage: Passage, start: int, end: int, alone: bool) -> bool:
    """Whether the marks enclose the title of a work; `alone` where no cue leads to them."""
    inner = passage.text[start:end]
    named = _TITLE_BEFORE.search(passage.text[max(0, start - 30) : start - 1]) is not None
    if alone and named:
        return True
    stop = inner.rstrip(".")
    small = [w for w in stop.split() if w[0].isalpha() and w.lower() not in _SMALL]
    titled = len(small) > 1 and all(w[0].isupper() for w in small)
    if stop != inner and titled:
        # American papers put the sentence's own stop inside the marks: "she said on “Meet the Sea.”"
        before = passage.text[: start - 1].rstrip().rpartition(" ")[2].lower()
        return named or before in _BEFORE_TITLE or before.endswith(("'s", "’s"))
    return titled and (alone or len(small) < 7) and inner[-1] not in ".!?"
