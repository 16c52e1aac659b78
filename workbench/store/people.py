"""People, by id or handle."""

from sqlmodel import Session, col, select

from workbench.domain.person import Person
from workbench.store.reading import maybe, values
from workbench.store.tables import PersonRow


def with_handle(session: Session, handle: str) -> Person | None:
    """The person who acts under this handle."""
    return maybe(Person, session.exec(select(PersonRow).where(PersonRow.handle == handle)).first())


def everyone(session: Session) -> dict[int, Person]:
    """All people, by id."""
    return {p.pk: p for p in values(Person, session.exec(select(PersonRow).order_by(col(PersonRow.id))))}
