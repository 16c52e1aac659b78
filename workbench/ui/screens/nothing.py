"""What a room says when there is nothing to show in it."""

import streamlit as st

from workbench.domain.story import Story
from workbench.ui import ways


def to_review(any_story: bool) -> None:
    """The review desk without a story that has something open."""
    st.header("Nothing open")
    st.write("Every claim has been judged." if any_story else "No story has been handed in yet.")
    _to_inbox()


def at_this_address() -> None:
    """An address of a story that is not in the store."""
    st.header("No such story")
    st.write("The address names a story that this desk does not have. It may have been mistyped.")
    _to_inbox()


def withdrawn(story: Story) -> None:
    """The address of a withdrawn story."""
    st.header("This story was withdrawn")
    st.text(story.article.title)
    st.write("It has left all lists. What was done with it stays in the audit room.")
    _to_inbox()


def not_yours() -> None:
    """The address of a room that this person's roles don't open."""
    st.header("Not open to you", anchor=False)
    st.write("Your roles do not open this room. An admin can change them.")
    _to_inbox()


def _to_inbox() -> None:
    if st.button("Go to the inbox", type="primary"):
        ways.open_inbox()
