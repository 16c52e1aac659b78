"""The stories that are measured: those of a news file named on the command line, else those of seeds/ repeated."""

import gzip
import itertools
import json
import tomllib
from collections.abc import Callable, Iterator

from workbench.settings import HOME

Story = tuple[str, str, None]
"""Title, text, and no day of publication."""
SEEDS_REPEATED = 50


def stories(news: str | None, most: int) -> list[Story]:
    """The first stories, at most so many."""
    return list(itertools.islice(_of_file(news) if news else _of_seeds(), most))


def _of_file(news: str) -> Iterator[Story]:
    opened: Callable[..., Iterator[str]] = gzip.open if news.endswith(".gz") else open
    with opened(news, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row.get("title", ""), row["text"], None


def _of_seeds() -> Iterator[Story]:
    paths = sorted((HOME / "seeds/stories").glob("*.toml"))
    seeds = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]
    for seed in itertools.islice(itertools.cycle(seeds), SEEDS_REPEATED):
        yield seed["title"], seed["text"], None


def words_of(told: list[Story]) -> int:
    return sum(len(title.split()) + len(text.split()) for title, text, _ in told)
