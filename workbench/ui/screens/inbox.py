"""The inbox: hand stories in, see what is being read, and where each story stands."""

from typing import Any

import streamlit as st

from workbench.domain.person import Right
from workbench.domain.story import StoryLine
from workbench.services import seeding, viewing
from workbench.services.wires import Desk
from workbench.ui import component, ways
from workbench.ui.reader.words import byline
from workbench.ui.screens import about_story, first_start, hand_in
from workbench.ui.wires import tied

SHOWN = "inbox page"


def show() -> None:
    """The first-start screen while there is nothing but examples; the stories and the hand-in card after."""
    wires = tied()
    desk = wires.desk
    examples = viewing.inbox(desk, examples=True)
    if seeding.is_fresh(desk) and not wires.intake.jobs(wires.person):
        first_start.show(examples)
        return
    left, right = st.columns([660, 360], gap="large")
    with right:
        if wires.person.may(Right.HAND_IN):
            hand_in.card("Hand in a story")
    with left:
        hand_in.progress()
        _stories(desk)
        _examples(examples)


def _stories(desk: Desk) -> None:
    count = viewing.story_count(desk)
    pages = max(1, -(-count // viewing.PAGE))
    page = min(st.session_state.get(SHOWN, 1), pages)
    says = "No story yet. Hand one in; its claims are found while you wait."
    _list(viewing.inbox(desk, page=page), "Stories", says, count)
    if pages > 1:
        st.pagination(pages, key=SHOWN)


def _examples(lines: list[StoryLine]) -> None:
    if lines:
        _list(lines, "Examples", "To try things out on. They stay out of all figures.", len(lines))


def _list(lines: list[StoryLine], heading: str, says: str, count: int) -> None:
    stories = [_line(line) for line in lines]
    shown = {"part": "stories", "heading": heading, "says": says, "stories": stories, "count": count}
    chosen = component.part(shown, key=heading.lower(), values=("opened", "fields"))
    if chosen.opened:
        ways.open_story(chosen.opened)
    if chosen.fields:
        about_story.show(chosen.fields)


def _line(line: StoryLine) -> dict[str, Any]:
    article = line.article
    return {
        "id": article.id,
        "title": article.title,
        "by": byline(article) if article.author or article.publisher or article.published else "",
        "at": article.handed_in_at.isoformat(),
        "counts": line.counts,
        "total": sum(line.counts.values()),
        "confirm": ", ".join(article.to_confirm),
    }
