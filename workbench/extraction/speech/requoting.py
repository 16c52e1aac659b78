"""Words in marks that nothing beside them attributes, and that stand in a longer quotation of the story as well."""

import re
from collections import defaultdict

from workbench.extraction.candidate import Candidate, Reading

FEWEST = 3
"""Fewest words that are known again, as a heading or a question repeats them."""
MOST = 20
"""Most quotations that are compared for having the same three words."""
_WORDS = re.compile(r"[^\W_]+")
_RULE = "whoever is quoted with the same words"


def attribute(quotations: list[Candidate]) -> None:
    """Give each quotation without a cue of its own the speaker of the longer one that holds its words."""
    told: dict[tuple[str, ...], list[tuple[list[str], Candidate]]] = defaultdict(list)
    loose = []
    for quotation in quotations:
        words = _WORDS.findall(quotation.passage.text[quotation.start : quotation.end].lower())
        if quotation.speaker is None or not quotation.readings[0].words:
            loose.append((words, quotation))
            continue
        for at in range(len(words) - FEWEST + 1):
            told[tuple(words[at : at + FEWEST])].append((words, quotation))
    for words, quotation in loose:
        same = told[tuple(words[:FEWEST])][:MOST] if tuple(words[:FEWEST]) in told else []
        speakers = {longer.speaker for spoken, longer in same if _holds(spoken, words)}
        if len(speakers) == 1 and (speaker := speakers.pop()) != quotation.speaker:
            quotation.speaker, quotation.cue = speaker, None
            quotation.readings = [Reading("speaker", "", _RULE), Reading("cue", "", _RULE)]


def _holds(longer: list[str], words: list[str]) -> bool:
    return len(longer) > len(words) and f" {' '.join(words)} " in f" {' '.join(longer)} "
