import pytest

from workbench.domain.searching import LONGEST, fold, searchable, terms


@pytest.mark.parametrize(
    "typed", ["$13.6bn", "13.6 billion", "US$13.6 billion", "13,600 million", "13600000000", "13.6b"]
)
def test_a_figure_is_found_however_it_is_written(typed):
    assert terms(typed)[-1].ways[0] == ["n13600000000"]
    assert "n13600000000" in searchable([f"It costs {typed} a year."], []).split()


@pytest.mark.parametrize(
    ("text", "words"), [("Zürich’s ÉCOLE", ["zurich", "s", "ecole"]), ("", []), ("\0 ' \" * -", [])]
)
def test_words_are_folded_to_letters_and_digits(text, words):
    assert fold(text) == words


def test_what_is_searched_and_typed_is_bounded():
    assert len(searchable([f"word{n} " for n in range(9_000)])) <= LONGEST
    assert len(terms("a b " * 200)) == 12
    assert max(map(len, fold("A" * 10_000))) == 60
