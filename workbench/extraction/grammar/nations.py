"""Countries by every word for them: "Iran" and "Iranian" are one."""

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
