"""A word that reports what somebody said."""

from dataclasses import dataclass


@dataclass(slots=True)
class Cue:
    """A word that reports: its token, itself in lower case, and the token range of who speaks (None if unseen).

    `low` and `high` are the token range of what it reports, None where nothing but a quotation can be meant.
    `rule` names the shape that was seen. `subject` is the token of who speaks, None where it is not the verb's own.
    """

    token: int
    word: str
    speaker: tuple[int, int] | None
    low: int | None
    high: int | None
    rule: str
    subject: int | None = None
