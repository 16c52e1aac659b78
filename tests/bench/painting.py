"""From a key to what it paints: the judging block of the next claim, its whole card with the evidence, and that card as
the desk has it now, where it was painted from what the window had asked for ahead."""

from typing import NamedTuple

from playwright.sync_api import Page

WATCH = """(() => {
  window.painted = [];
  const asked = () => new URLSearchParams(location.search).get("claim");
  const shows = (part) => document.querySelector(`.fd.${part}`)?.dataset.claim === asked();
  const frame = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
  addEventListener("keydown", () => {
    const began = performance.now();
    const before = location.search;
    const took = {};
    const look = () => {
      const now = performance.now() - began;
      if (location.search !== before) {
        if (shows("judge")) took.block ??= now;
        if (shows("card")) took.card ??= now;
        if (took.card !== undefined && !window.__factDesk.cardOld) took.heard ??= now;
      }
      if (took.block !== undefined && took.heard !== undefined) window.painted.push(took);
      else if (now < 5000) frame(look);
    };
    frame(look);
  }, true);
})()"""
"""Listens before the page does, which lets nobody else hear its keys; looks after each frame was painted."""


class Took(NamedTuple):
    """Milliseconds from each key to the judging block, to the whole card, and to the card asked for at that key."""

    block: list[float]
    card: list[float]
    heard: list[float]


def painted(page: Page, keys: str, gap: int) -> Took:
    """Press these keys, one `gap` milliseconds after the last was painted.

    The page was opened with `WATCH` as its first script.
    """
    page.evaluate("window.painted = []")
    for number, key in enumerate(keys, 1):
        page.keyboard.press(key)
        page.wait_for_function("count => window.painted.length >= count", arg=number, timeout=10_000)
        page.wait_for_timeout(gap)
    took = page.evaluate("window.painted")
    return Took(*([one[what] for one in took] for what in Took._fields))


EMPTY = """
import streamlit as st

st.session_state.count = st.session_state.get("count", 0) + 1
st.button("Again")
st.text(f"Run {st.session_state.count}")
"""
"""A page of Streamlit's that does nothing: what one run of any page takes at least."""

REDRAWN = """(count) => new Promise((done) => {
  const began = performance.now();
  const look = () => document.body.textContent.includes(`Run ${count}`)
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
    : requestAnimationFrame(look);
  [...document.querySelectorAll("button")].find((one) => one.textContent === "Again").click();
  look();
})"""


def redrawn(page: Page, times: int) -> list[float]:
    """Milliseconds from a press on the button of `EMPTY` to what its next run paints."""
    page.get_by_text("Run 1", exact=True).wait_for()
    return [page.evaluate(REDRAWN, count) for count in range(2, times + 2)]
