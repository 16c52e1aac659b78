"""Takes what a browser has done since it was last acknowledged, and does each act once.

The browser sends its whole list of unacknowledged acts every time, with a key for each, until it hears of that key.
So a list may come twice, late, or after a restart of the server; the services count a key once.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import Stance, Tier
from workbench.domain.person import Person
from workbench.domain.rating import Rating
from workbench.services import reviewing, sourcing
from workbench.services.wires import Desk

LOG = logging.getLogger(__name__)
Reason = Annotated[str, Field(max_length=20_000)]


class _Item(BaseModel):
    """One act on one claim. `seen_version` is how many reviews of the claim the reader knew of."""

    key: str = Field(min_length=1, max_length=100)
    claim: int
    seen_version: int = 0


class Rate(_Item):
    """A rating, with the reason typed before it."""

    act: Literal["rate"]
    rating: Rating
    reason: Reason = ""


class Dismiss(_Item):
    """A dismissal: no claim after all."""

    act: Literal["dismiss"]
    reason: Reason = ""


class Undo(_Item):
    """Takes back the reader's newest review of the claim."""

    act: Literal["undo"]


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


class WithdrawEvidence(_Item):
    """Takes one evidence of the claim back."""

    act: Literal["withdraw_evidence"]
    evidence: int
    reason: Reason = ""


Item = Annotated[Rate | Dismiss | Undo | AddEvidence | WithdrawEvidence, Field(discriminator="act")]
_READ: TypeAdapter[Item] = TypeAdapter(Item)


@dataclass
class Delivered:
    """Which keys the browser may forget: those done, and those refused with the sentence that says why."""

    acks: list[str] = field(default_factory=list)
    refusals: list[dict[str, str]] = field(default_factory=list)


def deliver(desk: Desk, person: Person, items: Iterable[Any], done: set[str]) -> Delivered:
    """Do each act that is not in `done`, in the order given, and add its key there.

    An act that the services refuse is refused for good. One that fails for another reason (the store is busy, say)
    is neither acknowledged nor refused, and later acts on the same claim wait with it, so that their order holds.
    """
    answer = Delivered()
    held: set[int] = set()
    for raw in items:
        key = str(raw.get("key", ""))[:100] if isinstance(raw, dict) else ""
        if key in done:
            answer.acks.append(key)
            continue
        try:
            item = _READ.validate_python(raw)
            if item.claim in held:
                continue
            _act(desk, person, item)
        except ValidationError:
            answer.refusals.append(
                {"key": key, "says": "The browser sent something the desk can't read. Reload the page."}
            )
        except WorkbenchError as refused:
            answer.refusals.append({"key": key, "says": str(refused)})
        except Exception:
            LOG.exception("an act from the browser could not be done yet: %s", key)
            held.add(item.claim)
        else:
            done.add(key)
            answer.acks.append(key)
    return answer


def _act(desk: Desk, person: Person, item: Item) -> None:
    match item:
        case Rate():
            reviewing.rate(desk, item.claim, by=person, rating=item.rating, reason=item.reason, key=item.key)
        case Dismiss():
            reviewing.dismiss(desk, item.claim, by=person, reason=item.reason, key=item.key)
        case Undo():
            reviewing.undo(desk, item.claim, by=person, key=item.key)
        case AddEvidence():
            _add_evidence(desk, person, item)
        case WithdrawEvidence():
            sourcing.withdraw_evidence(desk, item.evidence, by=person, reason=item.reason)


def _add_evidence(desk: Desk, person: Person, item: AddEvidence) -> None:
    sourcing.add_evidence(
        desk,
        item.claim,
        by=person,
        source=item.source,
        stance=item.stance,
        words=item.words,
        locator=item.locator,
        tier=item.tier,
        origin=item.origin or None,
        url=item.url or None,
        key=item.key,
    )
