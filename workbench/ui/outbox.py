"""Takes what a browser has done since it was last acknowledged, and does each act once.

The browser sends its list of unacknowledged acts every time, with a key for each, until it hears of that key. So a
list may come twice, late, or after a restart of the server; the services count a key once.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from workbench.domain.errors import WorkbenchError
from workbench.domain.person import Person
from workbench.domain.review import Review
from workbench.services import commenting, correcting_claims, reviewing
from workbench.services.reviewing import Crossed, Seen
from workbench.services.wires import Desk
from workbench.ui import outbox_evidence
from workbench.ui.items import (
    READ,
    AddClaim,
    AddEvidence,
    CheckLinks,
    Correct,
    CorrectEvidence,
    Dismiss,
    Item,
    KeepPage,
    Rate,
    Remark,
    Undo,
    UseEvidence,
    WithdrawEvidence,
)
from workbench.ui.keeper import Keeper

LOG = logging.getLogger(__name__)


@dataclass
class Delivered:
    """Which keys the browser may forget: those done, and those refused with the sentence that says why."""

    acks: list[str] = field(default_factory=list)
    refusals: list[dict[str, str]] = field(default_factory=list)
    crossed: dict[str, Crossed] = field(default_factory=dict)


def deliver(desk: Desk, person: Person, items: Iterable[Any], keeper: Keeper | None = None) -> Delivered:
    """Do each act once, in the order given.

    What speaks to other machines is only begun here, by the `keeper`. What the author of a judgement had not seen is
    told with every acknowledgement, since one may be lost on its way.

    An act that the services refuse is refused for good. One that fails for another reason (the store is busy, say)
    is neither acknowledged nor refused, and later acts on the same claim wait with it, so that their order holds.
    So does what another person did in the same tab: it waits until they are signed in again.
    """
    answer = Delivered()
    held: set[int] = set()
    for raw in items:
        key = str(raw.get("key", ""))[:100] if isinstance(raw, dict) else ""
        try:
            item = READ.validate_python(raw)
            if item.claim in held or item.person not in (None, person.id):
                continue
            unseen = _act(desk, person, item, keeper)
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
            answer.acks.append(key)
            if unseen is not None:
                answer.crossed[key] = unseen
    return answer


def _act(desk: Desk, person: Person, item: Item, keeper: Keeper | None) -> Crossed | None:
    """Do one act; returns what its author had not seen when they judged."""
    if isinstance(item, Rate | Dismiss):
        return _judge(desk, person, item)
    _other(desk, person, item, keeper)
    return None


def _judge(desk: Desk, person: Person, item: Rate | Dismiss) -> Crossed | None:
    seen = None if item.seen_version is None else Seen(item.seen_version, item.seen_words)
    if isinstance(item, Rate):
        review = _rate(desk, person, item, seen)
    else:
        review = reviewing.dismiss(desk, item.claim, by=person, reason=item.reason, seen=seen, key=item.key)
    return reviewing.crossed(desk, review, seen) if seen else None


def _other(desk: Desk, person: Person, item: Item, keeper: Keeper | None) -> None:
    match item:
        case Undo():
            reviewing.undo(desk, item.claim, by=person, key=item.key)
        case Remark():
            commenting.comment(desk, item.claim, by=person, text=item.text, key=item.key)
        case Correct():
            correcting_claims.correct_claim(
                desk, item.claim, by=person, fields=dict(item.fields), reason=item.reason, key=item.key
            )
        case AddClaim():
            _add_claim(desk, person, item)
        case AddEvidence():
            outbox_evidence.add(desk, person, item, keeper)
        case UseEvidence() | CorrectEvidence() | WithdrawEvidence() | KeepPage() | CheckLinks():
            outbox_evidence.act(desk, person, item, keeper)


def _rate(desk: Desk, person: Person, item: Rate, seen: Seen | None) -> Review:
    return reviewing.rate(
        desk,
        item.claim,
        by=person,
        rating=item.rating,
        reason=item.reason,
        none_found=item.none_found,
        seen=seen,
        key=item.key,
    )


def _add_claim(desk: Desk, person: Person, item: AddClaim) -> None:
    fields = {"label": "", "kind": "statement", **item.fields}
    correcting_claims.add_claim(
        desk,
        item.article,
        by=person,
        inside=item.inside,
        start=item.start,
        end=item.end,
        key=item.key,
        **fields,
    )
