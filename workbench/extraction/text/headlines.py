"""Headlines whose words all have capitals, written as a sentence would write them: so the model reads no names in them.

How a word is written the story's own text tells: "Jobless Rate Falls in Ohio" becomes "Jobless rate falls in Ohio".
"""

import re
from collections import Counter
from dataclasses import dataclass

from workbench.extraction.lexicon import words

LONG = 4
"""Fewest letters of a word that such a headline surely writes with a capital."""
FEWEST = 3
"""Fewest words so long that make it one."""
LONGEST = 300
"""Most characters of a headline."""
READ = 40_000
"""Most characters of the text that are looked at for how it writes a word."""
CLEARLY = 4
"""How many times as often the text must write a word small that it also writes with a capital."""
STEM = 5
"""Letters by which one word is known for a form of another: "rises", "rising"."""
_ENDINGS = ("ly", "ing", "ed", "ness", "tion", "tions", "ment", "ments")
"""How words end that are hardly names, if the text does not know them."""
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"(?<![\w’'])[a-z]{2,}")
_BEGUN = re.compile(r"\b[A-Z][a-z]+")
_GREAT = re.compile(r"(?<=[a-z,;] )(?:[^\W\d_]+-)*[A-Z][^\W\d_]+")


def is_headline(piece: str) -> bool:
    """Whether all its longer words have capitals, and no stop ends it."""
    if len(piece) > LONGEST or piece.endswith("."):
        return False
    longer = [word for word in _WORD.findall(piece) if len(word) >= LONG]
    return len(longer) >= FEWEST and all(word[0].isupper() for word in longer)


@dataclass(frozen=True)
class Casing:
    """How a story's text writes its words.

    `small` is how often each stands in small letters, `great` how often inside a sentence with which capitals, both by
    the word in small letters; `begun` are those that the text only begins sentences with, `stems` the first letters of
    words that it never writes with a capital.
    """

    small: Counter[str]
    great: dict[str, Counter[str]]
    begun: frozenset[str]
    stems: frozenset[str]

    def as_prose(self, headline: str) -> str:
        """The headline as a sentence would write it, as long as it is."""
        shouted = headline.upper() == headline
        first = _WORD.search(headline)
        begins = first.start() if first else 0
        return _WORD.sub(lambda found: self._written(found.group(), found.start() == begins, shouted), headline)

    def _written(self, word: str, begins: bool, shouted: bool) -> str:
        small = word.lower()
        if not word[0].isupper() or len(small) != len(word) or (len(word) == 1 and word != "A"):
            return word
        great = self.great.get(small, Counter())
        likeliest = max(great, key=great.__getitem__, default=word.capitalize() if shouted else word)
        if begins or (word.isupper() and not shouted):
            return likeliest if shouted else word
        least = great.total() * (1 if small in words("headlines", "small") else CLEARLY)
        often = self.small[small] >= least if great else self._is_known(small)
        return small if often else likeliest

    def _is_known(self, small: str) -> bool:
        """Whether the text or our own lists write small a word that the text never writes with a capital."""
        if small in self.small or small in words("headlines", "small") | words("headlines", "superlatives"):
            return True
        if small in self.begun:
            return False
        return small.endswith(_ENDINGS) or (len(small) >= STEM and small[:STEM] in self.stems)


def casing(text: str) -> Casing:
    """How this text writes its words; what stands in its own headlines counts for nothing."""
    prose = "\n".join(line for line in text[:READ].split("\n") if not is_headline(line.strip()))
    great: dict[str, Counter[str]] = {}
    for found in _GREAT.finditer(prose):
        for word in _WORD.findall(found.group()):
            if word[0].isupper():
                great.setdefault(word.lower(), Counter())[word] += 1
    small = Counter(_SMALL.findall(prose))
    begun = {word.lower() for word in _BEGUN.findall(prose)} - small.keys()
    named = {word[:STEM] for word in (*great, *begun)}
    return Casing(small, great, frozenset(begun), frozenset(word[:STEM] for word in small) - named)
