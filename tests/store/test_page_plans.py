"""What every page and every card asks reads no table whole that grows with the work: looked at by SQLite's plans."""

import pytest

from tests.asking import explained, is_scan
from tests.making import PASSWORD, reading, seat
from workbench.services import (
    assigning,
    cataloguing,
    citing,
    commenting,
    concerning,
    correcting,
    correcting_claims,
    following,
    importing,
    reviewing,
    signing,
    snapshotting,
    sourcing,
    viewing,
)

GROWING = (
    *("article", "assignment", "claim", "comment", "correction", "event", "evidence", "link_check", "original"),
    *("queue", "review", "revision", "session", "snapshot"),
)


@pytest.fixture
def store_url(sqlite_url):
    return sqlite_url


def test_no_page_and_no_card_reads_a_whole_table(desk, mara, tomas):
    article = importing.hand_in(desk, reading(), by=mara).article.pk
    first, second = (checked.claim.pk for checked in viewing.story(desk, article).claims)
    kept = sourcing.add_evidence(desk, first, by=mara, source="Log", stance="supports", words="31 ships, 4 tugs")
    sourcing.use_for(desk, kept.pk, second, by=mara)
    commenting.comment(desk, first, by=mara, text="@tomas.ferreira, look")
    reviewing.rate(desk, first, by=tomas, rating="verified")
    with explained(desk, GROWING) as plans:
        viewing.story_count(desk)
        viewing.inbox(desk)
        concerning.concerns(desk, by=tomas)
        (checked,) = viewing.story(desk, article, only=first).claims
        citing.known(desk, checked.claim, checked.citations, by=mara)
        citing.links_of(desk, article)
        viewing.changes(desk, [event.number for event in viewing.history(desk, first)])
        following.news(desk, article, since=following.head(desk) - 3)
        sourcing.withdraw_evidence(desk, kept.pk, by=mara, reason="wrong page", everywhere=True)
    assert plans
    scans = {statement: plan for statement, plan in plans if is_scan(plan, GROWING)}
    # An index of comments that call somebody: few are in it.
    assert {statement: plan for statement, plan in scans.items() if "comment_calls" not in plan} == {}


def test_no_act_reads_a_whole_table(desk, mara, tomas):
    article = importing.hand_in(desk, reading(), by=mara).article.pk
    first, second = (checked.claim.pk for checked in viewing.story(desk, article).claims)
    seat(desk)
    with explained(desk, GROWING) as plans:
        kept = sourcing.add_evidence(desk, first, by=mara, source="Log", stance="supports", words="31 ship", key="a")
        sourcing.use_for(desk, kept.pk, second, by=mara, key="b")
        sourcing.correct_evidence(desk, kept.pk, by=mara, words="31 ships", everywhere=True, key="c")
        cataloguing.edit(desk, kept.source_id, by=mara, notes="Counts twice")
        reviewing.rate(desk, first, by=mara, rating="verified", key="d")
        reviewing.undo(desk, first, by=mara, key="e")
        commenting.comment(desk, first, by=mara, text="@tomas.ferreira, look", key="f")
        correcting_claims.correct_claim(desk, first, by=mara, fields={"label": "Ships"}, key="g")
        assigning.take(desk, claim=first, by=mara)
        assigning.assign(desk, article=article, to=None, by=mara)
        assigning.hand_back(desk, article=article, by=mara)
        page = snapshotting.keep_file(desk, b"31 ships", "log.txt", by=mara)
        snapshotting.cited_in(desk, page.pk, by=mara)
        signing.who(desk, signing.sign_in(desk, "mara.lindqvist", PASSWORD))
        importing.hand_in(desk, reading("7 tugs left.", title="Tugs"), by=mara)
        correcting.withdraw(desk, article, by=mara, reason="a mistake")
    assert {statement: plan for statement, plan in plans if is_scan(plan, GROWING)} == {}
