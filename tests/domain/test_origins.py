import tomllib
from pathlib import Path

import pytest

from tests.making import START
from workbench.domain.evidence import Citation, Evidence, Source
from workbench.domain.origins import independent

CASES = tomllib.loads(Path(__file__).with_name("origins.toml").read_text(encoding="utf-8"))["case"]


def citation(line: str) -> Citation:
    name, origin, url = (part if part != "-" else None for part in line.split(" | "))
    told = {"claim_id": 1, "source_id": 1, "stance": "supports", "words": "x", "person_id": 1, "key": line, "at": START}
    return Citation(evidence=Evidence(**told), source=Source(name=name, origin=origin, url=url, at=START))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_an_origin_is_the_publisher_unless_the_source_names_another(case):
    cited = [citation(line) for line in case["sources"]]
    assert independent(cited) == independent(reversed(cited)) == case["origins"]
