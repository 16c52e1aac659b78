"""How quick judging feels: on this machine, and with a network of a tenth of a second between."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.bench.delay import delayed
from tests.bench.painting import WATCH, painted
from tests.browser import chromium
from tests.browser import desk as at
from tests.browser.serving import Server
from tests.browser.story import many_claims
from workbench.ui.signed_in import COOKIE

KEYS = "vds" * 20
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
        yield browser.new_page(viewport={"width": 1440, "height": 900})
        browser.close()


def said(what: str, took: list[float]) -> str:
    return f"{what} {statistics.median(took):.0f} ms (95 %: {sorted(took)[int(len(took) * 0.95)]:.0f})"


def opened(window: Page, server: Server, port: int) -> None:
    window.context.add_cookies([{"name": COOKIE, "value": server.session, "url": f"http://127.0.0.1:{port}"}])
    window.add_init_script(WATCH)
    window.goto(f"http://127.0.0.1:{port}/review?article=1")
    at.ready(window, 60_000)
    window.wait_for_timeout(1000)


@pytest.mark.bench
def test_key_to_paint(server: Server, window: Page) -> None:
    opened(window, server, server.port)
    block, card = painted(window, KEYS, 150)
    print(f"\nkey to paint, 100 claims a story: {said('block', block)}, {said('whole card', card)}")


@pytest.mark.bench
def test_key_to_paint_over_a_slow_network(server: Server, window: Page) -> None:
    with delayed(server.port, DELAY / 2) as port:
        opened(window, server, port)
        block, card = painted(window, KEYS[:30], 150)
        began = time.monotonic()
        window.keyboard.press("v")
        at.all_saved(window)
        saved = (time.monotonic() - began) * 1000
    print(f"\nwith 100 ms there and back: {said('block', block)}, {said('card', card)}, acknowledged {saved:.0f} ms")
