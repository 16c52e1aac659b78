"""Takes what a browser has done since it was last acknowledged, and does each act once.

The browser sends its whole list of unacknowledged acts every time, with a key for each, until it hears of that key.
So a list may come twice, late, or after a restart of the server; the services count a key once.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from workbench.domain.errors import WorkbenchError
from workbench.domain.person import Person
from workbench.services import commenting, correcting_claims, reviewing
from workbench.services.wires import Desk
from workbench.ui import outbox_evidence
from workbench.ui.items import (
    READ,
    AddClaim,
    AddEvidence,
    Correct,
    Dismiss,
    Item,
    Rate,
    Remark,
    Undo,
)
from workbench.ui.keeper import Keeper

LOG = logging.getLogger(__name__)


@dataclass
class Delivered:
    """Which keys the browser may forget: those done, and those refused with the sentence that says why."""

    acks: list[str] = field(default_factory=list)
    refusals: list[dict[str, str]] = field(default_factory=list)


def deliver(
    desk: Desk, person: Person, items: Iterable[Any], done: set[str], keeper: Keeper | None = None
) -> Delivered:
    """Do each act that is not in `done`, in the order given, and add its key there.

    What speaks to other machines is only begun here, by the `keeper`.

    An act that the services refuse is refused for good. One that fails for another reason (the store is busy, say)
    is neither acknowledged nor refused, and later acts on the same claim wait with it, so that their order holds.
    So does what another person did in the same tab: it waits until they are signed in again.
    """
    answer = Delivered()
    held: set[int] = set()
    for raw in items:
        key = str(raw.get("key", ""))[:100] if isinstance(raw, dict) else ""
        if key in done:
            answer.acks.append(key)
            continue
        try:
            item = READ.validate_python(raw)
            if item.claim in held or item.person not in (None, person.id):
                continue
            _act(desk, person, item, keeper)
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


def _act(desk: Desk, person: Person, item: Item, keeper: Keeper | None) -> None:
    match item:
        case Rate():
            _rate(desk, person, item)
        case Dismiss():
            reviewing.dismiss(desk, item.claim, by=person, reason=item.reason, key=item.key)
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
        case _:
            outbox_evidence.act(desk, person, item, keeper)


def _rate(desk: Desk, person: Person, item: Rate) -> None:
    reviewing.rate(
        desk,
        item.claim,
        by=person,
        rating=item.rating,
        reason=item.reason,
        none_found=item.none_found,
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
