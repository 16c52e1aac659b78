"""The marks are sound: a gate is worth what its marks are worth."""

import re
from collections import Counter
from datetime import date

import pytest

from tests.extraction.gate.marks import Mark, MarkedStory, MarkError, marked_stories, read_story
from tests.extraction.gate.rightness import QUANTITIES, SPOKEN, days
from tests.extraction.gate.scoring import FIGURES, KINDS
from workbench.domain.claim import DATE, DECIMAL, Bound

STORIES = [pytest.param(story, id=story.name) for story in marked_stories()]
MARKS = [
    pytest.param(story, mark, id=f"{story.name}: {mark.kind} {mark.text[:30]}")
    for story in marked_stories()
    for mark in story.marks
]
LEAST_STORIES = 8
LEAST_OF_A_KIND = 20
"""Fewer marks of a kind, and a single claim moves its score by more than two points."""
NEEDED = {
    **{kind: {"amount", "unit", "bound"} for kind in QUANTITIES},
    "date": {"date"},
    "rank": set(),
    **{kind: {"speaker", "cue"} for kind in SPOKEN},
    "identity": {"person", "role"},
}


def test_there_are_enough_stories_and_marks_to_measure_by() -> None:
    assert len(marked_stories()) >= LEAST_STORIES
    kinds = Counter(mark.kind for story in marked_stories() for mark in story.marks if mark.inside == "text")
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= LEAST_OF_A_KIND


@pytest.mark.parametrize("story", STORIES)
def test_sentences_cover_the_story_in_order(story: MarkedStory) -> None:
    end = 0
    for line in story.lines:
        sentence = story.text[line.start : line.end]
        assert not story.text[end : line.start].strip()
        assert sentence == sentence.strip() != ""
        assert line.worth in (0, 1, 2)
        end = line.end
    assert end == len(story.text)
    assert 180 <= len(story.text.split()) <= 350
    assert {line.worth for line in story.lines} == {0, 1, 2}
    assert story.published < date(2026, 1, 1)


@pytest.mark.parametrize(("story", "mark"), MARKS)
def test_a_mark_stands_where_it_says_and_carries_what_its_kind_needs(story: MarkedStory, mark: Mark) -> None:
    whole = {"text": story.text, "title": story.title}[mark.inside]
    assert whole[mark.start : mark.end] == mark.text == mark.text.strip()
    assert set(mark.fields) - {"amount_high"} == NEEDED[mark.kind]
    assert all(value == value.strip() != "" for value in mark.fields.values())
    assert len(mark.about) in (range(1, 5) if mark.kind in FIGURES else (0,))


@pytest.mark.parametrize(("story", "mark"), [case for case in MARKS if case.values[1].kind in QUANTITIES])
def test_a_marked_quantity_is_written_as_a_claim_is(story: MarkedStory, mark: Mark) -> None:
    amounts = [mark.fields[name] for name in ("amount", "amount_high") if name in mark.fields]
    assert all(DECIMAL.fullmatch(amount) for amount in amounts)
    assert mark.fields["bound"] in set(Bound)
    unit = mark.fields["unit"]
    assert mark.kind != "money" or re.fullmatch("[A-Z]{3}", unit)
    assert mark.kind != "percent" or unit in ("%", "percentage point")


@pytest.mark.parametrize(("story", "mark"), [case for case in MARKS if case.values[1].kind == "date"])
def test_a_marked_date_stands_in_the_calendar(story: MarkedStory, mark: Mark) -> None:
    assert DATE.fullmatch(mark.fields["date"])
    first, last = days(mark.fields["date"])
    assert first <= last


@pytest.mark.parametrize("story", STORIES)
def test_no_fact_is_marked_twice(story: MarkedStory) -> None:
    places = Counter((m.inside, m.kind, m.start, m.end, m.fields.get("role")) for m in story.marks)
    assert [place for place, times in places.items() if times > 1] == []


@pytest.mark.parametrize("story", STORIES)
def test_persons_are_named_as_the_story_names_them(story: MarkedStory) -> None:
    assert [
        m.fields["person"] for m in story.marks if m.kind == "identity" and m.fields["person"] not in story.text
    ] == []


def test_a_mark_that_stands_nowhere_is_named() -> None:
    table = {
        "title": "Rain",
        "published": date(2024, 5, 1),
        "paragraphs": [[[2, "It rained for two days."]]],
        "facts": [{"kind": "measure", "text": "two days", "occurrence": 2, "amount": "2", "unit": "day"}],
    }
    with pytest.raises(MarkError, match=r"stories/rain\.toml marks 'two days' as measure at place 2, .* 1 times"):
        read_story("rain", table)
