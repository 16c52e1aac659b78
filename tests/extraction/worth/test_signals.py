"""What sentences show, by a table of cases, and that every word has one group and every name one meaning."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from workbench.domain.claim import Kind, Stretch
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import table
from workbench.extraction.pipeline import Extractor
from workbench.extraction.text.passage import Passage
from workbench.extraction.worth.signals import FAR_DOWN, FEWEST_IN_STORY, Shown, beginnings, of_claim
from workbench.extraction.writing import shown

CASES = tomllib.loads(Path(__file__).with_suffix("").with_name("signals.toml").read_text(encoding="utf-8"))["case"]


def seen(extractor: Extractor, text: str, title: str = "") -> list[Shown]:
    founds = [f for f in extractor.find(title, text, None) if f.passage.inside is Stretch.TEXT]
    count = sum(len(f.passage.sentences) for f in founds)
    out: list[Shown] = []
    for found in founds:
        out += shown(found, first=len(out), count=count, title_words=beginnings(title.lower().split()))
    return out


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_sentence(extractor: Extractor, case: dict[str, Any]) -> None:
    (one,) = seen(extractor, case["text"])
    has = {*one.names, *one.words}
    assert set(case["shows"]) - has == set()
    assert has & set(case.get("not", [])) == set()


def test_a_place_counts_only_in_a_story(extractor: Extractor) -> None:
    line = "The dam at Oker holds water. "
    story = [one.names[0] for one in seen(extractor, line * (FAR_DOWN + 2))]
    assert story == [
        "opens the story",
        *["in the lead"] * 2,
        *["in the body of the story"] * (FAR_DOWN - 3),
        *["far down the story"] * 2,
    ]
    short = seen(extractor, line * (FEWEST_IN_STORY - 1))
    assert not {name for one in short for name in one.names if "story" in name or "lead" in name}


def test_two_words_of_the_headline_are_enough_and_one_is_not(extractor: Extractor) -> None:
    text = "Sanctions hit banks. The banks closed early. It rained all day. Nobody came to the square."
    shares = ["shares the headline's words" in one.names for one in seen(extractor, text, "Sanction on Banks agreed")]
    assert shares == [True, False, False, False]


def test_every_different_word_of_a_group_is_named_once(extractor: Extractor) -> None:
    (one,) = seen(extractor, "Taxes, taxes and a budget deficit filled the paper.")
    assert one.words["taxes, budgets and debt"] == ["taxes", "budget", "deficit"]


def test_every_word_has_one_group_in_lower_case() -> None:
    listed = [word for spelled in table("worth")["groups"].values() for word in spelled]
    assert len(listed) == len(set(listed))
    assert all(word == word.lower() and " " not in word for word in listed)


def test_no_name_means_two_things() -> None:
    lexicon, weights = table("worth"), table("worth_weights")
    sentence = {*weights["sentence"], *lexicon["news"]["sentence"], "base"}
    assert not sentence & set(lexicon["groups"])
    assert not (sentence | set(lexicon["groups"])) & set(lexicon["claim"])


def test_a_claim_shows_its_kind_and_where_it_stands() -> None:
    passage = Passage(Stretch.TEXT, 0, "", [], [], [], [], [], [], [])
    shows = {kind: of_claim(Candidate(kind, passage, 0, 0, "rule"), in_title=False) for kind in Kind}
    assert all(shows.values())
    assert shows[Kind.QUOTE] == ["has nobody named as speaker"]
    assert of_claim(Candidate(Kind.QUOTE, passage, 0, 0, "rule", speaker="Ann"), in_title=True) == [
        "in the headline",
        "is a quotation with its speaker",
    ]
    known = set(table("worth")["claim"])
    assert {name for names in shows.values() for name in names} <= known
