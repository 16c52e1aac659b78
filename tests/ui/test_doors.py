"""Who may knock, and what every answer forbids."""

from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect

from workbench.ui import doors


async def answer(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("in")


async def read(request: Request) -> PlainTextResponse:
    return PlainTextResponse(await request.body())


async def talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("in")
    await socket.close()


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    index = tmp_path / "index.html"
    index.write_text("<script>\n  window.x = 1\n</script>", encoding="utf-8")
    guard = Middleware(doors.Doors, hosts=doors.LOOPBACK, csp=doors.policy(index))
    app = Starlette(
        routes=[Route("/", answer), Route("/read", read, methods=["POST"]), WebSocketRoute("/talk", talk)],
        middleware=[guard],
    )
    return TestClient(app, base_url="http://localhost:8501")


@pytest.mark.parametrize(
    ("host", "scheme"), [("desk.example", "https"), ("desk.example:443", "https"), ("localhost:8501", "http")]
)
def test_under_the_address_that_people_open_by_https_every_request_came_by_https(
    tmp_path: Path, host: str, scheme: str
) -> None:
    async def said(request: Request) -> PlainTextResponse:
        return PlainTextResponse(request.url.scheme)

    guard = Middleware(doors.Doors, hosts=[*doors.LOOPBACK, "desk.example"], csp="x", address="https://desk.example")
    client = TestClient(Starlette(routes=[Route("/", said)], middleware=[guard]), base_url="http://localhost:8501")
    assert client.get("/", headers={"host": host}).text == scheme


@pytest.mark.parametrize("origin", ["http://[", "null", "", "file://", "http://localhost:8501.evil.example"])
def test_an_origin_that_is_none_of_ours_is_refused_however_it_is_written(client: TestClient, origin: str) -> None:
    assert client.get("/", headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:9000", "[::1]:8501", "LOCALHOST"])
def test_this_machine_may_enter(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).text == "in"


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8501", "", "[::1"])
def test_a_foreign_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    answered = client.get("/", headers={"host": host})
    assert answered.status_code == 403
    assert "under the names it was started with" in answered.text


def test_another_page_may_neither_post_nor_talk(client: TestClient) -> None:
    assert client.post("/", headers={"origin": "http://evil.example"}).status_code == 403
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/talk", headers={"host": "localhost:8501", "origin": "http://localhost:3000"}),
    ):
        pass


def test_the_page_itself_may_talk(client: TestClient) -> None:
    own = {"host": "localhost:8501", "origin": "http://localhost:8501"}
    with client.websocket_connect("/talk", headers=own) as socket:
        assert socket.receive_text() == "in"


def test_every_answer_carries_the_security_headers(client: TestClient) -> None:
    for host in ("localhost", "evil.example"):
        headers = client.get("/", headers={"host": host}).headers
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_policy_lets_only_the_page_s_own_inline_script_run(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert scripts.count("'sha256-") == 1
    assert "unsafe-inline" not in scripts


def test_who_leaves_in_the_middle_of_a_question_is_no_fault(client: TestClient) -> None:
    async def leave() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def hear(message: Message) -> None:
        raise AssertionError(f"nobody is there to hear {message}")

    scope = {"type": "http", "method": "POST", "path": "/read", "headers": [(b"host", b"localhost")]}
    with start_blocking_portal() as elsewhere:  # a browser's test may have left a loop running in this thread
        elsewhere.call(client.app, scope | {"query_string": b"", "scheme": "http", "server": None}, leave, hear)
