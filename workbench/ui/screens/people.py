"""The people room, for admins: who is here, what they may do, and how somebody new gets in."""

from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from workbench.domain.account import Invitation
from workbench.domain.errors import WorkbenchError
from workbench.domain.person import Person, Role
from workbench.services import accounts, inviting, signing
from workbench.services.inviting import Link
from workbench.ui.labels import one_line
from workbench.ui.wires import Wires, tied
from workbench.ui.zone import zone

MADE = "link made in this window"
ROLES = [role.value for role in Role]
MAY = {
    Role.READER: "reads",
    Role.TRAINEE: "rates, and it settles nothing",
    Role.CHECKER: "checks",
    Role.EDITOR: "also assigns, exports, withdraws, reads the audit room",
    Role.ADMIN: "manages people",
}


def show() -> None:
    """Everybody on the left; the invitation, and the link that was made last, on the right."""
    wires = tied()
    left, right = st.columns([660, 360], gap="large")
    with right:
        _invite(wires)
        _waiting(wires)
    with left:
        everybody, able = accounts.everyone(wires.desk), accounts.able_to_sign_in(wires.desk)
        st.header("People", anchor=False)
        for person in sorted(everybody.values(), key=lambda p: (p.closed_at is not None, p.name.lower())):
            _person(wires, person, able=person.id in able)


def _person(wires: Wires, person: Person, *, able: bool) -> None:
    with st.container(key=f"person {person.id}", horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.text(person.name)
            state = "closed" if person.closed_at else "" if able else "has not signed in yet"
            st.caption(one_line(" · ".join(part for part in (person.handle, ", ".join(person.roles), state) if part)))
        with st.popover(f"Change {one_line(person.name)}"):
            _changes(wires, person)


def _changes(wires: Wires, person: Person) -> None:
    if person.closed_at is not None:
        st.write("This account is closed. Its work stays.")
        if st.button("Open it again", key=f"reopen {person.id}"):
            _act(lambda: accounts.reopen(wires.desk, person.pk, by=wires.person))
        return
    roles = st.multiselect("Roles", ROLES, default=[str(r) for r in person.roles], key=f"roles {person.id}")
    if st.button("Keep these roles", key=f"keep {person.id}", type="primary"):
        _act(lambda: accounts.set_roles(wires.desk, person.pk, roles, by=wires.person))
    if st.button("Make a link for a new password", key=f"link {person.id}"):
        _act(lambda: _made(inviting.link_for(wires.desk, person.pk, by=wires.person)))
    if st.button("Sign out everywhere", key=f"out {person.id}"):
        _act(lambda: signing.sign_out_everywhere(wires.desk, person.pk, by=wires.person))
    if st.button("Close the account", key=f"close {person.id}"):
        _act(lambda: accounts.close(wires.desk, person.pk, by=wires.person))
    st.caption("Closing ends all sessions at once. Nothing that was done is lost, and it can be opened again.")


def _invite(wires: Wires) -> None:
    with st.container(key="invite", border=True):
        st.subheader("Invite somebody", anchor=False)
        with st.form("invite form", border=False, clear_on_submit=True):
            name = st.text_input("Name", max_chars=200, placeholder="They may put it right")
            roles = st.multiselect("Roles", ROLES, default=[Role.CHECKER.value])
            if st.form_submit_button("Make the link", type="primary", width="stretch"):
                _act(lambda: _made(inviting.invite(wires.desk, roles, by=wires.person, name=name)))
        _link()
        with st.expander("What the roles may do"):
            for role, says in MAY.items():
                st.markdown(f"**{role.value}** {says}")


def _made(link: Link) -> None:
    st.session_state[MADE] = (_address(), link)


def _link() -> None:
    """The link that was made last in this window: it is kept nowhere else."""
    if MADE not in st.session_state:
        return
    address, link = st.session_state[MADE]
    st.text(f"A link for {link.invitation.name or 'somebody'}, good once, until {_day(link.invitation)}:")
    st.code(f"{address}/join?token={link.token}", language=None, wrap_lines=True)
    st.caption("Copy it now and hand it over in person or by a way you trust: it can't be shown again.")


def _waiting(wires: Wires) -> None:
    links = [one for one in inviting.waiting(wires.desk) if one.person_id is None]
    if not links:
        return
    st.subheader("Invited", anchor=False)
    for one in links:
        with st.container(key=f"invitation {one.id}", horizontal=True, vertical_alignment="center"):
            with st.container(width="stretch", gap=None):
                st.text(one.name or "somebody")
                st.caption(f"{', '.join(one.roles)} · until {_day(one)}")
            if st.button("Withdraw", key=f"withdraw {one.id}", type="tertiary"):
                _act(lambda one=one: inviting.withdraw_invitation(wires.desk, one.pk, by=wires.person))


def _act(act: Any) -> None:
    try:
        act()
    except WorkbenchError as refused:
        st.error("That was not done:")
        st.text(str(refused))
    else:
        st.rerun()


def _day(invitation: Invitation) -> str:
    there = invitation.until.astimezone(zone())
    return f"{there.day} {there:%B, %H:%M}"


def _address() -> str:
    """The address that this window came by, which works for others on the same way."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
