"""Extract many stories in several processes, in order and with flat memory."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from itertools import islice
from multiprocessing import get_context

from workbench.domain.claim import Extracted
from workbench.extraction.pipeline import Extractor, load

CHUNK = 4
"""Stories that travel to a process together."""
_extractor: list[Extractor] = []


def extract_in(processes: int, model: str, stories: Iterable[tuple[str, str, date | None]]) -> Iterator[Extracted]:
    """The claims of each story in the order handed in. At most three chunks a process are under way at once."""
    source = iter(stories)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_start, initargs=(model,)) as pool:
        under_way: deque[Future[list[Extracted]]] = deque()
        while chunk := list(islice(source, CHUNK)):
            under_way.append(pool.submit(_extract, chunk))
            if len(under_way) >= 3 * processes:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _start(model: str) -> None:
    _extractor.append(load(model))


def _extract(stories: list[tuple[str, str, date | None]]) -> list[Extracted]:
    return [_extractor[0].extract(*story) for story in stories]
