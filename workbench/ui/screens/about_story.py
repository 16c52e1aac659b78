"""A story's fields with where each came from, to be put right by hand, and its withdrawal."""

from datetime import date
from typing import Any

import streamlit as st

from workbench.domain.article import FIELDS, Article
from workbench.domain.errors import WorkbenchError
from workbench.domain.person import Right
from workbench.domain.story import Story
from workbench.services import correcting, viewing
from workbench.ui import ways
from workbench.ui.wires import Wires, tied

NAMES = {
    "title": "Headline",
    "author": "Author",
    "publisher": "Publisher",
    "published": "Day of publication",
    "url": "Address",
}
BY_HAND = "by hand"
EARLIEST = date(1600, 1, 1)


@st.dialog("About this story", width="large")
def show(article_id: int) -> None:
    """The dialog over whatever room it was asked for in."""
    wires = tied()
    story = viewing.story(wires.desk, article_id)
    if wires.person.may(Right.HAND_IN):
        _came_again(wires, story.article)
        _fields(wires, story.article)
    else:
        _read(story.article)
    _origin(story)
    left, right = st.columns(2)
    if wires.person.may(Right.EXPORT) and left.button("Make the report", width="stretch"):
        ways.open_report(article_id)
    if wires.person.may(Right.WITHDRAW):
        with right, st.popover("Withdraw the story", width="stretch"):
            _withdraw(wires, article_id)


def _read(article: Article) -> None:
    """The fields for those who may not put them right."""
    for name in FIELDS:
        if getattr(article, name):
            st.caption(NAMES[name])
            st.text(getattr(article, name))


def _fields(wires: Wires, article: Article) -> None:
    with st.form("fields", border=False), st.container(key="fields"):
        values = {name: _field(article, name) for name in FIELDS}
        if st.form_submit_button("Keep these fields", type="primary"):
            settled = {n: v for n, v in values.items() if v != getattr(article, n) or n in article.guesses}
            _act(lambda: correcting.correct(wires.desk, article.id, by=wires.person, **settled))


def _field(article: Article, name: str) -> Any:
    label, value = NAMES[name], getattr(article, name)
    if name == "published":
        typed: Any = st.date_input(label, value=value, min_value=EARLIEST, format="YYYY-MM-DD")
    else:
        typed = st.text_input(label, value=value or "").strip() or None
    st.text(_came_from(article, name))
    return typed


def _came_from(article: Article, name: str) -> str:
    origin = article.origins.get(name)
    if origin == BY_HAND:
        return "put in by hand"
    if origin is None:
        return "not found in what was handed in" if getattr(article, name) is None else "where from is not known"
    return f"a guess, from {origin}: look again" if name in article.guesses else f"from {origin}"


def _came_again(wires: Wires, article: Article) -> None:
    for name, other in article.to_confirm.items():
        with st.container(border=True):
            st.text(f"{NAMES.get(name, name)}: the same text came again with “{other}”")
            take, leave = st.columns(2)
            if take.button("Take the other", key=f"take {name}"):
                _settle(wires, article, name, other)
            if leave.button("Leave it as it is", key=f"leave {name}"):
                _settle(wires, article, name, getattr(article, name))


def _settle(wires: Wires, article: Article, name: str, value: Any) -> None:
    _act(lambda: correcting.correct(wires.desk, article.id, by=wires.person, **{name: value}))


def _origin(story: Story) -> None:
    original = story.original
    came_from = story.article.came_from or "pasted text"
    st.text(f"Came from {came_from}, {original.size:,} bytes, {original.media_type}")
    st.caption("SHA-256 of the story as it came")
    st.code(original.sha256, language=None, wrap_lines=True)


def _withdraw(wires: Wires, article_id: int) -> None:
    reason = st.text_input("Why", key="withdraw why", max_chars=500)
    st.caption("It leaves all lists. What was done with it stays in the audit room.")
    if st.button("Withdraw it", type="primary"):
        if not reason.strip():
            st.error("A withdrawal needs its reason.")
            return
        _act(lambda: correcting.withdraw(wires.desk, article_id, by=wires.person, reason=reason.strip()))


def _act(act: Any) -> None:
    try:
        act()
    except WorkbenchError as refused:
        st.error("That was not kept:")
        st.text(str(refused))
    else:
        st.rerun()
