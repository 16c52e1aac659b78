"""On pages without a story: acts on their way when the reader left it still arrive, and are seen to."""

from workbench.ui import component, offers
from workbench.ui.wires import Wires


def show(wires: Wires) -> None:
    """Mount the sender. A session that ended makes it ask for a run of the page, which says so."""
    component.part({"part": "courier", "me": offers.offered(wires.person)}, key="courier", values=("fresh",))
