"""What a person does at the desk, by role and name alone."""

import json
from contextlib import suppress
from typing import Any

from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.serving import Server
from workbench.domain.story import CheckedClaim
from workbench.services import viewing
from workbench.services.wires import Desk

KEYS = {"v": "verified", "d": "disputed", "s": "sourced", "x": "dismissed"}


def hand_in_by_paste(page: Page, server: Server, title: str, text: str) -> None:
    """Paste a story in the inbox and open it once its claims are found."""
    page.goto(server.address)
    # A page that is still being drawn for the first time draws the choice anew and forgets a click.
    for _ in range(5):
        page.get_by_role("radio", name="Paste").click()
        with suppress(TimeoutError):
            page.get_by_label("Headline").fill(title, timeout=4_000)
            page.get_by_label("Text of the story").fill(text, timeout=4_000)
            break
    page.get_by_role("button", name="Hand in", exact=True).click()
    page.get_by_role("button", name=title).or_(page.get_by_role("link", name=title)).first.click()
    ready(page)


def open_story(page: Page, server: Server, article: int) -> None:
    """Open a story at its address."""
    page.goto(f"{server.address}/review?article={article}")
    ready(page)


def ready(page: Page, within: int = 20_000) -> None:
    """Wait until the reader and the judging block are there; `within` in milliseconds."""
    expect(page.locator("mark[aria-current=true]").first).to_be_visible(timeout=within)
    expect(page.get_by_role("button", name="Verified").first).to_be_visible(timeout=within)


def type_keys(page: Page, keys: str, delay: int) -> None:
    """Type letters as fast as asked; `delay` in milliseconds between two."""
    page.keyboard.type(keys, delay=delay)


def unsaved(page: Page) -> list[dict[str, Any]]:
    """What the browser still holds to be sent."""
    held = page.evaluate("() => sessionStorage.getItem('fact-desk-outbox')")
    return json.loads(held or "[]")


def all_saved(page: Page, within: int = 60_000) -> None:
    """Wait until the server has acknowledged everything."""
    page.wait_for_function(
        "() => JSON.parse(sessionStorage.getItem('fact-desk-outbox') ?? '[]').length === 0", timeout=within
    )


def kept(desk: Desk, article: int) -> list[CheckedClaim]:
    """The claims of a story as the store holds them."""
    return viewing.story(desk, article).claims
