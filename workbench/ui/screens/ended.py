"""What a page says whose session has ended while it was open."""

from typing import NoReturn

import streamlit as st

from workbench.ui import component


def stop() -> NoReturn:
    """Say that nobody is signed in here any more, and run nothing else of the page."""
    component.part({"part": "ended"}, key="ended")
    st.stop()
