"""What the evidence form asks beside Streamlit: known sources, passages that may serve, files to keep and to save.

Each answers only whom the desk knows, with what the services let this person see.
"""

from typing import Any
from urllib.parse import quote, unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workbench.domain.errors import NotAllowedError, NotFoundError, WorkbenchError
from workbench.domain.person import Person
from workbench.services import cataloguing, snapshotting, suggesting
from workbench.ui.wires import tied

OFFERED = 6
LONGEST_NAME = 500

SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""Whatever a kept file holds, a browser that shows it all the same runs nothing and fetches nothing."""


async def known_sources(request: Request) -> Response:
    """Sources of the library that fit what was typed, as the form fills them in."""
    words = request.query_params.get("words", "")[:200]

    def find(me: Person) -> list[dict[str, Any]]:
        found = cataloguing.search(tied().desk, words, by=me, size=OFFERED) if words.strip() else []
        return [
            {
                "source": one.source.name,
                "tier": one.source.tier.value,
                "origin": one.source.origin or "",
                "url": one.source.url or "",
                "cited": one.cited,
                "notes": (one.source.notes or "")[:200],
            }
            for one in found
        ]

    return await _answer(find)


async def passages(request: Request) -> Response:
    """Evidence that is here already and may serve a claim."""
    asked = request.query_params.get("claim", "")
    claim = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else 0

    def find(me: Person) -> list[dict[str, Any]]:
        return [
            {
                "evidence": one.citation.evidence.id,
                "source": one.citation.source.name,
                "words": one.citation.evidence.words[:300],
                "stance": one.citation.evidence.stance.value,
                "claim": one.claim.label,
            }
            for one in suggesting.evidence(tied().desk, claim, by=me)
        ]

    return await _answer(find)


async def keep_file(request: Request) -> Response:
    """Keep a file: its bytes are the body, its name stands in a header, which no foreign page can send unasked."""
    most = tied().desk.limits.max_bytes
    name = request.headers.get("x-name")
    if name is None:
        return JSONResponse({"says": "The file came without its name. Reload the page."}, status_code=400)
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > most:
            says = f"The file has more than {most / 1_000_000:,.1f} MB. Cut it, and keep the part with the passage."
            return JSONResponse({"says": says}, status_code=413)

    def keep(me: Person) -> dict[str, Any]:
        kept = snapshotting.keep_file(tied().desk, bytes(data), _unquoted(name), by=me)
        return {"snapshot": kept.id, "title": kept.title or kept.name, "sha256": kept.sha256}

    return await _answer(keep)


async def save_file(request: Request) -> Response:
    """The bytes of a kept page or file, to be saved and never shown as a page of the desk."""
    key = request.path_params["snapshot"]
    try:
        kept = await run_in_threadpool(lambda: snapshotting.original(tied().desk, key, by=_person(request)))
    except WorkbenchError as refused:
        return _refused(refused)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(kept.name, safe='')}",
        "Content-Security-Policy": SANDBOX,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return Response(kept.data, media_type=kept.media_type, headers=headers)


def routes() -> list[Route]:
    """Where the application answers."""
    return [
        Route("/evidence/sources", known_sources),
        Route("/evidence/passages", passages),
        Route("/evidence/files", keep_file, methods=["POST"]),
        Route("/evidence/files/{snapshot:int}", save_file),
    ]


def _person(_request: Request) -> Person:
    return tied().person


async def _answer(act: Any) -> Response:
    try:
        return JSONResponse(await run_in_threadpool(lambda: act(tied().person)))
    except WorkbenchError as refused:
        return _refused(refused)


def _refused(refused: WorkbenchError) -> Response:
    status = {NotAllowedError: 403, NotFoundError: 404}.get(type(refused), 400)
    return JSONResponse({"says": str(refused)}, status_code=status)


def _unquoted(name: str) -> str:
    return unquote(name)[:LONGEST_NAME]
