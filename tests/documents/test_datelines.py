import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.documents.stories import reading
from workbench.documents.datelines import leading_date

CASES = tomllib.loads(Path(__file__).with_name("datelines.toml").read_text())["case"]
AFTER = "The council voted 31 to 12 on a tram line."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"])
def test_a_date_that_stands_alone_is_the_day_of_publication(case: dict[str, Any]) -> None:
    text = f"{case['line']}\n\n{AFTER}"
    found = leading_date(text)
    if "day" not in case:
        assert found is None
        return
    assert found is not None
    assert (found.day, found.is_guess) == (case["day"], case.get("guess", False))
    assert text[found.end :] == (f"{case['rest']}\n\n{AFTER}" if "rest" in case else AFTER)


@pytest.mark.parametrize("name", ["story.txt", "story.md", "", "-"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"])
def test_the_reading_takes_it_from_the_text(case: dict[str, Any], name: str) -> None:
    found = reading(f"{case['line']}\n\n{AFTER}".encode(), name)
    assert found.published == case.get("day")
    assert found.text.endswith(AFTER)
    if "day" in case:
        assert found.origins["published"] == "first line"
        assert ("published" in found.guesses) == case.get("guess", False)
        assert case["line"] not in found.text
    else:
        assert case["line"] in (found.title, found.text.split("\n\n")[0])


def test_a_date_below_the_title_counts_too() -> None:
    found = reading(f"Tram line approved\n\nFriday, January 4, 2019\n\n{AFTER}".encode(), "tram.txt")
    assert (found.title, str(found.published), found.text) == ("Tram line approved", "2019-01-04", AFTER)


def test_a_text_that_is_only_a_date_stays() -> None:
    assert reading(b"Friday, January 4, 2019", "a.txt").text == "Friday, January 4, 2019"
