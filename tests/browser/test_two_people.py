"""Two people on one claim see each other, and what the other does, without touching anything."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser import desk as at
from tests.browser.story import TEXT, TITLE
from tests.browser.test_screens import faults
from workbench.desk import open_desk
from workbench.services import accounts, correcting_claims, viewing
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


def acts_alone(route) -> None:
    """Let through what a window did, and nothing that it merely asks."""
    if route.request.post_data_json["items"]:
        route.continue_()
    else:
        route.abort()


def test_who_judges_without_having_seen_the_others_judgement_is_told_and_can_take_theirs_back(
    page, other, server, article
):
    other.route("**/live", acts_alone)
    at.open_story(page, server, article)
    at.open_story(other, server, article)
    mark = other.locator("mark[aria-current=true]").first
    claim = mark.get_attribute("data-claim-id")
    shown = other.locator(f"mark[data-claim-id='{claim}']").first
    page.keyboard.press("v")
    at.all_saved(page)
    other.keyboard.press("d")
    told = other.get_by_role("alert").filter(has_text="just before you rated it disputed. It is contested now.")
    expect(told).to_contain_text("Mara Lindqvist rated")
    expect(shown).to_have_attribute("data-rating", "contested")
    told.get_by_role("button", name="Look at it").click()
    expect(shown).to_have_attribute("aria-current", "true")
    other.unroute("**/live")
    expect(other.locator(".fd.card:not([aria-busy])")).to_be_visible()
    assert faults(other) == []
    told.get_by_role("button", name="Take mine back").click()
    expect(told).to_have_count(0)
    expect(shown).to_have_attribute("data-rating", "verified")
    at.all_saved(other)

    desk = open_desk(read_settings(database_url=server.url_of_store))
    tomas = accounts.named(desk, "tomas.ferreira")
    correcting_claims.correct_claim(desk, int(claim), by=tomas, fields={"label": "Another figure", "amount": "99"})
    desk.store.close()
    page.locator(f"mark[data-claim-id='{claim}']").first.click()
    card = page.get_by_role("group", name="Judge the claim")
    expect(card).to_contain_text("You judged it before it was put right.")
    expect(card.get_by_role("heading")).to_have_text("Another figure")
    page.keyboard.press("v")
    expect(card.get_by_text("You judged it before it was put right.")).to_be_hidden()
    at.all_saved(page)
    reviews = next(one for one in at.kept(desk, article) if one.claim.pk == int(claim)).reviews
    assert [review.earlier_words for review in reviews][-1] is None
