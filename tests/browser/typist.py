"""One browser of its own that types ratings into one story.

`python -m tests.browser.typist ADDRESS ARTICLE SESSION KEYS DELAY`. Tests start several at once. It ends when the desk
has acknowledged everything, and fails where it has not within a minute after the last key.
"""

import sys

from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser import desk as at
from workbench.ui.signed_in import COOKIE

WAIT = 60_000


def main(address: str, article: str, session: str, keys: str, delay: str) -> None:
    """Open the story, type, and wait for the last acknowledgement."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": COOKIE, "value": session, "url": address}])
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.goto(f"{address}/review?article={article}")
        at.ready(page, WAIT)
        at.type_keys(page, keys, int(delay))
        at.all_saved(page, WAIT)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
