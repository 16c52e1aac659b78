import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotFoundError
from workbench.services import accounts, correcting, importing, listing, reporting, reviewing, sourcing, viewing


@pytest.fixture
def stories(desk, mara):
    ids = ["wire-1", "7", None]
    return [
        importing.hand_in(
            desk, reading(f"We saw {n} birds and {n} bees.", f"Story {n}", outside_id=name), by=mara
        ).article
        for n, name in enumerate(ids, 1)
    ]


def test_the_inbox_counts_what_claims_show(desk, mara, stories):
    claims = viewing.story(desk, stories[0].pk).claims
    reviewing.rate(desk, claims[0].claim.pk, by=mara, rating="sourced")
    assert {line.article.title: line.counts for line in viewing.inbox(desk)} == {
        "Story 1": {"open": 1, "sourced": 1},
        "Story 2": {"open": 2},
        "Story 3": {"open": 2},
    }


def test_a_story_is_found_by_what_people_call_it(desk, stories):
    assert viewing.find(desk, "wire-1").id == stories[0].id
    assert viewing.find(desk, "7").id == stories[1].id
    assert viewing.find(desk, str(stories[2].id)).id == stories[2].id
    assert viewing.find(desk, stories[2].reference).id == stories[2].id
    assert viewing.find(desk, stories[2].fingerprint[:9]).id == stories[2].id
    with pytest.raises(NotFoundError, match="no story 'harbour'"):
        viewing.find(desk, "harbour")


def test_two_stories_of_one_name_are_not_guessed_between(desk, mara, stories):
    importing.hand_in(desk, reading("We saw 9 owls.", "Owls", outside_id="wire-1"), by=mara)
    with pytest.raises(InputError, match="fits 2 stories: 1, 4"):
        viewing.find(desk, "wire-1")
    correcting.withdraw(desk, stories[0].pk, by=mara, reason="double")
    assert viewing.find(desk, "wire-1").title == "Owls"


def test_a_list_has_a_row_for_each_claim(desk, mara, stories):
    reviewing.rate(desk, viewing.story(desk, stories[0].pk).claims[0].claim.pk, by=mara, rating="verified")
    rows = list(listing.claims(desk))
    assert len(rows) == 6 and all(set(row) == set(listing.COLUMNS) for row in rows)
    (row,) = [row for row in rows if row["verdict"]]
    assert (row["article"], row["text"], row["verdict"], row["settled"]) == ("wire-1", "1 birds", "verified", "single")
    assert {row["article"] for row in listing.claims(desk, "7")} == {"7"}


def test_the_person_at_start_is_one_row_for_good(desk):
    first = accounts.person_at_start(desk, " mara.lindqvist ")
    assert accounts.person_at_start(desk, "mara.lindqvist") == first
    assert (first.handle, first.name) == ("mara.lindqvist", "Mara Lindqvist")
    with pytest.raises(InputError, match="WORKBENCH_PERSON"):
        accounts.person_at_start(desk, "\x00 ")


@pytest.mark.parametrize("format", ["html", "json", "csv"])
def test_a_report_is_taken_with_its_seal_and_logged(desk, mara, stories, format):
    from workbench.services import auditing

    seal = auditing.seal(desk)
    made = reporting.export(desk, stories[0].pk, by=mara, format=format)
    assert str(seal.sha256).encode() in made.data
    assert made.name == f"audit-report-story-1.{format}"
    event = viewing.log(desk)[0]
    assert event.act == "report.export"
    assert viewing.changes(desk, [event.number])[event.number]["after"]["format"] == format
    assert auditing.verify(desk, seal) is None


def test_there_is_no_report_of_a_withdrawn_story(desk, mara, stories):
    correcting.withdraw(desk, stories[0].pk, by=mara, reason="x")
    with pytest.raises(InputError, match="withdrawn"):
        reporting.export(desk, stories[0].pk, by=mara, format="html")
    with pytest.raises(InputError, match="no report format"):
        reporting.export(desk, stories[1].pk, by=mara, format="doc")


def test_the_inbox_comes_in_pages(desk, mara, monkeypatch):
    monkeypatch.setattr(viewing, "PAGE", 2)
    for number in range(5):
        importing.hand_in(desk, reading(f"We saw {number} owls.", f"Owls {number}"), by=mara)
    pages = [[line.article.title for line in page] for page in viewing.pages(desk)]
    assert pages == [["Owls 4", "Owls 3"], ["Owls 2", "Owls 1"], ["Owls 0"]]
    assert viewing.inbox(desk, page=9) == []
    assert viewing.story_count(desk) == 5
    assert next(iter(viewing.titles(desk, limit=1).values())) == "Owls 4"


def test_a_claim_is_reopened_where_a_verdict_was_lost_and_not_where_none_was(strict, mara, stories):
    one, other = (checked.claim.pk for checked in viewing.story(strict, stories[0].pk).claims)
    words = {"source": "Log", "stance": "supports", "words": "1 birds", "locator": "p. 1"}
    cited = sourcing.add_evidence(strict, one, by=mara, tier="primary", **words)
    for claim in (one, other):
        reviewing.rate(strict, claim, by=mara, rating="verified")
    sourcing.withdraw_evidence(strict, cited.pk, by=mara, reason="wrong page")
    for claim in (one, other):
        reviewing.undo(strict, claim, by=mara)
    assert [checked.reopened for checked in viewing.story(strict, stories[0].pk).claims] == [True, False]
    told = reporting.export(strict, stories[0].pk, by=mara, format="html").data.decode()
    assert "1 reopened, no rating counts" in told and "1 claim nobody has rated" in told
