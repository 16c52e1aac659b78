"""Reports within reports: what somebody is said to have heard from somebody else."""

from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.speech.report import ACCORDING, BEHIND, IN_FRONT, NOUN, NOUN_PHRASE, PROMISE


def is_passed_on(inner: Candidate, outer: Candidate) -> bool:
    """Whether the inner report is another's, which the outer one passes on: "Lee said Park admits that it is shut".

    What is only thought or shown within a report is no report of its own; what is asked for or called something is one
    where the outer report only passes on a whole sentence: "The guild urged Lee to go, the Herald said".
    """
    another = inner.speaker not in (None, outer.speaker) and inner.start > outer.start
    told = inner.rule == BEHIND or (inner.rule == NOUN and not inner.text.startswith("to "))
    told = told or (inner.rule in (PROMISE, NOUN_PHRASE) and outer.rule in (IN_FRONT, ACCORDING))
    base = speech("clause").get(inner.cue or "")
    return another and told and base != "show" and base not in words("speech", "thinking")
