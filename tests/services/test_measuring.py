import pytest

from tests.making import reading
from workbench.services import (
    assigning,
    correcting,
    correcting_claims,
    importing,
    measuring,
    reviewing,
    seeding,
    viewing,
)

TEXT = "The harbour counted 31 ships and 4 tugs on Monday."


def hand_in(desk, mara, **fields):
    article = importing.hand_in(desk, reading(**fields), by=mara).article.pk
    return article, [checked.claim.pk for checked in viewing.story(desk, article).claims]


@pytest.fixture
def judged(desk, mara, tomas):
    """A finished story: one claim dismissed, one with another unit, one that was missed; and one dismissed anew."""
    article, (ships, tugs) = hand_in(desk, mara, text=TEXT)
    place = {"inside": "text", "start": TEXT.index("on Monday"), "end": len(TEXT) - 1}
    missed = correcting_claims.add_claim(
        desk, article, by=mara, **place, kind="date", label="Monday", date="2022-03-14"
    )
    place = {"inside": "text", "start": 0, "end": 3, "kind": "statement", "label": "The"}
    needless = correcting_claims.add_claim(desk, article, by=mara, **place)
    correcting_claims.correct_claim(desk, ships, by=tomas, fields={"unit": "ship", "label": "Ships counted"})
    reviewing.dismiss(desk, tugs, by=mara, reason="a name of a boat")
    reviewing.dismiss(desk, needless.pk, by=mara)
    reviewing.rate(desk, ships, by=mara, rating="verified")
    reviewing.rate(desk, missed.pk, by=mara, rating="disputed")
    return article, ships, tugs, missed.pk


def row(desk, mara, kind="all"):
    return next((row for row in measuring.rows(desk, by=mara) if row["kind"] == kind), None)


def test_judgements_of_finished_stories_measure_the_extractor(desk, mara, judged):
    assert row(desk, mara) == {
        **{"kind": "all", "stories": 1, "found": 2, "no_claim": 1, "missed": 1, "wrong": 1},
        **{"wrong_kind": 0, "wrong_value": 1, "wrong_speaker": 0, "wrong_stretch": 0},
        **{"precision": 0.5, "precision_low": 0.095, "precision_high": 0.905},
        **{"recall": 0.5, "recall_low": 0.095, "recall_high": 0.905, "as_found": 0.0},
    }
    assert list(row(desk, mara)) == list(measuring.COLUMNS)
    date = row(desk, mara, "date")
    assert (date["found"], date["missed"], date["precision"], date["recall"]) == (0, 1, None, 0.0)
    told = measuring.measured(desk, by=mara)
    assert told.rules == ["plain 1"]
    _, ships, tugs, missed = judged
    faults = [(fault.claim.pk, fault.what, fault.reason) for fault in told.faults]
    assert faults == [(missed, "missed", ""), (ships, "value", ""), (tugs, "no claim", "a name of a boat")]


def test_a_story_under_review_an_example_and_a_withdrawn_one_measure_nothing(desk, mara, judged):
    seeding.seed(desk, by=mara)
    before = list(measuring.rows(desk, by=mara))
    _, (gulls, terns) = hand_in(desk, mara, text="The warden saw 12 gulls and 7 terns.", title="Birds")
    reviewing.dismiss(desk, gulls, by=mara)
    assigning.take(desk, claim=terns, by=mara)
    assert list(measuring.rows(desk, by=mara)) == before
    reviewing.rate(desk, terns, by=mara, rating="verified")
    assert (row(desk, mara)["stories"], row(desk, mara)["no_claim"]) == (2, 2)
    reviewing.undo(desk, terns, by=mara)
    assert list(measuring.rows(desk, by=mara)) == before
    correcting.withdraw(desk, judged[0], by=mara, reason="by mistake")
    empty = row(desk, mara)
    assert (empty["stories"], empty["found"], empty["precision"]) == (0, 0, None)


def test_a_correction_taken_back_counts_no_more(desk, mara, judged):
    _, ships, _, _ = judged
    correcting_claims.correct_claim(desk, ships, by=mara, fields={"unit": "ships"})
    assert row(desk, mara)["wrong"] == 0
    assert ships not in [fault.claim.pk for fault in measuring.measured(desk, by=mara).faults]
