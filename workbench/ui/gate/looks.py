"""The gate's pages as HTML, and what they look like: the desk's own colours and type, nothing fetched elsewhere."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
FONTS = Path(streamlit.__file__).parent / "static" / "static" / "media"
SHEETS = HERE.parent / "sheets"


@cache
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def page(name: str, /, **said: Any) -> str:
    """One page; everything that is said in it is escaped."""
    return _pages().get_template(f"{name}.html").render(**said)


@cache
def asset(name: str) -> tuple[bytes, str] | None:
    """The bytes and media type of what the pages need, by name; None for anything else."""
    if name == "look.css":
        tokens = (SHEETS / "1-tokens.css").read_bytes()
        return tokens + (HERE / "gate.css").read_bytes(), "text/css"
    if name == "sans.woff2":
        return next(FONTS.glob("SourceSansVF-Upright*.woff2")).read_bytes(), "font/woff2"
    return None
