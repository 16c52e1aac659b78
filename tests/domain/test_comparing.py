import tomllib
from pathlib import Path

import pytest

from workbench.domain.claim import Claim
from workbench.domain.comparing import compare

CASES = tomllib.loads(Path(__file__).with_name("comparing.toml").read_text(encoding="utf-8"))["case"]
FIELDS = ("text", "kind", "amount", "unit", "bound", "amount_high", "date")


def figure(written: str, start: int = 0) -> Claim:
    told = dict(zip(FIELDS, (cell.strip() or None for cell in written.split("|")), strict=False))
    text = told["text"] or ""
    return Claim(**told, start=start, end=start + len(text), label=text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_claims_figure_against_a_passages(case):
    found = compare(
        figure(case["claim"]), [figure(written, start=7) for written in case["passage"]], case.get("words", "")
    )
    assert (found.outcome if found else "", found.says if found else "") == (case["outcome"], case["says"])
    if found and found.start is not None:
        assert case["words"][found.start : found.end] == case["held"] if "words" in case else found.start == 7


def test_a_long_figure_of_a_passage_is_cut():
    found = compare(figure("3 ships | count | 3 | ship | exactly"), [figure(f"4 {'x' * 200} | count | 4 | ship")])
    assert len(found.says) < 100 and found.says.endswith("…")
