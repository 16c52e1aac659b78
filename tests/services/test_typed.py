"""What a person typed is kept as the eye reads it."""

import tomllib
from pathlib import Path

import pytest

from workbench.services.rights import plain

CASES = tomllib.loads(Path(__file__).with_name("typed.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_typed_is_kept_as_it_reads(case: dict[str, str]) -> None:
    assert plain(case["typed"]) == case["kept"]
    assert plain(case["kept"]) == case["kept"]
