import pytest

from tests.making import reading
from workbench.domain.errors import InputError, NotAllowedError, NotFoundError
from workbench.domain.person import Role
from workbench.domain.queue import Query
from workbench.services import auditing, concerning, correcting_claims, importing, queueing, reviewing, viewing

TEXT = "The harbour counted 31 ships and 4 tugs on Monday."


@pytest.fixture
def article(desk, mara):
    return importing.hand_in(desk, reading(TEXT), by=mara).article.pk


def claims(desk, article):
    return [checked.claim for checked in viewing.story(desk, article).claims]


def test_a_corrected_claim_reads_anew_and_what_was_found_stays_in_the_record(desk, mara, article):
    ships = claims(desk, article)[0]
    fields = {"label": "31 ships in the harbour", "amount": "1,031", "unit": "ship", "about": "ship, harbour"}
    correcting_claims.correct_claim(desk, ships.pk, by=mara, fields=fields, reason="Misread")
    now = claims(desk, article)[0]
    assert (now.label, now.amount, now.unit) == ("31 ships in the harbour", "1031", "ship")
    assert now.about == ["ship", "harbour"] and now.text == "31 ships"
    event = viewing.history(desk, ships.pk)[0]
    told = viewing.changes(desk, [event.number])[event.number]
    assert told["before"]["label"] == "31 ships" and told["after"]["reason"] == "Misread"
    assert auditing.verify(desk) is None


def test_a_stretch_moves_with_its_words(desk, mara, article):
    ships = claims(desk, article)[0]
    correcting_claims.correct_claim(desk, ships.pk, by=mara, fields={"start": 4, "end": 28})
    now = claims(desk, article)[0]
    assert now.text == TEXT[4:28] == "harbour counted 31 ships"
    assert (now.before, now.after[:4]) == ("The ", " and")


def test_corrections_build_on_each_other_and_no_change_leaves_no_trace(desk, mara, article):
    ships = claims(desk, article)[0].pk
    correcting_claims.correct_claim(desk, ships, by=mara, fields={"label": "Ships"}, key="a")
    correcting_claims.correct_claim(desk, ships, by=mara, fields={"label": "Boats"}, key="a")
    correcting_claims.correct_claim(desk, ships, by=mara, fields={"kind": "measure"}, key="b")
    correcting_claims.correct_claim(desk, ships, by=mara, fields={"kind": "measure"}, key="c")
    now = claims(desk, article)[0]
    assert (now.label, now.kind) == ("Ships", "measure")
    assert [event.act for event in viewing.history(desk, ships)].count("claim.correct") == 2


def test_a_field_is_emptied_and_what_a_claim_is_about_is_words_or_a_list_of_them(desk, mara, article):
    ships = claims(desk, article)[0].pk
    for about in ("ship, harbour", ["ship", "harbour"]):
        correcting_claims.correct_claim(desk, ships, by=mara, fields={"unit": None, "about": about})
        now = claims(desk, article)[0]
        assert (now.unit, now.about) == (None, ["ship", "harbour"])


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"amount": "many"}, "The amount can't be kept"),
        ({"kind": "gossip"}, "The kind can't be kept"),
        ({"date": "Monday"}, "The date can't be kept"),
        ({"label": "  "}, "needs a label"),
        ({"start": 40, "end": 999}, "not in the story"),
        ({"worth": "1"}, "no field 'worth'"),
        ({"text": "91 ships"}, "no field 'text'"),
        ({"sentence": 7}, "no field 'sentence'"),
        ({"start": "four", "end": 28}, "The start can't be kept"),
        ({"start": 4, "end": 2**70}, "not in the story"),
        ({"date": "2022-02-30"}, "no calendar has 2022-02-30"),
        ({"date": "2022-W53"}, "no calendar has 2022-W53"),
        ({"label": "x" * 501}, "The label is 501 characters long; 500 fit"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(desk, mara, article, fields, says):
    before = claims(desk, article)
    with pytest.raises(InputError, match=says):
        correcting_claims.correct_claim(desk, before[0].pk, by=mara, fields=fields)
    assert claims(desk, article) == before


def test_a_claim_that_the_machine_missed_is_added_in_its_place(desk, mara, article):
    place = {"inside": "text", "start": TEXT.index("on Monday"), "end": len(TEXT) - 1}
    added = correcting_claims.add_claim(
        desk, article, by=mara, **place, kind="date", label="Counted on Monday", date="2022-03-14"
    )
    again = correcting_claims.add_claim(
        desk, article, by=mara, **place, kind="date", label="Counted on Monday", date="2022-03-14"
    )
    assert again.pk == added.pk
    first = correcting_claims.add_claim(
        desk, article, by=mara, inside="title", start=0, end=5, kind="statement", label="Ships are in"
    )
    assert [c.pk for c in claims(desk, article)] == [first.pk, 1, 2, added.pk]
    assert (added.added_by, added.text, added.sentence, added.checkworthiness) == (mara.id, "on Monday", 0, 0.6)
    reviewing.rate(desk, added.pk, by=mara, rating="verified")
    assert viewing.history(desk, added.pk)[-1].act == "claim.add"
    assert auditing.verify(desk) is None


@pytest.mark.parametrize("fields", [{"text": "on Tuesday"}, {"sentence": "7"}, {"after": "!"}], ids=str)
def test_an_added_claim_says_what_stands_in_the_story(desk, mara, article, fields):
    start = TEXT.index("on Monday")
    given = {"inside": "text", "start": start, "end": start + 9, "kind": "date", "label": "Monday"} | fields
    with pytest.raises(InputError, match="no field"):
        correcting_claims.add_claim(desk, article, by=mara, **given)
    assert len(claims(desk, article)) == 2


def test_who_may_not_correct_is_refused(desk, mara, article):
    trainee = mara.with_(roles=[Role.TRAINEE])
    with pytest.raises(NotAllowedError):
        correcting_claims.correct_claim(desk, 1, by=trainee, fields={"label": "x"})
    with pytest.raises(NotAllowedError):
        correcting_claims.add_claim(desk, article, by=trainee, inside="text", start=0, end=3, kind="date", label="x")
    with pytest.raises(NotFoundError):
        correcting_claims.correct_claim(desk, 99, by=mara, fields={"label": "x"})


@pytest.mark.parametrize(
    "fields", [{"amount": "30"}, {"kind": "measure"}, {"start": 4, "end": 28}, {"speaker": "Ada Lunn"}], ids=str
)
def test_what_was_judged_before_a_claim_was_put_right_settles_nothing_until_it_is_judged_again(
    desk, mara, tomas, article, fields
):
    ships = claims(desk, article)[0].pk
    reviewing.rate(desk, ships, by=tomas, rating="verified")
    correcting_claims.correct_claim(desk, ships, by=mara, fields=fields)
    stands = viewing.story(desk, article).claims[0].standing
    assert (stands.status, stands.shown, stands.counted) == ("in_review", "verified", "provisional")
    assert [lack.what for lack in stands.provisional[0].lacks] == ["words"]
    (line,) = [line for line in queueing.page(desk, Query(), by=mara).lines if line.claim_id == ships]
    assert (line.reopened, line.counted) == (True, "provisional")
    (concern,) = concerning.concerns(desk, by=tomas)
    assert concern.words == "a fresh look, since the claim was put right after it"
    reviewing.rate(desk, ships, by=tomas, rating="verified")
    assert viewing.story(desk, article).claims[0].standing.status == "settled"
    assert auditing.verify(desk) is None


def test_a_better_label_reopens_nothing_and_a_dismissal_of_earlier_words_does(desk, mara, article):
    ships, tugs = (claim.pk for claim in claims(desk, article))
    for claim in (ships, tugs):
        reviewing.dismiss(desk, claim, by=mara)
    correcting_claims.correct_claim(desk, ships, by=mara, fields={"label": "Ships", "about": "ship", "cue": "counted"})
    correcting_claims.correct_claim(desk, tugs, by=mara, fields={"amount": "5"})
    stands = [checked.standing for checked in viewing.story(desk, article).claims]
    assert [(one.status, one.shown) for one in stands] == [("dismissed", "dismissed"), ("in_review", "open")]
