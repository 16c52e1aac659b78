"""Where the tests' browser is: `$CHROME`, one on the path, or one that this installs when run as a module."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""How the tests start it: nothing in the background that would ask another machine."""


def find() -> str | None:
    """The path of a Chromium or Chrome, or None where there is none."""
    given = os.environ.get("CHROME")
    return given or next((path for name in NAMES if (path := shutil.which(name))), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install one: Debian's where this may, else the browser that Playwright brings."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "-qq", "update"], check=False)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(
            ["apt-get", "-qq", "-y", "install", "chromium"], check=False, env=quiet, stdout=subprocess.DEVNULL
        )
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)


def main() -> int:
    """Make sure of a browser; 1 and a sentence where there can be none."""
    if find() is None:
        install()
    path = find()
    if path is None:
        print(
            "The tests need Chromium and it could not be installed. Install it, or set CHROME to its path.",
            file=sys.stderr,
        )
        return 1
    print(f"The tests use {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
