import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Role
from workbench.services import auditing, correcting_claims, importing, reviewing, sourcing, viewing
from workbench.services.reviewing import Seen


@pytest.fixture
def claim(desk, mara):
    return viewing.story(desk, importing.hand_in(desk, reading(), by=mara).article.pk).claims[0].claim.pk


def standing(desk, claim):
    return next(
        c.standing
        for line in viewing.inbox(desk)
        for c in viewing.story(desk, line.article.pk).claims
        if c.claim.id == claim
    )


@pytest.mark.parametrize("rating", ["verified", "disputed", "sourced"])
def test_a_rating_settles_the_claim(desk, mara, claim, rating):
    review = reviewing.rate(desk, claim, by=mara, rating=rating, reason="Counted at the gate")
    assert standing(desk, claim).shown == rating
    assert (review.reason, review.person_id) == ("Counted at the gate", mara.id)
    event = viewing.history(desk, claim)[0]
    assert (event.act, event.person) == ("claim.rate", "mara.lindqvist")
    said = viewing.changes(desk, [event.number])[event.number]
    assert (said["before"]["shows"], said["after"]["shows"]) == ("open", rating)


def test_a_review_sent_twice_counts_once(desk, mara, claim):
    first = reviewing.rate(desk, claim, by=mara, rating="verified", key="tab:1")
    again = reviewing.rate(desk, claim, by=mara, rating="verified", key="tab:1")
    assert first == again
    assert len(viewing.history(desk, claim)) == 1


def test_an_undo_takes_back_only_ones_own(desk, mara, tomas, claim):
    reviewing.rate(desk, claim, by=mara, rating="verified")
    with pytest.raises(InputError, match="nothing of yours"):
        reviewing.undo(desk, claim, by=tomas)
    reviewing.rate(desk, claim, by=tomas, rating="disputed")
    assert standing(desk, claim).shown == "contested"
    reviewing.undo(desk, claim, by=tomas)
    assert standing(desk, claim).shown == "verified"


def test_a_dismissed_claim_stands_in_nobodys_way(desk, mara, claim):
    reviewing.dismiss(desk, claim, by=mara, reason="a house number")
    assert standing(desk, claim).shown == "dismissed"
    assert not standing(desk, claim).stands_in_the_way


def test_what_is_no_rating_is_refused(desk, mara, claim):
    with pytest.raises(InputError, match="is no rating"):
        reviewing.rate(desk, claim, by=mara, rating="true")
    with pytest.raises(NotFoundError):
        reviewing.rate(desk, claim + 999, by=mara, rating="verified")
    assert standing(desk, claim).shown == "open"


def test_rights_are_asked_in_the_act_itself(desk, mara, claim):
    reader, trainee = mara.with_(roles=[Role.READER]), mara.with_(roles=[Role.TRAINEE])
    with pytest.raises(NotAllowedError):
        reviewing.rate(desk, claim, by=reader, rating="verified")
    with pytest.raises(NotAllowedError):
        reviewing.dismiss(desk, claim, by=trainee)
    assert viewing.history(desk, claim) == []


def test_a_reason_may_hold_anything(desk, mara, claim):
    nasty = "<script>alert(1)</script> \x00\ud800 مرحبا 🎉 '; DROP TABLE review; --"
    review = reviewing.rate(desk, claim, by=mara, rating="verified", reason=nasty)
    assert review.reason == "<script>alert(1)</script>  مرحبا 🎉 '; DROP TABLE review; --"
    assert standing(desk, claim).counting[0].reason == review.reason


def test_a_rating_counts_by_itself_once_its_evidence_is_there(strict, mara, claim):
    reviewing.rate(strict, claim, by=mara, rating="sourced")
    waits = standing(strict, claim)
    assert (waits.status, waits.shown, waits.counted) == ("in_review", "sourced", "provisional")
    assert viewing.inbox(strict)[0].counts == {"provisional": 1, "open": 1}
    event = viewing.history(strict, claim)[0]
    assert viewing.changes(strict, [event.number])[event.number]["after"]["lacks"]
    kept = sourcing.add_evidence(
        strict, claim, by=mara, source="Log", stance="supports", words="31 ships", locator="p. 2"
    )
    assert standing(strict, claim).counted == "sourced"
    sourcing.withdraw_evidence(strict, kept.pk, by=mara, reason="Another harbour")
    assert standing(strict, claim).counted == "provisional"


def test_the_note_that_none_was_found_is_kept(strict, mara, claim):
    review = reviewing.rate(strict, claim, by=mara, rating="disputed", reason="Nobody knows of it", none_found=True)
    assert review.none_found is True
    assert standing(strict, claim).counted == "disputed"


def test_a_trainees_rating_is_kept_and_settles_nothing(desk, mara, claim):
    trainee = mara.with_(roles=[Role.TRAINEE])
    assert reviewing.rate(desk, claim, by=trainee, rating="verified").settles is False
    assert standing(desk, claim).counted == "provisional"


def test_what_a_reviewer_had_not_seen_is_told_and_their_judgement_is_kept(desk, mara, tomas, claim):
    first = reviewing.rate(desk, claim, by=tomas, rating="verified")
    mine = reviewing.rate(desk, claim, by=mara, rating="disputed", seen=Seen(reviews=0))
    told = reviewing.crossed(desk, mine, Seen(reviews=0))
    assert (told.review, told.others, told.stands.status) == (mine, [first], "contested")
    assert reviewing.crossed(desk, mine, Seen(reviews=1)) is None
    # The first of two typed in a row, neither of which had heard of the other person's.
    second = reviewing.rate(desk, claim, by=mara, rating="verified", seen=Seen(reviews=1))
    assert reviewing.crossed(desk, second, Seen(reviews=1)).others == [first]
    reviewing.undo(desk, claim, by=tomas)
    third = reviewing.rate(desk, claim, by=mara, rating="sourced", seen=Seen(reviews=3))
    assert reviewing.crossed(desk, third, Seen(reviews=3)) is None


def test_a_judgement_of_earlier_words_is_kept_as_such(desk, mara, tomas, claim):
    correcting_claims.correct_claim(desk, claim, by=tomas, fields={"amount": "30"})
    late = reviewing.rate(desk, claim, by=mara, rating="verified", seen=Seen(reviews=0, rewordings=0))
    assert late.earlier_words
    told = reviewing.crossed(desk, late, Seen(reviews=0, rewordings=0))
    assert (told.others, told.review.earlier_words, told.stands.counted) == ([], True, "provisional")
    again = reviewing.rate(desk, claim, by=mara, rating="verified", seen=Seen(reviews=1, rewordings=1))
    assert reviewing.crossed(desk, again, Seen(reviews=1, rewordings=1)) is None
    assert standing(desk, claim).counted == "verified"
    assert auditing.verify(desk) is None
