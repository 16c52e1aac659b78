"""Evidence on the desk: a page kept and read again after it is gone, its figures, its fellows, its link, its file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import desk as at
from tests.browser.serving import Server
from tests.browser.story import TEXT, TITLE
from tests.browser.test_screens import faults
from tests.services.pages import Site, served

BILL = (
    "<!doctype html><html><head><title>The bill</title></head><body><h1>Spending</h1>"
    "<p>There is appropriated   $13.6&nbsp;billion in aid for Ukraine.</p>"
    "<script>document.title = 'run'</script><img src=https://evil.example/x onerror=\"document.title='run'\">"
    "</body></html>"
)
SLOW = 20_000
"""Milliseconds: a page is read in a process of its own, which a busy machine starts slowly."""

WORDS = "There is appropriated $13.6 billion in aid for Ukraine."


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        site.pages["/bill"] = (200, BILL)
        yield site


@pytest.fixture
def module() -> str:
    """A desk whose web is this machine."""
    return "tests.browser.near"


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Every address that the browser asked for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def open_claim(page: Page, server: Server) -> None:
    at.hand_in_by_paste(page, server, TITLE, f"March 15, 2022\n\n{TEXT}")
    page.locator("mark", has_text="$13.6 billion").first.click()
    expect(page.get_by_role("group", name="Judge the claim").get_by_role("heading")).to_contain_text("13.6")


def fill(page: Page, **fields: str):
    page.keyboard.press("e")
    form = page.get_by_role("form", name="New evidence")
    for label, value in fields.items():
        form.get_by_label(label.replace("_", " "), exact=True).fill(value)
    return form


def at_rest(page: Page) -> None:
    """Wait until Streamlit takes its own button for stopping a slow run away again."""
    expect(page.get_by_role("button", name="Stop", exact=True)).to_have_count(0)


def elsewhere(asked: list[str], server: Server) -> list[str]:
    own = (server.address, f"ws://127.0.0.1:{server.port}", "data:", "blob:", "about:")
    return [url for url in asked if not url.startswith(own)]


def test_a_page_is_kept_and_read_after_it_is_gone(page: Page, server: Server, site: Site, asked: list[str]) -> None:
    open_claim(page, server)
    form = fill(page, Source="The bill", Exact_words=WORDS, Where_in_it="section 2")
    form.get_by_label("Keep the page at this address as it is now").check()
    form.get_by_label("Exact words").press("Control+Enter")
    missing = form.get_by_text("To keep the page, write its address.")
    expect(missing).to_be_visible()
    form.get_by_label("Address", exact=True).fill(f"{site.address}/bill")
    expect(missing).to_be_hidden()
    form.get_by_label("Exact words").press("Control+Enter")
    card = page.get_by_role("region", name="Evidence")
    expect(card.get_by_text("✓ figure agrees")).to_be_visible()
    expect(card.locator(".held")).to_contain_text("$13.6 billion")
    kept = card.get_by_role("link", name="kept")
    expect(kept).to_be_visible(timeout=SLOW)
    site.pages.clear()
    card.get_by_role("button", name="Does the link still answer?").click()
    expect(card.get_by_text("link dead since")).to_contain_text("404", timeout=SLOW)
    with page.context.expect_page() as opened:
        kept.click()
    reading = opened.value
    reading.on("request", lambda request: asked.append(request.url))
    passage = reading.locator("mark")
    expect(passage).to_have_text("There is appropriated $13.6\u00a0billion in aid for Ukraine.")
    expect(reading.get_by_role("heading", name="The bill")).to_be_visible()
    at_rest(reading)
    assert faults(reading) == [] and reading.title() != "run"
    reading.emulate_media(color_scheme="dark")
    reading.set_viewport_size({"width": 390, "height": 844})
    reading.reload()
    expect(passage).to_be_visible()
    at_rest(reading)
    assert faults(reading) == []
    with reading.expect_download() as saved:
        reading.get_by_role("link", name="Save the original file").click()
    assert Path(saved.value.path()).read_text(encoding="utf-8") == BILL
    form = fill(page, Source="The gazette", Exact_words=WORDS, Address=f"{site.address}/gone")
    form.get_by_label("Keep the page at this address as it is now").check()
    form.get_by_label("Exact words").press("Control+Enter")
    trouble = card.get_by_role("alert").filter(has_text="404")
    expect(trouble).to_be_visible(timeout=SLOW)
    trouble.get_by_role("button", name="Close notice").click()
    expect(trouble).to_have_count(0)
    assert elsewhere(asked, server) == []


def test_one_passage_serves_two_claims_and_is_taken_back_where_the_reader_says(page: Page, server: Server) -> None:
    open_claim(page, server)
    card = page.get_by_role("region", name="Evidence")
    fill(page, Source="The bill", Exact_words=WORDS).get_by_role("button", name="Keep evidence").click()
    card.get_by_role("button", name="Use for another claim").click()
    use = card.get_by_role("form", name="Use for another claim")
    other = use.get_by_role("combobox", name="Claim", exact=True).locator("option").first.get_attribute("value")
    use.get_by_label("What it does to that claim").select_option("context")
    use.get_by_role("button", name="Use it there").click()
    expect(card.get_by_text("also for 1 claim")).to_be_visible()
    card.get_by_role("button", name="Correct", exact=True).click()
    right = card.get_by_role("form", name="Correct the evidence")
    right.get_by_label("Where in it").fill("section 3")
    right.get_by_role("button", name="Keep the correction").click()
    expect(right.get_by_role("alert")).to_have_text("Say for which claims.")
    at_rest(page)
    assert faults(page) == []
    right.get_by_label("for all 2 claims it serves").check()
    right.get_by_role("button", name="Keep the correction").click()
    expect(card.get_by_text("section 3")).to_be_visible()
    card.get_by_role("button", name="Take back", exact=True).click()
    back = card.get_by_role("form", name="Take the evidence back")
    back.get_by_label("for this claim alone").check()
    back.get_by_role("button", name="Take evidence back").click()
    expect(card.get_by_text("none yet")).to_be_visible()
    page.locator(f"mark[data-claim-id='{other}']").first.click()
    expect(card.get_by_text("· gives context")).to_be_visible()
    expect(card.get_by_text("section 3")).to_be_visible()


def test_the_library_shows_a_source_and_the_form_fills_it_in(page: Page, server: Server) -> None:
    open_claim(page, server)
    form = fill(page, Source="Northwire", Exact_words="Aid of $14 billion", Goes_back_to="Senate aide")
    form.get_by_label("Tier").select_option("tertiary")
    form.get_by_role("button", name="Keep evidence").click()
    expect(page.get_by_text("▲ differs by 2.9 %")).to_be_visible()
    page.keyboard.press("n")
    form = fill(page, Source="north")
    offer = form.get_by_role("button", name="Northwire")
    offer.wait_for()
    form.get_by_label("Source", exact=True).press("ArrowDown")
    expect(offer).to_be_focused()
    page.keyboard.press("Enter")
    expect(form.get_by_label("Source", exact=True)).to_have_value("Northwire")
    expect(form.get_by_label("Goes back to")).to_have_value("Senate aide")
    expect(form.get_by_label("Tier")).to_have_value("tertiary")
    expect(form.get_by_label("Exact words")).to_be_focused()
    at_rest(page)
    assert faults(page) == []
    page.goto(f"{server.address}/sources")
    page.get_by_role("button", name="Northwire").click()
    page.get_by_label("Contact, confidential").fill("Ruth Amsel, 555 0123")
    page.get_by_role("button", name="Keep these fields").click()
    page.get_by_text("Aid of $14 billion").wait_for()
    at_rest(page)
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    page.get_by_text("Aid of $14 billion").wait_for()
    at_rest(page)
    assert faults(page) == []
    page.goto(f"{server.address}/audit")
    page.get_by_text("put a source right").first.wait_for()
    assert "Amsel" not in page.content()
