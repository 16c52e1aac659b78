from dataclasses import replace

import pytest

from tests.making import reading
from tests.services.pages import PAGE, served
from workbench.documents import UnreadableError, Web
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.event import sha256
from workbench.domain.person import Role
from workbench.services import (
    auditing,
    correcting,
    erasing,
    examining,
    importing,
    link_checking,
    snapshotting,
    sourcing,
    viewing,
)


@pytest.fixture
def site():
    with served() as site:
        yield site


@pytest.fixture
def desk(desk):
    return replace(desk, web=Web(allow_loopback=True))


@pytest.fixture
def claims(desk, mara):
    article = importing.hand_in(desk, reading(), by=mara).article.pk
    return [checked.claim.pk for checked in viewing.story(desk, article).claims]


def cite(desk, claim, mara, url=None, words="31 ships called", **more):
    return sourcing.add_evidence(
        desk, claim, by=mara, source="Port log", stance="supports", words=words, url=url, **more
    )


def test_a_kept_page_is_read_and_handed_out_after_it_is_gone(desk, mara, site):
    kept = snapshotting.keep_page(desk, f"{site.address}/log", by=mara)
    site.pages.clear()
    page = snapshotting.open(desk, kept.pk, by=mara)
    assert (page.title, page.media_type, page.url) == ("Port log", "text/html", f"{site.address}/log")
    assert "31 ships called" in page.text and "document.title" not in page.text and page.data == b""
    whole = snapshotting.original(desk, kept.pk, by=mara)
    assert whole.data == PAGE.encode() and whole.sha256 == sha256(whole.data) and whole.size == len(PAGE)
    assert auditing.verify(desk) is None
    (event,) = [event for event in viewing.log(desk) if event.act == "snapshot.keep"]
    body = viewing.changes(desk, [event.number])[event.number]["after"]
    assert body["sha256"] == kept.sha256 and "31 ships" not in str(body)


def test_a_page_is_named_by_its_address_without_what_no_database_keeps(desk, mara, site):
    site.pages["/a%00%E2%80%AEb.html"] = (200, PAGE)
    assert snapshotting.keep_page(desk, f"{site.address}/a%00%E2%80%AEb.html", by=mara).name == "a b.html"


def test_the_same_bytes_are_kept_once_and_a_changed_page_again(desk, mara, site):
    first = snapshotting.keep_page(desk, f"{site.address}/log", by=mara)
    assert snapshotting.keep_page(desk, f"{site.address}/log", by=mara) == first
    assert snapshotting.keep_file(desk, PAGE.encode(), "saved.html", by=mara) == first
    site.pages["/log"] = (200, PAGE.replace("31", "32"))
    assert snapshotting.keep_page(desk, f"{site.address}/log", by=mara).pk != first.pk
    assert [event.act for event in viewing.log(desk)].count("snapshot.keep") == 4


def test_a_page_that_can_not_be_reached_says_so_and_keeps_nothing(desk, mara, site):
    for url, says in (
        (f"{site.address}/gone", "answered with 404"),
        ("http://10.1.2.3/", "points inside this network"),
        (" ", "no address to keep"),
    ):
        with pytest.raises((InputError, UnreadableError), match=says):
            snapshotting.keep_page(desk, url, by=mara)
    with pytest.raises(UnreadableError, match="points inside this network"):
        snapshotting.keep_page(replace(desk, web=Web()), f"{site.address}/log", by=mara)
    assert "snapshot.keep" not in {event.act for event in viewing.log(desk)}


def test_evidence_is_tied_to_its_page_and_so_are_its_fellows(desk, mara, site, claims):
    one = cite(desk, claims[0], mara, f"{site.address}/log")
    two = sourcing.use_for(desk, one.pk, claims[1], by=mara)
    tied = snapshotting.keep_page_of(desk, one.pk, by=mara)
    page = tied.snapshot_id
    assert [one.pk, two.pk] == [each.pk for each in snapshotting.cited_in(desk, page, by=mara)]
    file = snapshotting.keep_file(desk, b"31 ships called", "note.txt", by=mara)
    three = cite(desk, claims[0], mara, snapshot_id=file.pk)
    assert three.snapshot_id == file.pk and auditing.verify(desk) is None
    with pytest.raises(NotFoundError, match="no kept page 99"):
        cite(desk, claims[0], mara, snapshot_id=99)
    with pytest.raises(InputError, match="no address"):
        snapshotting.keep_page_of(desk, three.pk, by=mara)


def test_keeping_needs_the_right_to_add_evidence(desk, mara, site):
    reader = mara.with_(roles=[Role.READER])
    for act in (
        lambda: snapshotting.keep_page(desk, f"{site.address}/log", by=reader),
        lambda: snapshotting.keep_file(desk, b"31", "x.txt", by=reader),
        lambda: snapshotting.attach(desk, 1, 1, by=reader),
        lambda: link_checking.check(desk, 1, by=reader),
    ):
        with pytest.raises(NotAllowedError, match="add evidence"):
            act()
    closed = mara.with_(closed_at=desk.clock())
    with pytest.raises(NotAllowedError):
        snapshotting.open(desk, 1, by=closed)
    with pytest.raises(NotFoundError, match="no kept page 7"):
        snapshotting.original(desk, 7, by=reader)


def test_passages_are_examined_against_claim_and_page(desk, mara, site, claims):
    url = f"{site.address}/log"
    page = snapshotting.keep_page(desk, url, by=mara).pk
    cite(desk, claims[0], mara, url, "On Monday 31 ships  called", snapshot_id=page)
    cite(desk, claims[0], mara, url, "33 ships called", snapshot_id=page)
    cite(desk, claims[0], mara, url, "many called")
    (checked, _) = viewing.story(desk, 1).claims
    assert examining.known(desk, checked.claim, checked.citations) == {}
    found = [examining.examine(desk, checked.claim, one) for one in checked.citations]
    assert [(each.comparison.says, each.in_page) for each in found] == [
        ("figure agrees", True),
        ("differs by 6.1 %: 33 ships", False),
        ("no figure in the passage", None),
    ]
    asked = len(desk.extractor.asked)
    assert list(examining.known(desk, checked.claim, checked.citations).values()) == found
    assert len(desk.extractor.asked) == asked


def test_a_link_that_died_says_since_when(desk, mara, site, claims):
    source = cite(desk, claims[0], mara, f"{site.address}/log").source_id
    cite(desk, claims[1], mara, f"{site.address}/log", words="4 tugs")
    cite(desk, claims[1], mara, words="no address")
    assert link_checking.of_story(desk, 1, by=mara) == {source: f"{site.address}/log"}
    url = f"{site.address}/log"
    assert link_checking.states(desk, [url, None], by=mara) == {}
    answered = link_checking.check(desk, source, by=mara)
    assert link_checking.states(desk, [url], by=mara)[url].since == answered.at
    site.pages.clear()
    died = link_checking.check(desk, source, by=mara)
    link_checking.check(desk, source, by=mara)
    state = link_checking.states(desk, [url], by=mara)[url]
    assert (state.alive, state.says, state.since) == (False, "404", died.at)
    site.pages["/log"] = (403, "no robots")
    assert link_checking.check(desk, source, by=mara).alive
    assert auditing.verify(desk) is None
    with pytest.raises(InputError, match="no address"):
        link_checking.check(desk, source + 1, by=mara)


def test_an_erased_story_takes_the_pages_along_that_it_alone_cites(desk, mara, site, claims):
    other = importing.hand_in(desk, reading("A far port had 4 tugs.", "Elsewhere"), by=mara).article.pk
    far = viewing.story(desk, other).claims[0].claim.pk
    own = snapshotting.keep_page(desk, f"{site.address}/log", by=mara)
    both = snapshotting.keep_file(desk, b"Vole counted 4 tugs", "vole.txt", by=mara)
    cite(desk, claims[0], mara, snapshot_id=own.pk)
    shared = cite(desk, claims[1], mara, words="Vole counted 4 tugs", snapshot_id=both.pk)
    sourcing.use_for(desk, shared.pk, far, by=mara)
    correcting.withdraw(desk, 1, by=mara, reason="order")
    erasing.erase(desk, 1, by=mara, reason="order")
    with pytest.raises(NotFoundError, match="erased with its story"):
        snapshotting.open(desk, own.pk, by=mara)
    assert snapshotting.original(desk, both.pk, by=mara).data == b"Vole counted 4 tugs"
    said = viewing.changes(desk, [event.number for event in viewing.log(desk)])
    assert own.sha256 not in str([body.get("after") for body in said.values()])
    assert auditing.verify(desk) is None
    again = snapshotting.keep_page(desk, f"{site.address}/log", by=mara)
    assert again.pk != own.pk and snapshotting.open(desk, again.pk, by=mara).title == "Port log"
