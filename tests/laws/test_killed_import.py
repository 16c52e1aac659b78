"""An import killed at any moment and run again: every story there exactly once, none half, none lost."""

import gzip
import itertools
import json
import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import documents
from workbench.documents import Limits
from workbench.services import auditing, viewing
from workbench.store import holding

TOWNS = ("Arnside", "Beckley", "Corran", "Dunmore", "Easby", "Ferring", "Garth", "Hadlow", "Inver", "Kelso")


def own_stories(path: Path, count: int) -> None:
    """Many short stories that differ, so that a kill falls between and inside them."""
    lines = []
    for number in range(count):
        town = f"{TOWNS[number % 10]} {number}"
        text = (
            f"The council of {town} voted 12 to {number} on Monday to spend ${number + 1}.5 million on its library.\n\n"
            f"“We have waited {number + 2} years for this,” said Mayor Ada Lunn. About {number + 10} people came."
        )
        lines.append(json.dumps({"id": f"s{number}", "title": town, "published": "2022-03-15", "text": text}))
    path.write_text("\n".join(lines), encoding="utf-8")


def kill_and_run_again(desk, url, path, *, kills, total):
    """Import with a SIGKILL after so many acknowledged stories each time, then once to its end."""
    chance = random.Random(20220315)
    environment = {**os.environ, "WORKBENCH_DATABASE_URL": url, "WORKBENCH_PERSON": "mara.lindqvist"}
    command = [sys.executable, "-m", "workbench.cli", "import", "--format", "jsonl", str(path)]
    acknowledged: set[str] = set()
    for number in range(kills):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        # Stories of the runs before are told again at once, so each kill may fall further on than the last.
        wanted = chance.randrange(total * (number + 1) // kills)
        seen = list(itertools.islice(process.stdout, wanted))
        select.select([], [], [], chance.random() * 0.08)
        process.send_signal(signal.SIGKILL)
        seen += process.stdout.readlines()
        process.wait()
        acknowledged |= {json.loads(line)["id"] for line in seen if line.endswith(b"\n")}
        kept = {line.article.reference for line in all_lines(desk)}
        assert acknowledged <= kept, "an acknowledged story was lost"
        none_half(desk)
    done = subprocess.run(command, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return len(acknowledged)


def all_lines(desk):
    return list(itertools.chain.from_iterable(viewing.pages(desk)))


def none_half(desk):
    """Every story has its revision, original, run and claims, as its own event says; nothing lies beside them."""
    lines = all_lines(desk)
    with desk.store.reading() as session:
        counts = holding.counts(session)
    assert counts["article"] == counts["revision"] == counts["original"] == counts["extraction"] == len(lines)
    assert counts["claim"] == sum(sum(line.counts.values()) for line in lines)
    assert auditing.verify(desk) is None


def expected(path) -> set[str]:
    """The fingerprints that the file must leave behind."""
    readings = documents.read(path.read_bytes(), path.name, Limits())
    return {documents.clean(reading.text) for reading in readings}


def held(desk, path, url, *, kills, total):
    before = kill_and_run_again(desk, url, path, kills=kills, total=total)
    none_half(desk)
    texts = [viewing.story(desk, line.article.pk).revision.text for line in all_lines(desk)]
    assert len(texts) == len(set(texts))
    assert set(texts) == expected(path)
    return before, len(texts)


def test_two_kills(desk, store_url, tmp_path):
    path = tmp_path / "stories.jsonl"
    own_stories(path, 12)
    held(desk, path, store_url, kills=2, total=12)


@pytest.mark.soak
def test_ten_kills_in_two_hundred_stories(desk, store_url, tmp_path, request):
    path, news = tmp_path / "stories.jsonl", request.config.getoption("--news")
    if news:
        opened = gzip.open(news, "rb") if news.endswith(".gz") else Path(news).open("rb")
        with opened as file:
            path.write_bytes(b"".join(itertools.islice(file, 200)))
    else:
        own_stories(path, 200)
    before, total = held(desk, path, store_url, kills=10, total=200)
    name = desk.store.engine.dialect.name
    print(f"\n{name}: {total} stories once each after 10 kills ({before} acknowledged before the last run)")
