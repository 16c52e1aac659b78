"""Quotations: words in quotation marks that somebody said or wrote, with the speaker and the cue."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction import speakers
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.cue import Cue
from workbench.extraction.passage import Passage
from workbench.extraction.register import Register
from workbench.extraction.subjects import can_speak, sentence_range
from workbench.extraction.voices import Attribution, Voice, carried_over

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


def find(
    passage: Passage, spans: list[tuple[int, int]], cues: list[Cue], register: Register, voice: Voice
) -> Iterator[Candidate]:
    """A candidate for each pair of marks around three words or more; `voice` moves on with them."""
    for place, (start, end) in enumerate(spans):
        inner = passage.text[start:end]
        cue = _cue_of(passage, spans, place, cues)
        unlisted = _unlisted(passage, (start, end))
        if unlisted is not None and (cue is None or cue.token > unlisted.token):
            cue = unlisted
        if len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", inner)) < FEWEST_WORDS:
            _hear(passage, spans, cue, register, voice)
            continue
        if _is_title(passage, start, end, cue is None):
            continue
        span, cue = (spans[place], cue) if cue is not None else _ahead(passage, spans, place, cues)
        told = None if cue is None else _by_cue(passage, spans, span, cue, register)
        speaker, word, rule = told or carried_over(passage, spans, place, cue, register=register, voice=voice)
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
        candidate = Candidate(
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
        voice.goes_on(candidate, told is not None, last=place + 1 == len(spans))
        yield candidate


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


def _ahead(
    passage: Passage, spans: list[tuple[int, int]], place: int, cues: list[Cue]
) -> tuple[tuple[int, int], Cue | None]:
    """The quotation with the cue for this one, where nothing stands between the two: "“A.” “B,” said X"."""
    for following in range(place + 1, len(spans)):
        if any(char.isalnum() for char in passage.text[spans[following - 1][1] : spans[following][0]]):
            break
        cue = _behind(passage, spans, following, cues) or _unlisted(passage, spans[following])
        if cue is not None:
            return spans[following], cue
    return spans[place], None


def _unlisted(passage: Passage, span: tuple[int, int]) -> Cue | None:
    """A verb that no list holds, right behind the marks with a person: "“…!” beamed Ada Lee", "“…,” Lee barked"."""
    if not passage.text[: span[1]].endswith((",", "!", "?", "—", "–")):
        return None
    edge = passage.tokens_in(*span)[1] + 1
    if edge + 1 >= len(passage):
        return None
    if passage.tags[edge] in ("VBD", "VBZ"):
        person = next((e for e in passage.entities if e.type == "PERSON" and edge < e.low <= edge + 3), None)
        verb = edge
        plain = person is not None and all(passage.tags[t] in _NOMINAL for t in range(edge + 1, person.low))
    else:
        person = next((e for e in passage.entities if e.type == "PERSON" and e.low == edge), None)
        verb = person.high if person else edge
        plain = verb < len(passage) and passage.tags[verb] in ("VBD", "VBZ") and passage.child(verb, "dobj") is None
    if person is None or not plain:
        return _short_clause(passage, edge)
    return Cue(verb, passage.lower[verb], (person.low, person.high), None, None, "a verb right behind the marks", None)


def _short_clause(passage: Passage, edge: int) -> Cue | None:
    """A sentence that is but a name and a verb behind the marks: "“…,” an angry Lee retaliated."."""
    verb = next(
        (t for t in range(edge + 1, min(edge + 5, len(passage) - 1)) if passage.tags[t] in ("VBD", "VBZ")), None
    )
    if verb is None or passage.words[verb + 1] not in (".", ",") or passage.tags[verb - 1] != "NNP":
        return None
    plain = passage.deps[verb - 1] == "nsubj" and all(passage.tags[t] in _NOMINAL for t in range(edge, verb))
    rule = "a verb right behind the marks"
    return Cue(verb, passage.lower[verb], (edge, verb), None, None, rule, verb - 1) if plain else None


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
    ended = passage.text[spans[place][1] + 1 : spans[place][1] + 2] in (".", ";")
    if edge is None or passage.starts[edge] >= following or ended:
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
) -> Attribution | None:
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
    finite = finite or (cue.token == mark and passage.tags[mark] == "VB")
    places = [
        *([(cue.token + 1, 1)] if finite else []),
        (cue.token - 1, -1),
        *([(mark, 1)] if mark < cue.token else []),
    ]
    for start, step in places:
        run: list[int] = []
        at = start
        while first <= at < last and at not in inside and (_nominal(passage, at) or _joins(passage, at)):
            run.append(at)
            at += step
        run.sort()
        if run and any(can_speak(passage, t) or (t == mark and passage.words[t].istitle()) for t in run):
            return run[0], run[-1] + 1
    return None


def _joins(passage: Passage, token: int) -> bool:
    """Whether "and" stands between two names: "write Lee and Park"."""
    return passage.tags[token - 1 : token + 2] == ["NNP", "CC", "NNP"]


def _nominal(passage: Passage, token: int) -> bool:
    # The tagger takes a surname for an adverb in "“…,” Lakely says".
    named = passage.words[token].istitle() and passage.tags[token] == "RB" and passage.lower[token - 1] in ('"', "”")
    return (
        (passage.tags[token] in _NOMINAL or named)
        and passage.entity_of[token] not in ("DATE", "TIME")
        and any(char.isalnum() or char in "-'’" for char in passage.words[token])
    )
