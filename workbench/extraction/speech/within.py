"""Quotations within quotations: "“The guard told us ‘nobody leaves’,” Lee said"."""

from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.people.register import Register
from workbench.extraction.speech import cues, leaning, speakers, works
from workbench.extraction.speech.cue import Cue

RULE = "words in marks within a quotation"
Span = tuple[int, int]
"""Half-open characters: the inside of a pair of marks."""


def find(quotation: Candidate, inner: list[Span], register: Register) -> Iterator[Candidate]:
    """A candidate for each pair of marks (`inner`) in the quotation whose own words tell that somebody said it."""
    passage = quotation.passage
    spans = [span for span in inner if quotation.start <= span[0] and span[1] <= quotation.end]
    if not spans:
        return
    inside = {t for span in spans for t in range(*passage.tokens_in(*span))}
    here = [c for c in cues.within(passage, *quotation.tokens) if c.token not in inside]
    last: Cue | None = None
    for place, (start, end) in enumerate(spans):
        cue = leaning.cue_of(passage, spans, place, here)
        if cue is None or (cue is not last and not _leads_to(passage.token_at(start), cue)):
            continue
        last = cue
        if works.is_short(passage.text[start:end]) or works.is_title(passage, start, end, alone=False):
            continue
        speaker, rule = _speaker(quotation, cue, register)
        read = passage.slice(*cue.speaker) if cue.speaker else ""
        readings = [Reading("speaker", read, rule), Reading("cue", cue.word, rule)]
        yield Candidate(Kind.QUOTE, passage, start, end, RULE, speaker=speaker, cue=cue.word, readings=readings)


def _leads_to(mark: int, cue: Cue) -> bool:
    """Whether the cue tells of words that were said and stands near the marks; "call it" and "think" only take some."""
    base = speech("clause").get(cue.word)
    near = leaning.NEXT if base in words("speech", "weak") else leaning.NEAR
    return base is not None and mark - cue.token <= near


def _speaker(quotation: Candidate, cue: Cue, register: Register) -> tuple[str | None, str]:
    """Who is named there; of "I said" whoever is quoted, of other pronouns nobody."""
    word = quotation.passage.lower[cue.speaker[0]] if cue.speaker else ""
    if word == "i":
        return quotation.speaker, "who quotes themselves"
    if word in speakers.PRONOUNS:
        return None, "a pronoun within the marks"
    return speakers.resolve(quotation.passage, cue.speaker, register)
