"""The inbox: hand stories in, see what is being read, and where each story stands."""

from typing import Any

import streamlit as st

from workbench.domain.story import StoryLine
from workbench.services import seeding, viewing
from workbench.ui import component, ways
from workbench.ui.reader.words import byline
from workbench.ui.screens import about_story, first_start, hand_in
from workbench.ui.wires import tied


def show() -> None:
    """The first-start screen while there is nothing but examples; the stories and the hand-in card after."""
    desk = tied().desk
    lines = viewing.inbox(desk)
    examples = [line for line in lines if line.article.is_example]
    if seeding.is_fresh(desk) and not tied().intake.jobs():
        first_start.show(examples)
        return
    left, right = st.columns([660, 360], gap="large")
    with right:
        hand_in.card("Hand in a story")
    with left:
        hand_in.progress()
        _stories([line for line in lines if not line.article.is_example])
        _examples(examples)


def _stories(lines: list[StoryLine]) -> None:
    _list(lines, "Stories", "No story yet. Hand one in; its claims are found while you wait.")


def _examples(lines: list[StoryLine]) -> None:
    if lines:
        _list(lines, "Examples", "To try things out on. They stay out of all figures.")


def _list(lines: list[StoryLine], heading: str, says: str) -> None:
    stories = [_line(line) for line in lines]
    shown = {"part": "stories", "heading": heading, "says": says, "stories": stories}
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
