"""A kept page or file, read without the network, with the passages in it that are evidence."""

from typing import Any

import streamlit as st

from workbench.documents import PICTURES
from workbench.domain import passage
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import Evidence, Snapshot
from workbench.services import accounts, snapshotting, viewing
from workbench.ui import component, ways
from workbench.ui.reader.layout import Marked, paragraphs
from workbench.ui.wires import Wires, tied


def show() -> None:
    """The page that the address names."""
    wires = tied()
    number = ways.asked("page")
    try:
        page = snapshotting.open(wires.desk, number or 0, by=wires.person)
    except WorkbenchError as refused:
        st.header("No kept page")
        st.text(str(refused))
        if st.button("Go to the inbox", type="primary"):
            ways.open_inbox()
        return
    cited = snapshotting.cited_in(wires.desk, page.pk, by=wires.person)
    component.part(_shown(wires, page, cited, ways.asked("evidence")), key="kept")


def _shown(wires: Wires, page: Snapshot, cited: list[Evidence], current: int | None) -> dict[str, Any]:
    labels = viewing.labels(wires.desk, [one.claim_id for one in cited])
    found = {one.pk: passage.find(page.text, one.words) for one in cited}
    marked = tuple(Marked(key, start, end) for key, spans in found.items() for start, end in spans)
    by = accounts.everyone(wires.desk).get(page.person_id)
    return {
        "part": "kept",
        "id": page.id,
        "title": page.title,
        "name": page.name,
        "url": page.url,
        "media_type": page.media_type,
        "size": page.size,
        "sha256": page.sha256,
        "at": page.at.isoformat(),
        "by": by.name if by else "someone",
        "picture": page.media_type in PICTURES,
        "current": current,
        "paragraphs": paragraphs(page.text, marked) if page.text else [],
        "passages": [
            {"id": one.id, "label": labels.get(one.claim_id, ""), "found": bool(found[one.pk]) if page.text else None}
            for one in cited
        ],
    }
