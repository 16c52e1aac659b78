import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Role
from workbench.services import auditing, commenting, concerning, correcting, importing, reviewing, viewing


@pytest.fixture
def article(desk, mara):
    return importing.hand_in(desk, reading(), by=mara).article.pk


@pytest.fixture
def claim(desk, article):
    return viewing.story(desk, article).claims[0].claim.pk


def test_a_comment_calls_whom_it_names(desk, mara, tomas, claim):
    kept = commenting.comment(desk, claim, by=mara, text="@tomas.ferreira, the log is out. Not a@mara.lindqvist")
    assert kept.mentions == [tomas.id]
    (one,) = concerning.concerns(desk, by=tomas)
    assert (one.kind, one.claim_id, one.person_id) == ("called", claim, mara.id)
    assert "the log is out" in one.words
    assert concerning.concerns(desk, by=mara) == []
    assert viewing.history(desk, claim)[0].act == "comment.add"
    commenting.comment(desk, claim, by=tomas, text="I have it, @nobody")
    assert concerning.concerns(desk, by=tomas) == []
    assert auditing.verify(desk) is None


def test_a_comment_sent_twice_counts_once(desk, mara, claim):
    first = commenting.comment(desk, claim, by=mara, text="Look again", key="k")
    assert commenting.comment(desk, claim, by=mara, text="Look again", key="k") == first
    assert [event.act for event in viewing.history(desk, claim)].count("comment.add") == 1


def test_what_cannot_be_said_is_refused(desk, mara, claim):
    with pytest.raises(InputError, match="is empty"):
        commenting.comment(desk, claim, by=mara, text=" \x00 ")
    with pytest.raises(InputError, match="20,000 fit"):
        commenting.comment(desk, claim, by=mara, text="x" * 20_001)
    with pytest.raises(NotFoundError):
        commenting.comment(desk, 999, by=mara, text="x")
    with pytest.raises(NotAllowedError):
        commenting.comment(desk, claim, by=mara.with_(roles=[Role.READER]), text="x")


def test_contested_claims_concern_who_rated_them_until_the_story_goes(desk, mara, tomas, article, claim):
    reviewing.rate(desk, claim, by=mara, rating="verified")
    assert concerning.concerns(desk, by=mara) == []
    reviewing.rate(desk, claim, by=tomas, rating="disputed", reason="The log says 30")
    for me, other in ((mara, tomas), (tomas, mara)):
        (one,) = concerning.concerns(desk, by=me)
        assert (one.kind, one.person_id, one.title) == ("contested", other.id, "Ships in")
    correcting.withdraw(desk, article, by=mara, reason="old")
    assert concerning.concerns(desk, by=tomas) == []


def test_a_rating_that_lacks_something_concerns_its_author(strict, mara, claim):
    reviewing.rate(strict, claim, by=mara, rating="sourced")
    (one,) = concerning.concerns(strict, by=mara)
    assert (one.kind, one.words) == ("provisional", "evidence with its place in the source")
