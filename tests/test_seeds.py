"""The seeds read like real copy, say where their facts come from, and disagree only where they are meant to."""

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from workbench.domain.claim import Kind

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = sorted((SEEDS / "stories").glob("*.toml"))
STORIES = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in FILES}
CASES = tomllib.loads(Path(__file__).with_name("seeds.toml").read_text(encoding="utf-8"))
FIGURE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d+"
    r"|[$£]?\d[\d.,]*\d|[$£]?\d"
)
SCALE = re.compile(r" (?:million|billion|trillion|percent)\b")

every_story = pytest.mark.parametrize("name", STORIES)


def figures(name):
    """Every figure of a story as it is written, with its scale."""
    story = STORIES[name]
    whole = f"{story['title']}\n{story['text']}"
    found = Counter()
    for match in FIGURE.finditer(whole):
        scale = SCALE.match(whole, match.end())
        found[match[0] + (scale[0] if scale else "")] += 1
    return found


def sentences(name):
    return [s.strip() for s in re.split(r"(?<=[.!?])[”’]?\s+", STORIES[name]["text"]) if s.strip()]


def test_there_are_stories_of_several_fields():
    assert len(STORIES) >= 4


@every_story
def test_it_has_every_field_filled(name):
    story = STORIES[name]
    assert set(story) == {"id", "title", "author", "publisher", "published", "text", "sources"}
    assert story["id"] == f"example-{name}"
    assert all(story[key].strip() for key in ("title", "author", "publisher", "text"))
    assert type(story["published"]) is date


@every_story
def test_it_is_short_news(name):
    assert 150 <= len(STORIES[name]["text"].split()) <= 350
    assert len(STORIES[name]["title"]) <= 80


@every_story
def test_its_paragraphs_are_parted_by_one_empty_line(name):
    paragraphs = STORIES[name]["text"].strip().split("\n\n")
    assert len(paragraphs) >= 4
    assert all(paragraph == " ".join(paragraph.split()) for paragraph in paragraphs)


@every_story
def test_it_is_set_like_real_copy(name):
    copy = STORIES[name]["title"] + STORIES[name]["text"]
    assert not re.findall(r"[\"'`]|--|\.\.\.", copy)
    assert copy.count("“") == copy.count("”") >= 1


@every_story
def test_each_source_says_which_facts_and_from_where(name):
    sources = STORIES[name]["sources"]
    assert sources
    assert all(set(source) == {"facts", "from"} and all(source.values()) for source in sources)
    assert any(source["from"].startswith("invented") for source in sources)


def test_no_sentence_stands_in_two_stories():
    counted = Counter(sentence for name in STORIES for sentence in set(sentences(name)))
    assert [sentence for sentence, times in counted.items() if times > 1] == []


def test_no_two_stories_have_the_same_title():
    assert len({story["title"] for story in STORIES.values()}) == len(STORIES)


@pytest.mark.parametrize("case", CASES["claim"], ids=lambda case: f"{case['kind']}: {case['words'][:40]}")
def test_the_claims_that_a_kind_needs_stand_there(case):
    assert case["words"] in STORIES[case["story"]]["text"]


def test_every_kind_is_exercised():
    assert {case["kind"] for case in CASES["claim"]} == {kind.value for kind in Kind}


def test_the_two_stories_of_one_event_disagree_in_two_figures_and_in_nothing_else():
    pair = CASES["pair"]
    first, second = figures(pair["first"]), figures(pair["second"])
    assert len(pair["differs"]) == 2
    assert set(first) == {*pair["shared"], *pair["only_first"], *(mine for mine, _ in pair["differs"])}
    assert set(second) == {*pair["shared"], *pair["only_second"], *(theirs for _, theirs in pair["differs"])}


def test_each_figure_in_dispute_is_told_once():
    pair = CASES["pair"]
    for mine, theirs in pair["differs"]:
        assert (figures(pair["first"])[mine], figures(pair["second"])[theirs]) == (1, 1)


def test_what_contradicts_is_marked_as_invented():
    invented = [s["facts"] for s in STORIES["spending-bill"]["sources"] if "to contradict" in s["from"]]
    assert [any(figure.split()[0] in facts for facts in invented) for figure in ("$13.9 billion", "27")] == [True, True]


def test_the_readme_lists_every_story():
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([\w-]+)\.toml`", readme, re.MULTILINE)) == sorted(STORIES)
