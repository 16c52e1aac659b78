"""The queue at a million claims, on both databases: what the services take, what the browser sees, and the plans."""

import dataclasses
import os
import statistics
import time
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.asking import QUESTIONS, explained, is_scan
from tests.browser import chromium
from tests.browser.serving import Server
from tests.filling import RARE, fill
from workbench.house import read_policy
from workbench.services import queueing
from workbench.settings import HOME

CLAIMS = int(os.environ.get("CLAIMS", "1000000"))
ROUNDS = 5
BAR = 400
"""Milliseconds to the painted page."""


def timed(ask):
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        ask()
        took.append(1_000 * (time.perf_counter() - began))
    return statistics.median(took), max(took)


@pytest.mark.bench
def test_queue_at_full_size(desk, mara, tmp_path: Path):
    desk = dataclasses.replace(desk, policy=read_policy(HOME / "seeds" / "policy.toml"))
    began = time.perf_counter()
    fill(desk, CLAIMS)
    print(f"\n{desk.store.engine.dialect.name}: {CLAIMS:,} claims put in {time.perf_counter() - began:.0f} s")
    slow, scans = {}, {}
    for name, query in QUESTIONS.items():
        median, most = timed(lambda query=query: queueing.page(desk, query, by=mara))
        with explained(desk) as plans:
            page = queueing.page(desk, query, by=mara)
        deep = queueing.page(desk, query.with_(after=page.after), by=mara).lines if page.after else []
        print(f"  {name}: median {median:.0f} ms, slowest {most:.0f} ms; {page.total} found, {len(deep)} on page 2")
        print("".join(f"      {line}\n" for line in plans[0][1].splitlines()), end="")
        scans |= {name: plan for _, plan in plans if is_scan(plan)}  # noqa: B035
        slow |= {name: median} if median > BAR else {}
    for name, ask in {"counts": queueing.counts, "stories": lambda desk, by: queueing.stories(desk)}.items():
        print(f"  {name}: median %.0f ms, slowest %.0f ms" % timed(lambda ask=ask: ask(desk, by=mara)))
    painted = browse(desk.store.url, tmp_path)
    print(
        "".join(f"  painted, {name}: median {median:.0f} ms, slowest {most:.0f} ms\n" for name, median, most in painted)
    )
    assert scans == {} and slow == {}


def browse(url, folder):
    server = Server(folder)
    server.url_of_store = url
    server.start().take_the_first_seat()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        server.admit(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{server.address}/queue")
        page.locator("li.row").first.wait_for()
        yield from [(name, *paint(page, act)) for name, act in ACTS.items()]
        browser.close()
    server.stop()


def paint(page, act):
    took = []
    for n in range(ROUNDS):
        was = page.locator(".fd.queue").get_attribute("data-asked")
        began = time.perf_counter()
        act(page, n)
        page.wait_for_function(
            "was => document.querySelector('.fd.queue')?.dataset.asked !== was", arg=was, polling="raf"
        )
        took.append(1_000 * (time.perf_counter() - began))
    return statistics.median(took), max(took)


def search(words):
    def act(page, n):
        page.get_by_label("Search claims, stories, people").fill(f"{words} needed" if n % 2 else words)
        page.keyboard.press("Enter")

    return act


ACTS = {
    "the next page": lambda page, n: page.get_by_role("button", name="Next page").click(),
    "another view": lambda page, n: page.get_by_role("button", name=("Contested", "All open")[n % 2]).click(),
    "another kind": lambda page, n: page.get_by_label("Kind", exact=True).select_option(("money", "quote")[n % 2]),
    "a common word": search("harbour"),
    "a rare word": search(RARE),
}
