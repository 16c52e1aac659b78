"""From a key to what it paints: the judging block of the next claim, and its whole card with the evidence."""

from playwright.sync_api import Page

WATCH = """(() => {
  window.painted = [];
  const heading = () => document.querySelector(".fd.judge h2")?.textContent + location.search;
  addEventListener("keydown", () => {
    const began = performance.now();
    const before = heading();
    const took = {};
    const asked = () => new URLSearchParams(location.search).get("claim");
    const look = () => {
      const card = document.querySelector(".fd.card");
      if (took.block === undefined && heading() !== before) took.block = performance.now() - began;
      if (took.block !== undefined && card.dataset.claim === asked()) {
        took.card = performance.now() - began;
        window.painted.push(took);
      } else if (performance.now() - began < 5000) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, true);
})()"""
"""Listens before the page does, which lets nobody else hear its keys."""


def painted(page: Page, keys: str, gap: int) -> tuple[list[float], list[float]]:
    """Press these keys, one every `gap` milliseconds; returns what each took to block and card, in milliseconds.

    The page was opened with `WATCH` as its first script.
    """
    page.evaluate("window.painted = []")
    for number, key in enumerate(keys, 1):
        page.keyboard.press(key)
        page.wait_for_function("count => window.painted.length >= count", arg=number, timeout=10_000)
        page.wait_for_timeout(gap)
    took = page.evaluate("window.painted")
    return [one["block"] for one in took], [one["card"] for one in took]
