"""The people of the desk: who acts on the command line, and what admins change in accounts."""

from typing import Any

from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Person, Right, Role
from workbench.services.leasing import end_all_of
from workbench.services.rights import need_over, plain
from workbench.services.roles import read_roles
from workbench.services.signing import end_sessions
from workbench.services.wires import Desk
from workbench.store import people
from workbench.store.writing import Writing

PREFERENCES = ("keys",)
"""What people may switch for themselves."""


def acting(desk: Desk, handle: str) -> Person:
    """Who acts on the command line: the account with this handle; on an empty store it is made, as the first one.

    Raises NotAllowedError where others are there and this one is not, or was closed.
    """
    known = _handle(handle)
    with desk.store.reading() as session:
        there, any_there = people.with_handle(session, known), bool(people.everyone(session))
    if there is None and not any_there:
        return person_at_start(desk, known)
    if there is None:
        raise NotAllowedError(
            f"There is no account {known!r} here. Set WORKBENCH_PERSON to the handle of one (`workbench people list`), "
            "or make one: `workbench people invite --role checker`."
        )
    if there.closed_at is not None:
        raise NotAllowedError(f"The account {known!r} was closed. `workbench people reopen {known}` opens it again.")
    return there


def person_at_start(desk: Desk, handle: str) -> Person:
    """The person with this handle; made with an editor's rights where nobody has it."""
    known = _handle(handle)
    with desk.store.reading() as session:
        there = people.with_handle(session, known)
    if there is not None:
        return there
    with desk.store.writing() as writing:
        there = people.with_handle(writing.session, known)
        if there is not None:
            return there
        person = writing.keep(Person(handle=known, name=_shown(known), since=desk.clock()))
        after = {"handle": person.handle, "name": person.name, "roles": person.roles}
        writing.log("person.add", f"person:{person.id}", at=desk.clock(), by=None, after=after)
        return person


def first(desk: Desk, handle: str) -> Person:
    """Who shall be the first admin: the account with this handle, else the oldest one, else a new one."""
    with desk.store.reading() as session:
        there, everybody = people.with_handle(session, _handle(handle)), people.everyone(session)
    oldest = next((person for person in everybody.values() if person.closed_at is None), None)
    return (there if there and there.closed_at is None else None) or oldest or person_at_start(desk, handle)


def everyone(desk: Desk) -> dict[int, Person]:
    """All people, by id."""
    with desk.store.reading() as session:
        return people.everyone(session)


def able_to_sign_in(desk: Desk) -> set[int]:
    """The ids of everybody who has a password or an outside account."""
    with desk.store.reading() as session:
        return people.with_credentials(session)


def person(desk: Desk, person_id: int) -> Person:
    """The person as the store has them now. NotFoundError where there is none."""
    with desk.store.reading() as session:
        return _there(session, person_id)


def named(desk: Desk, handle: str) -> Person:
    """The person with this handle. NotFoundError where nobody has it."""
    with desk.store.reading() as session:
        found = people.with_handle(session, handle.strip())
    if found is None:
        raise NotFoundError(f"There is no account {handle[:40]!r}. `workbench people list` names them all.")
    return found


def set_roles(desk: Desk, person_id: int, roles: list[str], *, by: Person | None) -> Person:
    """Give somebody these roles and no others. The last admin stays admin; who takes no assignments now has none."""
    need_over(by, Right.MANAGE_PEOPLE)
    given = read_roles(roles)
    with desk.store.writing() as writing:
        there = _there(writing.session, person_id)
        if Role.ADMIN not in given:
            _keep_an_admin(writing, there)
        if not there.with_(roles=given).may(Right.TAKE):
            end_all_of(desk, writing, person_id)
        return _change(desk, writing, there, "person.roles", by=by, roles=given)


def close(desk: Desk, person_id: int, *, by: Person | None) -> Person:
    """Close an account: its sessions and assignments end at once, its work and name stay.

    The last admin can't be closed.
    """
    need_over(by, Right.MANAGE_PEOPLE)
    with desk.store.writing() as writing:
        there = _there(writing.session, person_id)
        if there.closed_at is not None:
            return there
        _keep_an_admin(writing, there)
        end_sessions(desk, writing, person_id)
        end_all_of(desk, writing, person_id)
        return _change(desk, writing, there, "person.close", by=by, closed_at=desk.clock())


def reopen(desk: Desk, person_id: int, *, by: Person | None) -> Person:
    """Open a closed account again, with the roles it had."""
    need_over(by, Right.MANAGE_PEOPLE)
    with desk.store.writing() as writing:
        there = _there(writing.session, person_id)
        return (
            there if there.closed_at is None else _change(desk, writing, there, "person.reopen", by=by, closed_at=None)
        )


def prefer(desk: Desk, name: str, value: bool, *, by: Person) -> Person:
    """Switch one of one's own preferences: "keys" is False where the keys of the desk are off."""
    if name not in PREFERENCES:
        raise InputError(f"{name[:40]!r} is nothing to prefer. There is {', '.join(PREFERENCES)}.")
    with desk.store.writing() as writing:
        there = _there(writing.session, by.pk)
        wanted = {**(there.preferences or {}), name: value}
        return _change(desk, writing, there, "person.prefer", by=by, preferences=wanted)


def _change(desk: Desk, writing: Writing, there: Person, act: str, *, by: Person | None, **update: Any) -> Person:
    writing.change(Person, there.pk, **update)
    before = {field: getattr(there, field) for field in update}
    after = {"name": there.name, **update}
    writing.log(act, f"person:{there.pk}", at=desk.clock(), by=by, before=before, after=after)
    return there.with_(**update)


def _keep_an_admin(writing: Writing, leaving: Person) -> None:
    admins = {admin.pk for admin in people.open_admins(writing.session)}
    if admins == {leaving.pk}:
        raise NotAllowedError(f"{leaving.name} is the last admin. Make somebody else admin first.")


def _there(session: Any, person_id: int) -> Person:
    found = people.with_id(session, person_id)
    if found is None:
        raise NotFoundError(f"There is no account {person_id}. Look at the list of people.")
    return found


def _handle(typed: str) -> str:
    known = plain(typed).strip()[:100]
    if not known:
        raise InputError("The desk needs to know who acts. Set WORKBENCH_PERSON to a name.")
    return known


def _shown(handle: str) -> str:
    """A handle as a name: "mara.lindqvist" reads Mara Lindqvist; a handle with capitals or blanks is a name already."""
    if handle != handle.lower() or " " in handle:
        return handle
    return " ".join(part.capitalize() for part in handle.replace("_", ".").split(".") if part) or handle
