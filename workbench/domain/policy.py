"""The house policy: what a rating asks for before it counts, and which claims want a second check."""

from collections.abc import Sequence

from sqlmodel import Field

from workbench.domain.claim import Kind
from workbench.domain.evidence import Citation, Stance
from workbench.domain.origins import independent
from workbench.domain.rating import Rating
from workbench.domain.values import Frozen

COUNTS: dict[Rating, set[Stance]] = {
    Rating.VERIFIED: {Stance.SUPPORTS},
    Rating.DISPUTED: {Stance.REFUTES},
    Rating.SOURCED: {Stance.SUPPORTS, Stance.CONTEXT},
}
"""The stances of the evidence that a rating may rest on."""


class Asks(Frozen):
    """What one rating asks for.

    `evidence` is how many passages, each with its `locator` where that is asked; `or_none_found` lets the note that
    none was found stand in for them. `primary` is how many primary sources; `or_origins`, how many sources of
    independent origin do as well.
    """

    reason: bool = False
    evidence: int = Field(default=0, ge=0, le=20)
    locator: bool = False
    or_none_found: bool = False
    primary: int = Field(default=0, ge=0, le=20)
    or_origins: int = Field(default=0, ge=0, le=20)


class SecondCheck(Frozen):
    """Which claims one person alone does not settle."""

    kinds: list[Kind] = Field(default_factory=list)
    checkworthiness: float | None = Field(default=None, ge=0, le=1)

    def wanted(self, kind: Kind | None, checkworthiness: float) -> bool:
        """Whether a claim of this kind and score wants a second person."""
        return kind in self.kinds or (self.checkworthiness is not None and checkworthiness >= self.checkworthiness)


class Lack(Frozen):
    """One thing that a rating still lacks: `says` names it for a person.

    `what` is "reason", "evidence", "right" (its author's) or "words" (it was given on earlier ones).
    """

    what: str
    says: str


class Policy(Frozen):
    """What each rating asks for. A policy without any asks lets every rating count at once."""

    verified: Asks = Asks()
    disputed: Asks = Asks()
    sourced: Asks = Asks()
    second_check: SecondCheck = SecondCheck()

    def asks(self, rating: Rating) -> Asks:
        """What this rating asks for."""
        found: Asks = getattr(self, rating.value)
        return found

    def lacks(
        self, rating: Rating, cited: Sequence[Citation], *, reason: str = "", none_found: bool = False
    ) -> list[Lack]:
        """What a rating with this evidence and reason still lacks; empty where it counts."""
        asks = self.asks(rating)
        usable = [one for one in cited if one.evidence.stance in COUNTS[rating]]
        found = [Lack(what="reason", says="your reason")] if asks.reason and not reason.strip() else []
        if not (none_found and asks.or_none_found):
            found += _too_little(asks, usable)
        return found + _too_near(asks, usable)


def _too_little(asks: Asks, usable: list[Citation]) -> list[Lack]:
    """What is missing of the passages asked for."""
    counting = [one for one in usable if one.evidence.locator.strip() or not asks.locator]
    missing = asks.evidence - len(counting)
    if missing <= 0:
        return []
    if len(usable) >= asks.evidence:
        return [Lack(what="evidence", says="where in the source it stands")]
    says = "evidence" if missing == 1 else f"{missing} more passages of evidence"
    if asks.locator:
        says += " with its place in the source"
    if asks.or_none_found:
        says += " or “none found”"
    return [Lack(what="evidence", says=says)]


def _too_near(asks: Asks, usable: list[Citation]) -> list[Lack]:
    """What is missing of the primary sources, or of the independent origins that do as well."""
    primary = independent(one for one in usable if one.source.is_primary)
    origins = independent(usable)
    if (primary >= asks.primary and asks.primary) or (origins >= asks.or_origins and asks.or_origins):
        return []
    if not asks.primary and not asks.or_origins:
        return []
    ways = []
    if asks.primary:
        ways.append("a primary source" if asks.primary - primary == 1 else f"{asks.primary - primary} primary sources")
    if asks.or_origins:
        ways.append(_origins(asks.or_origins - origins, origins))
    return [Lack(what="evidence", says=", or ".join(ways))]


def _origins(missing: int, there: int) -> str:
    if missing == 1:
        return "a second source of other origin" if there == 1 else "one more source of other origin"
    return f"{missing} sources of independent origin"
