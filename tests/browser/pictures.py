"""Pictures of every screen of the desk, light and dark, at three widths: `python -m tests.browser.pictures FOLDER`.

With no folder given it makes the three pictures that the README shows, in docs/pictures.
"""

import itertools
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium
from tests.browser import desk as at
from tests.browser.serving import Server
from tests.browser.story import TEXT, TITLE
from workbench.settings import HOME

WIDTHS = {1440: 900, 900: 1100, 390: 844}


def shoot(page: Page, folder: Path, name: str, *, full: bool = False) -> None:
    """One picture, once fonts and layout have settled."""
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(700)
    page.screenshot(path=folder / f"{name}.png", full_page=full)


def judge_some(page: Page) -> None:
    """A story half done: ratings of every kind up to the sum of aid, which has its evidence and comes next."""
    judged = page.get_by_role("group", name="Judge the claim").get_by_role("heading")
    for key in itertools.cycle("vsvdvsv"):
        if judged.inner_text().startswith("$13.6 billion aid"):
            break
        page.keyboard.press(key)
        page.wait_for_timeout(80)
    at.all_saved(page)
    page.keyboard.press("e")
    form = page.get_by_role("form", name="New evidence")
    form.get_by_label("Source").fill("Congressional record")
    form.get_by_label("Tier").select_option("primary")
    form.get_by_label("Exact words").fill("There is appropriated $13.6 billion for Ukraine and its neighbours.")
    form.get_by_label("Where in it").fill("page 4, paragraph 2")
    form.get_by_role("button", name="Keep evidence").click()
    at.all_saved(page)
    page.get_by_text("Congressional record").first.wait_for()


def walk(page: Page, server: Server, folder: Path, look: str, width: int, story: str) -> None:
    """Every screen in one look at one width."""
    tag = f"{width}-{look}"
    page.goto(server.address)
    page.get_by_role("heading").first.wait_for()
    shoot(page, folder, f"inbox-{tag}", full=True)
    page.goto(f"{server.address}/review?{story}")
    at.ready(page)
    page.get_by_role("heading", name="History").wait_for()
    shoot(page, folder, f"review-{tag}")
    shoot(page, folder, f"review-whole-{tag}", full=True)
    page.keyboard.press("?")
    shoot(page, folder, f"keys-{tag}")
    page.goto(f"{server.address}/sources?source=1")
    page.get_by_role("heading", name="Evidence taken from it").wait_for()
    shoot(page, folder, f"sources-{tag}", full=True)
    page.goto(f"{server.address}/queue")
    page.get_by_role("button", name="All open").wait_for()
    shoot(page, folder, f"queue-{tag}")
    page.goto(f"{server.address}/audit")
    page.get_by_role("button", name="Make the report").wait_for()
    shoot(page, folder, f"audit-{tag}", full=True)
    walk_people(page, server, folder, tag)


def walk_people(page: Page, server: Server, folder: Path, tag: str) -> None:
    """The account page, the people room, and the sign-in as somebody sees it who is not signed in."""
    page.goto(f"{server.address}/account")
    page.get_by_role("button", name="Sign out", exact=True).wait_for()
    shoot(page, folder, f"account-{tag}", full=True)
    page.goto(f"{server.address}/people")
    page.get_by_role("button", name="Make the link").wait_for()
    shoot(page, folder, f"people-{tag}", full=True)
    page.context.clear_cookies()
    page.goto(f"{server.address}/account")
    shoot(page, folder, f"sign-in-{tag}")
    server.admit(page.context)


def main() -> None:
    """Start a desk on a store of its own and take the pictures."""
    whole = len(sys.argv) > 1
    folder = Path(sys.argv[1]) if whole else HOME / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        server = Server(Path(place), person="mara.lindqvist")
        server.command("seed")
        server.start().take_the_first_seat()
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        server.admit(page.context)
        page.goto(server.address)
        page.get_by_role("button", name="Open the example story").wait_for()
        firsts = [(look, width) for look in ("light", "dark") for width in WIDTHS] if whole else []
        for look, width in firsts:
            page.emulate_media(color_scheme=look)
            page.set_viewport_size({"width": width, "height": WIDTHS[width]})
            page.reload()
            page.get_by_role("button", name="Open the example story").wait_for()
            shoot(page, folder, f"first-{width}-{look}", full=True)
        page.set_viewport_size({"width": 1440, "height": 900})
        page.emulate_media(color_scheme="light")
        at.hand_in_by_paste(page, server, TITLE, f"March 15, 2022\n\n{TEXT}")
        judge_some(page)
        story = page.url.partition("?")[2]
        if whole:
            for look, width in firsts:
                page.emulate_media(color_scheme=look)
                page.set_viewport_size({"width": width, "height": WIDTHS[width]})
                walk(page, server, folder, look, width, story)
        else:
            page.mouse.move(0, 0)
            shoot(page, folder, "review")
            page.goto(f"{server.address}/queue")
            page.get_by_role("heading", name="Claims").wait_for()
            shoot(page, folder, "queue")
            page.goto(f"{server.address}/audit")
            page.get_by_role("button", name="Make the report").wait_for()
            shoot(page, folder, "audit")
        browser.close()
        server.stop()


if __name__ == "__main__":
    main()
