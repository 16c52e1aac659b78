"""Sources beside a statement: "according to the ministry", "as the ministry noted", "the ministry's claim that"."""

from workbench.extraction.cue import Cue
from workbench.extraction.endings import without_stops
from workbench.extraction.lexicon import words
from workbench.extraction.nouns import singular
from workbench.extraction.passage import Passage
from workbench.extraction.subjects import sentence_range, speaker_of, subject_of
from workbench.extraction.verbforms import speech

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def according(passage: Passage) -> list[Cue]:
    """The cues "according to"."""
    found = []
    for token in range(len(passage) - 2):
        if passage.lower[token] != "according" or passage.lower[token + 1] != "to":
            continue
        low, high = sentence_range(passage, token)
        stop = next((t for t in range(token + 2, high) if _ends_source(passage, token, t, low)), high)
        start, end = _told(passage, (low, high), token, stop)
        end = without_stops(passage, start, end)
