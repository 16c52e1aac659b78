"""The desk as one ASGI application, and the process that serves it."""

import gc
import logging
import socket
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import streamlit
import uvicorn
from starlette.middleware import Middleware

from workbench.desk import open_desk
from workbench.domain.errors import InputError
from workbench.services import accounts, importing, inviting
from workbench.services.wires import Desk
from workbench.settings import Settings
from workbench.ui import component, doors, evidence_routes, live, signed_in
from workbench.ui.gate import outside
from workbench.ui.gate.outside_routes import OutsideGate
from workbench.ui.gate.routes import Gate
from workbench.ui.intake import Intake
from workbench.ui.wires import Process, tie

LOG = logging.getLogger(__name__)
SCRIPT = Path(__file__).with_name("page.py")
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


def build(
    desk: Desk,
    *,
    names: Iterable[str] = (),
    address: str = "",
    provider: str = "",
    secrets: dict[str, Any] | None = None,
) -> Any:
    """The ASGI application over this desk.

    `names` are those it answers to beside this machine's own, `address` is the one that people open; `secrets` are
    Streamlit's for single sign-on, and `provider` is how its button names it.
    """
    intake = Intake(lambda reading, by: importing.hand_in(desk, reading, by=accounts.person(desk, by.pk)))
    process = Process(desk=desk, intake=intake, who=lambda: signed_in.person_of_window(desk))
    tie(process)
    # Streamlit reads its settings once, at the first question; `App` says where they lie too late for this one.
    streamlit.config._main_script_path = str(SCRIPT)
    outside_too = outside.is_set_up(secrets)
    gate = Gate(desk, process.tries, outside=provider if outside_too else "").routes()
    if outside_too:
        gate += OutsideGate(desk, provider).routes()
    guards = [
        Middleware(doors.Doors, hosts=[*doors.LOOPBACK, *names], csp=doors.policy(INDEX), address=address),
        Middleware(
            doors.SignedIn,
            knows=lambda asking: signed_in.session_of(desk, asking),
            came_back=outside.came_back if outside_too else None,
            open_paths=doors.OPEN | set(outside.ROUTES if outside_too else ()),
        ),
    ]
    routes = [*gate, component.route(), live.route(), *evidence_routes.routes()]
    return streamlit.App(SCRIPT, routes=routes, middleware=guards, secrets=secrets)


def serve(settings: Settings) -> None:
    """Serve the desk until the process is stopped.

    InputError where the address is taken, or reaches beyond this machine with no name that the desk may answer to.
    """
    names = settings.host_names
    listening = listen(settings.host, settings.port, names)
    desk = open_desk(settings)
    address = settings.address.rstrip("/") or _address(listening, names)
    secrets = outside.app_secrets(settings, address)
    app = build(desk, names=names, address=address, provider=settings.oidc_name, secrets=secrets)
    threading.Thread(target=_warm_up, args=(desk,), name="warm-up", daemon=True).start()
    print(f"Fact desk: {address} (stop with Ctrl+C)", flush=True)
    _print_first_link(desk, settings.person, address)
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


def _print_first_link(desk: Desk, handle: str, address: str) -> None:
    """Where no admin can sign in: a link that makes the first one, anew at each start until it was used."""
    link = inviting.first_link(desk, accounts.first(desk, handle))
    if link is not None:
        print(
            f"Nobody can sign in yet. This link makes the first admin, once: {address}/join?token={link.token}",
            flush=True,
        )


def listen(host: str, port: int, names: list[str]) -> socket.socket:
    """The socket that the desk answers on. InputError where the port is taken, or the address open without names."""
    if host not in doors.LOOPBACK and not names:
        raise InputError(
            f"To listen on {host or 'every address'} the desk must know the names that it is reached by. "
            "Set WORKBENCH_NAMES to them, or leave --host out."
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Only of a socket that is said to be TCP does asyncio send small pieces at once; else an answer's body waits 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
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


def _address(listening: socket.socket, names: list[str]) -> str:
    host, port = listening.getsockname()[:2]
    if host in ("0.0.0.0", "::") and names:  # noqa: S104 - said of what somebody asked for
        host = names[0]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _warm_up(desk: Desk) -> None:
    """Load the model while the first pages are already served, then spare all that lives on from garbage collection."""
    try:
        _ = desk.extractor
    except Exception:
        LOG.exception("the extractor could not be loaded; handing a story in will say why")
    gc.collect()
    gc.freeze()
