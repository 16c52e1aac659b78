"""Quotations: words in quotation marks that somebody said or wrote, with the speaker and the cue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.claim import Kind
from workbench.extraction import speakers
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.passage import Passage
from workbench.extraction.register import Register
from workbench.extraction.speech import Cue
from workbench.extraction.subjects import can_speak, sentence_range

FEWEST_WORDS = 3
_NOMINAL = frozenset(("NNP", "NNPS", "PRP", "NN", "NNS", "DT", "JJ", "HYPH", "POS", "PRP$", "CD"))
NEAR = 14
"""Most tokens between a cue and the mark behind it."""
FAR = 30
"""Most tokens between a mark and the cue behind the speaker's long description."""
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
    announced: tuple[str, str | None, int] | None = None


def find(
    passage: Passage, spans: list[tuple[int, int]], cues: list[Cue], register: Register, voice: Voice
) -> Iterator[Candidate]:
    """A candidate for each pair of marks around three words or more; `voice` moves on with them."""
    for place, (start, end) in enumerate(spans):
        inner = passage.text[start:end]
        cue = _cue_of(passage, spans, place, cues)
        if len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", inner)) < FEWEST_WORDS:
            _hear(passage, spans, cue, register, voice)
            continue
        if _is_title(passage, start, end, cue is None):
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


def _hear(passage: Passage, spans: list[tuple[int, int]], cue: Cue | None, register: Register, voice: Voice) -> None:
    """Keep who speaks words that are too few for a claim: the next quotation may go on from them."""
    if cue is None:
        return
    speaker = speakers.resolve(passage, _outside(passage, spans, cue, len(passage)), register)[0]
    if speaker is not None:
        voice.speaker, voice.cue, voice.passage = speaker, cue.word, passage.number


def announce(passage: Passage, cues: list[Cue], register: Register, voice: Voice) -> None:
    """Keep who speaks where a paragraph ends in a colon: the quotation that follows is theirs."""
    if not passage.text.endswith(":"):
        return
    low, high = passage.sentences[-1]
    cue = cues[-1] if cues and low <= cues[-1].token < high else None
    speaker = speakers.resolve(passage, cue.speaker, register)[0] if cue else None
    if speaker is None:
        acts = [t for t in range(low, high) if passage.deps[t] == "nsubj" and can_speak(passage, t)]
        speaker = speakers.resolve(passage, passage.subtree(acts[0]), register)[0] if acts else None
    voice.announced = (speaker, cue.word if cue else None, passage.number) if speaker else None


def _is_title(passage: Passage, start: int, end: int, alone: bool) -> bool:
    inner = passage.text[start:end]
    if alone and _TITLE_BEFORE.search(passage.text[max(0, start - 30) : start - 1]):
        return True
    small = [
        w
        for w in inner.split()
        if w[0].isalpha() and w.lower() not in ("of", "the", "a", "and", "in", "to", "for", "on")
    ]
    return (
        len(small) > 1 and all(w[0].isupper() for w in small) and (alone or len(small) < 7) and inner[-1] not in ".!?"
    )


def _cue_of(passage: Passage, spans: list[tuple[int, int]], place: int, cues: list[Cue]) -> Cue | None:
    """The cue that a quotation leans on: right behind it, right before it, else in its sentence."""
    start, end = spans[place]
    low, _ = passage.tokens_in(start, end)
    first = sentence_range(passage, low)[0]
    behind = _behind(passage, spans, place, cues)
    before = [c for c in cues if first <= c.token < low]
    if len(before) > 1 and (passage.tags[before[-1].token], passage.deps[before[-1].token]) == ("VBN", "acl"):
        # "X said in a statement read by Y": the participle only describes the statement.
        before.pop()
    inner = passage.text[start:end]
    if behind and (inner.endswith((",", "?", "!", "—", "–", "-")) or passage.text[end + 1 : end + 2] == ","):
        return behind
    if before and low - before[-1].token <= NEAR:
        return before[-1]
    return behind or (before[-1] if before else _at_the_end(passage, spans[place], low, cues))


def _at_the_end(passage: Passage, span: tuple[int, int], low: int, cues: list[Cue]) -> Cue | None:
    """The cue that ends a sentence which opens with the marks: "“A third” of the boats left, says X."."""
    if passage.text[: span[1]].endswith((".", "!", "?")):
        return None
    first, last = passage.sentences[passage.sentence_of[low]] if low < len(passage) else (0, 0)
    if first < low - 1:
        return None
    return next((c for c in cues if low < c.token < last and passage.words[c.token - 1] == ","), None)


def _behind(passage: Passage, spans: list[tuple[int, int]], place: int, cues: list[Cue]) -> Cue | None:
    """The cue whose clause starts right behind the marks: "…," said X; "…," X, head of Y, said."""
    _, high = passage.tokens_in(*spans[place])
    following = spans[place + 1][0] if place + 1 < len(spans) else len(passage.text)
    edge = next((t for t in range(high, min(high + 4, len(passage))) if passage.words[t][0].isalnum()), None)
    if edge is None or passage.starts[edge] >= following:
        return None
    last = sentence_range(passage, edge)[1]
    for cue in cues:
        if edge <= cue.token < min(last, edge + FAR) and passage.starts[cue.token] < following:
            ended = passage.text[: spans[place][1]].endswith(".") and not passage.text[
                spans[place][1] + 1 :
            ].startswith(",")
            strict = all(_nominal(passage, t) for t in range(edge, cue.token))
            return cue if cue.token == edge or (_leads_to(passage, edge, cue) and (strict or not ended)) else None
    return None


def _leads_to(passage: Passage, edge: int, cue: Cue) -> bool:
    """Whether what stands between the marks and the cue is the one who speaks."""
    if cue.word == "according to":
        return cue.token == edge
    if any(
        e.type == "PERSON" and (e.low == edge or e.high == cue.token or passage.words[e.high : cue.token] == [","])
        for e in passage.entities
        if edge <= e.low and e.high <= cue.token
    ):
        return not any(passage.tags[t] in ("WRB", ";") for t in range(edge, cue.token))
    if passage.tags[edge] not in _NOMINAL and passage.tags[edge] != "RB":
        return False
    finite = any(passage.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(edge, cue.token))
    if cue.subject is not None and edge <= cue.subject < cue.token:
        return not finite or passage.subtree(cue.subject)[0] <= edge + 1
    return not finite and not any(passage.tags[t] in ("IN", "WRB") for t in range(edge, cue.token))


def _by_cue(
    passage: Passage, spans: list[tuple[int, int]], span: tuple[int, int], cue: Cue, register: Register
) -> "Attribution | None":
    """What the cue beside the quotation says; None where it leaves the speaker to the words before."""
    behind = passage.tokens_in(*span)[1]
    near = range(behind, min(behind + 4, len(passage)))
    mark = next((t for t in near if passage.words[t][0].isalnum()), len(passage))
    tokens = _outside(passage, spans, cue, mark)
    speaker, rule = speakers.resolve(passage, tokens, register)
    if speaker is not None:
        register.heard(passage, cue.token, speaker)
        return speaker, cue.word, rule
    if tokens is not None and passage.lower[tokens[0]] not in speakers.PRONOUNS:
        return None, cue.word, rule
    return None


Attribution = tuple[str | None, str | None, str]
"""Who says it, the word that reports it, and the rule that read both."""


def _attribution(
    passage: Passage,
    spans: list[tuple[int, int]],
    place: int,
    cue: Cue | None,
    *,
    register: Register,
    voice: Voice,
) -> Attribution:
    told = None if cue is None else _by_cue(passage, spans, spans[place], cue, register)
    if told is not None:
        return told
    return _carried_over(passage, spans, place, cue, register=register, voice=voice)


def _carried_over(
    passage: Passage,
    spans: list[tuple[int, int]],
    place: int,
    cue: Cue | None,
    *,
    register: Register,
    voice: Voice,
) -> tuple[str | None, str | None, str]:
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


def _led_to(passage: Passage, register: Register, voice: Voice) -> tuple[str | None, str | None, str]:
    """Who speaks where a paragraph opens with a quotation that has no cue: whom the one before is about."""
    about = [m for m in register.mentions if m.passage == passage.number - 1 and m.main]
    if about:
        name = register.person(about[-1].name)
        return name, voice.cue if voice.speaker == name else None, "whom the paragraph before is about"
    if voice.speaker and voice.passage == passage.number - 2:
        return voice.speaker, voice.cue, "the speaker of the quotation before"
    return None, None, "nobody stands beside the marks"


def _outside(passage: Passage, spans: list[tuple[int, int]], cue: Cue, mark: int) -> tuple[int, int] | None:
    """The cue's speaker, if no part of a quotation; else the name that touches the cue, or the token `mark`."""
    inside = {t for span in spans for t in range(*passage.tokens_in(*span))}
    tokens = cue.speaker
    if tokens and inside.isdisjoint(range(*tokens)):
        return tokens
    if mark < cue.token and (name := next((e for e in passage.entities if e.type == "PERSON" and e.low == mark), None)):
        return name.low, name.high
    first, last = sentence_range(passage, cue.token)
    finite = passage.tags[cue.token] in ("VBD", "VBZ", "VBP", "VBN")
    places = [
        *([(cue.token + 1, 1)] if finite else []),
        (cue.token - 1, -1),
        *([(mark, 1)] if mark < cue.token else []),
    ]
    for start, step in places:
        run: list[int] = []
        at = start
        while first <= at < last and at not in inside and _nominal(passage, at):
            run.append(at)
            at += step
        run.sort()
        if run and any(can_speak(passage, t) for t in run):
            return run[0], run[-1] + 1
    return None


def _nominal(passage: Passage, token: int) -> bool:
    return (
        passage.tags[token] in _NOMINAL
        and passage.entity_of[token] not in ("DATE", "TIME")
        and any(char.isalnum() or char in "-'’" for char in passage.words[token])
    )


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
