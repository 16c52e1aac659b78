"""What takes its time around evidence, done in the background: keeping pages, looking at links, reading figures.

Nothing here is kept: what a job comes to stands in the store, and one that a restart cut off can be asked for again.
"""

import logging
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain.errors import WorkbenchError

LOG = logging.getLogger(__name__)
KEPT = 500
"""How many refusals are remembered; the oldest go first."""

FAILED = "The desk failed on it; the cause stands in its log. Try again."


@dataclass
class Job:
    """One piece of work: under way, or refused with the sentence that says why. A done one is forgotten."""

    says: str = ""

    @property
    def runs(self) -> bool:
        """Whether it waits or is under way."""
        return not self.says


class Keeper:
    """The work under way in this process, each piece under a name. Safe to use from several threads."""

    def __init__(self, workers: int = 2) -> None:
        self._jobs: dict[Hashable, Job] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="keeper")

    def do(self, name: Hashable, work: Callable[[], Any]) -> None:
        """Do this in its turn, unless something of this name is under way."""
        with self._lock:
            there = self._jobs.get(name)
            if there is not None and there.runs:
                return
            self._jobs.pop(name, None)
            self._jobs[name] = Job()
            for old in [key for key, job in self._jobs.items() if not job.runs][:-KEPT]:
                del self._jobs[old]
        self._pool.submit(self._run, name, work)

    def of(self, name: Hashable) -> Job | None:
        """The work of this name, under way or refused; None where there is none."""
        with self._lock:
            return self._jobs.get(name)

    def jobs(self) -> dict[Hashable, Job]:
        """All work under way or refused at this moment, by name."""
        with self._lock:
            return {name: replace(job) for name, job in self._jobs.items()}

    def wait(self) -> None:
        """Wait until all is over, then stop."""
        self._pool.shutdown(wait=True)

    def _run(self, name: Hashable, work: Callable[[], Any]) -> None:
        says = ""
        try:
            work()
        except WorkbenchError as refused:
            says = str(refused)
        except Exception:
            LOG.exception("work around evidence failed: %s", name)
            says = FAILED
        with self._lock:
            if says:
                self._jobs[name].says = says
            else:
                self._jobs.pop(name, None)
