import pytest

from workbench.domain.claim import Claim, Kind, Sentence
from workbench.domain.risk import ACCUSED, rank, reasons, risk

CASES = [
    ({"courts and accusations", "names a person"}, "text", "money", [ACCUSED, "legal"]),
    ({"courts and accusations"}, "text", "count", ["legal"]),
    ({"deaths and injuries", "opens the story"}, "text", "count", ["deaths", "lead"]),
    ({"names a person"}, "title", "count", ["headline"]),
    (set(), "text", "quote", []),
]


@pytest.mark.parametrize(("signals", "inside", "kind", "expected"), CASES)
def test_risk_is_read_from_named_signals(signals, inside, kind, expected):
    sentence = Sentence(start=0, end=5, checkworthiness=0.5, signals=dict.fromkeys(signals, 1.0))
    claim = Claim(kind=Kind(kind), inside=inside, start=0, end=2, text="31", label="31")
    assert reasons(claim, sentence) == expected


def test_the_higher_risk_comes_first_and_then_the_higher_worth():
    assert rank(risk([ACCUSED]), 0.1) < rank(risk(["deaths"]), 0.99) < rank(0, 0.9) < rank(0, 0.2)
