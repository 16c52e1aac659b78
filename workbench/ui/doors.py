"""The doors of the desk: who may knock, and what every answer tells the browser to forbid."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from workbench.services.signing import Signed
from workbench.ui.gate.paths import to_sign_in

POLICY = "Content-Security-Policy"
LOOPBACK = ("localhost", "127.0.0.1", "::1")
FORBIDDEN = "This desk answers only under the names it was started with, and to its own pages."
UNKNOWN = "Sign in first."
OPEN = frozenset({"/sign-in", "/sign-in/state", "/join", "/_stcore/health"})
SIGNED = "signed"
LOOK = "/sign-in/look/"
"""What answers to everybody: these paths, and what lies under LOOK."""
INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def policy(index: Path) -> str:
    """The content security policy: everything from this origin alone, and Streamlit's own inline script by its hash."""
    hashes = " ".join(_hash(script) for script in INLINE.findall(index.read_bytes()))
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' 'unsafe-eval' 'wasm-unsafe-eval' blob: {hashes}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-src": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


class Doors:
    """ASGI middleware: refuses foreign hosts and foreign origins, and sets the security headers on every answer.

    A foreign name that was made to point at this machine (DNS rebinding) shows in the Host header; another page's
    attempt to speak to the desk shows in the Origin header.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], csp: str, address: str = "") -> None:
        """Answer to these hosts; `address` is the one that people open, where a proxy stands before the desk."""
        self.app = app
        self.hosts = frozenset(hosts)
        self.behind_tls = urlsplit(address).hostname if address.startswith("https:") else None
        self.headers = {
            POLICY: csp,
            "X-Frame-Options": "DENY",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request or socket through, or refuse it."""
        scope = self._as_opened(scope)
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif self._may_enter(Headers(scope=scope)):
            # Who leaves in the middle of a question wants no answer, and the log no line about it.
            with suppress(ClientDisconnect):
                await self.app(scope, receive, self._with_headers(send))
        elif scope["type"] == "websocket":
            await WebSocketClose(code=1008, reason=FORBIDDEN)(scope, receive, send)
        else:
            await PlainTextResponse(FORBIDDEN, status_code=403)(scope, receive, self._with_headers(send))

    def _as_opened(self, scope: Scope) -> Scope:
        """Not every proxy says that TLS ends there, and a session's cookie must never travel without it."""
        if scope["type"] != "http" or self.behind_tls is None:
            return scope
        host = Headers(scope=scope).get("host", "")
        return {**scope, "scheme": "https"} if _name(host) == self.behind_tls else scope

    def _may_enter(self, headers: Headers) -> bool:
        host = headers.get("host", "")
        origin = headers.get("origin")
        return _name(host) in self.hosts and (origin is None or origin in (f"http://{host}", f"https://{host}"))

    def _with_headers(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    # A kept file brings a policy of its own, stricter than that of the desk's pages.
                    if name != POLICY or POLICY not in headers:
                        headers[name] = value
            await send(message)

        return sending


class SignedIn:
    """ASGI middleware: lets in whoever `knows` says is signed in, asked anew for every request and socket.

    Who that is goes with the request, as `state.signed`.

    Of the others, a page is sent to the sign-in, anything else is answered with 401, a socket is refused. A page that
    comes back from an outside sign-in goes to the gate first.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        knows: Callable[[HTTPConnection], Signed | None],
        came_back: Callable[[HTTPConnection], bool] | None = None,
        open_paths: Iterable[str] = OPEN,
    ) -> None:
        self.app = app
        self.knows = knows
        self.came_back = came_back or (lambda _asking: False)
        self.open_paths = frozenset(open_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request or socket through, or refuse it."""
        if self._comes_back(scope):
            await RedirectResponse("/sign-in/back", status_code=303)(scope, receive, send)
        elif await self._may_enter(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(code=1008, reason=UNKNOWN)(scope, receive, send)
        elif _is_page(scope):
            query = scope["query_string"].decode("latin-1")
            asked = f"{scope['path']}?{query}" if query else scope["path"]
            await RedirectResponse(to_sign_in(asked), status_code=303)(scope, receive, send)
        else:
            await PlainTextResponse(UNKNOWN, status_code=401)(scope, receive, send)

    async def _may_enter(self, scope: Scope) -> bool:
        if scope["type"] not in ("http", "websocket") or self._is_open(scope["path"]):
            return True
        signed = await run_in_threadpool(self.knows, HTTPConnection(scope))
        scope.setdefault("state", {})[SIGNED] = signed
        return signed is not None

    def _comes_back(self, scope: Scope) -> bool:
        if scope["type"] != "http" or self._is_open(scope["path"]) or not _is_page(scope):
            return False
        return self.came_back(HTTPConnection(scope))

    def _is_open(self, path: str) -> bool:
        return path in self.open_paths or path.startswith(LOOK)


def _is_page(scope: Scope) -> bool:
    asks_for_html = "text/html" in Headers(scope=scope).get("accept", "")
    return scope["method"] in ("GET", "HEAD") and (asks_for_html or scope["path"] == "/")


def _name(host: str) -> str | None:
    """The host without its port; None where it is no host at all."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
