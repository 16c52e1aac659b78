"""Countries by every word for them: "Iran" and "Iranian" are one."""

import re
from functools import cache

from workbench.extraction.lexicon import meanings, table


@cache
def _countries() -> dict[str, str]:
    return {spelling.lower(): country for spelling, country in meanings("nations", "adjectives").items()}


def country_of(name: str) -> str | None:
    """The country that a name or an adjective stands for; None where it stands for none that is listed."""
    return _countries().get(name.lower())


def adjective_of(country: str) -> str:
    """The adjective of a listed country: "South Korea" → "South Korean"."""
    return str(table("nations")["adjectives"][country][0])


def states_in(text: str) -> set[str]:
    """The American states that a text names in full, in small letters."""
    return set(_states().findall(text.lower()))


@cache
def _states() -> re.Pattern[str]:
    longest_first = sorted(table("nations")["states"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first).lower()})\b")
