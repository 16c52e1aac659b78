"""However fast the keys come, and whatever happens to the server: no rating is lost, none lands on another claim."""

import random

import pytest

from tests.browser import desk as at
from tests.browser.story import many_claims
from workbench.desk import open_desk
from workbench.services import auditing, viewing
from workbench.settings import read_settings


@pytest.fixture
def store(server):
    desk = open_desk(read_settings(database_url=server.url_of_store))
    yield desk
    desk.store.close()


def story_with(server, store, tmp_path, count) -> int:
    path = tmp_path / "harbours.txt"
    path.write_text(f"Harbours\n\n{many_claims(count)}", encoding="utf-8")
    server.command("import", str(path))
    (line,) = viewing.inbox(store)
    assert sum(line.counts.values()) >= count
    return line.article.pk


def keys_of(count: int) -> str:
    return "".join(random.Random(count).choices("vds", k=count))


def held(store, article, keys) -> None:
    """Each claim in story order carries the rating of its key, and nothing else carries any."""
    claims = at.kept(store, article)
    shown = [claim.standing.shown for claim in claims]
    assert shown[: len(keys)] == [at.KEYS[key] for key in keys]
    assert set(shown[len(keys) :]) <= {"open"}
    assert [len(claim.reviews) for claim in claims[: len(keys)]] == [1] * len(keys)
    assert auditing.verify(store) is None


def typed(page, server, store, article, keys, delay) -> None:
    at.open_story(page, server, article)
    at.type_keys(page, keys, delay)
    at.all_saved(page)
    held(store, article, keys)


@pytest.mark.parametrize("delay", [0, 20, 60, 120])
def test_twenty_five_ratings_at_each_speed(page, server, store, tmp_path, delay):
    article = story_with(server, store, tmp_path, 25)
    typed(page, server, store, article, keys_of(25), delay)


@pytest.mark.soak
@pytest.mark.parametrize("delay", [0, 20, 60, 120])
def test_two_hundred_ratings_at_each_speed(page, server, store, tmp_path, delay):
    article = story_with(server, store, tmp_path, 200)
    typed(page, server, store, article, keys_of(200), delay)
    print(f"\n200 ratings at {delay} ms a key: none lost, none misplaced")


def killed_in_between(page, server, store, tmp_path, count, afterwards=20):
    article, keys = story_with(server, store, tmp_path, count), keys_of(count)
    at.open_story(page, server, article)
    at.type_keys(page, keys[: count // 2], 20)
    server.kill()
    waiting = {item["claim"] for item in at.unsaved(page)}
    claims = at.kept(store, article)
    acknowledged = [claim for claim in claims[: count // 2] if claim.claim.pk not in waiting]
    assert all(len(claim.reviews) == 1 for claim in acknowledged), "an acknowledged rating was lost"
    at.type_keys(page, keys[count // 2 :], afterwards)
    page.get_by_text("not saved").first.wait_for()
    server.start()
    at.all_saved(page)
    held(store, article, keys)
    return len(acknowledged), len(waiting)


def test_the_server_killed_in_between(page, server, store, tmp_path):
    # Slow enough that Streamlit's own box about the lost connection comes up while the keys go on.
    killed_in_between(page, server, store, tmp_path, 30, afterwards=600)


@pytest.mark.soak
def test_the_server_killed_among_two_hundred(page, server, store, tmp_path):
    acknowledged, _ = killed_in_between(page, server, store, tmp_path, 200)
    print(
        f"\nSIGKILL among 200 ratings: {acknowledged} acknowledged and kept, {200 - acknowledged} delivered afterwards"
    )


def test_what_waits_survives_a_reload(page, server, store, tmp_path):
    article, keys = story_with(server, store, tmp_path, 10), keys_of(10)
    at.open_story(page, server, article)
    server.kill()
    at.type_keys(page, keys, 20)
    assert len(at.unsaved(page)) == 10
    server.start()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    at.all_saved(page)
    held(store, article, keys)
