"""The card that takes stories, as files, pasted text or an address, and what became of them."""

import streamlit as st

from workbench.services import handing
from workbench.services.rights import plain
from workbench.ui import component, ways
from workbench.ui.intake import Job
from workbench.ui.screens import about_story
from workbench.ui.screens.about_story import EARLIEST
from workbench.ui.wires import Wires, tied

WAYS = ["Files", "Paste", "Web address"]
TYPES = ["txt", "md", "html", "htm", "docx", "pdf", "jsonl", "gz"]
ROUND = "handing-in in this window"


def card(heading: str) -> None:
    """The three ways to hand a story in."""
    with st.container(key="handin", border=True):
        st.subheader(heading, anchor=False)
        way = st.segmented_control("How", WAYS, default=WAYS[0], label_visibility="collapsed", width="stretch")
        if way == "Paste":
            _paste(tied())
        elif way == "Web address":
            _address(tied())
        else:
            _files(tied())
        st.caption("Stories stay on this machine. The file is kept as it came, with its fingerprint.")


def _round() -> int:
    """Counts up with every handing-in: a widget with a new key starts empty."""
    return st.session_state.setdefault(ROUND, 0)


def _handed_in() -> None:
    st.session_state[ROUND] = _round() + 1
    st.rerun()


def _files(wires: Wires) -> None:
    megabytes = wires.desk.limits.max_bytes // 1_000_000
    files = st.file_uploader(
        f"txt, md, html, docx, pdf, jsonl, up to {megabytes} MB each, several at once",
        accept_multiple_files=True,
        type=TYPES,
        key=f"files {_round()}",
    )
    for file in files:
        data, name = file.getvalue(), plain(file.name)
        wires.intake.submit(
            name, lambda data=data, name=name: handing.read_upload(wires.desk.limits, data, name), by=wires.person
        )
    if files:
        _handed_in()


def _paste(wires: Wires) -> None:
    with st.form(f"paste {_round()}", border=False, enter_to_submit=False):
        title = st.text_input("Headline", placeholder="Left empty, the first line serves")
        day = st.date_input("Day of publication", value=None, min_value=EARLIEST, format="YYYY-MM-DD")
        st.caption("“Next week” and the like are reckoned from this day. A date in the first line serves as well.")
        text = st.text_area("Text of the story", height=220)
        if st.form_submit_button("Hand in", type="primary", width="stretch"):
            if not text.strip():
                st.error("There is no text yet. Paste the story and hand it in again.")
                return
            name = title.strip() or "pasted text"
            wires.intake.submit(name, lambda: handing.read_paste(wires.desk.limits, text, title, day), by=wires.person)
            _handed_in()


def _address(wires: Wires) -> None:
    with st.form(f"address {_round()}", border=False):
        url = st.text_input("Web address of the story", placeholder="https://").strip()
        if st.form_submit_button("Hand in", type="primary", width="stretch"):
            if not url:
                st.error("There is no address yet. Write one and hand it in again.")
                return
            wires.intake.submit(url[:200], lambda: handing.read_address(wires.desk.limits, url), by=wires.person)
            _handed_in()


def progress() -> None:
    """What is being handed in, kept fresh while something runs; nothing where nothing was handed in."""
    wires = tied()
    jobs = wires.intake.jobs(wires.person)
    if jobs:
        st.fragment(_progress, run_every=None if all(job.over for job in jobs) else 0.7)()


def _progress() -> None:
    wires = tied()
    jobs = wires.intake.jobs(wires.person)
    shown = {"part": "intake", "jobs": [_row(job) for job in jobs]}
    told = component.part(shown, key="intake", values=("opened", "fields", "cleared"))
    if told.opened:
        ways.open_story(told.opened)
    if told.fields:
        about_story.show(told.fields)
    if told.cleared:
        for number in [job.number for job in jobs] if told.cleared == "all" else [told.cleared]:
            wires.intake.clear(number, by=wires.person)
        st.rerun()
    over = sum(job.over for job in jobs)
    if over != st.session_state.setdefault("handings-in seen over", 0):
        # The list of stories below lies outside of this fragment.
        st.session_state["handings-in seen over"] = over
        st.rerun()


def _row(job: Job) -> dict[str, object]:
    articles = [{"id": number, "title": title} for number, title in dict(job.articles[:20]).items()]
    return {"number": job.number, "name": job.name, "state": job.state, "says": job.says, "articles": articles}
