"""Nouns in the singular and in the plural."""

import pytest

from workbench.extraction.grammar.nouns import plural, singular


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("country", "countries"),
        ("day", "days"),
        ("match", "matches"),
        ("person", "people"),
        ("fireman", "firemen"),
        ("German", "Germans"),
        ("series", "series"),
    ],
)
def test_plural_and_back(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one.lower()
