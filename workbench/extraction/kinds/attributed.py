"""Reported statements: what somebody is said to have said, without quotation marks."""

from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.grammar.verbforms import forms
from workbench.extraction.people.register import Register
from workbench.extraction.speech import speakers
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.marks import outside
from workbench.extraction.speech.objects import is_evidence
from workbench.extraction.speech.report import ASTRAY, BEHIND, NOUN_PHRASE
from workbench.extraction.speech.untold import tells_nothing
from workbench.extraction.text.passage import Passage

FEWEST_TOKENS = 3
_PERSONAL = ("promise", "threaten", "encourage")
"""What a thing does in another sense: "the storm threatens to …", "the course encourages …"."""
_TOLD = ("VBD", "VBZ", "VBP")


def find(passage: Passage, spans: list[tuple[int, int]], cues: list[Cue], register: Register) -> Iterator[Candidate]:
    """A candidate for each cue with a clause outside quotation marks (`spans`) and somebody who says it."""
    taken: list[tuple[int, int]] = []
    for cue in cues:
        if cue.low is None or cue.high is None or not _speaks(passage, cue):
            continue
        stretch = outside(passage, spans, cue)
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
            cue=cue.word or None,
            readings=[
                Reading("speaker", passage.slice(*cue.speaker) if cue.speaker else "", rule),
                Reading("cue", cue.word, cue.rule),
            ],
        )


def _speaks(passage: Passage, cue: Cue) -> bool:
    if tells_nothing(passage, cue):
        return False
    if cue.speaker is None:
        return passage.tags[cue.token] in _TOLD and cue.rule == BEHIND
    if cue.subject is None:
        # In "a party called the Greens" the name is no speaker.
        return cue.rule != NOUN_PHRASE or cue.low is None or not cue.low <= cue.speaker[0]
    if _is_idiom(passage, cue, cue.subject):
        return False
    own = passage.child(cue.token, "nsubj")
    someone = cue.rule == ASTRAY and own is not None and passage.lower[own] == "who"
    someone = someone or is_evidence(passage, cue.subject) or can_speak(passage, cue.subject)
    someone = someone or (cue.rule == NOUN_PHRASE and cue.word in forms("list") and passage.deps[cue.token] != "relcl")
    return someone or not cue.rule.startswith(("a noun", ASTRAY))


def _is_idiom(passage: Passage, cue: Cue, subject: int) -> bool:
    """Whether nobody promises anything: "the case threatens to …", "asked not to be named"."""
    unnamed = cue.high is not None and passage.lower[cue.high - 1] in ("named", "identified", "anonymous")
    thing = passage.child(cue.token, "dobj")
    unnamed = unnamed or (thing is not None and passage.lower[thing] == "anonymity")
    nobody = unnamed or passage.lower[subject] in ("this", "that", "what", "which")
    things = any(cue.word in forms(verb) for verb in ("promise", "threaten", "encourage")) and not can_speak(
        passage, subject
    )
    return cue.rule.startswith("a promise") and (nobody or things)
