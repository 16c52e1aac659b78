"""What the page offers a person; what it does not offer, the services refuse all the same."""

from typing import Any

from workbench.domain.person import Person, Right

OFFERS = {
    "rates": Right.RATE,
    "settles": Right.SETTLE,
    "comments": Right.COMMENT,
    "dismisses": Right.DISMISS,
    "corrects": Right.CORRECT,
    "cites": Right.ADD_EVIDENCE,
    "exports": Right.EXPORT,
}
"""The browser's word for each right that it asks about."""


def offered(me: Person) -> dict[str, Any]:
    """Who sits at the window, what they may do there, and whether they have the keys on."""
    may = {name: me.may(right) for name, right in OFFERS.items()}
    return {"id": me.id, "name": me.name, "keys": (me.preferences or {}).get("keys", True), **may}
