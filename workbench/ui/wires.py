"""What one process of the desk holds in common, and what one window of it is handed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from workbench.domain.person import Person
from workbench.services.wires import Desk
from workbench.ui.gate.limiting import Tries
from workbench.ui.intake import Intake
from workbench.ui.keeper import Keeper
from workbench.ui.presence import Presence
from workbench.ui.screens import ended


def _empty_presence() -> Presence:
    return Presence(lambda: datetime.now(UTC))


@dataclass(frozen=True)
class Wires:
    """The ties of one window. `person` is who signed in there, as the store has them at this moment."""

    desk: Desk
    person: Person
    intake: Intake
    presence: Presence = field(default_factory=_empty_presence)
    keeper: Keeper = field(default_factory=Keeper)
    tries: Tries = field(default_factory=Tries)


@dataclass(frozen=True)
class Process:
    """The ties of a running desk. `who` says who sits at the window that is being drawn, None for nobody."""

    desk: Desk
    intake: Intake
    who: Callable[[], Person | None]
    presence: Presence = field(default_factory=_empty_presence)
    keeper: Keeper = field(default_factory=Keeper)
    tries: Tries = field(default_factory=Tries)


_tied: list[Process] = []


def tie(process: Process) -> None:
    """Make these the ties of this process; called once at start, by tests for each of theirs."""
    _tied[:] = [process]


def desk_of_process() -> Desk:
    """The desk of this process, for routes beside Streamlit's pages."""
    return _process().desk


def tied() -> Wires:
    """The ties of the window being drawn, its session checked against the store.

    Where the session has ended or the account was closed, the page says so and nothing further of it is run.
    """
    person = _process().who()
    if person is None:
        ended.stop()
    return wires_of(person)


def wires_of(person: Person) -> Wires:
    """The same for a route beside Streamlit's pages, once `signed_in.person_of` has said whose request it is."""
    process = _process()
    return Wires(process.desk, person, process.intake, process.presence, process.keeper, process.tries)


def _process() -> Process:
    if not _tied:
        raise RuntimeError("the desk was not opened: start it with `workbench serve`")
    return _tied[0]
