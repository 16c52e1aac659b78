"""The acts that a browser sends, each on one claim and with a key of its own."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter

from workbench.domain.claim import Stretch
from workbench.domain.evidence import Stance, Tier
from workbench.domain.rating import Rating
from workbench.domain.values import Id

Reason = Annotated[str, Field(max_length=20_000)]


class _Item(BaseModel):
    """One act on one claim.

    `seen_version` is how many reviews of the claim the reader knew of, `seen_words` how often it had been put right by
    then; None where the browser does not say. `person` is who did it: a tab may keep acts over a change of who is
    signed in.
    """

    key: str = Field(min_length=1, max_length=100)
    person: int | None = None
    claim: Id
    seen_version: int | None = None
    seen_words: int | None = None


class Rate(_Item):
    """A rating, with the reason typed before it."""

    act: Literal["rate"]
    rating: Rating
    reason: Reason = ""
    none_found: bool = False


class Dismiss(_Item):
    """A dismissal: no claim after all."""

    act: Literal["dismiss"]
    reason: Reason = ""


class Undo(_Item):
    """Takes back the reader's newest review of the claim."""

    act: Literal["undo"]


class Remark(_Item):
    """A comment on the claim."""

    act: Literal["comment"]
    text: str


class Correct(_Item):
    """Other values for some of the claim's fields."""

    act: Literal["correct"]
    fields: dict[str, str | int]
    reason: Reason = ""


class AddClaim(_Item):
    """A claim that the machine missed; `claim` is 0, since it has no number yet."""

    act: Literal["add"]
    article: Id
    inside: Stretch
    start: int
    end: int
    fields: dict[str, str]


class AddEvidence(_Item):
    """One passage of a source."""

    act: Literal["evidence"]
    source: str
    stance: Stance
    words: str
    locator: str = ""
    tier: Tier = Tier.SECONDARY
    origin: str = ""
    url: str = ""
    snapshot: Id | None = None
    keep: bool = False
    also: list[Id] = Field(default_factory=list, max_length=200)


class UseEvidence(_Item):
    """Evidence that is there already, for this claim as well."""

    act: Literal["use_evidence"]
    evidence: Id
    stance: Stance | None = None


class CorrectEvidence(_Item):
    """Other words, place or stance for one evidence of the claim."""

    act: Literal["correct_evidence"]
    evidence: Id
    words: str
    locator: str = ""
    stance: Stance
    everywhere: bool = False


class WithdrawEvidence(_Item):
    """Takes one evidence of the claim back, or the same passage of every claim."""

    act: Literal["withdraw_evidence"]
    evidence: Id
    reason: Reason = ""
    everywhere: bool = False


class KeepPage(_Item):
    """Keeps the page that one evidence of the claim was taken from."""

    act: Literal["keep_page"]
    evidence: Id


class CheckLinks(_Item):
    """Looks whether the addresses of these sources still answer."""

    act: Literal["check_links"]
    sources: list[Id] = Field(max_length=500)


Around = UseEvidence | CorrectEvidence | WithdrawEvidence | KeepPage | CheckLinks
Item = Annotated[Rate | Dismiss | Undo | Remark | Correct | AddClaim | AddEvidence | Around, Field(discriminator="act")]
READ: TypeAdapter[Item] = TypeAdapter(Item)
"""Reads one act as the browser sent it; ValidationError where it is none."""
