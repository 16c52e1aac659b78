"""The audit room: what was done, by whom and when; whether the chain holds; the report of a story; the extractor."""

from typing import Any

import streamlit as st

from workbench.domain.errors import WorkbenchError
from workbench.domain.event import Event
from workbench.domain.person import Person
from workbench.reports import FORMATS
from workbench.services import accounts, auditing, reporting, viewing
from workbench.ui import acts, component, ways
from workbench.ui.wires import Wires, tied
from workbench.ui.zone import zone

PAGE = 50
OFFERED = 200
"""Stories to choose from: a list of all would be sent with every run of the page."""


def show() -> None:
    """The log on the left; the chain and the export on the right."""
    wires = tied()
    left, right = st.columns([720, 330], gap="large")
    with right:
        chain = st.container()
        _export(wires)
        _extractor()
    # A report that was just made is an event: chain and log are read after it.
    with chain:
        _chain(wires)
    with left:
        _log(wires)


def _log(wires: Wires) -> None:
    st.header("What was done", anchor=False)
    seal = auditing.seal(wires.desk)
    if seal is None or seal.number == 0:
        st.write("Nothing was done yet. The first act will stand here.")
        return
    pages = -(-seal.number // PAGE)
    page = st.session_state.get("log page", 1)
    newest = seal.number - (min(page, pages) - 1) * PAGE
    events = auditing.log(wires.desk, by=wires.person, before=newest + 1, limit=PAGE)
    changes = viewing.changes(wires.desk, [event.number for event in events])
    people = accounts.everyone(wires.desk)
    found = auditing.subjects(wires.desk, events, by=wires.person)
    rows = [_row(one, changes.get(one.number, {}).get("after"), people, found.get(one.subject)) for one in events]
    component.part({"part": "log", "events": rows}, key="log")
    if pages > 1:
        st.pagination(pages, key="log page")


def _row(
    event: Event, after: dict[str, Any] | None, people: dict[int, Person], subject: auditing.Subject | None
) -> dict[str, Any]:
    person = people.get(event.person_id or 0)
    return {
        "number": event.number,
        "at": event.at.isoformat(),
        "who": person.name if person else event.person,
        "did": acts.said(event.act, after),
        "about": acts.about(event.subject, after, subject.name if subject else ""),
        "href": _place(subject) if subject else None,
        "reason": acts.reason(event.reason, after),
        "sha256": event.sha256,
    }


def _place(subject: auditing.Subject) -> str | None:
    if subject.source is not None:
        return f"/sources?source={subject.source}"
    claim = "" if subject.claim is None else f"&claim={subject.claim}"
    return None if subject.article is None else f"/review?article={subject.article}{claim}"


def _chain(wires: Wires) -> None:
    with st.container(key="chain", border=True):
        st.subheader("The chain", anchor=False)
        seal = auditing.seal(wires.desk)
        st.text(f"{seal.number:,} events" if seal else "No event yet")
        if st.button("Check now"):
            st.session_state["chain checked"] = _check(wires)
        if found := st.session_state.get("chain checked"):
            (st.success if found["holds"] else st.error)(found["heading"])
            st.text(found["says"])
        if seal:
            st.caption("Seal: write it down or keep a report, and a cut tail will show against it")
            st.code(str(seal), language=None, wrap_lines=True)


def _check(wires: Wires) -> dict[str, Any]:
    broken = auditing.check(wires.desk, by=wires.person)
    when = f"{wires.desk.clock().astimezone(zone()):%d %B %Y, %H:%M:%S}"
    if broken is None:
        return {
            "holds": True,
            "heading": "The record holds",
            "says": f"Checked {when}: every event follows the one before it.",
        }
    where = f"event {broken.number:,}" + (f", {broken.row}" if broken.row else "")
    return {
        "holds": False,
        "heading": "The record does not hold",
        "says": f"At {where}: {broken.problem}. Checked {when}.",
    }


def _export(wires: Wires) -> None:
    with st.container(key="export", border=True):
        st.subheader("Report of a story", anchor=False)
        titles, wanted = _titles(wires), ways.asked("article")
        if not titles:
            st.write("No story yet. Hand one in first.")
            return
        ids = list(titles)
        chosen = st.selectbox(
            "Story", ids, index=ids.index(wanted) if wanted in ids else 0, format_func=titles.__getitem__
        )
        if len(titles) >= OFFERED:
            st.caption(f"The newest {OFFERED} are offered; an older story's own page leads here too.")
        style = st.selectbox("Format", list(FORMATS), format_func=str.upper)
        if st.button("Make the report", type="primary", width="stretch"):
            st.session_state["report"] = (chosen, style, _made(wires, chosen, style))
        _download(chosen, style)


def _titles(wires: Wires) -> dict[int, str]:
    """The newest stories, and the one that the address asks for."""
    titles, wanted = viewing.titles(wires.desk, limit=OFFERED), ways.asked("article")
    if wanted is None or wanted in titles:
        return titles
    return titles | viewing.titles_of(wires.desk, [wanted])


def _made(wires: Wires, article_id: int, style: str) -> Any:
    try:
        return reporting.export(wires.desk, article_id, by=wires.person, format=style)
    except WorkbenchError as refused:
        return refused


def _download(article_id: int, style: str) -> None:
    made_for, made_as, made = st.session_state.get("report", (None, None, None))
    if (made_for, made_as) != (article_id, style):
        return
    if isinstance(made, WorkbenchError):
        st.error("The report could not be made:")
        st.text(str(made))
        return
    st.download_button("Save the report", made.data, made.name, made.media_type, on_click="ignore", width="stretch")
    st.text(made.name)


def _extractor() -> None:
    with st.container(key="measured", border=True):
        st.subheader("The extractor", anchor=False)
        st.text("Its precision and recall by kind, as your judgements measure them, and what it got wrong.")
        if st.button("How right it was", width="stretch"):
            ways.open_extractor()
