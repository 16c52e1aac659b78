import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.stories import story
from workbench.domain.claim import Claim
from workbench.ui.reader import words

CASES = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"]["text"])
def test_fields_are_written_for_a_reader(case: dict[str, Any]) -> None:
    given = case["claim"]
    claim = Claim(start=0, end=len(given["text"]), label=given["text"], **given)
    assert [f"{name} {value}" for name, value in words.fields(claim)] == case["shows"]


def test_a_byline_says_what_is_only_guessed() -> None:
    told = story(author="Ines Okafor", publisher=None, published=date(2022, 3, 5), guesses=["published"])
    assert words.byline(told.article) == "Ines Okafor · 5 March 2022 (a guess)"


def test_a_story_without_fields_says_so() -> None:
    told = story(author=None, publisher=None, published=None, guesses=[])
    assert words.byline(told.article) == "No author, publisher or day known"
