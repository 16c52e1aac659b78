"""Quotations: words in quotation marks that somebody said or wrote, with the speaker and the cue."""

from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.subjects import can_speak, sentence_range
from workbench.extraction.lexicon import words
from workbench.extraction.people.register import Register
from workbench.extraction.speech import crediting, leaning, speakers, works
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.leaning import is_nominal
from workbench.extraction.speech.voices import Attribution, Voice, carried_over, of_document
from workbench.extraction.text.passage import Passage


def find(
    passage: Passage, spans: list[tuple[int, int]], cues: list[Cue], register: Register, voice: Voice
) -> Iterator[Candidate]:
    """A candidate for each pair of marks around three words or more; `voice` moves on with them."""
    for place, (start, end) in enumerate(spans):
        inner = passage.text[start:end]
        cue = leaning.cue_of(passage, spans, place, cues)
        loose = leaning.unlisted(passage, (start, end))
        if loose is not None and (cue is None or cue.token > loose.token):
            cue = loose
        if works.is_short(inner):
            _hear(passage, spans, cue, register, voice)
            continue
        if works.is_title(passage, start, end, cue is None):
            continue
        span, cue = (spans[place], cue) if cue is not None else leaning.ahead(passage, spans, place, cues)
        told = of_document(passage, start, register)
        if told is None and cue is not None:
            told = _by_cue(passage, spans, span, cue, register)
        if told is not None and cue is not None and _goes_on(passage, cue, told, voice):
            told = voice.speaker, cue.word, "the speaker of the quotation before, who goes on"
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
    """Keep who speaks where a paragraph ends in a colon, and who signs the quotations before it."""
    if voice.untold and (signed := crediting.signature(passage)) is not None:
        speaker = speakers.resolve(passage, signed, register)[0]
        if speaker is not None:
            voice.sign(passage, speaker)
    if not passage.text.endswith(":"):
        return
    low, high = passage.sentences[-1]
    cue = cues[-1] if cues and low <= cues[-1].token < high else None
    speaker = speakers.resolve(passage, cue.speaker, register)[0] if cue else None
    if speaker is None:
        acts = [t for t in range(low, high) if passage.deps[t] == "nsubj" and can_speak(passage, t)]
        acts.sort(key=lambda subject: passage.deps[passage.heads[subject]] != "ROOT")
        credited = crediting.owner_before(passage, low, high)
        if credited is None and acts:
            credited = crediting.owner(passage, acts[0]) or passage.subtree(acts[0])
        credited = credited or crediting.heading(passage)
        speaker = speakers.resolve(passage, credited, register)[0] if credited else None
    voice.announced = (speaker, cue.word if cue else None, passage.number) if speaker else None
    voice.listed = passage.number if cue is None and crediting.heading(passage) else -1


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


def _goes_on(passage: Passage, cue: Cue, told: Attribution, voice: Voice) -> bool:
    """Whether a description only calls the speaker of the quotation before something else: "…, added the sailor"."""
    described = told[2] == "the words beside the cue" and cue.word in words("speech", "continuing")
    definite = cue.speaker is not None and passage.lower[cue.speaker[0]] == "the"
    return described and definite and voice.speaker is not None and voice.passage == passage.number


def _outside(passage: Passage, spans: list[tuple[int, int]], cue: Cue, mark: int) -> tuple[int, int] | None:
    """The cue's speaker, if no part of a quotation; else the name that touches the cue, or the token `mark`.

    A word or two in marks that no comma ends only call somebody so: "a “yard aide” said".
    """
    words_of = [(span, passage.text[slice(*span)]) for span in spans]
    spoken = [span for span, text in words_of if len(text.split()) >= works.FEWEST_WORDS or not text[-1].isalnum()]
    spoken = [span for span in spoken if not works.is_title(passage, *span, alone=True)]
    inside = {t for span in spoken for t in range(*passage.tokens_in(*span))}
    tokens = cue.speaker
    if tokens and inside.isdisjoint(range(*tokens)):
        return tokens
    if tokens and tokens[0] < min(inside) and (name := _titled_name(passage, tokens[0], min(inside))) is not None:
        # "Lee, whose book X called “a joy,” said": what describes her holds marks.
        return name
    if mark < cue.token and (name := _titled_name(passage, mark, cue.token)) is not None:
        return name
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
        while first <= at < last and at not in inside and (is_nominal(passage, at) or _joins(passage, at)):
            run.append(at)
            at += step
        run.sort()
        if run and any(can_speak(passage, t) or (t == mark and passage.words[t].istitle()) for t in run):
            return run[0], run[-1] + 1
    return None


def _titled_name(passage: Passage, mark: int, cue: int) -> tuple[int, int] | None:
    """The person who stands at `mark`, a title before the name included: "Delegate Bill East, in a straw hat, said"."""
    person = next((e for e in passage.entities if e.type == "PERSON" and mark <= e.low < e.high <= cue), None)
    plain = person is not None and all(is_nominal(passage, t) for t in range(mark, person.low))
    return (person.low, person.high) if person is not None and plain else None


def _joins(passage: Passage, token: int) -> bool:
    """Whether "and" stands between two names: "write Lee and Park"."""
    return passage.tags[token - 1 : token + 2] == ["NNP", "CC", "NNP"]
