"""How times and fields are worded: the table beside this file."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.domain.claim import Claim
from workbench.reports.wording import counted, fields, iso_day, moment

CASES = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))["fields"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_fields_are_worded_in_a_fixed_order(case):
    claim = Claim(start=0, end=1, text="x", label="x", **case["claim"])
    assert " · ".join(fields(claim)) == case["says"]


def test_a_moment_is_told_in_utc_to_the_minute():
    assert moment(datetime(2022, 3, 5, 9, 7, 59, tzinfo=UTC)) == "5 March 2022, 09:07 UTC"


def test_a_span_of_days():
    assert iso_day("2022-03-24/2022-03-26") == "24 March 2022 to 26 March 2022"


def test_one_and_several():
    assert (counted(1, "claim"), counted(1200, "claim"), counted(2, "person", "people")) == (
        "1 claim",
        "1,200 claims",
        "2 people",
    )
