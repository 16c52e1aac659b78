"""A person at a command line: the real commands, in real processes, on a store of their own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from workbench.settings import HOME

COMMANDS = Path(sys.executable).parent


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said where."""

    code: int
    out: str
    err: str


class Shell:
    """Runs commands in the checkout, on a store in `folder`; nothing of the caller's own settings comes through."""

    def __init__(self, folder: Path, store: Path | None = None) -> None:
        self.folder = folder
        self.store = store or folder / "workbench.sqlite"

    def environment(self, **more: str) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("WORKBENCH_")}
        own = {
            "WORKBENCH_DATABASE_URL": f"sqlite:///{self.store}",
            "WORKBENCH_PERSON": "mara.lindqvist",
            # The command may have been installed from another checkout.
            "PYTHONPATH": str(HOME),
            "PATH": f"{COMMANDS}{os.pathsep}{os.environ['PATH']}",
            "COLUMNS": "100",
        }
        return inherited | own | more

    def run(self, command: list[str], input: bytes = b"", folder: Path = HOME, **environment: str) -> Done:
        done = subprocess.run(
            command, input=input, capture_output=True, cwd=folder, env=self.environment(**environment), timeout=120
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def workbench(self, *arguments: str, input: bytes = b"", **environment: str) -> Done:
        return self.run([str(COMMANDS / "workbench"), *arguments], input, **environment)
