"""Bring a store up to date: Alembic's migrations under db/, then the guards."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from workbench.store import finding, guards
from workbench.store.engine import Store, StoreError

MIGRATING = 5_713_902
"""The lock of PostgreSQL that one who migrates holds; any number that nobody else takes."""
MIGRATIONS = Path(__file__).resolve().parents[2] / "db" / "migrations"


def migrate(store: Store) -> tuple[str | None, str]:
    """Bring the store to the newest revision; returns the revision before (None where empty) and after.

    Raises StoreError where the store can't be opened, or was written by a newer workbench than this one.
    """
    _make_folder(store)
    try:
        with store.engine.connect() as connection:
            before = MigrationContext.configure(connection).get_current_revision()
    except DatabaseError as error:
        raise StoreError(
            f"The database can't be opened: {str(error.orig).strip()}. Check WORKBENCH_DATABASE_URL."
        ) from None
    newest = _newest()
    if before == newest:
        return before, newest
    if before is not None and before not in {s.revision for s in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}:
        raise StoreError("This store was written by a newer workbench. Update this one, then try again.")
    with _alone(store) as connection:
        if store.is_sqlite:
            # Batch mode drops a table and puts another in its place, which a foreign key to it would forbid.
            _outside(connection, "PRAGMA foreign_keys=OFF")
        with connection.begin():
            if not store.is_sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
            _upgrade(connection)
            guards.install(connection)
            finding.install(connection)
        if store.is_sqlite:
            _outside(connection, "PRAGMA foreign_keys=ON")
    return before, newest


def _alone(store: Store) -> Connection:
    """A connection whose transactions wait until another desk has brought the store up to date, and see what it did."""
    # Read committed: the state that is seen must not be that of before the wait.
    way = {"workbench_writes": True} if store.is_sqlite else {"isolation_level": "READ COMMITTED"}
    return store.engine.connect().execution_options(**way)


def _outside(connection: Connection, pragma: str) -> None:
    """Set a pragma that SQLite takes only outside of a transaction."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(pragma)


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _newest() -> str:
    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    if head is None:
        raise StoreError(f"No migrations under {MIGRATIONS}. Run the workbench from its own folder.")
    return head


def _make_folder(store: Store) -> None:
    path = store.engine.url.database
    if store.is_sqlite and path and path != ":memory:":
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            said = (error.strerror or "unknown error").lower()
            raise StoreError(f"{Path(path).parent} can't be made: {said}. Check WORKBENCH_DATABASE_URL.") from None
