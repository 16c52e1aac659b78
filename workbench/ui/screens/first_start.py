"""The first start: what this is, what it looks like, and the example story to try it on."""

import streamlit as st

from workbench.domain.person import Right
from workbench.domain.story import StoryLine
from workbench.ui import component, ways
from workbench.ui.screens import hand_in
from workbench.ui.wires import tied

LEAD = (
    "Hand in a story. The desk underlines the figures, dates, quotations and names in it. "
    "You judge each one on evidence, and the report shows what was checked, by whom and when."
)
SECONDS_A_CLAIM = 35
"""A guess at how long one claim of the example takes a newcomer."""


def show(examples: list[StoryLine]) -> None:
    """Greet, and offer the first example, and the card to hand in a story of one's own."""
    with st.container(key="first"):
        left, right = st.columns([560, 352], gap="large")
        with left:
            st.title("Check every claim before the story runs", anchor=False)
            with st.container(key="lead"):
                st.write(LEAD)
            component.part({"part": "greeting"}, key="greeting")
            if examples:
                _offer(min(examples, key=lambda line: line.article.pk))
        with right:
            if tied().person.may(Right.HAND_IN):
                hand_in.card("Hand in your own story")


def _offer(example: StoryLine) -> None:
    claims = sum(example.counts.values())
    minutes = max(1, round(claims * SECONDS_A_CLAIM / 60))
    if st.button("Open the example story", type="primary"):
        ways.open_story(example.article.pk)
    st.caption(
        f"{claims} claims, about {minutes} {'minute' if minutes == 1 else 'minutes'}. It stays out of your figures."
    )
