"""Every screen in both themes, wide and narrow: no accessibility fault."""

import pytest
from playwright.sync_api import expect

from tests.browser import desk as at
from tests.browser.story import TEXT, TITLE

WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def story(page, server):
    """A story half judged, at its address, beside one of which every claim was judged."""
    server.command("seed")
    at.hand_in_by_paste(page, server, "Ships in", "The harbour counted 31 ships.")
    at.type_keys(page, "x", 0)
    at.all_saved(page)
    at.hand_in_by_paste(page, server, TITLE, f"March 15, 2022\n\n{TEXT}")
    at.type_keys(page, "vdsx", 30)
    at.all_saved(page)
    return page.url


def faults(page):
    from axe_playwright_python.sync_playwright import Axe

    # Streamlit shows a button of its own for stopping a slow run; its looks are not ours.
    expect(page.get_by_role("button", name="Stop", exact=True)).to_have_count(0, timeout=20_000)
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize(("look", "width"), [("light", "wide"), ("dark", "narrow")])
def test_no_screen_has_an_accessibility_fault(page, server, story, look, width):
    page.emulate_media(color_scheme=look)
    page.set_viewport_size(dict(zip(("width", "height"), WIDTHS[width], strict=True)))
    seen = {}
    page.goto(story)
    at.ready(page)
    page.get_by_role("heading", name="History").wait_for()
    seen["review"] = faults(page)
    page.keyboard.press("e")
    page.get_by_role("form", name="New evidence").wait_for()
    seen["evidence form"] = faults(page)
    page.get_by_role("button", name="Cancel").click()
    page.goto(server.address)
    page.get_by_role("heading", name="Examples").wait_for()
    seen["inbox"] = faults(page)
    page.goto(f"{server.address}/audit")
    page.get_by_role("button", name="Make the report").wait_for()
    page.get_by_text("rated it verified").first.wait_for()
    seen["audit"] = faults(page)
    page.get_by_role("button", name="How right it was").click()
    page.get_by_role("columnheader", name="Precision").or_(page.get_by_text("All kinds")).first.wait_for()
    seen["extractor"] = faults(page)
    assert {name: found for name, found in seen.items() if found} == {}


def test_a_first_start_has_no_accessibility_fault(page, server):
    server.command("seed")
    for look in ("light", "dark"):
        page.emulate_media(color_scheme=look)
        page.goto(server.address)
        page.get_by_role("button", name="Open the example story").wait_for()
        assert faults(page) == []
