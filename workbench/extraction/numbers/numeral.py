"""A number as it was read from a text, and what single words are worth."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from workbench.extraction.lexicon import table
from workbench.extraction.numbers.signs import any_of

HUNDRED = Decimal(100)
LISTS = table("numbers")
SMALL: dict[str, int] = {**LISTS["ones"], **LISTS["tens"]}
SCALES: dict[str, int] = LISTS["scales"]
A_SCALE = rf"(?:{any_of(list(SCALES))})\b"
A_SMALL = rf"(?:{any_of(list(SMALL))})\b"


class Numeral(NamedTuple):
    """A number from `start` to `end`. `form`: digits, words, vague (a bare plural), part or ratio (both in %).

    `scaled` says that a scale word or suffix belongs to it; `suffix` is the suffix right behind the digits, if any.
    """

    start: int
    end: int
    value: Decimal
    form: str
    scaled: bool = False
    suffix: str = ""


@cache
def word_value(word: str) -> Decimal | None:
    """What a single word or a run of digits is worth, or None."""
    word = word.lower().removeprefix("a ").strip()
    if word.isascii() and word.isdigit():
        return Decimal(word)
    found = {**SMALL, **SCALES}.get(word)
    return None if found is None else Decimal(found)


def shortened(value: Decimal, places: int = 4) -> Decimal:
    """The value rounded to so many places, without trailing zeros and never in powers of ten."""
    rounded = round(value, places)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize()


def decimal_text(value: Decimal) -> str | None:
    """The value as a claim writes it ("13600000000", "0.63"); None where it would need more than 40 digits."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, fraction = text.lstrip("-").partition(".")
    return text if len(whole) <= 40 and len(fraction) <= 40 else None
