"""The rooms of the desk, and the menu that leads to them."""

import re

import streamlit as st

from workbench.services import concerning
from workbench.ui import courier, ways
from workbench.ui.screens import audit_room, concerns, inbox, kept_page, library, person, review_desk
from workbench.ui.wires import Wires

LONGEST = 40
MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+.!|~:$&=-])")


def run(wires: Wires) -> None:
    """Show the navigation, the person at its end, and the room that was asked for."""
    rooms = {
        "inbox": st.Page(inbox.show, title="Inbox", url_path="inbox", default=True),
        "review": st.Page(review_desk.show, title="Review", url_path="review"),
        "concerns": st.Page(concerns.show, title=_for_you(wires), url_path="for-you"),
        "sources": st.Page(library.show, title="Sources", url_path="sources"),
        "kept": st.Page(kept_page.show, title="Kept page", url_path="kept", visibility="hidden"),
        "audit": st.Page(audit_room.show, title="Audit", url_path="audit"),
    }
    ways.remember(rooms)
    own = st.Page(person.show, title=_one_line(wires.person.name), url_path="person")
    chosen = st.navigation([*rooms.values(), own], position="top")
    st.set_page_config(page_title=f"{'Who acts' if chosen is own else chosen.title} · Fact desk")
    if chosen.url_path != "review":
        courier.show(wires)
    chosen.run()


def _for_you(wires: Wires) -> str:
    count = len(concerning.concerns(wires.desk, by=wires.person))
    return f"For you {count}" if count else "For you"


def _one_line(name: str) -> str:
    """A name for the menu, which reads Markdown: one line, not too long, every sign of Markdown taken as it stands."""
    line = " ".join(name.split())
    short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    return MARKDOWN.sub(r"\\\1", short)
