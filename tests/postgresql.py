"""The tests' own PostgreSQL server: databases that are emptied for the next test, or gone with it."""

import itertools

import psycopg
from sqlalchemy import create_engine

LAZY = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
"""What keeps records when the power fails; here the whole server is thrown away after minutes."""


OTHERS_OUT = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
EVERY_ROW_OUT = """
DO $$ DECLARE one regclass; BEGIN
    SET LOCAL session_replication_role = replica;  -- nothing of the log may go while its guards look
    FOR one IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
        CONTINUE WHEN one = 'alembic_version'::regclass;
        IF pg_relation_size(one) < 1000000 THEN  -- of a small table, this takes a hundredth of the time
            EXECUTE format('DELETE FROM %s', one);
        ELSE
            EXECUTE format('TRUNCATE %s CASCADE', one);
        END IF;
    END LOOP;
    FOR one IN SELECT oid FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace LOOP
        PERFORM setval(one, 1, false);
    END LOOP;
END $$
"""


class Server:
    """A running server, named by the URL of its own first database."""

    def __init__(self, url: str) -> None:
        self._head, _, self._query = url.partition("?")
        self._engine = create_engine(
            url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
        )
        self._numbers = itertools.count(1)
        self._run(*(f"ALTER SYSTEM SET {name} = off" for name in LAZY), "SELECT pg_reload_conf()")

    def create(self) -> str:
        """Make an empty database; returns its name."""
        name = f"t{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name}")
        return name

    def empty(self, name: str) -> None:
        """Take every row out of a migrated database and number from one again: far quicker than to make another."""
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            connection.execute(OTHERS_OUT)
            connection.execute(EVERY_ROW_OUT)

    def drop(self, name: str) -> None:
        """Throw a database away, whoever still uses it."""
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, name: str) -> str:
        """The URL of one of its databases."""
        return f"{self._head.rpartition('/')[0]}/{name}?{self._query}"

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()

    def _run(self, *statements: str) -> None:
        with self._engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
