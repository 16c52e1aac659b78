from datetime import date

import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Role
from workbench.services import (
    assigning,
    commenting,
    correcting,
    correcting_claims,
    importing,
    reviewing,
    sourcing,
    viewing,
)


@pytest.fixture
def article(desk, mara):
    story = reading(author="I. Okafor", origins={"published": "page metadata"}, guesses=["published"])
    return importing.hand_in(desk, story, by=mara).article.pk


def test_a_field_is_put_right_by_hand(desk, mara, article):
    correcting.correct(desk, article, by=mara, author=" Ines Okafor ", publisher="The Ledger")
    kept = viewing.story(desk, article).article
    assert (kept.author, kept.publisher) == ("Ines Okafor", "The Ledger")
    assert kept.origins["author"] == "by hand"
    said = viewing.changes(desk, [viewing.log(desk)[0].number]).popitem()[1]
    assert said["before"] == {"author": "I. Okafor", "publisher": None}


def test_a_guess_that_is_confirmed_is_a_guess_no_more(desk, mara, article):
    correcting.correct(desk, article, by=mara, published="2022-03-15")
    assert viewing.story(desk, article).article.guesses == []
    assert desk.extractor.asked == ["Ships in"]


def test_a_new_day_finds_the_claims_anew(desk, mara, article):
    before = viewing.story(desk, article).extraction.pk
    correcting.correct(desk, article, by=mara, published="2022-03-14")
    after = viewing.story(desk, article)
    assert after.article.published == date(2022, 3, 14)
    assert after.extraction.pk > before and len(after.claims) == 2
    assert viewing.inbox(desk)[0].counts == {"open": 2}


def test_a_new_day_is_refused_once_claims_are_judged(desk, mara, article):
    claim = viewing.story(desk, article).claims[0].claim.pk
    reviewing.rate(desk, claim, by=mara, rating="verified")
    with pytest.raises(InputError, match="People have worked on 1 claim of this story"):
        correcting.correct(desk, article, by=mara, published="2022-03-14")
    reviewing.undo(desk, claim, by=mara)
    correcting.correct(desk, article, by=mara, published="2022-03-14")
    assert viewing.story(desk, article).article.published == date(2022, 3, 14)


@pytest.mark.parametrize("worked", ["evidence", "comment", "correction", "added"])
def test_a_new_day_takes_no_work_off_the_desk(desk, mara, article, worked):
    claim = viewing.story(desk, article).claims[0].claim.pk
    match worked:
        case "evidence":
            kept = sourcing.add_evidence(desk, claim, by=mara, source="Log", stance="supports", words="31")
        case "comment":
            commenting.comment(desk, claim, by=mara, text="Ask the port")
        case "correction":
            correcting_claims.correct_claim(desk, claim, by=mara, fields={"label": "Ships"})
        case "added":
            place = {"inside": "title", "start": 0, "end": 5, "kind": "statement"}
            correcting_claims.add_claim(desk, article, by=mara, label="Ships are in", **place)
    with pytest.raises(InputError, match="People have worked on 1 claim of this story"):
        correcting.correct(desk, article, by=mara, published="2022-03-14")
    if worked == "evidence":
        sourcing.withdraw_evidence(desk, kept.pk, by=mara, reason="wrong page")
        correcting.correct(desk, article, by=mara, published="2022-03-14")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"title": "x" * 1_001}, "headline is 1,001 characters long; 1,000 fit"),
        ({"url": f"https://port.example/{'x' * 2_000}"}, "address is 2,021 characters long; 2,000 fit"),
        ({"author": "x" * 501}, "author is 501 characters long; 500 fit"),
        ({"published": "15 March"}, "is no day. Write it as 2022-03-15"),
        ({"title": "  "}, "needs a title"),
        ({"text": "x"}, "no field 'text'"),
    ],
)
def test_what_cannot_be_a_field_is_refused(desk, mara, article, fields, says):
    with pytest.raises(InputError, match=says):
        correcting.correct(desk, article, by=mara, **fields)


def test_a_judgement_of_a_claim_that_was_found_anew_meanwhile_is_refused_and_not_lost(desk, mara, tomas, article):
    before = viewing.story(desk, article).claims[0].claim.pk
    correcting.correct(desk, article, by=mara, published="2022-03-14")
    for act in (
        lambda: reviewing.rate(desk, before, by=tomas, rating="verified"),
        lambda: commenting.comment(desk, before, by=tomas, text="Look"),
        lambda: sourcing.add_evidence(desk, before, by=tomas, source="Log", stance="supports", words="31"),
        lambda: assigning.take(desk, claim=before, by=tomas),
        lambda: correcting_claims.correct_claim(desk, before, by=tomas, fields={"label": "x"}),
    ):
        with pytest.raises(NotFoundError, match=r"not on the desk.*found anew"):
            act()


def test_a_long_address_is_kept_whole(desk, mara, article):
    url = f"https://port.example/{'x' * 1_000}"
    assert correcting.correct(desk, article, by=mara, url=url).url == url


def test_a_withdrawn_story_leaves_the_list_and_says_so(desk, mara, article):
    claim = viewing.story(desk, article).claims[0].claim.pk
    correcting.withdraw(desk, article, by=mara, reason="embargo until noon")
    assert viewing.inbox(desk) == []
    assert viewing.story(desk, article).article.withdrawn_at is not None
    assert viewing.log(desk)[0].reason == "embargo until noon"
    with pytest.raises(NotFoundError, match="not on the desk"):
        reviewing.rate(desk, claim, by=mara, rating="verified")
    with pytest.raises(NotFoundError, match="no story"):
        correcting.withdraw(desk, article, by=mara, reason="twice")


def test_withdrawing_needs_a_reason_and_the_right(desk, mara, article):
    with pytest.raises(InputError, match="needs a reason"):
        correcting.withdraw(desk, article, by=mara, reason=" \x00 ")
    with pytest.raises(NotAllowedError, match="withdraw a story"):
        correcting.withdraw(desk, article, by=mara.with_(roles=[Role.CHECKER]), reason="x")
    assert len(viewing.inbox(desk)) == 1
