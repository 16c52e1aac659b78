"""People of the desk. Until accounts come, whoever starts the desk acts, under the name they started it with."""

from workbench.domain.errors import InputError
from workbench.domain.person import Person
from workbench.services.rights import plain
from workbench.services.wires import Desk
from workbench.store import people


def person_at_start(desk: Desk, handle: str) -> Person:
    """The person with this handle; made with an editor's rights at the first start."""
    known = plain(handle).strip()[:100]
    if not known:
        raise InputError("The desk needs to know who acts. Set WORKBENCH_PERSON to a name.")
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


def everyone(desk: Desk) -> dict[int, Person]:
    """All people, by id."""
    with desk.store.reading() as session:
        return people.everyone(session)


def _shown(handle: str) -> str:
    """A handle as a name: "mara.lindqvist" reads Mara Lindqvist; a handle with capitals or blanks is a name already."""
    if handle != handle.lower() or " " in handle:
        return handle
    return " ".join(part.capitalize() for part in handle.replace("_", ".").split(".") if part) or handle
