"""A story as it was handed in, and the states of its text."""

from datetime import date

from sqlmodel import Field

from workbench.domain.values import Frozen, Moment, Sha256, Value

FIELDS = ("title", "author", "publisher", "published", "url")
"""The fields of an article that are read from its file, and can be put right by hand."""


class Original(Value):
    """The bytes of a story exactly as they came, with their media type and SHA-256."""

    name: str = Field(max_length=500)
    media_type: str = Field(max_length=100)
    sha256: Sha256
    size: int = Field(ge=0)
    data: bytes = Field(default=b"", repr=False)


class Reading(Frozen):
    """What `documents` made of one story: its fields, where each came from, and its clean text.

    `origins` names for each field that was found where it was read ("document properties", "first line");
    `guesses` lists those of them that are only a guess. `outside_id` is the id the story had elsewhere.
    """

    title: str = Field(default="", max_length=1000)
    author: str | None = Field(default=None, max_length=500)
    publisher: str | None = Field(default=None, max_length=500)
    published: date | None = None
    url: str | None = Field(default=None, max_length=2000)
    outside_id: str | None = Field(default=None, max_length=500)
    text: str = Field(min_length=1, repr=False)
    origins: dict[str, str] = Field(default_factory=dict)
    guesses: list[str] = Field(default_factory=list)
    original: Original


class Article(Value):
    """A story as it was handed in. Its fields can be put right; its text lives in revisions, which can't.

    `fingerprint` is the SHA-256 of the first revision's clean text. `to_confirm` holds other values for a field
    that came with a second handing-in of the same text. `reference` is the id that was handed in with the story
    or the first 16 digits of the original's SHA-256. `runs_at` is the time by which the story runs.
    """

    reference: str = Field(max_length=500)
    title: str = Field(max_length=1000)
    author: str | None = Field(default=None, max_length=500)
    publisher: str | None = Field(default=None, max_length=500)
    published: date | None = None
    url: str | None = Field(default=None, max_length=2000)
    came_from: str = Field(max_length=2000)
    origins: dict[str, str] = Field(default_factory=dict)
    guesses: list[str] = Field(default_factory=list)
    to_confirm: dict[str, str] = Field(default_factory=dict)
    fingerprint: Sha256
    is_example: bool = False
    handed_in_at: Moment
    handed_in_by: int | None = None
    withdrawn_at: Moment | None = None
    erased_at: Moment | None = None
    runs_at: Moment | None = None


class Revision(Value):
    """One state of an article's text; frozen once stored. `number` counts from 1 within the article."""

    article_id: int | None = None
    original_id: int | None = None
    number: int = Field(default=1, ge=1)
    title: str = Field(max_length=1000)
    text: str = Field(repr=False)
    sha256: Sha256
    at: Moment
