"""Several people at once, each in a browser of their own: no rating is lost, none lands on another claim."""

import subprocess
import sys

import pytest

from tests.browser import desk as at
from tests.browser.story import many_claims
from tests.browser.test_typing import held, keys_of
from workbench.desk import open_desk
from workbench.services import auditing, viewing
from workbench.settings import read_settings

HOUSES = {"the house policy": None, "a policy that asks nothing": ""}


@pytest.fixture(params=HOUSES.values(), ids=HOUSES.keys())
def policy(request):
    return request.param


def stories(server, tmp_path, count, claims):
    """So many stories, each with claims of its own; returns their articles, oldest first."""
    paths = []
    for number in range(count):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Harbours {number}\n\n{many_claims(claims)} Only story {number} says so.", encoding="utf-8")
        paths.append(str(path))
    server.command("import", *paths)
    desk = open_desk(read_settings(database_url=server.url_of_store))
    articles = sorted(line.article.pk for line in viewing.inbox(desk))
    desk.store.close()
    return articles


def typed_by_all(server, tmp_path, people, claims, delay):
    articles = stories(server, tmp_path, people, claims)
    sessions = [server.seat(f"checker.{number}", "checker") for number in range(people)]
    keys = [keys_of(claims + number)[:claims] for number in range(people)]
    told = zip(articles, sessions, keys, strict=True)
    typists = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.browser.typist", server.address, str(article), session, typed, str(delay)]
        )
        for article, session, typed in told
    ]
    assert [typist.wait(timeout=600) for typist in typists] == [0] * people
    desk = open_desk(read_settings(database_url=server.url_of_store))
    for article, typed in zip(articles, keys, strict=True):
        held(desk, article, typed)
    persons = {review.person_id for article in articles for c in at.kept(desk, article) for review in c.reviews}
    assert len(persons) == people
    assert auditing.verify(desk) is None
    desk.store.close()


def test_two_browsers_at_once(server, tmp_path):
    typed_by_all(server, tmp_path, people=2, claims=50, delay=20)


@pytest.mark.soak
def test_eight_browsers_at_once(server, tmp_path):
    typed_by_all(server, tmp_path, people=8, claims=200, delay=20)
    print("\n1,600 ratings by 8 browsers: none lost, none misplaced")
