"""What counts as right, wrong and not covered, on cases of our own."""

import pytest

from tests.extraction.recognizers import datetimes, numbers, table, units
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


def days(text: str, words: str, type_: str, *values: dict[str, str]) -> dict:
    line = row("DateTimeModel", text, words, f"datetimeV2.{type_}")
    line["results"][0]["Resolution"] = {"values": list(values)}
    return {**line, "context": {"ReferenceDateTime": "2022-03-15T00:00:00"}}


MARCH = {"start": "2022-03-01", "end": "2022-04-01"}
THREE_DAYS = {"start": "2022-03-03", "end": "2022-03-05"}
DAYS = [
    (days("It rained on Monday", "Monday", "date", {"value": "2022-03-14"}, {"value": "2022-03-21"}), RIGHT),
    (days("It rained on Monday", "Monday", "date", {"value": "2022-03-15"}), WRONG),
    (days("It rained in March", "in March", "daterange", MARCH), RIGHT),
    (
        days("It rained from 3 to 5 March", "3 to 5 March", "daterange", {"start": "2022-03-03", "end": "2022-03-05"}),
        RIGHT,
    ),
    (days("It has rained since 2016", "since 2016", "daterange", {"start": "2016-01-01"}), RIGHT),
    (days("It rained at 5 pm", "5 pm", "time", {"value": "17:00:00"}), MISSED),
    (days("It rained on the 25th", "25th", "date", {"value": "2022-02-25"}), MISSED),
]


@pytest.mark.parametrize(("line", "outcome"), DAYS)
def test_a_date_is_judged(extractor: Extractor, line: dict, outcome: str) -> None:
    assert [judgement.outcome for judgement in datetimes.judge(case(0, line), extractor)] == [outcome]


def test_a_parsers_result_has_a_length_and_two_resolutions(extractor: Extractor) -> None:
    value = {"FutureResolution": {"date": "2016-11-14"}, "PastResolution": {"date": "2016-11-07"}}
    result = {"Text": "Monday", "Start": 13, "Length": 6, "Type": "date", "Value": value}
    line = {"model": "DateParser", "input": "It rained on Monday", "context": None, "results": [result]}
    assert [judgement.outcome for judgement in datetimes.judge(case(0, line), extractor)] == [RIGHT]


@pytest.mark.parametrize(("judge", "line", "outcome"), CASES)
def test_a_result_is_judged(extractor: Extractor, judge: Judge, line: dict, outcome: str) -> None:
    assert [judgement.outcome for judgement in judge(case(0, line), extractor)] == [outcome]


def test_the_table_counts_each_half(extractor: Extractor) -> None:
    judgements = [j for n, (judge, line, _) in enumerate(CASES) for j in judge(case(n, line), extractor)]
    totals = [line.split() for line in table.lines(judgements) if line.startswith("all ")]
    assert [sum(map(int, total[1:])) for total in totals] == [8, 7, 15]
    assert totals[2] == ["all", "9", "4", "2"]
