"""Labels: a table of what a person would write for each claim, in labels.toml."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.extraction.gate.marks import marked_stories
from workbench.domain.claim import Kind, Stretch
from workbench.extraction.labels.pieces import size
from workbench.extraction.pipeline import Extractor

FRIDAY = date(2023, 5, 12)
TABLE = Path(__file__).with_name("labels.toml")
CASES = [pytest.param(case, id=case["why"]) for case in tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]]
LONGEST = 20
"""Words of the longest label: a figure that fills one by itself still gets a few words of its clause."""


@pytest.mark.parametrize("case", CASES)
def test_a_label_reads_as_a_person_would_write_it(extractor: Extractor, case: dict[str, Any]) -> None:
    extracted = extractor.extract(case["title"], case["text"], FRIDAY)
    written = {c.text: c.label for c in extracted.claims if c.inside is Stretch.TEXT and c.kind is not Kind.RANK}
    assert {text: written.get(text) for text in case["labels"]} == case["labels"]
    ranks = {c.text: c.label for c in extracted.claims if c.inside is Stretch.TEXT and c.kind is Kind.RANK}
    assert {text: ranks.get(text) for text in case.get("ranks", {})} == case.get("ranks", {})


def test_labels_are_short_and_say_no_more_than_once_what_a_figure_is_of(extractor: Extractor) -> None:
    for story in marked_stories():
        for claim in extractor.extract(story.title, story.text, story.published).claims:
            if claim.kind in (Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.MEASURE, Kind.DATE, Kind.RANK):
                assert size(claim.label) <= LONGEST, claim.label
                assert claim.label.count(": ") <= 1, claim.label
                assert "  " not in claim.label, claim.label
