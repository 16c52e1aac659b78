"""First names, whatever their accents and case."""

import pytest

from workbench.extraction.grammar.first_names import gender_of, is_first_name


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Sven", "he"),
        ("SIGRID", "she"),
        ("José", "he"),
        ("Zoë", "she"),
        ("Øyvind", None),
        ("Łukasz", "he"),
        ("Chen", None),
    ],
)
def test_gender(word: str, gender: str | None) -> None:
    assert gender_of(word) == gender


@pytest.mark.parametrize(("word", "listed"), [("Chen", True), ("Renée", True), ("Harbour", False), ("", False)])
def test_listed(word: str, listed: bool) -> None:
    assert is_first_name(word) is listed
