"""Reported statements: what somebody is said to have said, without quotation marks."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction import speakers
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.passage import Passage
from workbench.extraction.register import Register
from workbench.extraction.speech import Cue, can_speak

FEWEST_TOKENS = 3
_TRAILING = re.compile(r"(?:[\s,;:—–-]|\b(?:and|that|but|as|of|to|the|a|is|was|are|were|will)\b)+$", re.IGNORECASE)
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
        if high - low < FEWEST_TOKENS or any(
            low < last and first < high and (low, high) != (first, last) and cue.rule.startswith("a noun")
            for first, last in taken
        ):
            continue
        speaker, rule = speakers.resolve(passage, cue.speaker, register)
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
        return False
    if cue.subject is None:
        return True
    return can_speak(passage, cue.subject) or not cue.rule.startswith("a noun")


def _outside(passage: Passage, spans: list[tuple[int, int]], cue: Cue) -> tuple[int, int] | None:
    """The characters of what is reported, cut before the first quotation of three words or more inside it."""
    if cue.low is None or cue.high is None or cue.low >= cue.high:
        return None
    start, end = passage.starts[cue.low], passage.ends[cue.high - 1]
    for low, high in spans:
        if start <= low < end and len(passage.text[low:high].split()) >= FEWEST_TOKENS:
            if low - start <= 2:
                return None
            end = low - 1
        elif low < start < high:
            return None
    text = passage.text[start:end]
    cut = end != passage.ends[cue.high - 1]
    text = _TRAILING.sub("", text.rstrip(' "“')) if cut else text.rstrip(" ,;:")
    end = start + len(text)
    if end - start < 8:
        return None
    low, high = passage.tokens_in(start, end)
    if not cue.rule.startswith("a noun") and not any(passage.tags[t] in _FINITE for t in range(low, high)):
        return None
    return start, end
