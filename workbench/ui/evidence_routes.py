"""What the evidence form asks beside Streamlit: known sources, passages that may serve, files to keep and to save.

Each answers only whom the desk knows, with what the services let this person see.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workbench.domain.errors import NotAllowedError, NotFoundError, WorkbenchError
from workbench.domain.person import Person, Right
from workbench.domain.values import row_number
from workbench.services import cataloguing, snapshotting, suggesting
from workbench.services.rights import need
from workbench.ui.signed_in import person_of
from workbench.ui.wires import desk_of_process

OFFERED = 6
LONGEST_NAME = 500

SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""Whatever a kept file holds, a browser that shows it all the same runs nothing and fetches nothing."""


async def known_sources(request: Request) -> Response:
    """Sources of the library that fit what was typed, as the form fills them in."""
    words = request.query_params.get("words", "")[:200]

    def find(me: Person) -> list[dict[str, Any]]:
        found = cataloguing.search(desk_of_process(), words, by=me, size=OFFERED) if words.strip() else []
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

    return await _answer(request, find)


async def passages(request: Request) -> Response:
    """Evidence that is here already and may serve a claim."""
    claim = row_number(request.query_params.get("claim", "")) or 0

    def find(me: Person) -> list[dict[str, Any]]:
        return [
            {
                "evidence": one.citation.evidence.id,
                "source": one.citation.source.name,
                "words": one.citation.evidence.words[:300],
                "stance": one.citation.evidence.stance.value,
                "claim": one.claim.label,
            }
            for one in suggesting.evidence(desk_of_process(), claim, by=me)
        ]

    return await _answer(request, find)


async def keep_file(request: Request) -> Response:
    """Keep a file: its bytes are the body, its name stands in a header, which no foreign page can send unasked."""
    desk = desk_of_process()
    most = desk.limits.max_bytes
    name = request.headers.get("x-name")
    if name is None:
        return JSONResponse({"says": "The file came without its name. Reload the page."}, status_code=400)
    refused = await _told(request, lambda me: need(me, Right.ADD_EVIDENCE))
    if refused is not None:
        return refused
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > most:
            says = f"The file has more than {most / 1_000_000:,.1f} MB. Cut it, and keep the part with the passage."
            return JSONResponse({"says": says}, status_code=413)

    def keep(me: Person) -> dict[str, Any]:
        kept = snapshotting.keep_file(desk, bytes(data), _unquoted(name), by=me)
        return {"snapshot": kept.id, "title": kept.title or kept.name, "sha256": kept.sha256}

    return await _answer(request, keep)


async def save_file(request: Request) -> Response:
    """The bytes of a kept page or file, to be saved and never shown as a page of the desk."""
    snapshot = row_number(request.path_params["snapshot"]) or 0
    kept = await _told(request, lambda me: snapshotting.original(desk_of_process(), snapshot, by=me))
    if isinstance(kept, Response):
        return kept
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
        Route("/evidence/files/{snapshot}", save_file),
    ]


async def _answer(request: Request, act: Callable[[Person], Any]) -> Response:
    told = await _told(request, act)
    return told if isinstance(told, Response) else JSONResponse(told)


async def _told(request: Request, act: Callable[[Person], Any]) -> Any:
    """What the act comes to for whoever asks; the answer that refuses it where they may not, or nobody is signed in."""
    me = await run_in_threadpool(person_of, request)
    if me is None:
        return JSONResponse({"says": "Sign in first."}, status_code=401)
    try:
        return await run_in_threadpool(act, me)
    except WorkbenchError as refused:
        return _refused(refused)


def _refused(refused: WorkbenchError) -> Response:
    status = {NotAllowedError: 403, NotFoundError: 404}.get(type(refused), 400)
    return JSONResponse({"says": str(refused)}, status_code=status)


def _unquoted(name: str) -> str:
    return unquote(name)[:LONGEST_NAME]
