"""What a number with a noun behind it counts: the head noun, or the one that the number makes an adjective of."""

import re

from workbench.extraction.grammar.nouns import Phrase, noun_name
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.persons import PERSON
from workbench.extraction.text.passage import Passage

_MADE = ("JJ", "VBN", "VBD")
_MANY = ("crowd", "audience", "congregation")
CROWD = 12
"""The number from which on "strong" behind it says how many people make up a body: "a 1,800 strong crowd"."""
# "side" in "sided", "blade" in "bladed": one vowel and one consonant had an "e" behind them.
_LOST_E = re.compile(r"[^aeiou][aeiou][^aeiouwxyr]$")


def unit(passage: Passage, figure: Figure, phrase: Phrase) -> str:
    """What is counted: the head noun, or in "a 12-page document" the noun that the number makes an adjective of."""
    first = phrase.low
    hyphen = passage.words[first - 1] == "-"
    if passage.lower[first] == "strong" and (
        hyphen or (passage.tags[phrase.head] == "NN" and figure.low.value > CROWD)
    ):
        return PERSON
    if passage.lower[phrase.head] in _MANY and passage.tags[phrase.head] == "NN" and figure.low.value > CROWD:
        return PERSON
    if passage.lower[phrase.head] == "olds":
        return passage.text[passage.starts[first] : passage.ends[phrase.head]].removesuffix("s")
    if hyphen and phrase.high - first > 1 and passage.lower[first].endswith("ed") and passage.tags[first] in _MADE:
        return _had(passage.lower[first])
    plain = passage.tags[phrase.head] == "NN" or hyphen
    hangs = phrase.high - phrase.low > 1 and plain and passage.tags[first] == "NN"
    counted = hangs and figure.low.value > 1 and (not figure.low.scaled or hyphen)
    return noun_name(passage, first if counted else phrase.head)


def _had(word: str) -> str:
    """The noun in "-pronged", "-sided", "-legged": what a thing has so many of."""
    bare = word.removesuffix("ed")
    if bare[-2:-1] == bare[-1:] and bare[-1:] not in "sle":
        return bare[:-1]
    return f"{bare}e" if _LOST_E.search(bare) else bare
