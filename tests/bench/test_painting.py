"""How quick judging feels: on this machine, and with a network of a tenth of a second between."""

import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, sync_playwright

from tests.bench.delay import delayed
from tests.bench.painting import EMPTY, WATCH, Took, painted, redrawn
from tests.browser import chromium
from tests.browser import desk as at
from tests.browser.serving import Server
from tests.browser.story import many_claims
from tests.copying import copy_story
from workbench.desk import open_desk
from workbench.domain.person import Person
from workbench.services import accounts, sourcing, viewing
from workbench.services.wires import Desk
from workbench.settings import read_settings
from workbench.ui.signed_in import COOKIE

KEYS = "vds" * 20
SIZES = (10_000, 100_000, 1_000_000)
DELAY = 0.1


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    path = tmp_path / "harbours.txt"
    path.write_text(f"Harbours\n\n{many_claims(100)}", encoding="utf-8")
    server.command("import", str(path))
    yield server.start().take_the_first_seat()
    server.stop()


@pytest.fixture
def window() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(WATCH)
        yield page
        browser.close()


def said(what: str, took: list[float]) -> str:
    return f"{what} {statistics.median(took):.0f} ms (95 %: {sorted(took)[int(len(took) * 0.95)]:.0f})"


def all_said(took: Took) -> str:
    return ", ".join(
        (said("block", took.block), said("whole card", took.card), said("the card as the desk has it now", took.heard))
    )


def opened(window: Page, server: Server, port: int, story: int = 1) -> None:
    window.context.add_cookies([{"name": COOKIE, "value": server.session, "url": f"http://127.0.0.1:{port}"}])
    window.goto(f"http://127.0.0.1:{port}/review?article={story}")
    at.ready(window, 60_000)
    window.wait_for_timeout(1000)


@pytest.mark.bench
def test_key_to_paint_however_full_the_store(server: Server, window: Page) -> None:
    desk = open_desk(read_settings(database_url=server.url_of_store))
    person = accounts.named(desk, server.person)
    for story, claims in enumerate(SIZES, start=1):
        copy_story(desk.store, claims)
        for each in viewing.story(desk, story).claims[: len(KEYS) + 1]:
            give_evidence(desk, each.claim.pk, person)
        opened(window, server, server.port, story)
        assert window.get_by_text("The harbour master's log").count()
        took = painted(window, KEYS, 150)
        print(f"\n{claims:,} claims, two evidence on a card: {all_said(took)}")
    desk.store.close()


def give_evidence(desk: Desk, claim: int, person: Person) -> None:
    for number, tier in enumerate(("primary", "secondary")):
        sourcing.add_evidence(
            desk,
            claim,
            by=person,
            source=("The harbour master's log", "A count by the ferry company")[number],
            tier=tier,
            stance="supports",
            words=f"On the day of count {claim} there were {claim % 100 + 2} boats at the quay.",
            locator=f"page {claim % 100 + 1}",
        )


@pytest.mark.bench
def test_a_run_of_an_empty_page_beside_it(tmp_path: Path, window: Page) -> None:
    (tmp_path / "empty.py").write_text(EMPTY, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ("--server.headless=true", f"--server.port={port}", "--browser.gatherUsageStats=false")
    process = subprocess.Popen([sys.executable, "-m", "streamlit", "run", str(tmp_path / "empty.py"), *options])
    try:
        for _ in range(200):
            with suppress(Error):
                window.goto(f"http://127.0.0.1:{port}")
                break
            window.wait_for_timeout(100)
        print(f"\n{said('an empty run of Streamlit', redrawn(window, len(KEYS)))}")
    finally:
        process.terminate()
        process.wait()


@pytest.mark.bench
def test_key_to_paint_over_a_slow_network(server: Server, window: Page) -> None:
    with delayed(server.port, DELAY / 2) as port:
        opened(window, server, port)
        took = painted(window, KEYS[:30], 150)
        began = time.monotonic()
        window.keyboard.press("v")
        at.all_saved(window)
        saved = (time.monotonic() - began) * 1000
    print(f"\nwith 100 ms there and back: {all_said(took)}, acknowledged {saved:.0f} ms")
