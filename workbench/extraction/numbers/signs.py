"""Patterns of currency signs and units, made from the lexicon once."""

import re
from functools import cache
from typing import NamedTuple

from workbench.extraction.lexicon import meanings, table


def any_of(spellings: "list[str]") -> str:
    """A pattern for any of these, longest first, blanks as any white space."""
    ordered = sorted(spellings, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(word) for word in spelling.split()) for spelling in ordered)


def _spaced_out(sign: str) -> str:
    """The sign with a blank allowed between its letters and the mark: "HK $"; in "A $5 fine" the letter is a word."""
    letters = None if sign == "A$" else re.match(r"[A-Za-z.]+(?=[^\w\s.])", sign)
    return re.escape(letters.group()) + r"\s?" + re.escape(sign[letters.end() :]) if letters else re.escape(sign)


_SIGNS = [*table("currencies")["signs"], *(table("currencies")["words"].keys() - table("currencies")["like_words"])]
# A lone letter or a code counts as a sign only where no other letter stands before it.
SIGN_BEFORE = rf"(?:(?<![A-Za-z])(?:{'|'.join(_spaced_out(s) for s in sorted(_SIGNS, key=len, reverse=True))}))"
UNIT_BETWEEN = r"%|percent|per\s+cent|°\s?[CF]?|" + any_of(
    [w for w in [*meanings("units", "duration"), *meanings("units", "physical")] if len(w) > 1]
)


@cache
def units() -> dict[str, str]:
    """The unit's full name by each way it is written, in lower case."""
    return {
        spelled.lower(): unit for name in ("duration", "physical") for spelled, unit in meanings("units", name).items()
    }


@cache
def _unit_pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    close = any_of([w for w in meanings("units", "close") if w != "in"])
    # "0.68 in (1.73 cm)", "5 in wide"; else "in" is a preposition.
    close += r"|in(?=\)|\s?\(\d[\d.,]*\s?(?:mm|cm|m)\b|\s(?:wide|long|tall|high|deep|thick|across)\b)"
    return (
        re.compile(rf"[\s-]*(?P<unit>{any_of(list(units()))})(?![\w°²³]|/\w)", re.IGNORECASE),
        re.compile(rf"\s?(?P<unit>{close})(?![\w'’/]|\.\w|(?<=[A-Z])-)"),
    )


@cache
def _per() -> re.Pattern[str]:
    fast = any_of(["hour", "minute", "second"])
    return re.compile(rf"\s+(?:per\s+(?P<unit>{any_of(list(units()))})|an?\s+(?P<fast>{fast}))(?!\w)", re.IGNORECASE)


_SLASHED = re.compile(r"\s?(?P<unit>[A-Za-z°Ωμ²³23]{1,4})/(?P<per>[A-Za-zμ]{1,4}[23²³]?)(?![\w/])")


@cache
def _by_sign() -> dict[str, str]:
    """The unit's full name by its sign, capitals as they are written: what may stand on either side of a slash."""
    listed = {**units(), **meanings("units", "close"), **meanings("units", "slashed")}
    return {sign: unit for sign, unit in listed.items() if len(sign) < len("short")}


class Unit(NamedTuple):
    """A unit as it stands behind a number: its full name, how it is written in lower case, and where it ends."""

    name: str
    written: str
    end: int


def unit_at(text: str, at: int, digits: bool) -> Unit | None:
    """The unit that starts at this character; signs that capitals tell apart count first, and only behind digits."""
    long, close = _unit_pattern()
    if digits and (found := close.match(text, at)):
        return Unit(meanings("units", "close")[found["unit"]], found["unit"], found.end())
    if found := long.match(text, at):
        written = re.sub(r"\s+", " ", found["unit"]).lower()
        return _for_each(text, Unit(units()[written], written, found.end()))
    return _of_signs(text, at) if digits else None


def _for_each(text: str, unit: Unit) -> Unit:
    """The unit with what follows by "per": "inch per hour", "feet a second"; of a time it is how often."""
    if unit.name in table("units")["duration"] or not (found := _per().match(text, unit.end)):
        return unit
    each = units()[re.sub(r"\s+", " ", found["unit"] or found["fast"]).lower()]
    return unit._replace(name=f"{unit.name} per {each}", end=found.end())


def _of_signs(text: str, at: int) -> Unit | None:
    """As in "270 Wh/kg": a unit of two signs that are known."""
    found = _SLASHED.match(text, at)
    if found is None:
        return None
    one, each = (_by_sign().get(sign) or _by_sign().get(sign.lower()) for sign in (found["unit"], found["per"]))
    return Unit(f"{one} per {each}", found.group().strip(), found.end()) if one and each else None


@cache
def currency_of() -> dict[str, str]:
    """ISO 4217 code by sign, code and word (words in lower case)."""
    lists = table("currencies")
    codes = {code: code for code in lists["words"]}
    return {**codes, **lists["signs"], **{word: code for code, spelled in lists["words"].items() for word in spelled}}
