"""What one process of the desk holds in common: the desk itself, who acts, and what is being handed in."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from workbench.domain.person import Person
from workbench.services.wires import Desk
from workbench.ui.intake import Intake
from workbench.ui.presence import Presence


@dataclass(frozen=True)
class Wires:
    """The ties of a running desk. `person` acts in every window until people sign in."""

    desk: Desk
    person: Person
    intake: Intake
    presence: Presence = field(default_factory=lambda: Presence(lambda: datetime.now(UTC)))


_tied: list[Wires] = []


def tie(wires: Wires) -> None:
    """Make these the wires that every page of this process uses; called once at start, by tests for each of theirs."""
    _tied[:] = [wires]


def tied() -> Wires:
    """The wires of this process; RuntimeError where nothing was tied yet."""
    if not _tied:
        raise RuntimeError("the desk was not opened: start it with `workbench serve`")
    return _tied[0]
