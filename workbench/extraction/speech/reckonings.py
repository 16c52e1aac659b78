"""Sources by whose reckoning something is so: "By the union's count, …", "In Lund's view, …"."""

from collections.abc import Iterator

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.subjects import sentence_range
from workbench.extraction.lexicon import words
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.endings import without_stops
from workbench.extraction.speech.report import finite
from workbench.extraction.text.passage import Passage

_WRITER = frozenset(("my", "our", "your"))


def cues(passage: Passage) -> Iterator[Cue]:
    """The cues that lead in a sentence, with whoever reckons; what the writer reckons has none."""
    for low, high in passage.sentences:
        noun, owner = _reckoning(passage, low), None
        if noun is not None:
            owner = _owner(passage, noun)
        if noun is None or owner is None:
            continue
        comma = max(passage.subtree(noun)[1], noun + 1)
        start, end = comma + 1, without_stops(passage, comma + 1, high)
        if comma < high and passage.words[comma] == "," and finite(passage, start, end):
            speaker = passage.subtree(owner)
            yield Cue(noun, passage.lower[noun], speaker, start, end, "by somebody's reckoning", owner)


def _reckoning(passage: Passage, low: int) -> int | None:
    """The noun of what leads in the sentence: "By …", "In …", "Based on …"."""
    link = low + (passage.lower[low] == "based")
    if passage.lower[link : link + 1] not in (["by"], ["in"], ["on"]):
        return None
    noun = passage.child(link, "pobj")
    told = noun is not None and singular(passage.words[noun]) in words("speech", "reckoning")
    return noun if told and sentence_range(passage, link)[0] == low else None


def _owner(passage: Passage, noun: int) -> int | None:
    whose = passage.child(noun, "poss")
    if whose is None:
        of = next((c for c in passage.children[noun] if passage.lower[c] in ("of", "by")), None)
        whose = None if of is None else passage.child(of, "pobj")
    return None if whose is None or passage.lower[whose] in _WRITER else whose
