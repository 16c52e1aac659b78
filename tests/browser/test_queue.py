"""The queue's room: what to check first, by keyboard and by mouse, each view at an address of its own."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import desk as at
from tests.browser.story import TEXT, TITLE
from tests.browser.test_screens import WIDTHS, faults
from workbench.desk import open_desk
from workbench.settings import read_settings


@pytest.fixture
def story(page, server):
    """A story handed in, and the queue on the screen."""
    at.hand_in_by_paste(page, server, TITLE, f"March 15, 2022\n\n{TEXT}")
    page.goto(f"{server.address}/queue")
    expect(page.get_by_role("button", name="All open")).to_be_visible()
    return page


def rows(page):
    return page.get_by_role("region", name="Claims").get_by_role("listitem")


def label(page):
    return page.locator("li.row[aria-current=true] a").inner_text()


def test_a_checker_finds_takes_opens_and_comes_back(story):
    page = story
    page.keyboard.press("/")
    page.keyboard.type("$13.6bn")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q="))
    expect(rows(page).first).to_contain_text("$13.6 billion")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    claim = label(page)
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog", name="Assign")
    expect(dialog).to_contain_text(claim)
    page.keyboard.press("j")
    dialog.get_by_role("button", name="Take it myself").click()
    expect(page.get_by_text("It is yours.")).to_be_visible()
    expect(page.locator("li.row[aria-current=true]")).to_contain_text("you, until")
    expect(page.get_by_role("button", name="Mine 1")).to_be_visible()
    page.locator("li.row[aria-current=true] a").focus()
    page.keyboard.press("Enter")
    at.ready(page)
    expect(page.get_by_role("group", name="Judge the claim").get_by_role("heading")).to_have_text(claim)
    expect(page.get_by_text("yours until")).to_be_visible()
    page.get_by_role("button", name="Back to the queue").click()
    expect(page.locator("li.row[aria-current=true] a")).to_have_text(claim)
    expect(page.get_by_label("Search claims, stories, people")).to_have_value("$13.6bn")


def test_the_list_of_keys_opens_with_a_key_and_holds_the_others_off(story):
    page = story
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="All keys")
    expect(keys).to_contain_text("assign the claim or its story")
    page.keyboard.press("a")
    expect(page.get_by_role("dialog", name="Assign")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def test_views_filters_and_saved_views_have_addresses(story, server):
    page = story
    page.get_by_label("Kind", exact=True).select_option("money")
    expect(page).to_have_url(f"{server.address}/queue?kind=money")
    expect(page.locator("li.row").filter(has_not_text="$ money")).to_have_count(0)
    expect(rows(page).first).to_contain_text("$ money")
    page.get_by_role("button", name="Save this view").click()
    page.get_by_label("Name of the view").fill("Money first")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="☆ Money first")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Second check").click()
    expect(page.get_by_text("Nothing needs a second check.")).to_be_visible()
    page.get_by_role("button", name="☆ Money first").click()
    expect(page).to_have_url(f"{server.address}/queue?kind=money")
    page.goto(f"{server.address}/queue?q=submarine")
    expect(page.get_by_text("No open claim has “submarine” in it.")).to_be_visible()
    page.get_by_role("button", name="Search settled ones too").click()
    expect(page).to_have_url(f"{server.address}/queue?view=all&q=submarine")


def test_a_story_is_given_a_time_and_is_due(story):
    page = story
    page.get_by_role("button", name=f"Set when {TITLE} runs").click()
    page.get_by_label("Runs at").fill("2020-01-01T10:00")
    page.get_by_role("button", name="Set the time").click()
    expect(rows(page).first).to_contain_text("late")
    page.get_by_label("Due", exact=True).select_option("late")
    expect(rows(page).first).to_contain_text("late")


@pytest.mark.parametrize(("look", "width"), [("light", "wide"), ("dark", "narrow")])
def test_the_queue_has_no_accessibility_fault(story, look, width):
    page = story
    page.emulate_media(color_scheme=look)
    page.set_viewport_size(dict(zip(("width", "height"), WIDTHS[width], strict=True)))
    assert faults(page) == []
    page.locator("button.give").first.click()
    page.get_by_role("dialog", name="Assign").wait_for()
    assert faults(page) == []


def test_a_row_shows_who_is_there_and_what_they_do(story, server):
    page = story
    context = page.context.browser.new_context(viewport={"width": 1440, "height": 900})
    server.admit(context, server.seat("tomas.ferreira", "checker"))
    other = context.new_page()
    at.open_story(other, server, 1)
    claim = other.locator("mark[aria-current=true]").first.get_attribute("data-claim-id")
    row = page.locator(f"li.row[data-claim-id='{claim}']")
    expect(row).to_contain_text("● Tomas Ferreira now", timeout=2_000)
    assert faults(page) == []
    row.get_by_role("link").focus()
    other.keyboard.press("v")
    expect(row).to_contain_text("provisional", timeout=2_000)
    expect(row).not_to_contain_text("● Tomas Ferreira now", timeout=2_000)
    expect(row.get_by_role("link")).to_be_focused()
    context.close()


def test_next_open_goes_on_to_the_queues_next_story_as_the_view_says(story, server, tmp_path):
    page = story
    path = tmp_path / "ferry.txt"
    path.write_text("Ferry back\n\nThe ferry took 212 people across.", encoding="utf-8")
    server.command("import", str(path))
    for view in ("?q=ferry", ""):
        page.goto(f"{server.address}/queue{view}")
        page.get_by_role("link", name="212 people taken by ferry").click()
        at.ready(page)
        page.keyboard.press("v")
        at.all_saved(page)
        expect(page.get_by_text("None open here. On in the queue:")).to_be_visible()
        page.keyboard.press("n")
        page.keyboard.press("d")
        if view:
            expect(page.get_by_text("No open claim is left")).to_be_visible()
            assert "article=2" in page.url
    expect(page).to_have_url(re.compile("article=1"))
    heading = page.get_by_role("group", name="Judge the claim").get_by_role("heading")
    expect(heading).not_to_have_text("212 people taken by ferry")
    first = page.locator("mark[aria-current=true]").first.get_attribute("data-claim-id")
    page.keyboard.press("v")
    expect(page.locator(f"mark[data-claim-id='{first}']").first).to_have_attribute("data-rating", "verified")
    page.get_by_role("button", name="Back to the queue").click()
    expect(page.locator(f"li.row[data-claim-id='{first}']")).to_have_attribute("aria-current", "true")
    desk = open_desk(read_settings(database_url=server.url_of_store))
    (ferry,), whole = at.kept(desk, 2), at.kept(desk, 1)
    desk.store.close()
    assert {review.rating for review in ferry.reviews} == {"verified"}
    assert [str(one.claim.pk) for one in whole if one.reviews] == [first]
