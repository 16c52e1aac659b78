"""The rooms of the desk, and the menu that leads to them."""

import re
from collections.abc import Callable

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from workbench.domain.person import Person, Right
from workbench.domain.queue import Query
from workbench.services import concerning, queueing, viewing
from workbench.ui import courier, ways
from workbench.ui.labels import one_line
from workbench.ui.screens import (
    account,
    audit_room,
    concerns,
    extractor,
    inbox,
    kept_page,
    library,
    nothing,
    people,
    queue,
    review_desk,
)
from workbench.ui.wires import Wires

COUNTED = re.compile(r" [\d,]+\+?$")
"""The number that a room carries in the menu; a window's title does without."""


def run(wires: Wires) -> None:
    """Show the navigation, the person at its end, and the room that was asked for."""
    me = wires.person
    rooms = {
        "inbox": st.Page(inbox.show, title=_inbox(wires), url_path="inbox", default=True),
        "queue": st.Page(queue.show, title=_queue(wires), url_path="queue"),
        "review": st.Page(review_desk.show, title="Review", url_path="review"),
        "concerns": st.Page(concerns.show, title=_for_you(wires), url_path="for-you"),
        "sources": st.Page(library.show, title="Sources", url_path="sources"),
        "kept": st.Page(kept_page.show, title="Kept page", url_path="kept", visibility="hidden"),
        "audit": _room(me, Right.READ_AUDIT, audit_room.show, "Audit", "audit"),
        "extractor": _room(me, Right.READ_AUDIT, extractor.show, "Extractor", "extractor", hidden=True),
        "people": _room(me, Right.MANAGE_PEOPLE, people.show, "People", "people"),
        "account": st.Page(account.show, title=one_line(me.name), url_path="account"),
    }
    ways.remember(rooms)
    chosen = st.navigation(list(rooms.values()), position="top")
    title = "Your account" if chosen is rooms["account"] else COUNTED.sub("", chosen.title)
    st.set_page_config(page_title=f"{title} · Fact desk")
    if chosen.url_path != "review":
        courier.show(wires)
    chosen.run()


def _room(
    me: Person, right: Right, show: Callable[[], None], title: str, path: str, *, hidden: bool = False
) -> StreamlitPage:
    """A room for those who have the right; for others it is not in the menu, and its address says why."""
    if me.may(right):
        return st.Page(show, title=title, url_path=path, visibility="hidden" if hidden else "visible")
    return st.Page(nothing.not_yours, title=title, url_path=path, visibility="hidden")


def _inbox(wires: Wires) -> str:
    count = viewing.story_count(wires.desk)
    return f"Inbox {count:,}" if count else "Inbox"


def _queue(wires: Wires) -> str:
    count = queueing.count(wires.desk, Query(), by=wires.person)
    most = f"{queueing.MOST:,}+"
    return f"Queue {most if count > queueing.MOST else format(count, ',')}" if count else "Queue"


def _for_you(wires: Wires) -> str:
    count = len(concerning.concerns(wires.desk, by=wires.person))
    return f"For you {count}" if count else "For you"
