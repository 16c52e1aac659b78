"""Patterns of currency signs and units, made from the lexicon once."""

import re
from functools import cache

from workbench.extraction.lexicon import meanings, table


def any_of(spellings: "list[str]") -> str:
    """A pattern for any of these, longest first, blanks as any white space."""
    ordered = sorted(spellings, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(word) for word in spelling.split()) for spelling in ordered)


_CODES = [code for code in table("currencies")["words"] if code.isupper()]
# A lone letter or a code counts as a sign only where no other letter stands before it.
SIGN_BEFORE = rf"(?:(?<![A-Za-z])(?:{any_of([*table('currencies')['signs'], *_CODES])}))"
UNIT_BETWEEN = r"%|percent|per\s+cent|°\s?[CF]?|(?:million|billion|trillion|bn|m|k)\b|" + any_of(
    [w for w in [*meanings("units", "duration"), *meanings("units", "physical")] if len(w) > 1]
)


@cache
def currency_of() -> dict[str, str]:
    """ISO 4217 code by sign, code and word (words in lower case)."""
    lists = table("currencies")
    codes = {code: code for code in lists["words"]}
    return {**codes, **lists["signs"], **{word: code for code, spelled in lists["words"].items() for word in spelled}}
