"""Numbers on a named scale, which is their unit: "a magnitude of 6.4", "6.4-magnitude", "7.1 on the Richter scale"."""

import re

from workbench.extraction.lexicon import words
from workbench.extraction.numbers.ages import Read
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.text.passage import Passage

_BEFORE = re.compile(r"\b(?P<name>[A-Za-z]\w*)(?:-|\s+)(?:of\s+|was\s+|is\s+)?$")
_BEHIND = re.compile(r"[\s-]+(?P<name>[A-Za-z]\w*)")
_RICHTER = re.compile(r"\s+on\s+the\s+(?:open-ended\s+)?(?:Richter|moment\s+magnitude)(?:\s+(?:magnitude\s+)?scale)?\b")
# "a 6.4 earthquake", "the quake measured 6.4": of magnitude, though it is not said.
_QUAKE = r"(?:earthquake|quake|tremor|temblor|aftershock|foreshock)s?\b"
_OF_QUAKE = re.compile(rf"[\s-]{_QUAKE}", re.IGNORECASE)
_QUAKE_MEASURED = re.compile(
    rf"\b{_QUAKE}[^.;:\d]{{0,40}}\b(?:measur(?:ed|es|ing)|register(?:ed|s|ing)|record(?:ed)?\s+at|was)\s+(?:at\s+)?$",
    re.IGNORECASE,
)
STRONGEST = 10
"""No earthquake is of more."""
FARTHEST = 40
"""Most characters from the name of a scale to its number."""


def read(passage: Passage, figure: Figure) -> Read | None:
    """The scale that the number is on, its name as unit, or None."""
    if found := _RICHTER.match(passage.text, figure.end):
        return "magnitude", found.end(), "a named scale"
    if found := before(passage, figure):
        return _unit(found["name"]), figure.end, "a named scale"
    if figure.low.form == "digits" and figure.low.value < STRONGEST and _is_of_quake(passage.text, figure):
        return "magnitude", figure.end, "a magnitude"
    behind = _BEHIND.match(passage.text, figure.end)
    return (_unit(behind["name"]), behind.end(), "a named scale") if behind and _is_scale(behind["name"]) else None


def _is_of_quake(text: str, figure: Figure) -> bool:
    if "." in text[figure.start : figure.end] and _OF_QUAKE.match(text, figure.end):
        return True
    return _QUAKE_MEASURED.search(text, max(0, figure.hedge_start - 70), figure.hedge_start) is not None


def before(passage: Passage, figure: Figure) -> re.Match[str] | None:
    """Where a scale's name stands right before the number, or before its "of"."""
    if figure.low.form != "digits":
        return None
    found = _BEFORE.search(passage.text, max(0, figure.hedge_start - FARTHEST), figure.hedge_start)
    return found if found and _is_scale(found["name"]) else None


def _is_scale(name: str) -> bool:
    return name.lower() in words("units", "lists.scales")


def _unit(name: str) -> str:
    return name if name == "R0" else name.lower()
