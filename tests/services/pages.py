"""A site on this machine, for what keeps pages and looks at links; what it serves changes under the test's hand."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = (
    "<!doctype html><html><head><title>Port log</title></head><body><h1>Traffic</h1>"
    "<p>On Monday 31 ships called, the harbour master wrote.</p>"
    "<script>document.title = 'run'; document.body.textContent = 'gone'</script>"
    "<img src='https://evil.example/x.png' onerror=\"document.title='run'\"></body></html>"
)


@dataclass
class Site:
    """What stands at each path: a status and a page. Nothing stands at any other."""

    address: str
    pages: dict[str, tuple[int, str]] = field(default_factory=lambda: {"/log": (200, PAGE)})


@contextmanager
def served() -> Iterator[Site]:
    """The site, until the block ends."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, page = site.pages.get(self.path, (404, "nothing here"))
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()
