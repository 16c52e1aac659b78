"""Who speaks in a quotation without a cue: whoever was announced, spoke before, or is the only one about."""

from dataclasses import dataclass

from workbench.extraction import speakers
from workbench.extraction.passage import Passage
from workbench.extraction.register import Register
from workbench.extraction.speech import Cue
from workbench.extraction.subjects import can_speak, sentence_range

Attribution = tuple[str | None, str | None, str]
"""Who says it, the word that reports it, and the rule that read both."""


@dataclass
class Voice:
    """Who spoke last in a story's quotations: it carries over to the next one that has no cue of its own."""

    speaker: str | None = None
    cue: str | None = None
    passage: int = -1
    announced: tuple[str, str | None, int] | None = None


def carried_over(
    passage: Passage,
    spans: list[tuple[int, int]],
    place: int,
    cue: Cue | None,
    *,
    register: Register,
    voice: Voice,
) -> Attribution:
    """Who speaks where no cue tells: whoever was announced, spoke before, or is the only one about."""
    start = spans[place][0]
    opens = passage.starts[0] >= start - 2
    if cue is None and opens and voice.announced and voice.announced[2] == passage.number - 1:
        return voice.announced[0], voice.announced[1], "whoever the paragraph before announces"
    if voice.speaker and voice.passage == passage.number:
        return voice.speaker, voice.cue, "the speaker of the quotation before"
    if cue is None and opens and voice.speaker and voice.passage == passage.number - 1:
        return voice.speaker, voice.cue, "the speaker of the paragraph before"
    speaker, rule = _nearest_name(passage, spans, start, register)
    if speaker is None and cue is None and opens:
        return _led_to(passage, register, voice)
    return speaker, cue.word if cue else None, rule


def _led_to(passage: Passage, register: Register, voice: Voice) -> Attribution:
    """Who speaks where a paragraph opens with a quotation that has no cue: whom the one before is about."""
    about = [m for m in register.mentions.all if m.passage == passage.number - 1 and m.main]
    if about:
        name = about[-1].name
        return name, voice.cue if voice.speaker == name else None, "whom the paragraph before is about"
    if voice.speaker and voice.passage == passage.number - 2:
        return voice.speaker, voice.cue, "the speaker of the quotation before"
    return None, None, "nobody stands beside the marks"


def _nearest_name(
    passage: Passage, spans: list[tuple[int, int]], start: int, register: Register
) -> tuple[str | None, str]:
    """The one person who is the subject of the sentence around the marks, or whoever can speak before a colon."""
    token = passage.token_at(start)
    low, _ = sentence_range(passage, token)
    inside = {t for span in spans for t in range(*passage.tokens_in(*span))}
    colon = passage.text[:start].rstrip(' "“').endswith(":")
    subjects = [
        t
        for t in range(low, token)
        if passage.deps[t] == "nsubj"
        and t not in inside
        and (passage.entity_of[t] == "PERSON" or passage.lower[t] in ("he", "she") or (colon and can_speak(passage, t)))
    ]
    before = next(
        (
            e
            for e in passage.entities
            if e.type == "PERSON" and passage.words[e.high : e.high + 1] == [":"] and token - 3 <= e.high < token
        ),
        None,
    )
    if before is not None:
        return register.person(passage.slice(before.low, before.high)), "the name before the colon"
    if len(subjects) == 1:
        name, _ = speakers.resolve(passage, passage.subtree(subjects[0]), register)
        return name, "the only one who acts in the sentence"
    return None, "nobody stands beside the marks"
