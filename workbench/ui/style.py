"""The look of the desk: the one block of CSS outside Streamlit's theme."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "sheets"


@cache
def sheet() -> str:
    """All style sheets in their order, as one element for the page."""
    return f"<style>{''.join(path.read_text(encoding='utf-8') for path in sorted(FOLDER.glob('*.css')))}</style>"
