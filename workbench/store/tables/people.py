"""People, and how they get in."""

from datetime import datetime

from sqlmodel import Field

from workbench.domain.account import Credential, CredentialKind, Invitation, Session
from workbench.domain.person import Person
from workbench.store.tables.fields import ROW, json_of, maybe_json, maybe_moment, moment, named, own_key, to


class PersonRow(Person, table=True):
    """People, by handle."""

    __tablename__ = "person"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    handle: str = Field(unique=True)
    roles: list[str] = json_of(list)  # type: ignore[assignment]
    since: datetime = moment()
    closed_at: datetime | None = maybe_moment()
    preferences: dict[str, bool] | None = maybe_json()


class CredentialRow(Credential, table=True):
    """What people sign in with, as hashes alone."""

    __tablename__ = "credential"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    person_id: int = to("person.id")
    kind: CredentialKind = named()
    secret: str = Field(index=True)
    at: datetime = moment()
    ended_at: datetime | None = maybe_moment()


class SessionRow(Session, table=True):
    """Browsers that are or were signed in."""

    __tablename__ = "session"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    person_id: int = to("person.id")
    token_sha256: str = Field(unique=True)
    how: CredentialKind = named()
    at: datetime = moment()
    until: datetime = moment()
    ended_at: datetime | None = maybe_moment()


class InvitationRow(Invitation, table=True):
    """Links that let one person in once."""

    __tablename__ = "invitation"
    model_config = ROW  # type: ignore[assignment]
    id: int | None = own_key()
    token_sha256: str = Field(unique=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    roles: list[str] = json_of(list)  # type: ignore[assignment]
    by_id: int | None = Field(default=None, foreign_key="person.id")
    at: datetime = moment()
    until: datetime = moment()
    used_at: datetime | None = maybe_moment()
