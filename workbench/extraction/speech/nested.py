"""Reports within reports: what somebody is said to have heard from somebody else."""

from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.speech.report import BEHIND, NOUN


def is_passed_on(inner: Candidate, outer: Candidate) -> bool:
    """Whether the inner report is another's, which the outer one passes on: "Lee said Park admits that it is shut".

    What is only thought, shown or asked for within a report is no report of its own.
    """
    another = inner.speaker not in (None, outer.speaker) and inner.start > outer.start
    told = inner.rule == BEHIND or (inner.rule == NOUN and not inner.text.startswith("to "))
    base = speech("clause").get(inner.cue or "")
    return another and told and base != "show" and base not in words("speech", "thinking")
