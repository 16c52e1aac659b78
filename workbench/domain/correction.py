"""What people put right in a claim that the machine found."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import Field

from workbench.domain.claim import Claim
from workbench.domain.values import Moment, Value

WORDED = (
    *("label", "kind", "about", "amount", "amount_high", "unit", "bound", "date", "speaker", "cue", "person", "role"),
)
"""The fields of a claim that a person may write."""

STRETCH = ("start", "end", "text", "before", "after", "sentence")
"""Where a claim stands: a person gives its start and its end, and the rest follows from the story."""

PARTS: dict[str, tuple[str, ...]] = {
    "kind": ("kind",),
    "value": ("amount", "amount_high", "unit", "bound", "date"),
    "speaker": ("speaker", "person", "role"),
    "stretch": ("start", "end"),
}
"""What a claim asserts, by part. Its label, cue and what it is about are only how the desk words it."""


_ASSERTED = frozenset(name for names in PARTS.values() for name in names)


class Correction(Value):
    """New values for some fields of one claim. The claim itself stays as it was found; the newest value counts.

    `key` is the id that the sender gave it, so that the same correction sent twice counts once.
    """

    claim_id: int
    person_id: int
    fields: dict[str, Any]
    reason: str = Field(default="", max_length=20_000)
    key: str = Field(max_length=100)
    at: Moment

    @property
    def rewords(self) -> bool:
        """Whether the claim asserts something else by it, so that what was judged before was judged of other words."""
        return bool(_ASSERTED & self.fields.keys())


def corrected(claim: Claim, corrections: Iterable[Correction]) -> Claim:
    """The claim as it reads after these corrections, oldest first; validated again."""
    fields: dict[str, Any] = {}
    for correction in corrections:
        fields |= {name: value for name, value in correction.fields.items() if name in (*WORDED, *STRETCH)}
    return claim.with_(**fields) if fields else claim


def put_right(found: Claim, reads: Claim) -> list[str]:
    """The parts of a claim in which it reads otherwise than it was found."""
    return [part for part, names in PARTS.items() if any(getattr(found, n) != getattr(reads, n) for n in names)]
