"""Quotations: words in quotation marks that somebody said or wrote, with the speaker and the cue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.claim import Kind
from workbench.extraction import speakers
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.lexicon import words
from workbench.extraction.passage import Passage
from workbench.extraction.register import Register
from workbench.extraction.speech import Cue, can_speak, sentence_range
from workbench.extraction.verbforms import speech

FEWEST_WORDS = 3
NEAR = 14
"""Most tokens between a mark and the cue that it leans on."""
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?P<inner>[^‘'’\n]{8,}?(?:(?<=\w)[’'](?=[a-z])[^‘'’\n]*?)*)(?<=[\w.,!?…])[’'](?!\w)"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:titled|entitled|called|named|dubbed|headlined|nicknamed|book|film|movie|song|album|show|series|"
    r"play|novel|hashtag|episode|single|known\s+as|term|word|phrase)\s*,?\s*$",
    re.IGNORECASE,
)


@dataclass
class Voice:
    """Who spoke last in a story's quotations: it carries over to the next one that has no cue of its own."""

    speaker: str | None = None
    cue: str | None = None
    passage: int = -1
    open: bool = False


def quoted(text: str) -> list[tuple[int, int]]:
    """The insides of the quotation marks of a paragraph, straight or typographic; a mark left open runs to its end."""
    found, start = [], None
    for mark in re.finditer(r"[\"“”„«»]", text):
        char, at = mark.group(), mark.start()
        if (
            char == '"'
            and start is None
            and at
            and text[at - 1].isdigit()
            and re.match(r'"\s*[,.]?\s*(?:[a-z]|$)', text[at:]) is not None
            and text.count('"') % 2
        ):
            continue
        if start is None and char not in "”»":
            start = at + 1
        elif start is not None and char not in "“„«":
            found.append((start, at))
            start = None
        elif start is not None and char == "“":
            start = at + 1
    if start is not None and len(text) - start > 20:
        found.append((start, len(text)))
    if not found:
        found = [m.span("inner") for m in _SINGLE.finditer(text)]
    return [(low, high) for low, high in (_trimmed(text, *pair) for pair in found) if low < high]


def _trimmed(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return low, high


def find(
    passage: Passage, spans: list[tuple[int, int]], cues: list[Cue], register: Register, voice: Voice
) -> Iterator[Candidate]:
    """A candidate for each pair of marks around three words or more; `voice` moves on with them."""
    for place, (start, end) in enumerate(spans):
        inner = passage.text[start:end]
        if len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", inner)) < FEWEST_WORDS:
            continue
        cue = _cue_of(passage, spans, place, cues)
        if cue is None and _is_title(passage, start, end):
            continue
        speaker, word, rule = _attribution(passage, spans, place, cue, register=register, voice=voice)
        if (
            speaker is None
            and cue is None
            and len(inner.split()) < 6
            and word is None
            and not inner.endswith((".", ",", "!", "?"))
        ):
            continue
        if speaker is not None:
            voice.speaker, voice.cue, voice.passage = speaker, word, passage.number
        yield Candidate(
            Kind.QUOTE,
            passage,
            start,
            end,
            "words in quotation marks",
            speaker=speaker,
            cue=word,
            readings=[
                Reading("speaker", passage.slice(*cue.speaker) if cue and cue.speaker else "", rule),
                Reading("cue", word or "", rule),
            ],
        )


def _is_title(passage: Passage, start: int, end: int) -> bool:
    inner = passage.text[start:end]
    if _TITLE_BEFORE.search(passage.text[max(0, start - 30) : start - 1]):
        return True
    small = [
        w
        for w in inner.split()
        if w[0].isalpha() and w.lower() not in ("of", "the", "a", "and", "in", "to", "for", "on")
    ]
    return bool(small) and all(w[0].isupper() for w in small) and not inner.endswith((".", ",", "!", "?"))


def _cue_of(passage: Passage, spans: list[tuple[int, int]], place: int, cues: list[Cue]) -> Cue | None:
    """The cue that a quotation leans on: right behind it, right before it, else in its sentence."""
    start, end = spans[place]
    low, high = passage.tokens_in(start, end)
    first, last = sentence_range(passage, low)[0], sentence_range(passage, max(low, high - 1))[1]
    following = spans[place + 1][0] if place + 1 < len(spans) else len(passage.text)
    behind = [c for c in cues if high <= c.token < min(high + NEAR, last + 2) and passage.starts[c.token] < following]
    before = [c for c in cues if first <= c.token < low]
    ends_open = passage.text[start:end].endswith((",", "?", "!", "—", "–", "-")) or passage.text[end : end + 2].strip(
        '"”’ '
    ).startswith(",")
    if ends_open and behind and _leans(behind[0], high):
        return behind[0]
    if before and low - before[-1].token <= NEAR:
        return before[-1]
    if (
        behind
        and _leans(behind[0], high)
        and passage.sentence_of[behind[0].token] == passage.sentence_of[max(low, high - 1)]
    ):
        return behind[0]
    return before[-1] if before else None


def _leans(cue: Cue, high: int) -> bool:
    """Whether the cue with its speaker stands right behind the marks."""
    edge = min(cue.token, cue.speaker[0] if cue.speaker and cue.speaker[0] >= high - 1 else cue.token)
    return edge - high <= 3


def _attribution(
    passage: Passage,
    spans: list[tuple[int, int]],
    place: int,
    cue: Cue | None,
    *,
    register: Register,
    voice: Voice,
) -> tuple[str | None, str | None, str]:
    if cue is not None:
        tokens = _outside(passage, spans, cue)
        speaker, rule = speakers.resolve(passage, tokens, register)
        if speaker is not None:
            return speaker, cue.word, rule
    start = spans[place][0]
    if voice.speaker and voice.passage == passage.number:
        return voice.speaker, voice.cue, "the speaker of the quotation before"
    if cue is None and passage.starts[0] >= start - 2 and voice.speaker and voice.passage == passage.number - 1:
        return voice.speaker, voice.cue, "the speaker of the paragraph before"
    speaker, rule = _nearest_name(passage, spans, start, register)
    return speaker, cue.word if cue else None, rule


def _outside(passage: Passage, spans: list[tuple[int, int]], cue: Cue) -> tuple[int, int] | None:
    """The cue's speaker, if no part of a quotation; else the names that touch the cue."""
    inside = [passage.tokens_in(*span) for span in spans]
    tokens = cue.speaker
    if tokens and not any(low < tokens[1] and tokens[0] < high for low, high in inside):
        return tokens
    first, last = sentence_range(passage, cue.token)
    for start, step in ((cue.token + 1, 1), (cue.token - 1, -1)):
        run: list[int] = []
        at = start
        while (
            first <= at < last
            and not any(low <= at < high for low, high in inside)
            and passage.tags[at] in ("NNP", "NNPS", "PRP", "NN", "NNS", "DT", "JJ", "HYPH", "POS", "PRP$")
        ):
            run.append(at)
            at += step
        run.sort()
        if run and any(can_speak(passage, t) for t in run):
            return run[0], run[-1] + 1
    return None


def _nearest_name(
    passage: Passage, spans: list[tuple[int, int]], start: int, register: Register
) -> tuple[str | None, str]:
    """The one person who is the subject of the sentence around the marks, or of the colon before them."""
    token = passage.token_at(start)
    low, _ = sentence_range(passage, token)
    inside = {t for span in spans for t in range(*passage.tokens_in(*span))}
    subjects = [
        t
        for t in range(low, token)
        if passage.deps[t] == "nsubj"
        and t not in inside
        and (passage.entity_of[t] == "PERSON" or passage.lower[t] in ("he", "she"))
    ]
    if len(subjects) == 1:
        name, _ = speakers.resolve(
            passage,
            passage.subtree(subjects[0]) if passage.entity_of[subjects[0]] else (subjects[0], subjects[0] + 1),
            register,
        )
        return name, "the only person who acts in the sentence"
    return None, "nobody stands beside the marks"


def is_weak(cue: Cue) -> bool:
    """Whether the cue tells of thinking or learning more than of speaking."""
    return speech("clause").get(cue.word, cue.word) in words("speech", "weak")
