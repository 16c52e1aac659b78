"""Who acts at this desk, as long as nobody signs in."""

import streamlit as st

from workbench.ui.wires import tied


def show() -> None:
    """The person whose name every act of this desk carries."""
    person = tied().person
    st.header("Who acts")
    st.text(f"{person.name}, {', '.join(role for role in person.roles)}")
    st.write(
        "Everything done at this desk is logged under this name. It is set at start: "
        "stop the desk and start it with `WORKBENCH_PERSON=name` in front of the command to act as somebody else."
    )
