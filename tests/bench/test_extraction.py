"""Speed and memory of the extractor: against the bare pipeline, in two processes, for one story, over a whole file.

"Bare" is spaCy with the same components, pieces and batches, and nothing of ours: as it comes, and multiplying its
matrices as the extractor has it do. Rounds alternate, and medians are
printed, so that what else the machine does weighs on both alike.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

import pytest
import spacy
from spacy.language import Language

from tests.bench.news import Story, stories, words_of
from tests.extraction.gate.marks import marked_stories
from workbench import extraction
from workbench.extraction.model import LOCKED, UNREAD
from workbench.extraction.pipeline import Extractor
from workbench.extraction.text.paragraphs import BATCH, batches, readable

STORIES = 500
ROUNDS = 3
LONG = 800
"""Words of the one story that is read alone."""
MOST_STORIES = 10_000


@pytest.fixture(scope="module")
def warm() -> Extractor:
    extractor = extraction.load()
    for story in marked_stories():
        extractor.extract(story.title, story.text, story.published)
    return extractor


@pytest.fixture
def told(request: pytest.FixtureRequest) -> list[Story]:
    return stories(request.config.getoption("--news"), STORIES)


def bare(extractor: Extractor, told: Iterable[Story], nlp: Language) -> None:
    for title, text, _ in told:
        with extractor._bounded_memory():
            for stretch in (title, text):
                for group in batches(stretch):
                    for _ in nlp.pipe((readable(stretch[low:high]) for low, high in group), batch_size=BATCH):
                        pass


def read_all(extractor: Extractor, told: list[Story], processes: int = 1) -> None:
    for _ in extractor.extract_many(told, processes):
        pass


def alternating(*works: Callable[[], None]) -> list[float]:
    """The median seconds of each, run in turn."""
    took: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for place, work in enumerate(works):
            began = time.perf_counter()
            work()
            took[place].append(time.perf_counter() - began)
    return [statistics.median(seconds) for seconds in took]


@pytest.mark.bench
def test_words_a_second(warm: Extractor, told: list[Story]) -> None:
    as_it_comes = spacy.load(LOCKED, exclude=UNREAD)
    theirs, alike, ours = alternating(
        lambda: bare(warm, told, as_it_comes), lambda: bare(warm, told, warm._nlp), lambda: read_all(warm, told)
    )
    words = words_of(told)
    print(f"\n{len(told)} stories, {words:,} words: extract {words / ours:,.0f} words/s", end="; ")
    print(f"bare spaCy as it comes {words / theirs:,.0f}, ratio {theirs / ours:.2f}", end="; ")
    print(f"multiplying as ours does {words / alike:,.0f}, ratio {alike / ours:.2f}")


@pytest.mark.bench
def test_two_processes_against_one(warm: Extractor, told: list[Story]) -> None:
    one, two = alternating(lambda: read_all(warm, told), lambda: read_all(warm, told, processes=2))
    words = words_of(told)
    print(f"\none process {words / one:,.0f} words/s, two {words / two:,.0f}, ratio {one / two:.2f}")


@pytest.mark.bench
def test_one_story_once_warm(warm: Extractor, told: list[Story]) -> None:
    """A story as long as a feature, cut from the first stories end to end, read alone with nothing else under way."""
    title, text = told[0][0], ""
    for _, more, _ in told:
        text = f"{text}\n\n{more}".strip()
        if len(text.split()) >= LONG:
            break
    cut = " ".join(text.split(" ")[:LONG])
    took = []
    for _ in range(ROUNDS * 5):
        began = time.perf_counter()
        claims = warm.extract(title, cut, None).claims
        took.append(time.perf_counter() - began)
    times = f"median {1000 * statistics.median(took):.0f} ms, slowest {1000 * max(took):.0f} ms"
    print(f"\n{len(cut.split())} words with {len(claims)} claims: {times}")


PEAKS = """
import resource, sys
from tests.bench.news import stories
from workbench import extraction

extractor = extraction.load()
told = stories(sys.argv[1] or None, int(sys.argv[2]))
for number, _ in enumerate(extractor.extract_many(told), start=1):
    if number in (len(told) // 4, len(told) // 2, len(told)):
        print(f"after {number} stories {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB", end="; ")
"""
"""What a process of its own runs, so that nothing measured before weighs on its peak. It holds the texts as well."""


@pytest.mark.bench
def test_memory_over_the_whole_file(request: pytest.FixtureRequest) -> None:
    news = request.config.getoption("--news") or ""
    command = [sys.executable, "-c", PEAKS, news, str(MOST_STORIES)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "MB" in done.stdout
    print(f"\npeak memory: {done.stdout.strip('; ')}")
