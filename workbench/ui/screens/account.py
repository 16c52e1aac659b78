"""One's own account: who one is here, the keys, the password, the browsers that are signed in."""

from typing import Any

import streamlit as st

from workbench.domain.errors import WorkbenchError
from workbench.services import accounts, linking, signing
from workbench.ui import component, signed_in
from workbench.ui.gate import forms, outside
from workbench.ui.wires import Wires, tied

CHANGED = "password changed in this window"


def show() -> None:
    """The name every act of this person carries, and what they may change themselves."""
    wires = tied()
    me = wires.person
    st.header("Your account", anchor=False)
    left, right = st.columns([1, 1], gap="large")
    with left:
        st.subheader("You", anchor=False)
        st.text(f"{me.name} · {me.handle}")
        st.text(f"Your roles: {', '.join(me.roles)}")
        st.caption("Everything you do is logged under this name.")
        _keys(wires)
        _password(wires)
    with right:
        st.subheader("Signed in", anchor=False)
        _sessions(wires)
        _outside(wires)


def _keys(wires: Wires) -> None:
    on = (wires.person.preferences or {}).get("keys", True)
    chosen = st.checkbox("Keys of the review desk", value=on)
    st.caption("With them off, single letters do nothing there, and every act has its button.")
    if chosen != on:
        accounts.prefer(wires.desk, "keys", chosen, by=wires.person)
        st.rerun()


def _password(wires: Wires) -> None:
    st.subheader("Password", anchor=False)
    with st.form("password", border=False, clear_on_submit=True):
        old = st.text_input("Current password", type="password", autocomplete="current-password")
        new = st.text_input("New password, at least 12 characters", type="password", autocomplete="new-password")
        if st.form_submit_button("Change the password"):
            st.session_state[CHANGED] = _change(wires, old, new)
    says = st.session_state.pop(CHANGED, None)
    if says is None:
        return
    if says:
        st.error("The password was not changed:")
        st.text(says)
    else:
        st.success("Changed. Every other browser was signed out.")


def _change(wires: Wires, old: str, new: str) -> str:
    """What was wrong with it, empty where it is changed."""
    handle = signing.spelled(wires.person.handle)
    try:
        wires.tries.begin(handle)
        signing.change_password(wires.desk, old, new, by=wires.person, token=signed_in.window_token())
    except WorkbenchError as refused:
        return str(refused)
    wires.tries.succeeded(handle)
    return ""


def _sessions(wires: Wires) -> None:
    token = signed_in.window_token()
    here = signing.who(wires.desk, token)
    rows = [_row(one, here) for one in reversed(signing.sessions(wires.desk, wires.person))]
    secret = forms.session_secret(token or "")
    component.part({"part": "sessions", "sessions": rows, "form": secret}, key="sessions")


def _row(one: Any, here: signing.Signed | None) -> dict[str, Any]:
    return {
        "at": one.at.isoformat(),
        "until": one.until.isoformat(),
        "how": "password" if one.how == "password" else "single sign-on",
        "here": here is not None and here.session.id == one.id,
    }


def _outside(wires: Wires) -> None:
    """The outside accounts that sign this person in, where single sign-on is set up."""
    found = linking.linked(wires.desk, wires.person)
    if not outside.is_set_up(None) and not found:
        return
    st.subheader("Single sign-on", anchor=False)
    for one in found:
        st.text(f"Linked: an account at {one.secret.partition(' ')[0]}")
        if st.button("Part from it", key=f"unlink {one.id}"):
            _unlink(wires, one.pk)
    if outside.is_set_up(None):
        component.part({"part": "way", "href": outside.start_address(link="1"), "words": "Link an account"}, key="way")


def _unlink(wires: Wires, credential_id: int) -> None:
    try:
        linking.unlink(wires.desk, credential_id, by=wires.person)
    except WorkbenchError as refused:
        st.error("That was not done:")
        st.text(str(refused))
    else:
        st.rerun()
