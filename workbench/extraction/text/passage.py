"""A parsed piece of a story, as plain lists that rules can read without the parser."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from sys import intern
from typing import TYPE_CHECKING

from workbench.domain.claim import Stretch
from workbench.extraction.text.spelled import spelled

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NO_END = frozenset({"JJ", "DT", "IN", "CC", "PRP$", ",", "MD", "TO", "WDT", "$", "HYPH"})
"""Tags of words that no sentence ends with, whatever the parser says."""
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


LOOKALIKES = str.maketrans({"ı": "i", "İ": "I", "ſ": "s", "\u212a": "K", "\u00b5": "\u03bc"})
"""Letters that a pattern takes for others where it ignores case, though no word list holds them: one for one."""
_ALIKE = "".join(map(chr, LOOKALIKES))


@dataclass(slots=True, frozen=True)
class Entity:
    """A name that the model or the story's own register sees: token range and type."""

    low: int
    high: int
    type: str


@lru_cache(maxsize=65536)
def _lower(word: str) -> str:
    """The word in small letters, as one string for all."""
    return intern(word.lower().replace("’", "'"))


@dataclass
class Passage:
    """One piece of a story. Every list has one place per token; white space is no token.

    `starts` and `ends` are characters in `text`, which stands at `offset` in the stretch that `inside` names. `text` is
    what patterns read, with LOOKALIKES as plain letters; `written` is as long, and holds the story's own characters;
    `prose`, again as long, those with the capitals of a sentence where they stand in a headline.
    `heads` are token numbers (a root is its own head), `tags` Penn Treebank tags, `deps` ClearNLP labels.
    `sentences` are half-open token ranges.
    """

    inside: Stretch
    offset: int
    text: str
    words: list[str]
    starts: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    entities: list[Entity]
    sentences: list[tuple[int, int]]
    written: str = ""
    prose: str = ""
    number: int = 0
    lower: list[str] = field(init=False)
    ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.written = self.written or self.text
        self.prose = self.prose or self.written
        # A story's passages are all held at once, and most words stand in it many times: one string serves for all.
        self.lower = list(map(_lower, self.words))
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def plain(self) -> str:
        """The text in small letters, as long as it: a pattern of such is found twice as fast as one without case."""
        return self.text.lower()

    @cached_property
    def spelled(self) -> frozenset[str]:
        """The words of the text, and its digits as noughts: what a rule needs that is not among them is not there."""
        return spelled(self.text)

    @cached_property
    def children(self) -> Sequence[Sequence[int]]:
        """For each token the tokens that hang on it, in order."""
        below: list[list[int] | tuple[()]] = [()] * len(self.words)
        for token, head in enumerate(self.heads):
            if head != token:
                if beside := below[head]:
                    beside.append(token)
                else:
                    below[head] = [token]
        return below

    @cached_property
    def entity_at(self) -> list[Entity | None]:
        """For each token the name it belongs to, or None."""
        names: list[Entity | None] = [None] * len(self.words)
        for entity in self.entities:
            names[entity.low : entity.high] = [entity] * (entity.high - entity.low)
        return names

    @cached_property
    def entity_of(self) -> list[str]:
        """For each token the type of the name it belongs to, or an empty string."""
        return [entity.type if entity else "" for entity in self.entity_at]

    def rename(self, entities: list[Entity]) -> None:
        """Take these for the names of the passage."""
        self.entities = sorted(entities, key=lambda entity: entity.low)
        for derived in ("entity_at", "entity_of"):
            self.__dict__.pop(derived, None)

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each token the place of its sentence in `sentences`."""
        return [place for place, (low, high) in enumerate(self.sentences) for _ in range(low, high)]

    def token_at(self, char: int) -> int:
        """The token that holds this character, or the last one before it (0 where there is none)."""
        return max(0, bisect_right(self.starts, char) - 1)

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the tokens that touch the characters from `start` to `end`."""
        low = max(0, bisect_right(self.starts, start) - 1)
        if low < len(self.words) and self.ends[low] <= start:
            low += 1
        high = bisect_right(self.starts, end - 1)
        return (low, high) if low < high else (low, low)

    def slice(self, low: int, high: int) -> str:
        """The text of the tokens from `low` up to `high`."""
        return self.prose[self.starts[low] : self.ends[high - 1]] if low < high else ""

    def subtree(self, token: int) -> tuple[int, int]:
        """The half-open token range from the first to the last token under this one, itself included."""
        return self._subtrees[token]

    @cached_property
    def _subtrees(self) -> list[tuple[int, int]]:
        """For each token its subtree: all at once, as rules ask for most of them, and often again."""
        heads, children = self.heads, self.children
        downwards = [token for token, head in enumerate(heads) if head == token]
        for token in downwards:
            downwards += children[token]
        lows, lasts = [*range(len(heads))], [*range(len(heads))]
        for token in reversed(downwards):
            head = heads[token]
            if lows[head] > (low := lows[token]):
                lows[head] = low
            if lasts[head] < (last := lasts[token]):
                lasts[head] = last
        return [(low, last + 1) for low, last in zip(lows, lasts, strict=True)]

    def child(self, token: int, *deps: str) -> int | None:
        """The first token that hangs on this one by one of these labels."""
        for child in self.children[token]:
            if self.deps[child] in deps:
                return child
        return None

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above this token, nearest first."""
        while (head := self.heads[token]) != token:
            yield head
            token = head


_READ: list[int | str] = ["IS_SPACE", "IDX", "LENGTH", "TAG", "DEP", "SENT_START", "HEAD"]
_NAMES: dict[int, str] = {}
"""The names of tags and labels by spaCy's numbers for them, which do not differ between models."""


def from_doc(doc: "Doc", inside: Stretch, offset: int, text: str, written: str) -> Passage:
    """The passage that the parser made of `text` (of which `doc` holds the readable form, equally long).

    `written` is how the story has it, again equally long.
    """
    # One table at once: asking spaCy token by token takes twice as long.
    table = doc.to_array(_READ)
    kept = (table[:, 0] == 0).nonzero()[0]
    place = None
    if len(kept) < len(table):
        place, table = {token: n for n, token in enumerate(kept.tolist())}, table[kept]
    _, starts, lengths, tag_ids, dep_ids, begun, _ = table.T.tolist()
    # spaCy writes how far off a token's head stands, a negative number as an unsigned one.
    heads = (kept + table[:, -1].astype("int64")).tolist()
    for number in {*tag_ids, *dep_ids}.difference(_NAMES):
        _NAMES[number] = intern(doc.vocab.strings[number])
    tags = [_NAMES[number] for number in tag_ids]
    begins = [n for n, begin in enumerate(begun) if n == 0 or (begin == 1 and tags[n - 1] not in _NO_END)]
    return Passage(
        inside=inside,
        offset=offset,
        text=text.translate(LOOKALIKES) if not text.isascii() and any(map(text.__contains__, _ALIKE)) else text,
        written=written,
        prose=text,
        words=[intern(text[start : start + length]) for start, length in zip(starts, lengths, strict=True)],
        starts=starts,
        tags=tags,
        deps=[_NAMES[number] for number in dep_ids],
        heads=[place.get(head, n) for n, head in enumerate(heads)] if place else heads,
        entities=list(_named(doc, place)),
        sentences=list(zip(begins, [*begins[1:], len(kept)], strict=True)),
    )


def _named(doc: "Doc", place: dict[int, int] | None) -> Iterator[Entity]:
    """The names that the model sees, in the places of their tokens that are no white space."""
    for name in doc.ents:
        inner = [place[token] for token in range(name.start, name.end) if token in place] if place else []
        if inner or not place:
            low, high = (inner[0], inner[-1] + 1) if place else (name.start, name.end)
            yield Entity(low, high, name.label_)
