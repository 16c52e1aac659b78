"""The record: all of the report, its words to the letter, and nothing that two machines would write differently."""

import json

from tests.reports.odd import MARKUP, odd_report
from tests.stories import SNAPSHOT, report, story, tram_story
from workbench.reports import write

TRAM = report(tram_story())
RECORD = json.loads(write(TRAM, "json"))


def test_it_names_its_schema_and_seal():
    assert (RECORD["schema"], RECORD["seal"]) == ("workbench.report/1", str(TRAM.seal))


def test_claims_slice_to_their_words():
    for claim in RECORD["claims"]:
        stretch = RECORD["revision"][claim["in"]]
        assert stretch[claim["start"] : claim["end"]] == claim["text"]


def test_amounts_and_times_are_text():
    assert RECORD["claims"][4]["amount"] == "4200000"
    assert RECORD["made_at"] == "2022-03-15T13:00:00.000000Z"
    assert RECORD["claims"][4]["reviews"][0]["at"] == "2022-03-15T12:16:00.000000Z"


def test_the_verdict_its_reviews_and_evidence_go_along():
    claim = RECORD["claims"][4]
    assert (claim["status"], claim["rating"], claim["stands_in_the_way"]) == ("settled", "disputed", True)
    assert claim["verdict"] == {
        "rating": "disputed",
        "how": "single",
        "people": [1],
        "at": "2022-03-15T12:16:00.000000Z",
    }
    assert [review["counts"] for review in claim["reviews"]] == [True]
    evidence = claim["evidence"][0]
    assert (evidence["stance"], evidence["words"], evidence["source"]["origin"]) == (
        "refutes",
        "… at a cost of £4.6 million",
        "the treasurer",
    )


def test_a_kept_page_is_named_with_its_hash_and_time_and_a_dead_link_says_so():
    evidence = RECORD["claims"][4]["evidence"][0]
    kept = evidence["snapshot"]
    assert (kept["sha256"], kept["at"]) == (SNAPSHOT.sha256, "2022-03-15T12:00:00.000000Z")
    assert evidence["link"] == {"alive": False, "says": "404", "since": "2022-03-15T12:40:00.000000Z"}
    assert RECORD["claims"][2]["evidence"][0]["snapshot"] is None


def test_reviews_taken_back_are_kept_and_do_not_count():
    assert [review["counts"] for review in RECORD["claims"][3]["reviews"]] == [False, False, True]


def test_the_original_is_named_and_not_carried():
    assert RECORD["original"]["sha256"] == TRAM.story.original.sha256
    assert "data" not in RECORD["original"]


def test_counts_and_obstacles_are_those_of_the_story():
    assert RECORD["counts"] == dict(TRAM.story.counts())
    assert RECORD["in_the_way"] == [1, 5, 7, 9, 10]


def test_an_open_claim_has_no_verdict_and_an_empty_story_no_claims():
    assert RECORD["claims"][0]["verdict"] is None
    assert json.loads(write(report(story()), "json"))["claims"] == []


def test_hostile_text_comes_back_to_the_letter():
    record = json.loads(write(odd_report(), "json"))
    assert record["article"]["title"] == MARKUP
    assert record["revision"]["text"] == odd_report().story.revision.text
