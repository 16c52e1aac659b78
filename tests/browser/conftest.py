"""A real Chromium against a real desk. Where there is no browser these tests fail; they are never passed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import chromium
from tests.browser.serving import Server

WAIT = 20_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    path = chromium.find()
    if path is None:
        pytest.fail("There is no Chromium. `make test` installs one; CHROME names one elsewhere.", pytrace=False)
    return {"executable_path": path, "args": chromium.ARGUMENTS, "headless": True}


@pytest.fixture
def policy() -> str | None:
    """The house policy of the desk under test, as TOML; None is the one that comes along."""
    return None


@pytest.fixture
def module() -> str:
    """The module that serves the desk under test."""
    return "workbench.cli"


@pytest.fixture
def server(tmp_path: Path, policy: str | None, module: str) -> Iterator[Server]:
    """A desk with an empty store, whose first person has taken their seat."""
    server = Server(tmp_path, policy=policy, module=module).start()
    yield server.take_the_first_seat()
    server.stop()


@pytest.fixture
def page(page: Page, server: Server) -> Page:
    """A page of the first person, who is signed in; it gives a slow machine its time."""
    server.admit(page.context)
    page.set_default_timeout(WAIT)
    page.set_viewport_size({"width": 1440, "height": 900})
    return page
