"""Which words a cue reports where quotation marks stand among them."""

import re

from workbench.extraction.lexicon import words
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.report import ASTRAY, IN_FRONT, NOUN_PHRASE, PASSIVE, PROMISE
from workbench.extraction.text.passage import VERBS, Passage

FEWEST_WORDS = 3
"""Fewest words in marks that are a quotation of their own."""
FEWEST_OUTSIDE = 2
FEWEST_CHARACTERS = 8
_SHUTTING = ('"', "”", "’", "'", "»", "“")
_EMPTY = frozenset(
    ["there", "is", "was", "are", "were", "be", "been", "has", "had", "have", "that", "the", "a", "an", "to", "and"]
)
_TRAILING = re.compile(r"(?:[\s,;:—–-]|\b(?:and|that|but|as|of|to|the|a|is|was|are|were|will)\b)+$", re.IGNORECASE)
_OBJECTS = ("dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "pobj")
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG")


def outside(passage: Passage, spans: list[tuple[int, int]], cue: Cue) -> tuple[int, int] | None:
    """The characters of what is reported.

    A clause that is complete before a quotation of three words or more stops there. Where a quotation is most of it, or
    hardly more than a subject stands outside the marks, the quotation is the claim (None); else it runs through them.
    """
    if cue.low is None or cue.high is None or cue.low >= cue.high:
        return None
    first = next((t for t in range(cue.low, cue.high) if passage.words[t] not in (",", ":")), cue.low)
    start, end = passage.starts[first], passage.ends[cue.high - 1]
    if any(a < start < b or (a - 1 <= start and end <= b + 1) for a, b in spans) or _is_speaker(passage, cue):
        return None
    inner = [(a, b) for a, b in spans if start <= a < end and len(passage.text[a:b].split()) >= FEWEST_WORDS]
    if inner and _complete(passage, cue.low, inner[0], cue.rule == PROMISE):
        end = inner[0][0] - 1
    elif inner and _is_quotation(passage, cue, inner, (start, end)):
        return None
    stretch = _trimmed(passage, cue, start, end)
    return None if stretch is None else (stretch[0], _shut(passage.text, spans, *stretch))


def _shut(text: str, spans: list[tuple[int, int]], start: int, end: int) -> int:
    """The end behind the mark that closes a quotation, where the stretch holds all its words."""
    mark = next((high for low, high in spans if start < low < end <= high), len(text))
    shuts = text[mark : mark + 1] in _SHUTTING and not any(char.isalnum() for char in text[end:mark])
    return mark + 1 if shuts else end


def _is_speaker(passage: Passage, cue: Cue) -> bool:
    """Whether what is read as reported says who spoke the quotation right before, or where.

    As in "“…,” said X commenting on Y", "“…,” X said in an interview aired on Monday".
    """
    low, high = cue.speaker or (0, 0)
    loose = cue.rule is ASTRAY or passage.tags[cue.low or 0] in ("VBD", "VBN")
    if loose and low and cue.low != cue.token + 1 and _follows_marks(passage, min(low, cue.token)):
        return True
    inside = cue.low is not None and cue.high is not None and cue.token < cue.low <= low < high <= cue.high
    return inside and passage.words[cue.token - 1] in ('"', "”", "’", "'")


def _follows_marks(passage: Passage, token: int) -> bool:
    """Whether the token stands right behind a quotation that ends in a comma: "“…,” X"."""
    return token > 1 and passage.words[token - 1] in ('"', "”", "’", "'") and passage.words[token - 2] == ","


def _trimmed(passage: Passage, cue: Cue, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without what trails it, where enough of a clause is left."""
    text = passage.text[start:end]
    whole = cue.high is not None and end == passage.ends[cue.high - 1]
    text = text.rstrip(" ,;:") if whole else _TRAILING.sub("", text.rstrip(" \"“'"))
    low, high = passage.tokens_in(start, start + len(text)) if text else (0, 0)
    finite = cue.rule in (NOUN_PHRASE, PASSIVE) or any(
        passage.tags[t] in _FINITE or passage.deps[t] == "nsubj" for t in range(low, high)
    )
    return (start, start + len(text)) if finite and len(text) >= FEWEST_CHARACTERS else None


def _complete(passage: Passage, low: int, quotation: tuple[int, int], promise: bool) -> bool:
    """Whether the words up to the marks are a clause by themselves: a verb, and no subject or link left hanging."""
    if _completes(passage, quotation):
        return False
    high = passage.token_at(quotation[0] - 1)
    while high > low and passage.words[high] in ('"', "“", "'", "‘", ","):
        high -= 1
    if passage.tags[high] == "CC":
        high -= 1
    elif _hangs(passage, high):
        return False
    if passage.tags[high] not in ("NN", "NNS", "NNP", "NNPS", "RB", "VBN", "CD", "VB", "PRP", "RP"):
        return False
    outside = range(low, high + 1)
    verbs = [t for t in outside if passage.tags[t] in ("VBD", "VBZ", "VBP", "MD", *(["VB"] if promise else []))]
    hanging = passage.deps[high] in ("nsubj", "nsubjpass", "aux", "auxpass") and passage.heads[high] > high
    return bool(verbs) and not hanging


def _completes(passage: Passage, quotation: tuple[int, int]) -> bool:
    """Whether a verb outside waits for what stands in the marks: "the town has begun “to mend its bridges”"."""
    low, high = passage.tokens_in(*quotation)
    if passage.tags[low] == "WDT":
        # "It would buy boats “that will last”": a relative, whatever the parser hangs it on.
        return False
    outer = [t for t in range(low, high) if not low <= passage.heads[t] < high]
    return any(passage.deps[t] in _OBJECTS and passage.heads[t] < low for t in outer)


def _is_quotation(passage: Passage, cue: Cue, inner: list[tuple[int, int]], whole: tuple[int, int]) -> bool:
    start, end = whole
    if cue.rule == IN_FRONT and inner[0][0] == start + 1 and passage.text[: inner[0][1]].endswith(","):
        return True
    if 2 * max(high - low for low, high in inner) > end - start and not _says_more(passage, cue, inner):
        return True
    return _outer_words(passage, cue, inner) < FEWEST_OUTSIDE


def _main_verb(passage: Passage, cue: Cue) -> int | None:
    """The verb of what is reported that hangs on nothing in it."""
    low, high = cue.low or 0, cue.high or 0
    outer = (t for t in range(low, high) if passage.heads[t] == t or not low <= passage.heads[t] < high)
    return next((t for t in outer if passage.tags[t] in VERBS), None)


def _in_any(passage: Passage, token: int, inner: list[tuple[int, int]]) -> bool:
    return any(a <= passage.starts[token] < b for a, b in inner)


def _says_more(passage: Passage, cue: Cue, inner: list[tuple[int, int]]) -> bool:
    """Whether the main verb stands outside the marks and says something: "he refused “to let them in”"."""
    verb = _main_verb(passage, cue)
    if verb is None or passage.starts[cue.low or 0] == inner[0][0] - 1:
        return False
    return not _in_any(passage, verb, inner) and passage.lower[verb] not in words("speech", "waiting")


def _hangs(passage: Passage, last: int) -> bool:
    """Whether the words end in a form of "be" or a "not" that waits for the rest: "the bridge will be “…"."""
    while last > 0 and passage.tags[last] == "RB":
        last -= 1
    return passage.lower[last] in words("speech", "waiting")


def _outer_words(passage: Passage, cue: Cue, inner: list[tuple[int, int]]) -> int:
    """How many words of the clause stand outside the marks, forms of "be" and other small ones left out."""
    inside = {t for a, b in inner for t in range(*passage.tokens_in(a, b))}
    return sum(
        1
        for t in range(cue.low or 0, cue.high or 0)
        if t not in inside and passage.words[t][0].isalnum() and passage.lower[t] not in _EMPTY
    )
