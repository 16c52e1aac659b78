import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Role
from workbench.services import auditing, cataloguing, correcting, importing, sourcing, suggesting, viewing

CONTACT = "Ruth Amsel, +49 30 5550123"


@pytest.fixture
def claims(desk, mara):
    article = importing.hand_in(desk, reading(), by=mara).article.pk
    return [checked.claim.pk for checked in viewing.story(desk, article).claims]


@pytest.fixture
def log_book(desk, mara, claims):
    """A source with contact details."""
    kept = sourcing.add_evidence(desk, claims[0], by=mara, source="Port log", stance="supports", words="31 ships")
    cataloguing.edit(desk, kept.source_id, by=mara, contact=CONTACT, notes="Counts twice a day")
    return kept.source_id


@pytest.fixture
def checker(mara):
    return mara.with_(roles=[Role.CHECKER])


def test_the_library_is_looked_through_by_words(desk, mara, claims, log_book):
    sourcing.add_evidence(desk, claims[1], by=mara, source="Port log", stance="context", words="4 tugs")
    other = {"source": "Harbour 100%_office", "origin": "Harbour master", "stance": "supports", "words": "31"}
    sourcing.add_evidence(desk, claims[0], by=mara, url="https://port.example/a", **other)
    found = cataloguing.search(desk, by=mara)
    assert [(each.source.name, each.cited) for each in found] == [("Harbour 100%_office", 1), ("Port log", 2)]
    for words in ("harbour", "MASTER office", "0%_", "port.example"):
        assert [each.source.name for each in cataloguing.search(desk, words, by=mara)] == ["Harbour 100%_office"]
    assert cataloguing.search(desk, "twice", by=mara)[0].source.pk == log_book
    assert cataloguing.search(desk, "no such", by=mara) == [] and cataloguing.count(desk, "log", by=mara) == 1
    assert [each.source.name for each in cataloguing.search(desk, by=mara, page=2, size=1)] == ["Port log"]


def test_a_source_shows_what_was_taken_from_it(desk, mara, claims, log_book):
    again = sourcing.add_evidence(desk, claims[1], by=mara, source="Port log", stance="context", words="4 tugs")
    taken = cataloguing.taken_from(desk, log_book, by=mara)
    assert [(one.citation.evidence.words, one.claim.label, one.article.title) for one in taken] == [
        ("4 tugs", "4 tugs", "Ships in"),
        ("31 ships", "31 ships", "Ships in"),
    ]
    sourcing.withdraw_evidence(desk, again.pk, by=mara, reason="wrong")
    assert len(cataloguing.taken_from(desk, log_book, by=mara)) == 1
    assert cataloguing.find(desk, log_book, by=mara).cited == 1
    correcting.withdraw(desk, 1, by=mara, reason="sent by mistake")
    assert cataloguing.find(desk, log_book, by=mara).cited == 0
    assert cataloguing.taken_from(desk, log_book, by=mara) == []


def test_contact_details_are_for_those_who_may_see_them_and_never_in_the_log(desk, mara, checker, claims, log_book):
    assert cataloguing.find(desk, log_book, by=mara).source.contact == CONTACT
    for seen in (
        cataloguing.find(desk, log_book, by=checker).source,
        cataloguing.search(desk, by=checker)[0].source,
        cataloguing.taken_from(desk, log_book, by=mara)[0].citation.source,
        *(one.source for one in viewing.story(desk, 1).claims[0].citations),
    ):
        assert seen.contact is None
    with pytest.raises(NotAllowedError, match="confidential contacts"):
        cataloguing.edit(desk, log_book, by=checker, contact="")
    cataloguing.edit(desk, log_book, by=mara, contact="")
    events = viewing.log(desk)
    changes = viewing.changes(desk, [event.number for event in events])
    assert "Amsel" not in str(events) + str(changes)
    assert changes[events[0].number]["after"] == {"source": "Port log", "contact": "none"}
    assert changes[events[0].number]["before"]["contact"] == "confidential"
    assert auditing.verify(desk) is None


def test_a_source_put_right_speaks_for_all_its_evidence(desk, mara, checker, claims, log_book):
    cataloguing.edit(desk, log_book, by=checker, name="Port log 2022", tier="primary", origin="Harbour master")
    (cited,) = viewing.story(desk, 1).claims[0].citations
    assert (cited.source.name, cited.source.tier, cited.source.origin) == ("Port log 2022", "primary", "Harbour master")
    event = viewing.log(desk)[0]
    assert (event.act, event.subject) == ("source.edit", f"source:{log_book}")
    cataloguing.edit(desk, log_book, by=checker, origin="Harbour master")
    assert viewing.log(desk)[0] == event


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": " "}, "needs its name"),
        ({"tier": "best"}, "is no tier"),
        ({"url": "x" * 2_001}, "2,001 characters long; 2,000 fit"),
        ({"at": "now"}, "has no field 'at'"),
        ({"name": "Other"}, "says exactly the same"),
    ],
)
def test_a_source_that_can_not_be_so_is_refused(desk, mara, claims, log_book, fields, says):
    sourcing.add_evidence(desk, claims[1], by=mara, source="Other", stance="context", words="4 tugs")
    with pytest.raises(InputError, match=says):
        cataloguing.edit(desk, log_book, by=mara, **fields)
    assert cataloguing.find(desk, log_book, by=mara).source.name == "Port log"


def test_a_source_is_edited_by_who_may_add_evidence(desk, mara, log_book):
    with pytest.raises(NotAllowedError):
        cataloguing.edit(desk, log_book, by=mara.with_(roles=[Role.TRAINEE]), name="Mine")
    with pytest.raises(NotFoundError, match="no source 99"):
        cataloguing.edit(desk, 99, by=mara, name="Mine")


def test_evidence_with_the_claims_words_is_offered_first_then_that_of_its_story(desk, mara, claims, log_book):
    sourcing.add_evidence(desk, claims[0], by=mara, source="Log", stance="supports", words="and 4 tugs besides")
    other = importing.hand_in(desk, reading("A far port had 4 tugs.", "Elsewhere"), by=mara).article.pk
    far = viewing.story(desk, other).claims[0].claim.pk
    sourcing.add_evidence(desk, far, by=mara, source="Far", stance="supports", words="4 tugs, said the far port")
    sourcing.add_evidence(desk, far, by=mara, source="Far", stance="supports", words="fish")
    offered = suggesting.evidence(desk, claims[1], by=mara)
    assert [one.citation.evidence.words for one in offered] == [
        "4 tugs, said the far port",
        "and 4 tugs besides",
        "31 ships",
    ]
    sourcing.use_for(desk, offered[0].citation.evidence.pk, claims[1], by=mara)
    assert len(suggesting.evidence(desk, claims[1], by=mara)) == 2
    with pytest.raises(NotFoundError):
        suggesting.evidence(desk, 999, by=mara)
