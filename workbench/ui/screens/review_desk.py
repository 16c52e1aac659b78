"""The review desk: the story with its claims on the left, the card of one claim on the right.

Streamlit draws it once, and anew where the story itself changed; what is judged meanwhile goes by `live`.
"""

import streamlit as st

from workbench.domain.errors import NotFoundError
from workbench.domain.queue import Order, Query, Shows
from workbench.services import following, queueing, viewing
from workbench.ui import component, courier, offers, ways
from workbench.ui.reader import payload
from workbench.ui.screens import about_story, nothing
from workbench.ui.wires import Wires, tied
from workbench.ui.zone import zone


def show() -> None:
    """The story that the address names; without one, the first that has something open."""
    wires = tied()
    article_id = ways.asked("article")
    if article_id is None:
        _first_open(wires)
    else:
        _desk(article_id)


def _first_open(wires: Wires) -> None:
    asked = Query(status=Shows.OPEN, order=Order.STORY)
    first = queueing.page(wires.desk, asked, by=wires.person).lines[:1]
    examples = viewing.inbox(wires.desk, examples=True)
    open_ones = [line.article_id for line in first] or [one.article.pk for one in examples if one.counts.get("open")]
    if open_ones:
        ways.open_story(open_ones[0])
    courier.show(wires)
    nothing.to_review(bool(examples or viewing.story_count(wires.desk)))


@st.fragment
def _desk(article_id: int) -> None:
    wires = tied()
    # Read before the story: what happens in between is told once more, never left out.
    head = following.head(wires.desk)
    try:
        story = viewing.story(wires.desk, article_id)
    except NotFoundError:
        courier.show(wires)
        nothing.at_this_address()
        return
    if story.article.withdrawn_at:
        courier.show(wires)
        nothing.withdrawn(story)
        return
    st.set_page_config(page_title=f"{story.article.title[:80] or 'Review'} · Fact desk")
    left, right = st.columns([600, 520], gap="large")
    with left:
        reader = payload.whole(story, asked=ways.asked("claim"))
        result = component.part(reader, key="reader", values=("fresh", "report", "onward"))
    if result.report:
        ways.open_report(article_id)
    with right:
        if ways.left_queue() and st.button("‹ Back to the queue", type="tertiary", key="to-queue"):
            ways.open_queue()
    with right, st.container(key="card", border=True):
        standings = payload.standings(story, wires.person, wires.desk.policy)
        nowhere = {"nowhere": True} if result.onward and not _go_on(wires, article_id) else {}
        component.part({**standings, **nowhere, "me": offers.offered(wires.person), "head": head}, key="judge")
        component.part({"part": "card"}, key="evidence")
        if st.button("About this story", type="tertiary"):
            about_story.show(article_id)


def _go_on(wires: Wires, article_id: int) -> bool:
    """Go on to the next story of the queue, as the view says that the reader came from; False where none is left."""
    query = Query.read(ways.queue_query())
    line = queueing.onward(wires.desk, query, by=wires.person, leaving=article_id, zone=zone())
    if line is not None:
        if ways.left_queue():
            ways.keep_queue(query.written(), line.claim_id)
        ways.open_claim(line.article_id, line.claim_id)
    return False
