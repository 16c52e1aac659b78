"""The desk as one ASGI application, and the process that serves it."""

import gc
import logging
import socket
import threading
from pathlib import Path
from typing import Any

import streamlit
import uvicorn
from starlette.middleware import Middleware

from workbench.desk import open_desk
from workbench.domain.errors import InputError
from workbench.services import accounts, importing
from workbench.services.wires import Desk
from workbench.settings import Settings
from workbench.ui import component, doors, live
from workbench.ui.intake import Intake
from workbench.ui.wires import Wires, tie

LOG = logging.getLogger(__name__)
SCRIPT = Path(__file__).with_name("page.py")
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


def build(desk: Desk, handle: str) -> Any:
    """The ASGI application over this desk; `handle` names the person who acts in every window."""
    person = accounts.person_at_start(desk, handle)
    intake = Intake(lambda reading: importing.hand_in(desk, reading, by=person))
    tie(Wires(desk=desk, person=person, intake=intake))
    guard = Middleware(doors.Doors, hosts=doors.LOOPBACK, csp=doors.policy(INDEX))
    return streamlit.App(SCRIPT, routes=[component.route(), live.route()], middleware=[guard])


def serve(settings: Settings) -> None:
    """Serve the desk until the process is stopped. InputError where the address is taken, or not this machine's own."""
    listening = _listen(settings.host, settings.port)
    desk = open_desk(settings)
    app = build(desk, settings.person)
    threading.Thread(target=_warm_up, args=(desk,), name="warm-up", daemon=True).start()
    print(f"Fact desk: {_address(listening)} (stop with Ctrl+C)", flush=True)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        ws_max_size=64 * 1024 * 1024,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    if host not in doors.LOOPBACK:
        raise InputError(
            f"The desk has no sign-in yet, so it serves this machine alone, not {host}. "
            "Leave --host out, or give it localhost, 127.0.0.1 or ::1."
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise InputError(
            f"Port {port} on {host} is taken. Stop what runs there, or give the desk another --port."
        ) from None
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _warm_up(desk: Desk) -> None:
    """Load the model while the first pages are already served, then spare all that lives on from garbage collection."""
    try:
        _ = desk.extractor
    except Exception:
        LOG.exception("the extractor could not be loaded; handing a story in will say why")
    gc.collect()
    gc.freeze()
