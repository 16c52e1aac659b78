"""The store: one engine, reads on a steady snapshot, and writes one at a time, each an act with its event."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from workbench.domain.errors import WorkbenchError
from workbench.store.writing import Writing

BUSY_SECONDS = 30
"""A writer waits no longer for another's act, on either database; the browser sends its own act again."""
CONNECTIONS = 20
"""Connections kept open: fewer than this are made anew with every crowd, more would only wait for the processor."""


class StoreError(WorkbenchError):
    """The store can't be opened."""


class Store:
    """A SQLite or PostgreSQL database, named by its URL. Raises StoreError where the URL is none of these."""

    def __init__(self, url: str) -> None:
        """Make the engine; nothing is opened before the first read or write."""
        self.url = url
        self.engine = _engine(url)
        self._writing = self.engine.execution_options(workbench_writes=True)
        # Other processes wait at the database. Within one, writers wait here, where they hold no connection, and where
        # the next begins at once: SQLite has those who wait look again only now and then.
        self._turn = Lock()

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one unchanging state of the store; nothing it does is kept."""
        with Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One act: commits as a whole when the block ends, and keeps nothing where it raises.

        Writers wait for each other, so what the block reads can't change before it commits.
        """
        with self._turn, Session(self._writing, autoflush=False, expire_on_commit=False) as session:
            writing = Writing(session)
            yield writing
            writing.finish()
            session.commit()

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgresql":
            return _postgresql(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(url)
    except SQLAlchemyError as error:
        raise StoreError(f"The database URL can't be read: {error}. Set WORKBENCH_DATABASE_URL to one.") from None
    raise StoreError(
        f"The database URL names {parsed.get_backend_name()!r}, which the desk can't use. "
        "Set WORKBENCH_DATABASE_URL to a sqlite:/// or postgresql:// URL."
    )


def _sqlite(url: str) -> Engine:
    waiting = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(url, connect_args=waiting, pool_size=CONNECTIONS)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # pysqlite's own implicit BEGIN is off, so that ours below says what kind of transaction it is
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("workbench_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: str) -> Engine:
    parsed = make_url(url).set(drivername="postgresql+psycopg")
    engine = create_engine(parsed, pool_pre_ping=True, isolation_level="REPEATABLE READ", pool_size=CONNECTIONS)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("workbench_writes"):
            # The snapshot is taken at the first query after the lock, so a writer sees all that came before it.
            patience = f"SET LOCAL lock_timeout = {BUSY_SECONDS * 1000:.0f}"
            connection.exec_driver_sql(f"{patience}; LOCK TABLE event IN EXCLUSIVE MODE")

    return engine
