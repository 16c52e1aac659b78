"""Reported statements: what somebody is said to have said, without quotation marks."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.grammar.verbforms import forms
from workbench.extraction.lexicon import words
from workbench.extraction.people.register import Register
from workbench.extraction.speech import speakers
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.report import ASTRAY, BEHIND, IN_FRONT, NOUN_PHRASE, PASSIVE, PROMISE
from workbench.extraction.text.passage import Passage

FEWEST_TOKENS = 3
FEWEST_OUTSIDE = 2
FEWEST_CHARACTERS = 8
_EMPTY = frozenset(["there", "is", "was", "are", "were", "be", "been", "has", "had", "have", "that", "the", "a", "an"])
_TRAILING = re.compile(r"(?:[\s,;:—–-]|\b(?:and|that|but|as|of|to|the|a|is|was|are|were|will)\b)+$", re.IGNORECASE)
_PERSONAL = ("promise", "threaten", "encourage")
"""What a thing does in another sense: "the storm threatens to …", "the course encourages …"."""
_TOLD = ("VBD", "VBZ", "VBP")
_OBJECTS = ("dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "pobj")
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG")


def find(passage: Passage, spans: list[tuple[int, int]], cues: list[Cue], register: Register) -> Iterator[Candidate]:
    """A candidate for each cue with a clause outside quotation marks (`spans`) and somebody who says it."""
    taken: list[tuple[int, int]] = []
    for cue in cues:
        if cue.low is None or cue.high is None or not _speaks(passage, cue):
            continue
        stretch = _outside(passage, spans, cue)
        if stretch is None:
            continue
        low, high = passage.tokens_in(*stretch)
        # "Denied any wrongdoing" says what is not so, "warned of collapse" what may be; other words say
        # nothing yet where they are but two.
        denied = cue.word in forms("deny") and passage.lower[low] == "any"
        fewest = FEWEST_TOKENS - (denied or (cue.word in forms("warn") and cue.rule == NOUN_PHRASE))
        if high - low < fewest or any(
            low < last and first < high and (low, high) != (first, last) and cue.rule.startswith("a noun")
            for first, last in taken
        ):
            continue
        speaker, rule = speakers.resolve(passage, cue.speaker, register)
        register.heard(passage, cue.token, speaker)
        taken.append((low, high))
        yield Candidate(
            Kind.ATTRIBUTED,
            passage,
            *stretch,
            cue.rule,
            speaker=speaker,
            cue=cue.word,
            readings=[
                Reading("speaker", passage.slice(*cue.speaker) if cue.speaker else "", rule),
                Reading("cue", cue.word, cue.rule),
            ],
        )


def _speaks(passage: Passage, cue: Cue) -> bool:
    if cue.speaker is None:
        return passage.tags[cue.token] in _TOLD and cue.rule == BEHIND
    if cue.subject is None:
        # In "a party called the Greens" the name is no speaker.
        return cue.rule != NOUN_PHRASE or cue.low is None or not cue.low <= cue.speaker[0]
    if _is_idiom(passage, cue, cue.subject):
        return False
    return can_speak(passage, cue.subject) or not cue.rule.startswith(("a noun", ASTRAY))


def _is_idiom(passage: Passage, cue: Cue, subject: int) -> bool:
    """Whether nobody promises anything: "the case threatens to …", "you promise to …", "asked not to be named"."""
    unnamed = cue.high is not None and passage.lower[cue.high - 1] in ("named", "identified", "anonymous")
    thing = passage.child(cue.token, "dobj")
    unnamed = unnamed or (thing is not None and passage.lower[thing] == "anonymity")
    unsaid = unnamed or passage.child(cue.token, "neg") is not None
    nobody = unsaid or passage.lower[subject] in ("you", "this", "that", "what", "which")
    things = any(cue.word in forms(verb) for verb in ("promise", "threaten", "encourage")) and not can_speak(
        passage, subject
    )
    return cue.rule.startswith("a promise") and (nobody or things)


def _outside(passage: Passage, spans: list[tuple[int, int]], cue: Cue) -> tuple[int, int] | None:
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
    inner = [(a, b) for a, b in spans if start <= a < end and len(passage.text[a:b].split()) >= FEWEST_TOKENS]
    if inner and _complete(passage, cue.low, inner[0], cue.rule == PROMISE):
        end = inner[0][0] - 1
    elif inner and _is_quotation(passage, cue, inner, (start, end)):
        return None
    return _trimmed(passage, cue, start, end)


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
    finite = cue.rule in (NOUN_PHRASE, PASSIVE) or any(passage.tags[t] in _FINITE for t in range(low, high))
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
    outer = [t for t in range(low, high) if not low <= passage.heads[t] < high]
    return any(passage.deps[t] in _OBJECTS and passage.heads[t] < low for t in outer)


def _is_quotation(passage: Passage, cue: Cue, inner: list[tuple[int, int]], whole: tuple[int, int]) -> bool:
    start, end = whole
    if cue.rule == IN_FRONT and inner[0][0] == start + 1 and passage.text[: inner[0][1]].endswith(","):
        return True
    if 2 * max(high - low for low, high in inner) > end - start:
        return True
    return _outer_words(passage, cue, inner) < FEWEST_OUTSIDE


def _hangs(passage: Passage, last: int) -> bool:
    """Whether the words end in a form of "be" or a "not" that waits for the rest: "the bridge will be “…"."""
    while last > 0 and passage.tags[last] == "RB":
        last -= 1
    return passage.lower[last] in words("speech", "waiting")


def _outer_words(passage: Passage, cue: Cue, inner: list[tuple[int, int]]) -> int:
    """How many words of the clause stand outside the marks, forms of "be" and "there" left out."""
    inside = {t for a, b in inner for t in range(*passage.tokens_in(a, b))}
    return sum(
        1
        for t in range(cue.low or 0, cue.high or 0)
        if t not in inside and passage.words[t][0].isalnum() and passage.lower[t] not in _EMPTY
    )
