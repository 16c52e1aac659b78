"""The ways between the rooms, and what an address asks for."""

from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

ROOMS = "rooms of this window"


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


def asked(name: str) -> int | None:
    """A number that the address asks for; None where it has none or something else."""
    value = st.query_params.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None
