"""A claim: one checkable assertion in a revision's text, with the fields of its kind."""

import re
from enum import StrEnum
from typing import Self

from pydantic import field_validator, model_validator
from sqlmodel import Field

from workbench.domain.values import Frozen, Moment, Value

DECIMAL = re.compile(r"-?\d{1,40}(\.\d{1,40})?")
_POINT = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-W(0[1-9]|[1-4]\d|5[0-3]))?"
DATE = re.compile(rf"{_POINT}(/{_POINT})?")
"""ISO 8601 at the precision the story gives: day, month, year, week, or a closed span of these."""


class Kind(StrEnum):
    """What a claim asserts, as the vocabulary lists it."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    MEASURE = "measure"
    RANK = "rank"
    DATE = "date"
    QUOTE = "quote"
    ATTRIBUTED = "attributed"
    IDENTITY = "identity"
    STATEMENT = "statement"


class Bound(StrEnum):
    """How a figure is meant: "about 30", "more than 30"."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


class Stretch(StrEnum):
    """Which stretch of the story a span counts its characters in."""

    TITLE = "title"
    TEXT = "text"


class Sentence(Frozen):
    """Half-open character offsets of one sentence in the text, and why it is worth checking."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    checkworthiness: float = Field(ge=0, le=1)
    signals: dict[str, float] = Field(default_factory=dict)


class Claim(Value):
    """One checkable assertion. `start` and `end` are half-open character offsets into the stretch named by `inside`.

    Invariant: `revision.text[start:end] == text` (or the title's). Amounts are decimal text, dates ISO 8601 text;
    fields that a kind does not have are None. `sentence` is the place of its sentence in the text, from 0; None in
    a title. `signals` are the named log-odds of this claim alone; they add to its sentence's. `before` and `after`
    are up to 32 characters of context on either side (a W3C text-quote selector). `added_by` and `added_at` say who
    added a claim that the machine missed, and when.
    """

    revision_id: int | None = None
    extraction_id: int | None = None
    number: int = Field(default=1, ge=1)
    inside: Stretch = Stretch.TEXT
    kind: Kind
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    text: str = Field(min_length=1)
    before: str = Field(default="", max_length=32)
    after: str = Field(default="", max_length=32)
    label: str
    about: list[str] = Field(default_factory=list)
    amount: str | None = None
    amount_high: str | None = None
    unit: str | None = None
    bound: Bound | None = None
    date: str | None = None
    speaker: str | None = None
    cue: str | None = None
    person: str | None = None
    role: str | None = None
    sentence: int | None = None
    checkworthiness: float = Field(default=0.0, ge=0, le=1)
    signals: dict[str, float] = Field(default_factory=dict)
    added_by: int | None = None
    added_at: Moment | None = None

    @field_validator("amount", "amount_high")
    @classmethod
    def _decimal_text(cls, value: str | None) -> str | None:
        if value is not None and not DECIMAL.fullmatch(value):
            raise ValueError(f"an amount is written as decimal text, got {value[:60]!r}")
        return value

    @field_validator("date")
    @classmethod
    def _iso_date(cls, value: str | None) -> str | None:
        if value is not None and not DATE.fullmatch(value):
            raise ValueError(f"a date is written in ISO 8601, got {value[:60]!r}")
        return value

    @model_validator(mode="after")
    def _span_holds_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"a span of {self.end - self.start} characters can't hold {len(self.text)}")
        return self


class Extraction(Value):
    """One run of the extractor over one revision: what made the claims, so that they can be explained later."""

    revision_id: int | None = None
    model: str
    model_version: str
    spacy_version: str
    rules_version: str
    sentences: list[Sentence] = Field(default_factory=list)
    at: Moment | None = None


class Extracted(Frozen):
    """What the extractor found in one story: the run, and its claims in the order of the story, title first."""

    extraction: Extraction
    claims: list[Claim] = Field(default_factory=list)
