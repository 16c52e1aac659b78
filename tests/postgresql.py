"""The tests' own PostgreSQL server: databases made from one another, and gone with the test that asked for them."""

import itertools

from sqlalchemy import create_engine

LAZY = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
"""What keeps records when the power fails; here the whole server is thrown away after minutes."""


class Server:
    """A running server, named by the URL of its own first database."""

    def __init__(self, url: str) -> None:
        self._head, _, self._query = url.partition("?")
        self._engine = create_engine(
            url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
        )
        self._numbers = itertools.count(1)
        self._run(*(f"ALTER SYSTEM SET {name} = off" for name in LAZY), "SELECT pg_reload_conf()")

    def create(self, like: str = "template1") -> str:
        """Make a database that starts as a copy of another, which nobody may be using; returns its name."""
        name = f"t{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {like}")
        return name

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
