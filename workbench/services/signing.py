"""Signing in and out. A session is a random token in one browser; the store holds its SHA-256 and an end."""

from dataclasses import dataclass
from datetime import timedelta

from workbench.domain.account import CredentialKind, Session
from workbench.domain.errors import NotAllowedError
from workbench.domain.event import sha256
from workbench.domain.person import Person, Right
from workbench.services.linking import outside_secret
from workbench.services.passwords import checked, keep_password, one_form
from workbench.services.rights import need_over
from workbench.services.wires import Desk
from workbench.store import people
from workbench.store.writing import Writing

LASTS = timedelta(days=14)
"""A session ends by itself after this, however much it is used."""

WRONG = "Handle and password do not fit. Try again, or ask an admin for a new link."
UNKNOWN = "Nobody here has this outside account. Ask an admin for an invitation, and open its link first."


@dataclass(frozen=True)
class Signed:
    """A session that holds, and whose it is."""

    session: Session
    person: Person


def who(desk: Desk, token: str | None) -> Signed | None:
    """Whose browser this is, asked of the store anew; None where the session ended or the account was closed."""
    if not token:
        return None
    with desk.store.reading() as session:
        found = people.signed_in(session, sha256(token.encode()))
    if found is None:
        return None
    kept, person = found
    holds = kept.ended_at is None and kept.until > desk.clock() and person.closed_at is None
    return Signed(kept, person) if holds else None


def sign_in(desk: Desk, handle: str, password: str) -> str:
    """Begin a session; returns its token, which is kept nowhere else.

    Raises NotAllowedError with the same words, after the same time, for a handle that nobody has, a wrong password and
    a closed account.
    """
    nobodys = desk.hasher.nobodys
    with desk.store.reading() as session:
        person = people.with_handle(session, handle.strip()) or people.with_handle(session, handle.strip().lower())
        there = people.credentials(session, person.pk) if person else []
    kept = next((one.secret for one in there if one.kind is CredentialKind.PASSWORD), None)
    fits = desk.hasher.verify(kept or nobodys, one_form(password))
    if person is None or kept is None or not fits or person.closed_at is not None:
        raise NotAllowedError(WRONG)
    return _begin(desk, person, CredentialKind.PASSWORD)


def sign_in_outside(desk: Desk, issuer: str, subject: str) -> str:
    """Begin a session for whom an outside sign-in vouches; returns its token. NotAllowedError where nobody has it."""
    with desk.store.reading() as session:
        known = people.outside(session, outside_secret(issuer, subject))
        person = people.with_id(session, known.person_id) if known else None
    if person is None or person.closed_at is not None:
        raise NotAllowedError(UNKNOWN)
    return _begin(desk, person, CredentialKind.OIDC)


def _begin(desk: Desk, person: Person, how: CredentialKind) -> str:
    token, now = desk.draw(), desk.clock()
    begun = Session(person_id=person.pk, token_sha256=sha256(token.encode()), how=how, at=now, until=now + LASTS)
    with desk.store.writing() as writing:
        writing.keep(begun)
        writing.log("session.begin", f"person:{person.pk}", at=now, by=person, after={"name": person.name, "how": how})
    return token


def sign_out(desk: Desk, token: str) -> None:
    """End this session; nothing happens where it has ended already."""
    signed = who(desk, token)
    if signed is None:
        return
    with desk.store.writing() as writing:
        now = desk.clock()
        writing.change(Session, signed.session.pk, ended_at=now)
        after = {"name": signed.person.name}
        writing.log("session.end", f"person:{signed.person.pk}", at=now, by=signed.person, after=after)


def sign_out_everywhere(desk: Desk, person_id: int, *, by: Person | None, but: str | None = None) -> int:
    """End a person's sessions, all but the one with the token `but`; returns how many ended.

    Everybody may end their own; others' needs the right to manage people. None as `by` is the console.
    """
    if by is None or by.id != person_id:
        need_over(by, Right.MANAGE_PEOPLE)
    with desk.store.writing() as writing:
        ended = end_sessions(desk, writing, person_id, but=but)
        if ended:
            after = {"sessions ended": ended}
            writing.log("session.end_all", f"person:{person_id}", at=desk.clock(), by=by, after=after)
    return ended


def end_sessions(desk: Desk, writing: Writing, person_id: int, *, but: str | None = None) -> int:
    """Within another act: end the person's sessions, all but the one with this token."""
    now, spared = desk.clock(), sha256(but.encode()) if but else None
    ending = [one for one in people.sessions(writing.session, person_id, now) if one.token_sha256 != spared]
    for one in ending:
        writing.change(Session, one.pk, ended_at=now)
    return len(ending)


def sessions(desk: Desk, person: Person) -> list[Session]:
    """The person's sessions that hold, oldest first."""
    with desk.store.reading() as session:
        return people.sessions(session, person.pk, desk.clock())


def change_password(desk: Desk, old: str, new: str, *, by: Person, token: str | None = None) -> None:
    """Give oneself another password; every session but the one with this token ends.

    Raises NotAllowedError where the old one is wrong, InputError where the new one won't do.
    """
    given = checked(new)
    with desk.store.reading() as session:
        there = people.credentials(session, by.pk)
    kept = next((one.secret for one in there if one.kind is CredentialKind.PASSWORD), "")
    if not desk.hasher.verify(kept, one_form(old)):
        raise NotAllowedError("That is not the password of today. Type the old one again.")
    hashed = desk.hasher.hash(given)
    with desk.store.writing() as writing:
        keep_password(writing, by, hashed, at=desk.clock())
        ended = end_sessions(desk, writing, by.pk, but=token)
        after = {"name": by.name, "sessions ended": ended}
        writing.log("password.change", f"person:{by.pk}", at=desk.clock(), by=by, after=after)
