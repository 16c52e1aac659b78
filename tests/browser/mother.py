"""Where the tests' desks come from: a process that has imported everything and read the model once, and forks.

A desk so born differs from one started by command in nothing but the seconds that its start takes.
"""

import multiprocessing
import os
import runpy
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.browser.born"])


def bear(module: str, arguments: list[str], environment: dict[str, str], log: Path) -> BaseProcess:
    """A process that runs the module as `python -m` would, and writes what it prints to the end of the log."""
    process = _FORKING.Process(target=_live, args=(module, arguments, environment, log), daemon=True)
    with patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
        # Whatever the tests run as is not run again: Streamlit leaves the pages that it tried there.
        process.start()
    return process


def _live(module: str, arguments: list[str], environment: dict[str, str], log: Path) -> None:
    from tests.browser.born import EXTRACTOR
    from workbench import desk

    os.environ.clear()
    os.environ.update(environment)
    with log.open("ab") as printed:
        os.dup2(printed.fileno(), 1)
        os.dup2(printed.fileno(), 2)
    sys.argv = [module, *arguments]
    desk.load_extractor = lambda _settings: EXTRACTOR
    runpy.run_module(module, run_name="__main__", alter_sys=True)
