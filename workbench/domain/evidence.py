"""Sources and the evidence taken from them."""

from collections.abc import Sequence
from enum import StrEnum

from sqlmodel import Field

from workbench.domain.values import Frozen, Moment, Sha256, Value


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
    """Where evidence comes from: an outlet, a body, a data set, a person. `origin` is who it goes back to.

    `notes` say how far to trust it. `contact` is confidential: only who has the right sees it, and no report prints it.
    """

    name: str = Field(min_length=1, max_length=500)
    tier: Tier = Tier.SECONDARY
    origin: str | None = Field(default=None, max_length=500)
    url: str | None = Field(default=None, max_length=2000)
    notes: str | None = Field(default=None, max_length=5_000)
    contact: str | None = Field(default=None, max_length=2_000)
    at: Moment

    @property
    def is_primary(self) -> bool:
        """Whether this is the thing itself."""
        return self.tier == Tier.PRIMARY


class Snapshot(Value):
    """The bytes of a page or file as they were when it was cited, and the text that was read from them.

    `url` is where they came from, None for a file handed in. `title` is the page's or the file's own.
    """

    url: str | None = Field(default=None, max_length=2000)
    name: str = Field(max_length=500)
    title: str = Field(default="", max_length=1000)
    media_type: str = Field(max_length=100)
    sha256: Sha256
    size: int = Field(ge=0)
    data: bytes = Field(default=b"", repr=False)
    text: str = Field(default="", repr=False)
    person_id: int
    at: Moment


class LinkCheck(Value):
    """One look at whether an address that evidence was taken from still answers. `says` is what it answered."""

    url: str = Field(max_length=2000)
    alive: bool
    says: str = Field(max_length=500)
    person_id: int
    at: Moment


class LinkState(Frozen):
    """Whether an address answered when somebody last looked. `since` is that look, of a dead one the first in vain."""

    alive: bool
    says: str
    since: Moment


def link_state(looks: Sequence[LinkCheck]) -> LinkState:
    """Where these looks at one address, oldest first and at least one, leave it."""
    last = looks[-1]
    since = last
    for look in reversed(looks):
        if last.alive or look.alive:
            break
        since = look
    return LinkState(alive=last.alive, says=last.says, since=since.at)


class Evidence(Value):
    """A passage of a source that supports, refutes or gives context to one claim.

    `words` are the source's exact words; `locator` says where they stand (page, paragraph, timestamp, cell).
    `key` is the id that the sender gave it, so that the same evidence sent twice counts once. `same_as` is the
    evidence of another claim that this is the same passage as; `snapshot_id` keeps the page or file it stands in.
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
    snapshot_id: int | None = None
    same_as: int | None = None


class Citation(Frozen):
    """One evidence with the source it was taken from."""

    evidence: Evidence
    source: Source
