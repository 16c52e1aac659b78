"""Two people on one claim see each other, and what the other does, without touching anything."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser import desk as at
from tests.browser.story import TEXT, TITLE
from workbench.desk import open_desk
from workbench.services import viewing
from workbench.settings import read_settings

SOON = 2_000
"""Milliseconds within which the other shows."""


@pytest.fixture
def policy():
    return ""


@pytest.fixture
def article(server, tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(f"{TITLE}\n\n{TEXT}", encoding="utf-8")
    server.command("import", str(path))
    desk = open_desk(read_settings(database_url=server.url_of_store))
    (line,) = viewing.inbox(desk)
    desk.store.close()
    return line.article.pk


@pytest.fixture
def other(page, server):
    """The page of a second person."""
    context = page.context.browser.new_context(viewport={"width": 1440, "height": 900})
    server.admit(context, server.seat("tomas.ferreira", "checker"))
    yield context.new_page()
    context.close()


def test_two_people_on_one_claim(page, other, server, article):
    at.open_story(page, server, article)
    at.open_story(other, server, article)
    began = time.monotonic()
    card = page.get_by_role("group", name="Judge the claim")
    expect(card).to_contain_text("Tomas Ferreira is on this claim now", timeout=SOON)
    print(f"\nthe other showed after {time.monotonic() - began:.1f} s")
    expect(other.get_by_role("group", name="Judge the claim")).to_contain_text("is on this claim now", timeout=SOON)

    mark = other.locator("mark[aria-current=true]").first
    claim = mark.get_attribute("data-claim-id")
    page.keyboard.press("v")
    expect(other.locator(f"mark[data-claim-id='{claim}']").first).to_have_attribute(
        "data-rating", "verified", timeout=SOON
    )
    expect(other.get_by_role("list").filter(has_text="rated it verified").first).to_be_visible()

    other.keyboard.press("d")
    for window in (page, other):
        found = window.locator(f"mark[data-claim-id='{claim}']").first
        expect(found).to_have_attribute("data-rating", "contested", timeout=SOON)
    page.goto(f"{server.address}/for-you")
    expect(page.get_by_text("Tomas Ferreira")).to_be_visible()
    expect(page.get_by_text("rated it otherwise")).to_be_visible()
