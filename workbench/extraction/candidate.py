"""What a rule hands in: a stretch of a passage, its kind, the fields that were read, and by which rule."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from workbench.domain.claim import Bound, Kind
from workbench.extraction.text.passage import Passage


class Reading(NamedTuple):
    """How one field was read: its name, the words it was read from, and the rule that read them."""

    field: str
    words: str
    rule: str


@dataclass
class Candidate:
    """A claim in the making. `start` and `end` are half-open characters in `passage.text`.

    `rule` names the rule that found it ("money: symbol before the number"); `readings` say how each field was read.
    `core` and `about` are what the label is made of: the figure with its noun, and the names it is about.
    """

    kind: Kind
    passage: Passage
    start: int
    end: int
    rule: str
    amount: str | None = None
    amount_high: str | None = None
    unit: str | None = None
    bound: Bound | None = None
    date: str | None = None
    speaker: str | None = None
    cue: str | None = None
    person: str | None = None
    role: str | None = None
    figure: tuple[int, int] | None = None
    noun: tuple[int, int] | None = None
    label: str = ""
    about: list[str] = field(default_factory=list)
    signals: dict[str, float] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The exact words."""
        return self.passage.written[self.start : self.end]

    @cached_property
    def tokens(self) -> tuple[int, int]:
        """The half-open range of the tokens that the stretch touches. Ask once it will not move any more."""
        return self.passage.tokens_in(self.start, self.end)
