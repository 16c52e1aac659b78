"""What Streamlit runs on every visit: frame, navigation, then the room that was asked for."""

import streamlit as st

from workbench.ui import navigation, style
from workbench.ui.wires import tied

st.set_page_config(page_title="Fact desk", page_icon="✅", layout="wide")
st.html(style.sheet())
navigation.run(tied())
