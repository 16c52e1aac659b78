"""What is reported: its stretch, and the shape in which it was seen."""

from typing import NamedTuple

from workbench.extraction.grammar.subjects import sentence_range
from workbench.extraction.speech.endings import end_of_report
from workbench.extraction.text.passage import Passage

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
ACCORDING = "according to a source"
AS_SAID = "as a source said"
BEHIND = "a clause behind a verb of speech"
BEHIND_THAT = 'a clause behind "that"'
ASTRAY = "a clause further behind a verb of speech"
IN_FRONT = "a clause before its cue"
DOING = "what somebody says they did"
PROMISE = "a promise or request"
PASSIVE = "a passive with its agent"
NOUN = "what a noun says"
NOUN_PHRASE = "a noun phrase behind a verb of speech"


class Report(NamedTuple):
    """The half-open token range of what is reported, and the shape that was seen."""

    low: int
    high: int
    rule: str


def finite(passage: Passage, low: int, high: int) -> bool:
    """Whether a verb of the stretch has a tense."""
    return any(passage.tags[t] in FINITE for t in range(low, high))


def from_verb(passage: Passage, token: int, start: int, rule: str) -> Report | None:
    """What the cue `token` reports from `start` on, without a leading "that"; None where nothing is left of it."""
    _, high = sentence_range(passage, token)
    tells = rule not in (NOUN_PHRASE, DOING, PROMISE)
    end = end_of_report(passage, token, start, high, astray=rule is ASTRAY, clause=tells, promise=rule is PROMISE)
    stands_alone = passage.deps[start] != "mark" and passage.tags[start + 1 : start + 2] in ([tag] for tag in FINITE)
    if start < high and passage.lower[start] == "that" and not stands_alone:
        start += 1
    parted = ";" in passage.words[token:start]
    return Report(start, end, rule) if start < end and not parted else None
