"""The review desk: the story with its claims on the left, the card of one claim on the right."""

from itertools import chain

import streamlit as st

from workbench.domain.errors import NotFoundError
from workbench.domain.queue import Query
from workbench.domain.story import CheckedClaim, Story
from workbench.services import citing, examining, following, queueing, viewing
from workbench.services.citing import Cited
from workbench.ui import component, courier, ways
from workbench.ui.reader import evidence, payload
from workbench.ui.screens import about_story, nothing, queue
from workbench.ui.wires import Wires, tied

READER = "reader"


def show() -> None:
    """The story that the address names; without one, the first that has something open."""
    wires = tied()
    article_id = ways.asked("article")
    if article_id is None:
        _first_open(wires)
    else:
        _desk(article_id)


def _first_open(wires: Wires) -> None:
    for examples in (False, True):
        for line in chain.from_iterable(viewing.pages(wires.desk, examples=examples)):
            if line.counts.get("open"):
                ways.open_story(line.article.pk)
    courier.show(wires)
    nothing.to_review(bool(viewing.titles(wires.desk)))


@st.fragment
def _desk(article_id: int) -> None:
    wires = tied()
    sent = courier.heard(READER)
    answer = courier.answer(wires, sent)
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
    have = sent.get("have") if isinstance(sent, dict) else None
    reader = payload.whole(story, asked=ways.asked("claim"), have=have)
    left, right = st.columns([600, 520], gap="large")
    with left:
        result = component.part(reader, key=READER, values=("outbox", "report", "onward"))
    if result.report:
        ways.open_report(article_id)
    with right:
        if ways.left_queue() and st.button("‹ Back to the queue", type="tertiary", key="to-queue"):
            ways.open_queue()
    with right, st.container(key="card", border=True):
        standings = payload.standings(story, wires.person, wires.desk.policy)
        nowhere = {"nowhere": True} if result.onward and not _go_on(wires, article_id) else {}
        component.part({**standings, **answer, **nowhere, "head": head}, key="judge")
        _card(wires, story, _current(story, result.outbox))
        if st.button("About this story", type="tertiary"):
            about_story.show(article_id)
    if result.outbox != sent:
        # A window that outlived its server speaks before the new one has asked it.
        st.rerun()


def _go_on(wires: Wires, article_id: int) -> bool:
    """Go on to the next story of the queue, as the view says that the reader came from; False where none is left."""
    query = Query.read(ways.queue_query())
    line = queueing.onward(wires.desk, query, by=wires.person, leaving=article_id, zone=queue.zone())
    if line is not None:
        if ways.left_queue():
            ways.keep_queue(query.written(), line.claim_id)
        ways.open_claim(line.article_id, line.claim_id)
    return False


def _current(story: Story, heard: object) -> CheckedClaim | None:
    wanted = heard.get("claim") if isinstance(heard, dict) else ways.asked("claim")
    chosen = [checked for checked in story.claims if checked.claim.id == wanted]
    still_open = [checked for checked in story.claims if checked.standing.shown == "open"]
    return next(iter(chosen + still_open + story.claims), None)


def _card(wires: Wires, story: Story, checked: CheckedClaim | None) -> None:
    if checked is None or checked.claim.id is None:
        return
    history = viewing.history(wires.desk, checked.claim.id)
    changes = viewing.changes(wires.desk, [event.number for event in history])
    cited = citing.known(wires.desk, checked.claim, checked.citations, by=wires.person)
    for one in cited:
        _examine(wires, checked, one)
    passages = [evidence.shown(one, people=story.people, me=wires.person, keeper=wires.keeper) for one in cited]
    links = evidence.links(citing.of_story(wires.desk, story)[1], story, wires.keeper)
    shown = payload.card(
        story, checked, history=history, changes=changes, evidence=passages, links=links, me=wires.person
    )
    component.part(shown, key="evidence")


def _examine(wires: Wires, checked: CheckedClaim, one: Cited) -> None:
    """Begin to hold an evidence's figures against the claim's, where nobody has done so in this process."""
    name = evidence.figure_job(checked.claim.pk, one.citation.evidence.pk)
    if one.examined is None and wires.keeper.of(name) is None:
        wires.keeper.do(name, lambda: examining.examine(wires.desk, checked.claim, one.citation))
