"""The desk behind the screens: on SQLite alone, since the store's own tests hold both databases to the same."""

from collections.abc import Iterator

import pytest

from tests.making import reading
from workbench.domain.person import Person
from workbench.services import importing
from workbench.services.wires import Desk
from workbench.ui.intake import Intake
from workbench.ui.wires import Process, Wires, tie


@pytest.fixture
def store_url(sqlite_url: str) -> str:
    """A store in a file of its own."""
    return sqlite_url


@pytest.fixture
def wires(desk: Desk, mara: Person) -> Iterator[Wires]:
    """The ties of a running desk, with Mara at it."""
    intake = Intake(lambda reading, by: importing.hand_in(desk, reading, by=by))
    tie(Process(desk=desk, intake=intake, who=lambda: mara))
    yield Wires(desk=desk, person=mara, intake=intake)
    intake.wait()


@pytest.fixture
def ships(desk: Desk, mara: Person) -> int:
    """A story with two claims, "31 ships" and "4 tugs"."""
    return importing.hand_in(desk, reading(), by=mara).article.pk
