from datetime import date

import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Role
from workbench.services import correcting, importing, reviewing, viewing


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
    with pytest.raises(InputError, match="1 claims of this story are judged already"):
        correcting.correct(desk, article, by=mara, published="2022-03-14")
    reviewing.undo(desk, claim, by=mara)
    correcting.correct(desk, article, by=mara, published="2022-03-14")
    assert viewing.story(desk, article).article.published == date(2022, 3, 14)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"published": "15 March"}, "is no day. Write it as 2022-03-15"),
        ({"title": "  "}, "needs a title"),
        ({"text": "x"}, "no field 'text'"),
    ],
)
def test_what_cannot_be_a_field_is_refused(desk, mara, article, fields, says):
    with pytest.raises(InputError, match=says):
        correcting.correct(desk, article, by=mara, **fields)


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
