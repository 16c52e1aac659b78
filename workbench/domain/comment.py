"""What people say to each other about a claim."""

from sqlmodel import Field

from workbench.domain.values import Moment, Value


class Comment(Value):
    """One remark about a claim, and whom it calls (`mentions`, ids of people). Never changed.

    `key` is the id that the sender gave it, so that the same comment sent twice counts once.
    """

    claim_id: int
    person_id: int
    text: str = Field(min_length=1, max_length=20_000)
    mentions: list[int] = Field(default_factory=list)
    key: str = Field(max_length=100)
    at: Moment
