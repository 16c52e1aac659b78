"""Sources and the evidence taken from them."""

from enum import StrEnum

from sqlmodel import Field

from workbench.domain.values import Moment, Value


class Tier(StrEnum):
    """How near a source stands to the thing itself."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class Stance(StrEnum):
    """What a passage does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Source(Value):
    """Where evidence comes from: an outlet, a body, a data set, a person. `origin` is who it goes back to."""

    name: str = Field(min_length=1, max_length=500)
    tier: Tier = Tier.SECONDARY
    origin: str | None = Field(default=None, max_length=500)
    url: str | None = Field(default=None, max_length=2000)
    at: Moment


class Evidence(Value):
    """A passage of a source that supports, refutes or gives context to one claim.

    `words` are the source's exact words; `locator` says where they stand (page, paragraph, timestamp, cell).
    `key` is the id that the sender gave it, so that the same evidence sent twice counts once.
    """

    claim_id: int
    source_id: int
    stance: Stance
    words: str = Field(min_length=1, max_length=20_000)
    locator: str = Field(default="", max_length=500)
    person_id: int
    key: str = Field(max_length=100)
    at: Moment
    withdrawn_at: Moment | None = None
