"""Invitations: a link lets one person in, once. A new one with roles, or, as a reset, one who is there already."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from workbench.domain.account import Invitation
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.event import sha256
from workbench.domain.person import Person, Right, Role
from workbench.services import passwords
from workbench.services.linking import keep_outside
from workbench.services.rights import need_over, plain
from workbench.services.roles import read_roles
from workbench.services.signing import end_sessions
from workbench.services.wires import Desk
from workbench.store import people
from workbench.store.writing import Writing

LASTS = timedelta(days=7)
HANDLE = re.compile(r"[^\W_](?:[\w.-]{0,38}[^\W_])?")
FIRST = [Role.EDITOR, Role.ADMIN]
GONE = "This link lets nobody in (any more): it was used, has run out, or was replaced. Ask an admin for a new one."


@dataclass(frozen=True)
class Link:
    """A fresh invitation and its token, which is kept nowhere else."""

    token: str
    invitation: Invitation


def invite(desk: Desk, roles: list[str], *, by: Person | None, name: str = "") -> Link:
    """A link for somebody new, who will have these roles."""
    need_over(by, Right.MANAGE_PEOPLE)
    given, said = read_roles(roles), plain(name).strip()[:200]
    with desk.store.writing() as writing:
        return _keep(desk, writing, by, None, roles=given, name=said)


def link_for(desk: Desk, person_id: int, *, by: Person | None) -> Link:
    """A link for somebody who is there: they choose a password anew. It replaces earlier ones for them."""
    need_over(by, Right.MANAGE_PEOPLE)
    with desk.store.writing() as writing:
        person = people.with_id(writing.session, person_id)
        if person is None or person.closed_at is not None:
            raise NotFoundError(f"There is no open account {person_id}. Look at the list of people.")
        return _keep(desk, writing, by, person, roles=[], name=person.name)


def first_link(desk: Desk, first: Person) -> Link | None:
    """A link that makes this person the first admin, in place of the last one; None once an admin can sign in."""
    with desk.store.writing() as writing:
        able = people.with_credentials(writing.session)
        if any(admin.pk in able for admin in people.open_admins(writing.session)):
            return None
        return _keep(desk, writing, None, first, roles=FIRST, name=first.name)


def withdraw_invitation(desk: Desk, invitation_id: int, *, by: Person | None) -> None:
    """Make a link worthless that was not used yet."""
    need_over(by, Right.MANAGE_PEOPLE)
    with desk.store.writing() as writing:
        now = desk.clock()
        if invitation_id not in {one.pk for one in people.invitations(writing.session, now)}:
            raise NotFoundError("That invitation was used or has run out already.")
        writing.change(Invitation, invitation_id, until=now)
        writing.log("invitation.withdraw", f"invitation:{invitation_id}", at=now, by=by)


def waiting(desk: Desk) -> list[Invitation]:
    """The links that still let somebody in."""
    with desk.store.reading() as session:
        return people.invitations(session, desk.clock())


def _keep(
    desk: Desk, writing: Writing, by: Person | None, person: Person | None, *, roles: list[Role], name: str
) -> Link:
    token, now = desk.draw(), desk.clock()
    for old in people.invitations(writing.session, now) if person else ():
        if old.person_id == (person.id if person else None):
            writing.change(Invitation, old.pk, until=now)
    draft = Invitation(
        token_sha256=sha256(token.encode()),
        person_id=person.id if person else None,
        name=name,
        roles=roles,
        by_id=by.id if by else None,
        at=now,
        until=now + LASTS,
    )
    kept = writing.keep(draft)
    after = {"name": name, "roles": roles, "person": draft.person_id}
    writing.log("invitation.make", f"invitation:{kept.pk}", at=now, by=by, after=after)
    return Link(token, kept)


def invited(desk: Desk, token: str) -> tuple[Invitation, Person | None]:
    """The invitation with this token, and the person it is for, if they are there. NotFoundError where it is no use."""
    with desk.store.reading() as session:
        return _usable(desk, session, token)


def _usable(desk: Desk, session: object, token: str) -> tuple[Invitation, Person | None]:
    found = people.invitation(session, sha256(token.encode()))  # type: ignore[arg-type]
    if found is None or found.used_at is not None or found.until <= desk.clock():
        raise NotFoundError(GONE)
    person = people.with_id(session, found.person_id) if found.person_id else None  # type: ignore[arg-type]
    if person is not None and person.closed_at is not None:
        raise NotFoundError(GONE)
    return found, person


def accept(desk: Desk, token: str, *, password: str, name: str = "", handle: str = "") -> Person:
    """Use a link: take a seat with name, handle and password; one who is there keeps the handle.

    Raises NotFoundError where the link is no use, InputError where a field won't do. A reset ends all sessions.
    """
    # Anybody may send a form: only who has a link is worth the hashing.
    invited(desk, token)
    hashed = desk.hasher.hash(passwords.checked(password))
    with desk.store.writing() as writing:
        person = _seat(desk, writing, token, name, handle)
        passwords.keep_password(writing, person, hashed, at=desk.clock())
        _log_seat(desk, writing, person)
    return person


def accept_outside(desk: Desk, token: str, *, issuer: str, subject: str, name: str = "", handle: str = "") -> Person:
    """Use a link with an outside account in place of a password."""
    with desk.store.writing() as writing:
        person = _seat(desk, writing, token, name, handle)
        keep_outside(desk, writing, person, issuer, subject)
        _log_seat(desk, writing, person)
    return person


def _seat(desk: Desk, writing: Writing, token: str, name: str, handle: str) -> Person:
    """Mark the link used, and make the person or give them the name and roles of the link."""
    found, person = _usable(desk, writing.session, token)
    now = desk.clock()
    writing.change(Invitation, found.pk, used_at=now)
    called = plain(name).strip()[:200] or (person.name if person else found.name)
    if not called:
        raise InputError("The desk needs a name to show beside what you do. Write yours.")
    if person is None:
        wanted = _free_handle(writing, handle)
        return writing.keep(Person(handle=wanted, name=called, roles=found.roles, since=now))
    update = {"name": called, "roles": found.roles or person.roles}
    writing.change(Person, person.pk, **update)
    return person.with_(**update)


def _log_seat(desk: Desk, writing: Writing, person: Person) -> None:
    ended = end_sessions(desk, writing, person.pk)
    after = {"handle": person.handle, "name": person.name, "roles": person.roles, "sessions ended": ended}
    writing.log("invitation.accept", f"person:{person.pk}", at=desk.clock(), by=person, after=after)


def _free_handle(writing: Writing, typed: str) -> str:
    handle = unicodedata.normalize("NFKC", plain(typed)).strip().lower()
    if not HANDLE.fullmatch(handle):
        raise InputError(
            f"{handle[:40]!r} is no handle. Take 1 to 40 letters, digits, dots and dashes, such as mara.lindqvist."
        )
    if people.with_handle(writing.session, handle):
        raise InputError(f"The handle {handle} is taken. Choose another.")
    return handle
