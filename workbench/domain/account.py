"""How a person gets in: credentials, sessions, and invitations by link. Secrets are kept as hashes alone."""

from enum import StrEnum

from sqlmodel import Field

from workbench.domain.person import Role
from workbench.domain.values import Moment, Sha256, Value


class CredentialKind(StrEnum):
    """What a person proves themselves with."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    OIDC = "oidc"


class Credential(Value):
    """What a person proves themselves with: a password's argon2id hash, or issuer and subject of an outside sign-in.

    A new one ends the one before, whose secret is emptied.
    """

    person_id: int
    kind: CredentialKind
    secret: str = Field(max_length=2_000, repr=False)
    at: Moment
    ended_at: Moment | None = None


class Session(Value):
    """One browser that a person signed in with, until it ends by itself or is ended. The token itself is not kept."""

    person_id: int
    token_sha256: Sha256 = Field(repr=False)
    how: CredentialKind
    at: Moment
    until: Moment
    ended_at: Moment | None = None


class Invitation(Value):
    """A link that lets one person in once: a new one with these roles, or, with `person_id`, one who is there.

    `by_id` is who made it, None for the console.
    """

    token_sha256: Sha256 = Field(repr=False)
    person_id: int | None = None
    name: str = Field(default="", max_length=200)
    roles: list[Role] = Field(default_factory=list)
    by_id: int | None = None
    at: Moment
    until: Moment
    used_at: Moment | None = None
