"""A real desk: the served application in a process of its own, that can be killed and started again."""

import os
import re
import socket
import time
import urllib.error
import urllib.request
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import cache
from io import StringIO
from multiprocessing.process import BaseProcess
from pathlib import Path
from unittest.mock import patch

import httpx
import pytest
from playwright.sync_api import BrowserContext

from tests.browser.mother import bear
from tests.making import PASSWORD
from workbench.cli import main
from workbench.extraction import load
from workbench.ui.signed_in import COOKIE

START_SECONDS = 60


_extractor = cache(load)


class Server:
    """One desk on loopback, with a store of its own."""

    def __init__(
        self, folder: Path, person: str = "mara.lindqvist", policy: str | None = None, module: str = "workbench.cli"
    ) -> None:
        self.url_of_store = f"sqlite:///{folder / 'workbench.sqlite'}"
        self.person = person
        self.module = module
        self.policy = folder / "policy.toml" if policy is not None else None
        if self.policy:
            self.policy.write_text(policy or "", encoding="utf-8")
        self.log = folder / "server.log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process: BaseProcess | None = None
        self.session = ""
        self.settings: dict[str, str] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        house = {"WORKBENCH_POLICY": str(self.policy)} if self.policy else {}
        mine = {"WORKBENCH_DATABASE_URL": self.url_of_store, "WORKBENCH_PERSON": self.person}
        return {**os.environ, **mine, **house, **self.settings}

    def command(self, *arguments: str) -> str:
        """What a command of the workbench prints on this server's store, done in this process, which has the model."""
        printed, complained = StringIO(), StringIO()
        with (
            patch.dict(os.environ, self.environment),
            patch("sys.argv", ["workbench", *arguments]),
            patch("workbench.desk.load_extractor", lambda _settings: _extractor()),
            redirect_stdout(printed),
            redirect_stderr(complained),
            pytest.raises(SystemExit) as ended,
        ):
            main()
        assert ended.value.code == 0, complained.getvalue()
        return printed.getvalue()

    def start(self) -> "Server":
        """Start the desk and come back when it answers."""
        self.process = bear(self.module, ["serve", "--port", str(self.port)], self.environment, self.log)
        give_up = time.monotonic() + START_SECONDS
        while time.monotonic() < give_up and self.process.is_alive():
            with suppress(urllib.error.URLError, OSError), urllib.request.urlopen(f"{self.address}/_stcore/health"):
                return self
            time.sleep(0.05)
        raise RuntimeError(f"the desk did not answer:\n{self.log.read_text()}")

    @property
    def first_link(self) -> str:
        """The link that the desk printed at its last start."""
        return re.findall(r"http://\S+/join\?token=\S+", self.log.read_text())[-1]

    def take_the_first_seat(self) -> "Server":
        """Use the link that the desk printed: its first person becomes admin, and `session` is theirs."""
        self.session = self.join(self.first_link)
        return self

    def seat(self, handle: str, *roles: str) -> str:
        """Invite somebody with these roles and take their seat; returns their session."""
        given = [word for role in roles for word in ("--role", role)]
        link = self.command("people", "invite", *given, "--name", handle.replace(".", " ").title()).strip()
        return self.join(f"{self.address}/join?{link.partition('?')[2]}", handle)

    def join(self, link: str, handle: str = "") -> str:
        """Send the form behind a link, as a browser would; returns the session."""
        with httpx.Client(base_url=self.address, timeout=60) as client:
            page = client.get(link).text
            fields = dict(re.findall(r'name="(form|token|name|handle)" value="([^"]*)"', page))
            sent = client.post("/join", data={**fields, "password": PASSWORD, **({"handle": handle} if handle else {})})
            assert sent.status_code == 303, sent.text
            return client.cookies[COOKIE]

    def admit(self, context: BrowserContext, session: str = "") -> None:
        """Sign a browser in: as the first person, or with the session given."""
        context.add_cookies([{"name": COOKIE, "value": session or self.session, "url": self.address}])

    def kill(self) -> None:
        """Kill the desk as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.join()

    def stop(self) -> None:
        """Stop the desk, if it runs."""
        if self.process is not None and self.process.is_alive():
            self.process.terminate()
            self.process.join(10)
            if self.process.is_alive():
                self.kill()
