"""People, by id or handle, and how they get in."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from workbench.domain import account
from workbench.domain.account import Credential, CredentialKind, Invitation
from workbench.domain.person import Person, Role
from workbench.store.frozen import frozen
from workbench.store.reading import as_stored, columns, maybe, read_each, values
from workbench.store.tables import CredentialRow, InvitationRow, PersonRow, SessionRow, table

_PERSON, _SESSION = table(PersonRow), table(SessionRow)
_EVERYONE = sql_select(*as_stored(_PERSON)).order_by(_PERSON.c.id)
_SIGNED_IN = (
    sql_select(*columns(account.Session, SessionRow), *columns(Person, PersonRow))
    .join(_PERSON, _PERSON.c.id == _SESSION.c.person_id)
    .where(_SESSION.c.token_sha256 == bindparam("token"))
)


def with_id(session: Session, person_id: int) -> Person | None:
    """The person with this id."""
    return maybe(Person, session.get(PersonRow, person_id))


def with_handle(session: Session, handle: str) -> Person | None:
    """The person who acts under this handle."""
    return maybe(Person, session.exec(select(PersonRow).where(PersonRow.handle == handle)).first())


def everyone(session: Session) -> dict[int, Person]:
    """All people, by id; asked for with every key that is pressed, so rows that are stored as before are kept."""
    stored = tuple(map(tuple, session.execute(_EVERYONE)))
    return dict(frozen(session, ("people", stored), lambda: _everyone(session)))


def _everyone(session: Session) -> dict[int, Person]:
    return {p.pk: p for p in values(Person, session.exec(select(PersonRow).order_by(col(PersonRow.id))))}


def open_admins(session: Session) -> list[Person]:
    """The admins whose accounts are not closed."""
    return [p for p in everyone(session).values() if Role.ADMIN in p.roles and p.closed_at is None]


def signed_in(session: Session, token_sha256: str) -> tuple[account.Session, Person] | None:
    """The session with this token, ended or not, and whose it is."""
    return next(iter(read_each(session, account.Session, Person, _SIGNED_IN, token=token_sha256)), None)


def sessions(session: Session, person_id: int, now: datetime) -> list[account.Session]:
    """The person's sessions that have not ended, oldest first."""
    query = select(SessionRow).where(SessionRow.person_id == person_id, col(SessionRow.ended_at).is_(None))
    found = values(account.Session, session.exec(query.order_by(col(SessionRow.id))))
    return [one for one in found if one.until > now]


def credentials(session: Session, person_id: int) -> list[Credential]:
    """What the person can sign in with today, oldest first."""
    query = select(CredentialRow).where(CredentialRow.person_id == person_id, col(CredentialRow.ended_at).is_(None))
    return values(Credential, session.exec(query.order_by(col(CredentialRow.id))))


def outside(session: Session, secret: str) -> Credential | None:
    """The outside sign-in with this issuer and subject that has not ended."""
    query = select(CredentialRow).where(CredentialRow.secret == secret, col(CredentialRow.ended_at).is_(None))
    return maybe(Credential, session.exec(query.where(col(CredentialRow.kind) == CredentialKind.OIDC)).first())


def with_credentials(session: Session) -> set[int]:
    """The ids of everybody who can prove who they are."""
    return set(session.exec(select(CredentialRow.person_id).where(col(CredentialRow.ended_at).is_(None))))


def invitation(session: Session, token_sha256: str) -> Invitation | None:
    """The invitation with this token, used or not."""
    query = select(InvitationRow).where(InvitationRow.token_sha256 == token_sha256)
    return maybe(Invitation, session.exec(query).first())


def invitations(session: Session, now: datetime) -> list[Invitation]:
    """The invitations that can still be accepted, oldest first."""
    query = select(InvitationRow).where(col(InvitationRow.used_at).is_(None)).order_by(col(InvitationRow.id))
    return [one for one in values(Invitation, session.exec(query)) if one.until > now]
