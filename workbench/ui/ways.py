"""The ways between the rooms, and what an address asks for."""

from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from workbench.domain.values import row_number

ROOMS = "rooms of this window"
QUEUE = "view of the queue that was left"


def remember(rooms: dict[str, StreamlitPage]) -> None:
    """Keep the rooms by the name of their address, for the ways below."""
    st.session_state[ROOMS] = rooms


def open_inbox() -> NoReturn:
    """Go to the inbox."""
    st.switch_page(st.session_state[ROOMS]["inbox"])


def open_story(article_id: int) -> NoReturn:
    """Go to a story on the review desk."""
    st.switch_page(st.session_state[ROOMS]["review"], query_params={"article": str(article_id)})


def open_claim(article_id: int, claim_id: int) -> NoReturn:
    """Go to one claim of a story on the review desk."""
    asked = {"article": str(article_id), "claim": str(claim_id)}
    st.switch_page(st.session_state[ROOMS]["review"], query_params=asked)


def open_report(article_id: int) -> NoReturn:
    """Go to the audit room with this story chosen for a report."""
    st.switch_page(st.session_state[ROOMS]["audit"], query_params={"article": str(article_id)})


def open_extractor() -> NoReturn:
    """Go to what people's judgements say of the extractor."""
    st.switch_page(st.session_state[ROOMS]["extractor"])


def keep_queue(query: dict[str, str], claim: int | None) -> None:
    """Remember which view of the queue was left, and at which claim, for the way back."""
    st.session_state[QUEUE] = (query, claim)


def queue_query() -> dict[str, str]:
    """The view of the queue that was left; the whole queue where this window was never there."""
    return st.session_state.get(QUEUE, ({}, None))[0]


def left_queue() -> bool:
    """Whether the queue was left in this window, so that there is a way back to it."""
    return QUEUE in st.session_state


def open_queue() -> NoReturn:
    """Go to the queue, to the view that was left."""
    query, _ = st.session_state.get(QUEUE, ({}, None))
    st.switch_page(st.session_state[ROOMS]["queue"], query_params=query)


def queue_place() -> int | None:
    """The claim at which the queue was left."""
    return st.session_state.get(QUEUE, ({}, None))[1]


def asked(name: str) -> int | None:
    """A number that the address asks for; None where it has none or something else."""
    return row_number(st.query_params.get(name, ""))
