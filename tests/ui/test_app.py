"""How the desk is served: to this machine alone, and what its page carries."""

import asyncio
import socket
from dataclasses import replace

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.testclient import TestClient
from streamlit.runtime import Runtime

from tests.making import PASSWORD, seat
from workbench.domain.errors import InputError
from workbench.services import signing
from workbench.services.wires import Desk
from workbench.settings import Settings
from workbench.ui import app, component
from workbench.ui.signed_in import COOKIE


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "desk.example", ""])
def test_beyond_this_machine_it_needs_the_names_it_is_reached_by(host: str) -> None:
    with pytest.raises(InputError, match="must know the names"):
        app.serve(Settings(host=host))


def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(InputError, match=f"Port {port} on 127.0.0.1 is taken"):
            app.serve(Settings(port=port))


def test_small_answers_leave_at_once() -> None:
    async def at_once() -> int:
        told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def connected(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            told.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listening = app.listen("127.0.0.1", 0, [])
        async with await asyncio.start_server(connected, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            writer.close()
            return await told

    with start_blocking_portal() as elsewhere:  # a browser's test may have left a loop running in this thread
        assert elsewhere.call(at_once)


def test_the_page_answers_at_once_with_every_header_and_its_modules(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_extractor() -> None:
        raise AssertionError("the page must not wait for the model")

    slow = replace(desk, load_extractor=no_extractor)
    seat(slow)
    monkeypatch.setattr(Runtime, "_instance", None)  # Streamlit allows one a process
    with TestClient(app.build(slow, names=["desk.example"]), base_url="http://desk.example:8501") as client:
        client.cookies.set(COOKIE, signing.sign_in(slow, "mara.lindqvist", PASSWORD))
        page = client.get("/")
        assert page.status_code == 200
        assert "default-src 'self'" in page.headers["content-security-policy"]
        assert client.get(f"/parts/{component.version()}/main.js").status_code == 200
        assert client.get("/evidence/sources?words=port").json() == []
        assert client.get("/", headers={"host": "evil.example"}).status_code == 403
