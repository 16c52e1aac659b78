"""Each kind against its table of cases: a sentence, and exactly the claims of the kind that it holds."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.domain.claim import Kind
from workbench.extraction.pipeline import Extractor

HERE = Path(__file__).parent
CASES = [
    pytest.param(table.stem, case, id=f"{table.stem}: {case['text'][:60]}")
    for table in sorted(HERE.glob("*.toml"))
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_kind(extractor: Extractor, kind: str, case: dict[str, Any]) -> None:
    published = date.fromisoformat(case["published"]) if "published" in case else None
    extracted = extractor.extract(case.get("title", ""), case["text"], published)
    found = [
        claim.model_dump(mode="json") for claim in extracted.claims if claim.kind == kind and claim.inside == "text"
    ]
    expected = case["claims"]
    assert [c["text"] for c in found] == [c["text"] for c in expected]
    for have, want in zip(found, expected, strict=True):
        assert {name: have[name] for name in want} == want


def test_every_kind_has_its_table() -> None:
    assert {path.stem for path in HERE.glob("*.toml")} == {kind.value for kind in Kind}
