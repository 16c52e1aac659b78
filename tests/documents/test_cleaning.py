import re
import tomllib
import unicodedata
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents import clean

CASES = tomllib.loads(Path(__file__).with_name("cleaning.toml").read_text())["case"]
# Characters that meet each other in every rule of cleaning.
TRICKY = st.sampled_from(
    [
        *"ab c.,-•|A1\n\n\r\t\f\u200c\u200d\u200b\ufeff\xa0\xad\x00\x80\x85\x96Ãâé\u0301\u2028\u212a\u202e\u0645👩",
        *("\U0001f3f4", "\U000e0067", "\U000e007f", "\ud800", "\uffff"),
        *("lorem " * 9, "Ipsum dolor " * 4, "sit amet " * 20),
    ]
)
TEXTS = st.text() | st.lists(TRICKY, max_size=40).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cleaning(case: dict[str, str]) -> None:
    assert clean(case["before"]) == case.get("after", case["before"])


@given(TEXTS)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
def test_a_clean_text_has_one_form(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert not set("\r\t\f\v\x00\ufeff\u200b\xa0") & set(cleaned)
    assert "\n\n\n" not in cleaned
    assert "  " not in cleaned
    assert all(line == line.strip(" ") for line in cleaned.split("\n"))
    assert cleaned.encode().decode() == cleaned


@given(TEXTS)
def test_what_can_be_seen_stays(text: str) -> None:
    # The controls of Latin-1 are seen only once they are read as windows-1252: a case of its own.
    plain = re.sub("[\x80-\x9f]", "", text)
    assert visible(clean(plain)) == visible(plain)


def test_a_tower_of_marks_is_cut_in_time() -> None:
    tower = "e" + "\u0301\u0316" * 500_000
    begun = monotonic()
    cleaned = clean(tower + "\u200b" + tower[1:])
    assert len(cleaned) == 31
    assert clean(cleaned) == cleaned
    assert monotonic() - begun < 5


def visible(text: str) -> str:
    """Letters, figures, marks and signs alone, composed."""
    seen = "".join(
        char for char in text if unicodedata.category(char)[0] in "LNPS" or unicodedata.category(char) == "Mn"
    )
    return unicodedata.normalize("NFC", seen)
