"""The queue: what to check first, for everybody or for oneself; every view of it has an address of its own."""

from typing import Any

import streamlit as st

from workbench.domain.errors import WorkbenchError
from workbench.domain.queue import Query
from workbench.domain.story import StoryLine
from workbench.services import accounts, following, keeping_views, queueing, viewing
from workbench.ui import component, queue_acts, queue_rows, ways
from workbench.ui.wires import Wires, tied
from workbench.ui.zone import zone

KEY = "queue"


def show() -> None:
    """The view that the address asks for, after doing what the room was told to do in it."""
    wires = tied()
    heard = st.session_state.get(KEY) or {}
    if heard.get("ask") is not None:
        _ask(heard["ask"])
    note = _act(wires, heard.get("act"))
    query = Query.read(st.query_params.to_dict())
    result = component.part(_room(wires, query, note), key=KEY, values=("ask", "act", "opened"))
    if result.opened and result.opened.get("inbox"):
        ways.open_inbox()
    if result.opened:
        ways.keep_queue(query.written(), result.opened.get("claim"))
        if result.opened.get("claim"):
            ways.open_claim(int(result.opened["article"]), int(result.opened["claim"]))
        ways.open_story(int(result.opened["article"]))


def _ask(asked: Any) -> None:
    """Another view: what the room was asked for becomes its address."""
    if isinstance(asked, dict):
        st.query_params.from_dict(Query.read(asked).written())


def _act(wires: Wires, heard: Any) -> str:
    """Do one thing; returns what to say about it, an error first of all."""
    if not isinstance(heard, dict):
        return ""
    try:
        return queue_acts.do(wires, heard)
    except WorkbenchError as refused:
        return f"Not done: {refused}"


def _room(wires: Wires, query: Query, note: str) -> dict[str, Any]:
    desk, me = wires.desk, wires.person
    # Read before the lines: what happens in between is told once more, never left out.
    head = following.head(desk)
    page = queueing.page(desk, query, by=me, zone=zone())
    people = accounts.everyone(desk)
    rows = queue_rows.Rows(people=people, me=me, now=desk.clock())
    stories = queueing.stories(desk)
    return {
        "part": "queue",
        "query": query.written(),
        "note": note,
        "head": head,
        "counts": {view.value: number for view, number in queueing.counts(desk, by=me, zone=zone()).items()},
        "saved": [_saved(wires, view) for view in keeping_views.saved(desk, by=me)],
        "total": page.total,
        "most": queueing.MOST,
        "after": page.after,
        "claims": [rows.claim(line, page.titles.get(line.article_id, "")) for line in page.lines],
        "stories": [rows.story(line) for line in stories],
        "titles": _titles(wires, query, stories),
        "me": rows.rights(),
        "people": rows.takers(),
        "at": ways.queue_place(),
    }


def _saved(wires: Wires, view: Any) -> dict[str, Any]:
    query = Query.read(view.query)
    # Words are looked for when the view is opened; thirty such views would hold up every page.
    number = None if query.text else queueing.count(wires.desk, query, by=wires.person, zone=zone())
    return {"id": view.pk, "name": view.name, "query": query.written(), "count": number}


def _titles(wires: Wires, query: Query, stories: list[StoryLine]) -> list[list[Any]]:
    """The stories to choose from: those of the column, and the one that is asked for."""
    found = {line.article.pk: line.article.title for line in stories}
    if query.story and query.story not in found:
        found |= viewing.titles_of(wires.desk, [query.story])
    return [[key, title] for key, title in found.items()]
