"""The one component of the desk, and the address its modules are served at."""

import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "parts"
YEAR = "public, max-age=31536000, immutable"

# Streamlit makes a module of this text, at an address from which "./main.js" means nothing.
SCRIPT = """
const parts = import(new URL("parts/VERSION/main.js", document.baseURI.replace(/[^/]*([?#].*)?$/, "")).href);
export default async (component) => (await parts).mount(component);
"""


@cache
def modules() -> dict[str, bytes]:
    """The browser's modules by file name."""
    return {path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.js"))}


@cache
def version() -> str:
    """A name for this state of the modules, so that a browser may keep them for good."""
    digest = hashlib.sha256()
    for name, body in modules().items():
        digest.update(f"{name}\n{len(body)}\n".encode() + body)
    return digest.hexdigest()[:16]


def serve_module(request: Request) -> Response:
    """One module of the current version; 404 for any other."""
    body = modules().get(request.path_params["name"])
    if body is None or request.path_params["version"] != version():
        return Response(status_code=404)
    return Response(body, media_type="text/javascript", headers={"Cache-Control": YEAR})


def route() -> Route:
    """Where the application serves the modules."""
    return Route("/parts/{version}/{name}", serve_module)


@cache
def _mount() -> Callable[..., Any]:
    import streamlit as st

    return st.components.v2.component("fact_desk", js=SCRIPT.replace("VERSION", version()), isolate_styles=False)


def _nothing() -> None:
    """Streamlit passes on only the values that have a callback; ours are read from the result."""


def part(data: dict[str, Any], *, key: str, values: tuple[str, ...] = ()) -> Any:
    """Mount the part that `data["part"]` names. `values` name what it may send back, as attributes of the result."""
    # As one text: Streamlit looks at every value it is handed for whether it might be a table.
    told = {"told": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}
    return _mount()(key=key, data=told, **{f"on_{name}_change": _nothing for name in values})
