"""Numbers in digits and words, without a parser."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extraction.numbers.numeral import Numeral, decimal_text
from workbench.extraction.numbers.numerals import numerals
from workbench.extraction.text.spelled import spelled

CASES = tomllib.loads(Path(__file__).with_name("numerals.toml").read_text(encoding="utf-8"))["case"]


def _read(text: str) -> list[Numeral]:
    return numerals(text.lower(), spelled(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_numbers_are_read(case: dict) -> None:
    found = [[case["text"][n.start : n.end], decimal_text(n.value)] for n in _read(case["text"])]
    assert found == case["numbers"]


@given(number=st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_keep_their_value(number: int) -> None:
    assert [n.value for n in _read(f"about {number:,} of them")] == [number]


@given(value=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=6))
def test_decimal_text_loses_nothing(value: Decimal) -> None:
    assert Decimal(decimal_text(value) or "nothing") == value
