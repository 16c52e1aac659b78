"""Outside accounts (OpenID Connect) that sign somebody in: linked by issuer and subject, and parted from again."""

from workbench.domain.account import Credential, CredentialKind
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Person
from workbench.services.wires import Desk
from workbench.store import people
from workbench.store.writing import Writing


def outside_secret(issuer: str, subject: str) -> str:
    """How an outside account is kept: by issuer and subject, which never change, and not by a name, which may."""
    return f"{issuer.strip().rstrip('/')} {subject.strip()}"


def keep_outside(desk: Desk, writing: Writing, person: Person, issuer: str, subject: str) -> None:
    """Within another act: let this outside account sign the person in. NotAllowedError where it is somebody else's."""
    if not issuer.strip() or not subject.strip():
        raise InputError("The outside account did not say who it is. Sign in there again.")
    secret = outside_secret(issuer, subject)
    owner = people.outside(writing.session, secret)
    if owner is not None and owner.person_id != person.id:
        raise NotAllowedError("This outside account signs in somebody else here. Use another one.")
    if owner is None:
        writing.keep(Credential(person_id=person.pk, kind=CredentialKind.OIDC, secret=secret, at=desk.clock()))


def link(desk: Desk, issuer: str, subject: str, *, by: Person) -> None:
    """Let an outside account sign oneself in. NotAllowedError where it signs in somebody else."""
    with desk.store.writing() as writing:
        keep_outside(desk, writing, by, issuer, subject)
        writing.log(
            "identity.link", f"person:{by.pk}", at=desk.clock(), by=by, after={"name": by.name, "issuer": issuer}
        )


def linked(desk: Desk, person: Person) -> list[Credential]:
    """The outside accounts that sign this person in."""
    with desk.store.reading() as session:
        return [one for one in people.credentials(session, person.pk) if one.kind is CredentialKind.OIDC]


def unlink(desk: Desk, credential_id: int, *, by: Person) -> None:
    """Part from an outside account of one's own. NotAllowedError where nothing else would sign one in."""
    with desk.store.writing() as writing:
        there = people.credentials(writing.session, by.pk)
        mine = [one.pk for one in there if one.kind is CredentialKind.OIDC]
        if credential_id not in mine:
            raise NotFoundError("That outside account is not linked to yours.")
        if len(there) == 1:
            raise NotAllowedError("Nothing else signs you in. Ask an admin for a link and choose a password first.")
        now = desk.clock()
        writing.change(Credential, credential_id, ended_at=now, secret="")
        writing.log("identity.unlink", f"person:{by.pk}", at=now, by=by, after={"name": by.name})
