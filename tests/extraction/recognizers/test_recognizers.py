"""What counts as right, wrong and not covered, on cases of our own."""

import pytest

from tests.extraction.recognizers import numbers, table, units
from tests.extraction.recognizers.cases import MISSED, RIGHT, WRONG, Judge, case
from workbench.extraction.pipeline import Extractor


def row(model: str, text: str, words: str, type_: str, **fields: str) -> dict:
    start = text.index(words)
    result = {"Text": words, "Start": start, "End": start + len(words) - 1, "TypeName": type_, "Resolution": fields}
    return {"model": model, "input": text, "results": [result]}


CASES = [
    (numbers.judge, row("NumberModel", "two dozen geese", "two dozen", "number", value="24"), RIGHT),
    (numbers.judge, row("NumberModel", "three quarters of it", "three quarters", "number", value="0.75"), RIGHT),
    (numbers.judge, row("NumberModel", "a millionth", "a millionth", "number", value="1E-6"), MISSED),
    (numbers.judge, row("NumberModel", "7 geese", "7", "number", value="8"), WRONG),
    (numbers.judge, {"model": "NumberModel", "input": "no geese", "results": []}, RIGHT),
    (numbers.judge, {"model": "NumberModel", "input": "9 geese", "results": []}, WRONG),
    (numbers.judge, row("NumberRangeModel", "over 30 geese", "over 30", "numberrange", value="(30,)"), RIGHT),
    (numbers.judge, row("NumberRangeModel", "10 to 20 geese", "10 to 20", "numberrange", value="[10,20)"), RIGHT),
    (numbers.judge, row("NumberRangeModel", "under 30 geese", "under 30", "numberrange", value="(30,)"), WRONG),
    (numbers.judge, row("PercentModel", "5% of geese", "5%", "percentage", value="5%"), RIGHT),
    (units.judge, row("DimensionModel", "a 12 km walk", "12 km", "dimension", value="12", unit="Kilometer"), RIGHT),
    (units.judge, row("CurrencyModel", "it cost 40 cents", "40 cents", "currency", value="40", unit="Cent"), RIGHT),
    (units.judge, row("CurrencyModel", "it cost 40 smiles", "40 smiles", "currency", value="40", unit="Frown"), WRONG),
    (units.judge, row("TemperatureModel", "it is 30 C", "30 C", "temperature", value="30", unit="C"), RIGHT),
    (units.judge, row("AgeModel", "aged 5 years", "aged", "age", value="5", unit="Year"), MISSED),
]


@pytest.mark.parametrize(("judge", "line", "outcome"), CASES)
def test_a_result_is_judged(extractor: Extractor, judge: Judge, line: dict, outcome: str) -> None:
    assert [judgement.outcome for judgement in judge(case(0, line), extractor)] == [outcome]


def test_the_table_counts_each_half(extractor: Extractor) -> None:
    judgements = [j for n, (judge, line, _) in enumerate(CASES) for j in judge(case(n, line), extractor)]
    totals = [line.split() for line in table.lines(judgements) if line.startswith("all ")]
    assert [sum(map(int, total[1:])) for total in totals] == [8, 7, 15]
    assert totals[2] == ["all", "9", "4", "2"]
