"""Fifty people at once: how long from a rating sent to its acknowledgement."""

import statistics
from pathlib import Path

import pytest

from tests.bench.sessions import Window, drive
from tests.browser.serving import Server
from tests.browser.story import many_claims
from tests.making import PASSWORD
from workbench.desk import open_desk
from workbench.services import inviting, signing, viewing
from workbench.settings import read_settings

SESSIONS = 50
EVERY = 2.0
RATINGS = 15


@pytest.mark.bench
def test_fifty_sessions(tmp_path: Path) -> None:
    server = Server(tmp_path)
    for number in range(SESSIONS):
        (tmp_path / f"{number}.txt").write_text(f"Harbours {number}\n\n{many_claims(100)} Story {number} says so.")
    server.command("import", *(str(tmp_path / f"{number}.txt") for number in range(SESSIONS)))
    desk = open_desk(read_settings(database_url=server.url_of_store))
    articles = sorted(line.article.pk for line in viewing.inbox(desk))
    windows = []
    for number, article in enumerate(articles):
        link = inviting.invite(desk, ["checker"], by=None)
        person = inviting.accept(desk, link.token, password=PASSWORD, name=f"P {number}", handle=f"p{number}")
        session = signing.sign_in(desk, person.handle, PASSWORD)
        claims = [checked.claim.pk for checked in viewing.story(desk, article).claims]
        windows.append(Window(server.port, session, person.pk, article, claims))
    server.start()
    drive(windows, every=EVERY, count=RATINGS)
    took = sorted(seconds * 1000 for window in windows for seconds in window.took[1:])
    given = sum(len(checked.reviews) for article in articles for checked in viewing.story(desk, article).claims)
    assert given == SESSIONS * RATINGS
    middle, late = statistics.median(took), took[int(len(took) * 0.95)]
    print(
        f"\n{SESSIONS} sessions, a rating every {EVERY:.0f} s: acknowledged after {middle:.0f} ms, 95 % {late:.0f} ms"
    )
    desk.store.close()
    server.stop()
