"""Stories being handed in: a worker reads and extracts them one after the other, so that the pages stay quick."""

import itertools
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.article import Reading
from workbench.domain.errors import WorkbenchError
from workbench.domain.person import Person

LOG = logging.getLogger(__name__)
KEPT = 50
"""How many handings-in are remembered; the oldest finished ones go first."""

Read = Callable[[], Iterable[Reading | WorkbenchError]]
HandIn = Callable[[Reading, Person], Any]


@dataclass
class Job:
    """One handing-in: a file, a pasted text or an address. `state` is waiting, running, done or refused."""

    number: int
    name: str
    by: Person
    state: str = "waiting"
    says: str = "Waiting for the one before it"
    articles: list[tuple[int, str]] = field(default_factory=list)
    claims: int = 0
    again: int = 0
    refused: list[str] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ("done", "refused")


class Intake:
    """The running and finished handings-in of this process. Safe to use from several threads."""

    def __init__(self, hand_in: HandIn) -> None:
        self._hand_in = hand_in
        self._jobs: deque[Job] = deque()
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake")

    def submit(self, name: str, read: Read, *, by: Person) -> Job:
        """Queue one handing-in. `read` gives its stories, or an error in the place of one that can't be read."""
        job = Job(number=next(self._numbers), name=name, by=by)
        with self._lock:
            self._jobs.append(job)
            for old in [job for job in self._jobs if job.over][: max(0, len(self._jobs) - KEPT)]:
                self._jobs.remove(old)
        self._worker.submit(self._run, job, read)
        return job

    def jobs(self, by: Person) -> list[Job]:
        """The person's remembered handings-in, newest first."""
        with self._lock:
            return [job for job in reversed(self._jobs) if job.by.id == by.id]

    def clear(self, number: int, *, by: Person) -> None:
        """Forget one finished handing-in of this person's."""
        with self._lock:
            for job in [job for job in self._jobs if job.number == number and job.over and job.by.id == by.id]:
                self._jobs.remove(job)

    def wait(self) -> None:
        """Wait until all that was submitted is over, then stop the worker."""
        self._worker.shutdown(wait=True)

    def _run(self, job: Job, read: Read) -> None:
        job.state, job.says = "running", "Reading"
        try:
            for found in _told(read):
                self._take(job, found)
        except Exception:
            LOG.exception("a handing-in failed: %s", job.number)
            job.refused.append(
                "The desk failed on it; the cause stands in its log. Nothing of the failed story was kept."
            )
        _finish(job)

    def _take(self, job: Job, found: Reading | WorkbenchError) -> None:
        if isinstance(found, WorkbenchError):
            job.refused.append(str(found))
            return
        job.says = _progress(job, found)
        try:
            handed = self._hand_in(found, job.by)
        except WorkbenchError as refused:
            job.refused.append(str(refused))
            return
        job.articles.append((handed.article.id, handed.article.title))
        job.claims += handed.claims
        job.again += not handed.is_new


def _told(read: Read) -> Iterator[Reading | WorkbenchError]:
    """The stories of `read`; what it raises at once counts as refused too."""
    try:
        yield from read()
    except WorkbenchError as refused:
        yield refused


def _progress(job: Job, found: Reading) -> str:
    words = f"Finding claims in {len(found.text):,} characters"
    if job.articles:
        words += f"; {len(job.articles)} stories with {job.claims} claims so far"
    return words


def _finish(job: Job) -> None:
    stories = len(job.articles)
    if not stories:
        job.says = " ".join(job.refused[:3]) or "There was no story in it."
        job.state = "refused"
        return
    parts = [f"{job.claims} {'claim' if job.claims == 1 else 'claims'} found"]
    if stories > 1:
        parts.insert(0, f"{stories} stories")
    if job.again:
        parts.append("it was here already" if stories == 1 else f"{job.again} were here already")
    if job.refused:
        parts.append(f"{len(job.refused)} not read: {' '.join(job.refused[:3])}")
    job.says = ", ".join(parts)
    job.state = "done"
