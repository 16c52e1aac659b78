"""Words a second of the extractor against the bare pipeline with the same components, pieces and batches."""

import gzip
import itertools
import json
import statistics
import time
import tomllib
from pathlib import Path

import pytest

from workbench import extraction
from workbench.extraction.paragraphs import pieces, readable
from workbench.extraction.pipeline import BATCH
from workbench.settings import HOME

STORIES = 500
ROUNDS = 3


def stories(news: str | None) -> list[tuple[str, str]]:
    """The first stories of a news file, or those of seeds/ repeated."""
    if news:
        with (
            gzip.open(news, "rt", encoding="utf-8")
            if news.endswith(".gz")
            else Path(news).open(encoding="utf-8") as file
        ):
            return [(row.get("title", ""), row["text"]) for row in map(json.loads, itertools.islice(file, STORIES))]
    seeds = [
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((HOME / "seeds/stories").glob("*.toml"))
    ]
    return [(seed["title"], seed["text"]) for seed in itertools.islice(itertools.cycle(seeds), 50)]


def bare(nlp, told):
    for title, text in told:
        with nlp.memory_zone():
            for stretch in (title, text):
                for _ in nlp.pipe((readable(stretch[low:high]) for low, high in pieces(stretch)), batch_size=BATCH):
                    pass


def timed(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@pytest.mark.bench
def test_words_a_second(request):
    told = stories(request.config.getoption("--news"))
    words = sum(len(title.split()) + len(text.split()) for title, text in told)
    extractor = extraction.load()
    extractor.extract("Warm", "The council spent £3 million on Monday, the mayor said.", None)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(timed(lambda: bare(extractor._nlp, told)))
        ours.append(timed(lambda: list(extractor.extract_many((title, text, None) for title, text in told))))
    us, them = words / statistics.median(ours), words / statistics.median(theirs)
    speeds = f"extract {us:,.0f} words/s, bare spaCy {them:,.0f}, ratio {us / them:.2f}"
    print(f"\n{len(told)} stories, {words:,} words: {speeds}")
