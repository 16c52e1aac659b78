"""Brings a browser's acts to the services and the answer back, on whatever page it is."""

from typing import Any

import streamlit as st

from workbench.services import accounts
from workbench.ui import component, offers, outbox
from workbench.ui.reader import crossing
from workbench.ui.wires import Wires

DONE = "acts done in this window"
CROSSED = "what the authors of acts of this window had not seen"


def answer(wires: Wires, heard: Any) -> dict[str, Any]:
    """Do what the browser sent, and say what it may forget, and who is signed in.

    `heard` is the outbox's last value, or None.
    """
    me = offers.offered(wires.person)
    if not isinstance(heard, dict) or not isinstance(heard.get("items"), list):
        return {"seen": None, "me": me, "acks": [], "refusals": []}
    done, crossed = st.session_state.setdefault(DONE, set()), st.session_state.setdefault(CROSSED, {})
    delivered = outbox.deliver(wires.desk, wires.person, heard["items"], done, wires.keeper, crossed=crossed)
    told = {"seen": heard.get("id"), "me": me, "acks": delivered.acks, "refusals": delivered.refusals}
    if delivered.crossed:
        people = accounts.everyone(wires.desk)
        told["crossed"] = [crossing.told(key, one, people) for key, one in delivered.crossed.items()]
    return told


def heard(key: str) -> Any:
    """The outbox's value as the mount with this key sent it last; None before its first word."""
    state = st.session_state.get(key)
    return state.get("outbox") if state else None


def show(wires: Wires) -> None:
    """Mount the sender on a page without a story: acts on their way when the reader left it still arrive."""
    sent = heard("courier")
    result = component.part({"part": "courier", **answer(wires, sent)}, key="courier", values=("outbox",))
    if result.outbox != sent:
        st.rerun()
