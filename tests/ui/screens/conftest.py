"""The real page in Streamlit's own test harness; the component is unknown to it, all else is real."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import workbench.ui
from workbench.ui.wires import Wires

PAGE = Path(workbench.ui.__file__).with_name("page.py")

Open = Callable[..., AppTest]


@pytest.fixture
def opened(wires: Wires) -> Open:
    """Opens a room of the desk by its address, as a browser would."""

    def open_room(room: str = "", **asked: object) -> AppTest:
        at = AppTest.from_file(str(PAGE), default_timeout=30)
        at.query_params.update({name: str(value) for name, value in asked.items()})
        # The harness switches between files alone; a page made of a function is known by the hash of its address.
        at._page_hash = calc_hash(room) if room else ""
        at.run()
        assert not at.exception
        return at

    return open_room


def words(at: AppTest) -> str:
    """Everything that the room says in words of its own."""
    said = [*at.title, *at.header, *at.subheader, *at.markdown, *at.text, *at.caption, *at.error, *at.success]
    return "\n".join(str(element.value) for element in said)


def press(at: AppTest, label: str) -> AppTest:
    """Press the one button with this label."""
    (button,) = [button for button in at.button if button.label == label]
    button.click().run()
    assert not at.exception
    return at
