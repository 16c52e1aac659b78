"""The gate's own scorer, on claims whose scores are known beforehand."""

from datetime import date
from pathlib import Path

import pytest

from tests.extraction.gate.marks import Line, Mark, MarkedStory, read_story
from tests.extraction.gate.misses import NAMES, misses
from tests.extraction.gate.record import complaint, fallen, read_record, write_record
from tests.extraction.gate.rightness import days, names_it, same_amount, same_names, same_role, same_unit
from tests.extraction.gate.scoring import Scores, average_precision, measure, outcomes
from workbench.domain.claim import Claim, Extracted, Extraction, Kind, Sentence

STORY = read_story(
    "port",
    {
        "title": "Port loses 30 jobs",
        "published": date(2024, 5, 1),
        "paragraphs": [
            [
                [2, "The port lost 30 jobs on Monday."],
                [0, "It is sad."],
                [1, "“We are sorry,” said Ines Costa, the harbour minister."],
            ]
        ],
        "facts": [
            {"in": "title", "kind": "count", "text": "30 jobs", "about": ["port"], "amount": "30", "unit": "job"},
            {"kind": "count", "text": "30 jobs", "about": ["port", "job"], "amount": "30", "unit": "job"},
            {"kind": "date", "text": "on Monday", "about": ["port"], "date": "2024-04-29"},
            {"kind": "quote", "text": "We are sorry,", "speaker": "Ines Costa", "cue": "said"},
            {
                "kind": "identity",
                "text": "Ines Costa, the harbour minister",
                "person": "Ines Costa",
                "role": "minister",
            },
        ],
    },
)


def claimed(mark: Mark, **changed: str | None) -> Claim:
    fields = {"label": " ".join(mark.about) or "words", **mark.fields, **changed}
    return Claim(inside=mark.inside, kind=mark.kind, start=mark.start, end=mark.end, text=mark.text, **fields)


def extracted(story: MarkedStory, claims: list[Claim]) -> Extracted:
    sentences = [Sentence(start=n.start, end=n.end, checkworthiness=n.worth / 2) for n in story.lines]
    run = Extraction(model="m", model_version="1", spacy_version="1", rules_version="1", sentences=sentences)
    return Extracted(extraction=run, claims=claims)


def scored(claims: list[Claim]) -> Scores:
    return measure([(STORY, extracted(STORY, claims))]).scores()


def test_claims_that_say_what_the_marks_say_score_one() -> None:
    scores = scored([claimed(mark) for mark in STORY.marks])
    for name in ("count", "date", "quote", "identity", "figures", "title"):
        assert set(scores[name].values()) == {1.0}
    assert scores["labels"] == {"named": 1.0}
    assert scores["sentences"] == {"average precision": 1.0}


def test_a_wrong_value_is_found_but_not_right() -> None:
    wrong = [claimed(STORY.marks[1], amount="31"), claimed(STORY.marks[2], date="2024-05-06")]
    scores = scored(wrong)
    assert (scores["count"]["found"], scores["count"]["right"]) == (1.0, 0.0)
    assert (scores["figures"]["found"], scores["figures"]["right"]) == (1.0, 0.0)


def test_what_is_made_up_costs_precision_and_what_is_missed_recall() -> None:
    extra = Claim(kind="count", start=33, end=35, text="It", label="it", amount="1", unit="it", bound="exactly")
    scores = scored([claimed(STORY.marks[1]), extra])
    assert scores["count"] == pytest.approx({"precision": 0.5, "recall": 1.0, "found": 2 / 3, "right": 2 / 3})
    assert scores["quote"] == {"precision": 0.0, "recall": 0.0, "found": 0.0, "right": 0.0}
    assert scores["figures"]["recall"] == 0.5


def test_a_claim_of_another_kind_or_stretch_finds_nothing() -> None:
    in_title, in_text = STORY.marks[:2]
    other = claimed(in_text).model_copy(update={"kind": Kind.MEASURE})
    verdicts = [verdict for verdict, _, _ in outcomes(STORY, extracted(STORY, [claimed(in_title), other]))]
    assert verdicts == ["right", "missed", "missed", "missed", "missed", "made up"]


def test_one_claim_finds_one_mark() -> None:
    twice = [claimed(STORY.marks[3]), claimed(STORY.marks[3], speaker=None)]
    verdicts = [verdict for verdict, _, _ in outcomes(STORY, extracted(STORY, twice))]
    assert verdicts == ["missed", "missed", "missed", "right", "missed", "made up"]


def test_of_equal_scores_the_worst_order_counts() -> None:
    lines = [Line(0, 5, 2), Line(6, 10, 0)]
    equal = [Sentence(start=0, end=5, checkworthiness=0.5), Sentence(start=6, end=10, checkworthiness=0.5)]
    assert average_precision(lines, equal) == 0.5
    assert average_precision(lines, []) == 0.5
    assert average_precision(lines, [equal[0]]) == 1.0


def test_values_that_say_the_same() -> None:
    assert same_amount("4.20", "4.2", "money")
    assert same_amount("33.33", "33.3333", "percent")
    assert same_unit("crew member", "member", "count")
    assert same_unit("kilometre per hour", "kilometre per hour", "measure")
    assert days("2022-W12") == days("2022-03-21/2022-03-27")
    assert days("2022-01/2022-03") == (date(2022, 1, 1), date(2022, 3, 31))
    assert same_names("Ines Costa", "Costa")
    assert same_names("Sarenia; Qadir", "Qadir; Sarenia")
    assert same_names("police", "Police")
    assert same_role("leader of the opposition", "opposition leader")
    assert names_it(("agreement", "ratification"), "20 ratified")


def test_values_that_do_not() -> None:
    assert not same_amount("4.20", "4.3", "money")
    assert not same_amount("6", None, "percent")
    assert not same_unit("USD", "CAD", "money")
    assert not same_unit("mile", "mile per hour", "measure")
    assert not same_unit("vote", None, "count")
    assert days("2022-03") != days("2022-03-01")
    assert days("2022") != days(None)
    assert not same_names("Ines Costa", None)
    assert not same_names("Sarenia; Qadir", "Qadir")
    assert not same_names("Transport Safety Board", "board")
    assert not same_names("study", "study of 8,120 families")
    assert not same_role("coach of Port Albion", "coach")
    assert not names_it(("tram line", "Marlow Bay"), "train to nowhere")


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "scores.toml"
    write_record({"money": {"found": 0.98765, "average precision": 1.0}}, path)
    assert read_record(path) == {"money": {"found": 0.9877, "average precision": 1.0}}


def test_only_what_falls_by_more_than_the_tolerance_is_named() -> None:
    standing = {"money": {"found": 0.9, "right": 0.8}, "rank": {"found": 0.5}}
    measured = {"money": {"found": 0.8995, "right": 0.7}}
    assert fallen(standing, measured) == [("money", "right", 0.8, 0.7), ("rank", "found", 0.5, 0.0)]


def test_a_complaint_says_what_fell_and_what_to_do() -> None:
    words = complaint("money", "right", 0.8, 0.7)
    for part in ("money", "right", "0.8000", "0.7000", "--misses money", "CHANGELOG.md", "--write"):
        assert part in words


def test_misses_are_described_in_a_line() -> None:
    wrong = claimed(STORY.marks[1], unit="post", label="30 posts in Rome")
    have = extracted(STORY, [wrong])
    assert list(misses(STORY, have, "count")) == ["wrong count '30 jobs': {'unit': ('job', 'post')}"]
    assert list(misses(STORY, have, "date")) == ["missed date 'on Monday'"]
    assert list(misses(STORY, have, "title")) == ["missed count '30 jobs'"]
    assert list(misses(STORY, have, "labels")) == ["count '30 jobs' is of port, job, its label says '30 posts in Rome'"]
    assert [line[:12] for line in misses(STORY, have, "sentences")] == ["1.00 worth 2", "0.50 worth 1", "0.00 worth 0"]


def test_every_score_can_be_asked_for() -> None:
    assert set(NAMES) == set(scored([]))
