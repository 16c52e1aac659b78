"""What concerns the reader, in one place: calls, contradictions, and ratings of theirs that still lack something."""

from typing import Any

import streamlit as st

from workbench.domain.concern import Concern, ConcernKind
from workbench.domain.person import Person
from workbench.services import accounts, concerning
from workbench.ui import component, ways
from workbench.ui.wires import tied

SAYS = {
    ConcernKind.CALLED: "calls you",
    ConcernKind.CONTESTED: "rated it otherwise",
    ConcernKind.PROVISIONAL: "Your rating still needs",
}


def show() -> None:
    """The list, newest first; what to expect here while there is nothing."""
    wires = tied()
    found = concerning.concerns(wires.desk, by=wires.person)
    people = accounts.everyone(wires.desk)
    st.header("For you", anchor=False)
    if not found:
        st.write(
            "Nothing waits for you. Here stand comments that call you by @name, claims you rated that somebody rated "
            "otherwise, and ratings of yours that still lack what the house policy asks for."
        )
        return
    chosen = component.part(
        {"part": "concerns", "concerns": [_row(one, people) for one in found]}, key="concerns", values=("opened",)
    )
    if chosen.opened:
        ways.open_claim(int(chosen.opened["article"]), int(chosen.opened["claim"]))


def _row(one: Concern, people: dict[int, Person]) -> dict[str, Any]:
    person = people.get(one.person_id)
    return {
        "kind": one.kind.value,
        "who": "" if one.kind is ConcernKind.PROVISIONAL or person is None else person.name,
        "did": SAYS[one.kind],
        "words": one.words,
        "label": one.label,
        "title": one.title,
        "article": one.article_id,
        "claim": one.claim_id,
        "at": one.at.isoformat(),
    }
