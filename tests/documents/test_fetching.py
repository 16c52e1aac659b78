import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import ClassVar

import pytest

from tests.documents.pdfs import column, pdf
from tests.documents.stories import STORY, page, reading
from workbench.documents import Limits, UnreadableError, fetch
from workbench.documents.transfer import tls

INSIDE = "points inside this network. Only public pages can be fetched"
SMALL = Limits(max_bytes=100_000, max_seconds=20)
REDIRECTS = {
    "/to-private": "http://10.1.2.3/",
    "/to-metadata": "http://169.254.169.254/latest/",
    "/to-file": "file:///etc/passwd",
    "/to-shell": "http://news.example:22/",
    "/to-user": "http://ann:secret@news.example/",
    "/to-nothing": "http://news.example:port/",
    "/one": "/story",
    "/round": "/round",
}


class Site(BaseHTTPRequestHandler):
    """A site on this machine that serves a story, and sends on, swells and drips."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[tuple[str, str | None]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        if self.path in REDIRECTS:
            self.answer(302, b"", Location=REDIRECTS[self.path])
        else:
            getattr(self, self.path[1:].partition("?")[0], self.missing)()

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def story(self) -> None:
        self.answer(200, page(*STORY), Content_Type="text/html; charset=utf-8")

    def minutes(self) -> None:
        self.answer(200, pdf([column(STORY)]), Content_Type="application/pdf")

    def packed(self) -> None:
        self.answer(200, gzip.compress(page(*STORY)), Content_Type="text/html", Content_Encoding="gzip")

    def bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def torn(self) -> None:
        self.answer(200, gzip.compress(page(*STORY))[:-30], Content_Encoding="gzip")

    def odd(self) -> None:
        self.answer(200, b"x", Content_Encoding="br")

    def big(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"word " * 20_000)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.drop_by_drop()

    def slow_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drip: ")
        self.drop_by_drop()

    def drop_by_drop(self) -> None:
        # The reader goes away when its time is over; until then a byte each tenth of a second is read at once.
        waiting = threading.Event()
        while not waiting.wait(0.1):
            self.wfile.write(b".")

    def missing(self) -> None:
        self.answer(404, b"nothing here")

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_args: object) -> None:
        """A reader that went away is what these tests are about."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with Server(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def by_table(table: dict[str, str]) -> Callable[[str, int], Sequence[str]]:
    """A resolver that knows these names, and addresses as themselves."""
    return lambda host, port: [table.get(host, host)]


def get(url: str, limits: Limits = SMALL, **names: str):
    table = {name.replace("_", "."): address for name, address in names.items()}
    return fetch(url, limits, resolve=by_table(table), allow_loopback=True)


def refusal(url: str, limits: Limits = SMALL, **names: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        get(url, limits, **names)
    return str(caught.value)


def test_a_page_is_fetched_and_read(site: str) -> None:
    found = get(f"{site}/story")
    assert (found.media_type, found.url, found.name) == ("text/html; charset=utf-8", f"{site}/story", "story")
    story = reading(found.data, found.name, media_type=found.media_type, url=found.url)
    assert (story.title, story.text, story.url) == ("Ferry line approved", "\n\n".join(STORY), f"{site}/story")


def test_a_pdf_is_fetched_and_read(site: str) -> None:
    found = get(f"{site}/minutes")
    assert "4.2 million euros" in reading(found.data, found.name, media_type=found.media_type, url=found.url).text


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert get(f"{site}/packed").data == page(*STORY)


def test_the_name_is_asked_for_at_the_address_that_was_checked(site: str) -> None:
    port = site.rpartition(":")[2]
    assert get(f"http://news.example:{port}/story?day=1#top", news_example="127.0.0.1").name == "story"
    assert Site.asked[-1] == ("/story?day=1", f"news.example:{port}")


def test_a_redirect_is_followed_and_its_end_kept(site: str) -> None:
    assert get(f"{site}/one").url == f"{site}/story"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/to-private", f"http://10.1.2.3/ {INSIDE}"),
        ("/to-metadata", f"http://169.254.169.254/latest/ {INSIDE}"),
        ("/to-file", "etc/passwd is no web address"),
        ("/to-shell", "names port 22"),
        ("/to-user", "was given with a name or password in it"),
        ("/to-nothing", "sends on to what is no web address"),
        ("/round", "/round sends on more than 5 times. Give the address where it ends"),
    ],
)
def test_each_hop_is_checked_again(site: str, path: str, says: str) -> None:
    told = refusal(f"{site}{path}", news_example="8.8.8.8")
    assert says in told
    assert "secret" not in told


def test_loopback_is_refused_unless_a_test_allows_it(site: str) -> None:
    with pytest.raises(UnreadableError, match=INSIDE):
        fetch(f"{site}/story", SMALL)


def test_a_second_answer_for_the_same_name_is_refused_at_the_next_hop(site: str) -> None:
    answers = iter(["127.0.0.1", "10.0.0.5"])
    with pytest.raises(UnreadableError, match=INSIDE):
        fetch(
            f"http://news.example:{site.rpartition(':')[2]}/one",
            SMALL,
            resolve=lambda *_: [next(answers)],
            allow_loopback=True,
        )


def test_a_second_answer_is_never_asked_for_within_a_hop(site: str) -> None:
    answers = iter(["127.0.0.1"])
    found = fetch(
        f"http://news.example:{site.rpartition(':')[2]}/story",
        SMALL,
        resolve=lambda *_: [next(answers)],
        allow_loopback=True,
    )
    assert found.data == page(*STORY)


def test_proxies_of_the_environment_are_not_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert get(f"{site}/story").data == page(*STORY)


@pytest.mark.parametrize("path", ["/big", "/bomb"])
def test_a_page_over_the_limit_is_dropped(site: str, path: str) -> None:
    assert "and 0.1 MB is the most. Cut it in parts" in refusal(
        f"{site}{path}", Limits(max_bytes=100_000, max_seconds=20)
    )


@pytest.mark.parametrize("path", ["/drip", "/slow_head"])
def test_a_page_that_drips_is_dropped_when_its_time_is_over(site: str, path: str) -> None:
    begun = monotonic()
    assert "took longer than 0.5 seconds to answer" in refusal(f"{site}{path}", Limits(max_seconds=0.5))
    assert monotonic() - begun < 2


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/none", "answered with 404, not with a page. Open it in a browser and look"),
        ("/torn", "did not answer as a web page does"),
        ("/odd", "is packed in a way that was not asked for"),
    ],
)
def test_what_is_no_page_is_told(site: str, path: str, says: str) -> None:
    assert says in refusal(f"{site}{path}")


@contextmanager
def listening(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port on this machine that gives one connection this answer."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=lambda: answer(server.accept()[0]), daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(5)


def test_tls_asks_for_the_name_not_for_the_address() -> None:
    heard: list[bytes] = []

    def hang_up(connection: socket.socket) -> None:
        heard.append(connection.recv(4096))
        connection.close()

    with listening(hang_up) as port:
        assert "did not answer as a web page does" in refusal(f"https://news.example:{port}/", news_example="127.0.0.1")
    assert b"news.example" in heard[0]
    assert (tls().verify_mode, tls().check_hostname) == (ssl.CERT_REQUIRED, True)


def test_what_does_not_speak_http_is_told() -> None:
    def speak(connection: socket.socket) -> None:
        connection.sendall(b"220 mail.example ready\r\n")
        connection.close()

    with listening(speak) as port:
        assert "did not answer as a web page does" in refusal(f"http://127.0.0.1:{port}/")


def test_a_closed_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "did not answer as a web page does" in refusal(f"http://127.0.0.1:{port}/")
