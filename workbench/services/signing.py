"""Signing in and out. A session is a random token in one browser; the store holds its SHA-256 and an end."""

from dataclasses import dataclass
from datetime import timedelta

from workbench.domain.account import Credential, CredentialKind, Session
from workbench.domain.errors import NotAllowedError
from workbench.domain.event import sha256
from workbench.domain.person import Person, Right
from workbench.services.linking import outside_secret
from workbench.services.passwords import checked, keep_password, one_form
from workbench.services.rights import need_over, plain
from workbench.services.wires import Desk
from workbench.store import people
from workbench.store.writing import Writing

LASTS = timedelta(days=14)
"""A session ends by itself after this, however much it is used."""

WRONG = "Handle and password do not fit. Try again, or ask an admin for a new link."
NOT_CURRENT = "That is not your current password. Type it again."
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


def spelled(typed: str) -> str:
    """A handle in the one spelling by which accounts are looked up and tries are counted, however it was typed."""
    return plain(typed).strip()[:100].strip()


def sign_in(desk: Desk, handle: str, password: str) -> str:
    """Begin a session; returns its token, which is kept nowhere else.

    Raises NotAllowedError with the same words, after the same time, for a handle that nobody has, a wrong password and
    a closed account. What ends while a password is verified lets nobody in any more.
    """
    nobodys, known = desk.hasher.nobodys, spelled(handle)
    with desk.store.reading() as session:
        person = people.with_handle(session, known) or people.with_handle(session, known.lower())
        kept = _password(people.credentials(session, person.pk)) if person else None
    fits = desk.hasher.verify(kept.secret if kept else nobodys, one_form(password))
    if person is None or kept is None or not fits or person.closed_at is not None:
        raise NotAllowedError(WRONG)
    return _begin(desk, kept, WRONG)


def _password(there: list[Credential]) -> Credential | None:
    return next((one for one in there if one.kind is CredentialKind.PASSWORD), None)


def sign_in_outside(desk: Desk, issuer: str, subject: str) -> str:
    """Begin a session for whom an outside sign-in vouches; returns its token. NotAllowedError where nobody has it."""
    with desk.store.reading() as session:
        known = people.outside(session, outside_secret(issuer, subject))
    if known is None:
        raise NotAllowedError(UNKNOWN)
    return _begin(desk, known, UNKNOWN)


def _begin(desk: Desk, credential: Credential, refusal: str) -> str:
    """Begin a session, if its account is still open and what was shown of it still holds."""
    token, who_it_is = desk.draw(), credential.person_id
    with desk.store.writing() as writing:
        now, person = desk.clock(), people.with_id(writing.session, who_it_is)
        if person is None or person.closed_at is not None or not _holds(writing, credential):
            raise NotAllowedError(refusal)
        how, digest = credential.kind, sha256(token.encode())
        writing.keep(Session(person_id=who_it_is, token_sha256=digest, how=how, at=now, until=now + LASTS))
        after = {"name": person.name, "how": how}
        writing.log("session.begin", f"person:{who_it_is}", at=now, by=person, after=after)
    return token


def _holds(writing: Writing, credential: Credential) -> bool:
    return credential.pk in {one.pk for one in people.credentials(writing.session, credential.person_id)}


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
        kept = _password(people.credentials(session, by.pk))
    if kept is None or not desk.hasher.verify(kept.secret, one_form(old)):
        raise NotAllowedError(NOT_CURRENT)
    hashed = desk.hasher.hash(given)
    with desk.store.writing() as writing:
        if not _holds(writing, kept):
            raise NotAllowedError(NOT_CURRENT)
        keep_password(writing, by, hashed, at=desk.clock())
        ended = end_sessions(desk, writing, by.pk, but=token)
        after = {"name": by.name, "sessions ended": ended}
        writing.log("password.change", f"person:{by.pk}", at=desk.clock(), by=by, after=after)
