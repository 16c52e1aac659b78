"""Ratings from several processes on the same claims: none lost, none on another claim, the chain whole."""

import subprocess
import sys
import time

import pytest

from tests.making import reading
from workbench.services import auditing, importing, viewing


def rate_together(desk, mara, url, *, processes, each, claims):
    """Rate from many processes at once; returns the acknowledged lines."""
    text = ". ".join(f"There were {number} boats" for number in range(claims))
    article = importing.hand_in(desk, reading(text), by=mara).article.pk
    keys = [str(c.claim.pk) for c in viewing.story(desk, article).claims]
    commands = [
        [sys.executable, "-m", "tests.laws.rater", url, f"rater{number}", str(each), *keys]
        for number in range(processes)
    ]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    acknowledged = [line for process in running for line in process.communicate()[0].splitlines()]
    assert [process.returncode for process in running] == [0] * processes
    kept = [r for c in viewing.story(desk, article).claims for r in c.reviews]
    assert len(kept) == processes * each
    assert sorted(acknowledged) == sorted(f"{r.key} {r.claim_id} {r.rating}" for r in kept)
    assert auditing.verify(desk, auditing.seal(desk)) is None
    acts = [event.act for event in viewing.log(desk, limit=100_000)]
    assert acts.count("claim.rate") == processes * each
    return acknowledged


def test_a_hundred_ratings_from_four_processes(desk, mara, store_url):
    rate_together(desk, mara, store_url, processes=4, each=25, claims=5)


@pytest.mark.soak
def test_two_thousand_ratings_from_eight_processes(desk, mara, store_url):
    began = time.perf_counter()
    rate_together(desk, mara, store_url, processes=8, each=250, claims=20)
    took = time.perf_counter() - began
    print(f"\n{desk.store.engine.dialect.name}: 2,000 ratings from 8 processes on 20 claims, none lost, {took:.0f} s")
