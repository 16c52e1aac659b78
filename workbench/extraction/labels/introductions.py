"""By which name a story introduces what it calls "the poll" later: "the Norlund poll", "the Lund Stadium"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from workbench.domain.claim import Stretch
from workbench.extraction.grammar.nouns import base_phrase, singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.labels.taught import same_as
from workbench.extraction.labels.topics import NO_NAME
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, Passage

LONGEST = 3
"""Most words of a name with a noun behind it: longer ones leave a label no room."""
LONGEST_NAME = 4
"""Most words of a name in which the noun is the last."""
NEAR = 1
"""Most passages back to the name where the story gives the noun to several."""
_POINTING = ("the", "this", "that", "these", "those")


class Introduction(NamedTuple):
    """Where a story says the noun of a thing that it has not named before, by passage and token, and the thing's name.

    The name is empty for one of many ("a poll") and for another sort ("the opinion poll").
    """

    passage: int
    token: int
    name: str


class Introductions:
    """The names that a story gives to the nouns of its things."""

    def __init__(self, passages: Sequence[Passage]):
        self._passages = passages
        self._read: dict[str, list[Introduction]] = {}

    def name(self, passage: Passage, token: int) -> str:
        """The name of what the bare noun at this token means, "the poll"; empty where it was last named otherwise."""
        return self.named(passage, token) if _is_bare(passage, token) else ""

    def named(self, passage: Passage, token: int) -> str:
        """The same for a noun of which something else says that it is a known one: "next year's contest"."""
        noun = passage.lower[token]
        if noun in words("labels", "never_short") or is_role(passage, token):
            return ""
        for one in (noun, *sorted(same_as(noun) - {noun})):
            known = self._of(one)
            before = known[: bisect_left(known, (passage.number, token, ""))]
            if before:
                return self._last(before, passage)
        return ""

    def _last(self, before: list[Introduction], passage: Passage) -> str:
        last, others = before[-1], {one.name for one in before}
        return last.name if len(others - {""}) == 1 or last.passage >= passage.number - NEAR else ""

    def _of(self, noun: str) -> list[Introduction]:
        if noun not in self._read:
            self._read[noun] = [*self._introduced(noun)]
        return self._read[noun]

    def _introduced(self, noun: str) -> Iterator[Introduction]:
        for passage, token in self._places.get(noun, ()):
            before = range(base_phrase(passage, token).low, token)
            name = _named(passage, token, before)
            if name or (passage.tags[token] != "NNS" and _is_other(passage, before)):
                most = LONGEST_NAME if passage.tags[token] == "NNP" else LONGEST
                yield Introduction(passage.number, token, name if len(name.split()) <= most else "")

    @cached_property
    def _places(self) -> dict[str, list[tuple[Passage, int]]]:
        """Where each noun stands that has none behind it."""
        found: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
        # A headline's capitals are no sure sign of a name.
        for passage in (one for one in self._passages if one.inside is not Stretch.TITLE):
            for token, tag in enumerate(passage.tags):
                if tag in ("NN", "NNP", "NNS") and passage.deps[token] != "compound":
                    noun = passage.lower[token]
                    found[singular(noun) if tag == "NNS" else noun].append((passage, token))
        return found


def _is_bare(passage: Passage, token: int) -> bool:
    """Whether nothing beside the noun says which one is meant: no "attack in Riga", no "law that she signed"."""
    phrase = base_phrase(passage, token)
    behind = () if passage.words[token + 1 : token + 2] == [","] else passage.children[token]
    told = any(child > token and passage.deps[child] in ("prep", "relcl", "acl") for child in behind)
    return not told and phrase.low == token - 1 and passage.lower[phrase.low] in _POINTING


def _is_other(passage: Passage, before: range) -> bool:
    """Whether the words before a noun say that it is not the one told of before: "a", "the other", "the opinion"."""
    said = {passage.lower[t] for t in before}
    unnamed = not said.isdisjoint(words("labels", "unnamed") | words("labels", "others"))
    return unnamed or any(passage.tags[t] in NOUNS and passage.entity_of[t] not in NO_NAME for t in before)


def _named(passage: Passage, token: int, before: range) -> str:
    """The name that ends in this noun, or stands before it: "Lund Stadium", "Norlund poll", "Lund’s plan"."""
    if passage.tags[token] == "NNP":
        return _trimmed(passage, _start(passage, token), token + 1)
    named = [t for t in before if _is_name(passage, t)]
    if not named or passage.words[named[0] - 1] in ("-", "“", '"'):
        return ""
    owner = next((t for t in before if passage.tags[t] == "POS"), None)
    noun = singular(passage.lower[token]) if passage.tags[token] == "NNS" else passage.lower[token]
    if owner is None:
        whole = passage.entity_at[named[0]]
        # "Union" of "State of the Union address".
        return f"{_trimmed(passage, whole.low if whole else named[0], token)} {noun}"
    if owner < named[0]:
        return ""
    whose = _trimmed(passage, named[0], owner)
    return f"{whose}{'’' if whose.endswith('s') else '’s'} {noun}"


def _start(passage: Passage, token: int) -> int:
    """Where the name begins that ends here; behind it where it goes on, is somebody's or is one word."""
    name = passage.entity_at[token]
    if name is not None:
        return name.low if name.high == token + 1 and name.type not in (*NO_NAME, "PERSON") else token + 1
    low = token
    while passage.tags[low - 1] == "NNP" and passage.entity_at[low - 1] is None and _is_name(passage, low - 1):
        low -= 1
    alone = low == token or passage.tags[token + 1 : token + 2] == ["NNP"]
    return token + 1 if alone else low


def _is_name(passage: Passage, token: int) -> bool:
    """Whether the word belongs to a name; of one that the model does not know its capital says so."""
    if kind := passage.entity_of[token]:
        return kind not in NO_NAME
    first = passage.sentences[passage.sentence_of[token]][0]
    return token > first and passage.words[token][0].isupper() and passage.tags[token] in ("NNP", "JJ")


def _trimmed(passage: Passage, low: int, high: int) -> str:
    return passage.slice(low + (low < high and passage.lower[low] in ("the", "a", "an")), high)
