"""One act on the store: what it adds and changes, and the event that says so."""

import secrets
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import func, inspect
from sqlalchemy import select as sql_select
from sqlmodel import Session, SQLModel, select

from workbench.domain.event import Change, Event, canonical, next_event, sha256
from workbench.domain.person import Person
from workbench.domain.values import Value
from workbench.store.columns import Written
from workbench.store.lists import among
from workbench.store.reading import columns, read_one
from workbench.store.tables import ROWS, ChangeRow, EventRow, table

V = TypeVar("V", bound=Value)

_EVENT = table(EventRow)
_NEWEST = sql_select(*columns(Event, EventRow)).where(
    _EVENT.c.number == sql_select(func.max(_EVENT.c.number)).scalar_subquery()
)


class Writing:
    """The rows of one act. Whatever it keeps or changes must be told to the log before it ends."""

    def __init__(self, session: Session) -> None:
        """Start with nothing written."""
        self.session = session
        self.added: dict[str, str] = {}
        self.changed: dict[str, str] = {}
        self._logged = False

    def keep(self, value: V) -> V:
        """Insert a value and hand it back with its id."""
        return self.keep_all([value])[0]

    def keep_all(self, values: list[V]) -> list[V]:
        """Insert values in their order and hand them back with their ids."""
        rows = [ROWS[type(value)](**value.model_dump(exclude={"id"})) for value in values]
        self.session.add_all(rows)
        self.session.flush()
        self.added |= {name(row): digest(row) for row in rows}
        return [value.model_copy(update={"id": row.id}) for value, row in zip(values, rows, strict=True)]  # type: ignore[attr-defined]

    def change(self, kind: type[V], key: int, **fields: Any) -> None:
        """Set some columns of one row."""
        row = self.session.get_one(ROWS[kind], key)
        for field, value in fields.items():
            setattr(row, field, value)
        self.session.flush()
        self.changed[name(row)] = digest(row)

    def erase_changes(self, numbers: list[int]) -> None:
        """Empty what these events changed; the events themselves stay, and so does the hash they carry."""
        for row in self.session.exec(select(ChangeRow).where(among(ChangeRow.number, numbers))):
            for field in ("salt", "body"):
                setattr(row, field, None)
        self.session.flush()

    def log(
        self,
        act: str,
        subject: str,
        *,
        at: datetime,
        by: Person | None,
        reason: str = "",
        before: Any = None,
        after: Any = None,
        **more: Any,
    ) -> Event:
        """Append the event of this act; `before` and `after` are what a person would want to read of the change."""
        body = {"before": before, "after": after, "added": self.added, "changed": self.changed, **more}
        change = Change(number=0, salt=secrets.token_hex(16), body=canonical(body).decode())
        said = next_event(
            newest_event(self.session),
            at=at,
            person_id=by.id if by else None,
            person=by.handle if by else "console",
            act=act,
            subject=subject,
            reason=reason,
            change_sha256=change.digest(),
        )
        self.session.add(EventRow(**said.model_dump()))
        self.session.flush()
        self.session.add(ChangeRow(number=said.number, salt=change.salt, body=change.body))
        self.session.flush()
        self._logged = True
        return said

    def finish(self) -> None:
        """Refuse to end an act that wrote rows and told the log nothing."""
        if (self.added or self.changed) and not self._logged:
            raise AssertionError("an act wrote rows without an event")


def newest_event(session: Session) -> Event | None:
    """The last event of the log."""
    return read_one(session, Event, _NEWEST)


def name(row: SQLModel) -> str:
    """How the log names a row: `review:17`."""
    return f"{row.__tablename__}:{row.id}"  # type: ignore[attr-defined]


def digest(row: SQLModel) -> str:
    """The SHA-256 over all columns of a row, as they are stored."""
    columns = inspect(type(row)).columns
    return columns_digest({c.key: _stored(c.type, getattr(row, c.key)) for c in columns})


def columns_digest(stored: dict[str, Any]) -> str:
    """The SHA-256 over the stored values of a row's columns; an empty one is left out, so that columns may be added."""
    return sha256(canonical({name: value for name, value in stored.items() if value is not None}))


def _stored(kind: Any, value: Any) -> Any:
    return kind.write(value) if isinstance(kind, Written) and value is not None else value
