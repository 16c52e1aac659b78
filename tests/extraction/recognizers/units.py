"""Ages, sums of money, dimensions and temperatures of a recognizer suite, against the claims of the extraction."""

import math
import re
from collections.abc import Iterator

from tests.extraction.recognizers.cases import MISSED, RIGHT, WRONG, Case, Expected, Judgement
from workbench.domain.claim import Claim, Kind
from workbench.extraction.lexicon import meanings, table
from workbench.extraction.numbers.signs import currency_of, units
from workbench.extraction.pipeline import Extractor

KINDS = (Kind.MONEY, Kind.MEASURE, Kind.COUNT, Kind.PERCENT)
SCALES = {"c": "degree Celsius", "f": "degree Fahrenheit", "k": "kelvin", "age": "year"}


def judge(case: Case, extractor: Extractor) -> Iterator[Judgement]:
    """What became of each quantity that the case expects, or of a text that should hold none."""
    claims = [claim for claim in extractor.extract("", case.text, None).claims if claim.kind in KINDS]
    if not case.expected:
        wrong = any(_of_model(case.model, claim) for claim in claims)
        yield Judgement(case, WRONG if wrong else RIGHT, case.text, "a quantity where the suite expects none")
    for expected in case.expected:
        words = case.text[expected.start : expected.end]
        over = [claim for claim in claims if claim.start < expected.end and claim.end > expected.start]
        if not over:
            yield Judgement(case, MISSED, words, _why(expected, words))
        else:
            right = any(_same(expected, claim) for claim in over)
            yield Judgement(case, RIGHT if right else WRONG, words, "" if right else _why(expected, words))


def _of_model(model: str, claim: Claim) -> bool:
    """Whether the claim is what the model looks for; a duration is none of them."""
    if model.startswith("Currency"):
        return claim.kind is Kind.MONEY
    if model.startswith("Temperature"):
        return claim.unit in ("degree Celsius", "degree Fahrenheit", "kelvin")
    return claim.kind is Kind.MEASURE and claim.unit in table("units")["physical"]


def _same(expected: Expected, claim: Claim) -> bool:
    try:
        want, have = float(expected.fields["value"]), float(claim.amount or "nan")
    except (KeyError, TypeError, ValueError):
        return False
    code = expected.fields.get("isoCurrency")
    unit = str(expected.fields.get("unit") or "").lower()
    if claim.kind is Kind.MONEY:
        hundredth = meanings("currencies", "hundredths").get(unit)
        named = {code, currency_of().get(unit), hundredth}
        return claim.unit in named and math.isclose(have, want / 100 if hundredth and not code else want, rel_tol=1e-6)
    named = {SCALES.get(unit), units().get(unit), units().get(f"{unit}s"), unit}
    return claim.unit in named and math.isclose(have, want, rel_tol=1e-6)


def _why(expected: Expected, words: str) -> str:
    if not re.search(r"\d", words) and expected.fields.get("value") is None:
        return "a unit without a number"
    unit = str(expected.fields.get("unit") or "").lower()
    if expected.type == "currency":
        known = currency_of().get(unit) or unit in meanings("currencies", "hundredths")
        return "its number or its sign is read in another way" if known else "a currency that the lexicon does not list"
    if re.search(r"\d\s?\D+\d", words):
        return "two units, which are one measure in the smaller one here"
    known = unit in SCALES or unit in units() or f"{unit}s" in units()
    return "its number or its unit is read in another way" if known else "a unit that the lexicon does not list"
