"""The library of sources: search it, put a source right, see what was taken from it and whether its link answers."""

from typing import Any

import streamlit as st

from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import LinkState, Source, Tier
from workbench.domain.person import Right
from workbench.services import cataloguing, link_checking
from workbench.services.cataloguing import PAGE, Shelved, Taken
from workbench.ui import component, outbox_evidence, ways
from workbench.ui.reader.evidence import link_job
from workbench.ui.wires import Wires, tied

TIERS = {
    Tier.PRIMARY: "primary: the thing itself",
    Tier.SECONDARY: "secondary: reports on it",
    Tier.TERTIARY: "tertiary: sums up reports",
}
SOON = 0.7
"""Seconds until the page looks again while a link is being looked at."""


def show() -> None:
    """The list on the left, the source that was opened on the right."""
    wires = tied()
    left, right = st.columns([620, 420], gap="large")
    opened = ways.asked("source")
    with left:
        _list(wires, opened)
    with right:
        if opened is None:
            st.caption("Open a source to put it right and to see what was taken from it.")
        else:
            _source(wires, opened)


def _list(wires: Wires, opened: int | None) -> None:
    st.header("Sources", anchor=False)
    words = st.text_input("Search", placeholder="Name, origin, address or notes", key="source words").strip()
    count = cataloguing.count(wires.desk, words, by=wires.person)
    pages = max(1, -(-count // PAGE))
    page = min(st.session_state.get("source page", 1), pages)
    found = cataloguing.search(wires.desk, words, by=wires.person, page=page)
    links = link_checking.states(wires.desk, [each.source.url for each in found], by=wires.person)
    says = "No source fits these words." if words else "No source yet. The first evidence brings one."
    rows = [_row(each, links) for each in found]
    chosen = component.part(
        {"part": "sources", "sources": rows, "current": opened, "says": says}, key="sources", values=("opened",)
    )
    if pages > 1:
        st.pagination(pages, key="source page")
    if chosen.opened and chosen.opened != opened:
        st.query_params["source"] = str(chosen.opened)
        st.rerun()


def _row(each: Shelved, links: dict[str, LinkState]) -> dict[str, Any]:
    source = each.source
    state = links.get(source.url or "")
    return {
        "id": source.id,
        "name": source.name,
        "tier": source.tier.value,
        "origin": source.origin,
        "url": source.url,
        "notes": source.notes,
        "cited": each.cited,
        "link": {"alive": state.alive, "says": state.says, "since": state.since.isoformat()} if state else None,
    }


def _source(wires: Wires, source_id: int) -> None:
    try:
        there = cataloguing.find(wires.desk, source_id, by=wires.person)
    except WorkbenchError as refused:
        st.subheader("No such source", anchor=False)
        st.text(str(refused))
        return
    with st.container(key="source", border=True):
        if wires.person.may(Right.ADD_EVIDENCE):
            _edit(wires, there.source)
            if there.source.url:
                _link(wires, there.source)
        else:
            _read(there.source)
    st.subheader("Evidence taken from it", anchor=False)
    pages = max(1, -(-there.cited // PAGE))
    page = min(st.session_state.get(f"taken page {source_id}", 1), pages)
    taken = [_taken(one) for one in cataloguing.taken_from(wires.desk, source_id, by=wires.person, page=page)]
    component.part({"part": "sources", "taken": taken, "says": "Nothing that still holds."}, key=f"taken {source_id}")
    if pages > 1:
        st.pagination(pages, key=f"taken page {source_id}")


def _read(source: Source) -> None:
    """A source for who may not change it."""
    st.text(source.name)
    named = {"Goes back to": source.origin, "Address": source.url, "How far to trust it": source.notes}
    for label, value in {"Tier": TIERS[source.tier], **named}.items():
        if value:
            st.caption(label)
            st.text(value)


def _edit(wires: Wires, source: Source) -> None:
    with st.form(f"source {source.id}", border=False):
        fields: dict[str, Any] = {
            "name": st.text_input("Name", source.name, max_chars=500),
            "tier": st.selectbox("Tier", list(TIERS), list(TIERS).index(source.tier), format_func=TIERS.__getitem__),
            "origin": st.text_input("Goes back to", source.origin or "", max_chars=500),
            "url": st.text_input("Address", source.url or "", max_chars=2_000),
            "notes": st.text_area("How far to trust it", source.notes or "", max_chars=5_000),
        }
        if wires.person.may(Right.SEE_CONTACTS):
            fields["contact"] = st.text_area("Contact, confidential", source.contact or "", max_chars=2_000, height=80)
            st.caption("Seen by editors alone. It is in no report, and the log says only that it changed.")
        if st.form_submit_button("Keep these fields"):
            _keep(wires, source, fields)


def _keep(wires: Wires, source: Source, fields: dict[str, Any]) -> None:
    changed = {name: value for name, value in fields.items() if (value or None) != getattr(source, name)}
    try:
        cataloguing.edit(wires.desk, source.pk, by=wires.person, **changed)
    except WorkbenchError as refused:
        st.error("That was not kept:")
        st.text(str(refused))
    else:
        st.rerun()


def _link(wires: Wires, source: Source) -> None:
    job = wires.keeper.of(link_job(source.pk))
    st.fragment(_looked, run_every=SOON if job and job.runs else None)(source)


def _looked(source: Source) -> None:
    # Run by itself, again and again: who sits here is asked each time.
    wires = tied()
    job = wires.keeper.of(link_job(source.pk))
    if job and job.runs:
        st.session_state["link was looked at"] = source.pk
        st.text("Looking at the link…")
        return
    if st.session_state.pop("link was looked at", None) == source.pk:
        # The list beside it lies outside of this fragment.
        st.rerun()
    if job:
        st.text(job.says)
    if st.button("Does the link still answer?"):
        outbox_evidence.check_link(wires.desk, wires.person, source.pk, wires.keeper)
        st.rerun()


def _taken(one: Taken) -> dict[str, Any]:
    evidence = one.citation.evidence
    return {
        "id": evidence.id,
        "words": evidence.words,
        "stance": evidence.stance.value,
        "locator": evidence.locator,
        "article": one.article.id,
        "title": one.article.title,
        "claim": evidence.claim_id,
        "label": one.claim.label,
        "page": evidence.snapshot_id,
        "at": evidence.at.isoformat(),
    }
