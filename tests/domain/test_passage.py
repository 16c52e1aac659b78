import pytest

from workbench.domain.passage import find

PAGE = (
    "“We meet,” he said — in\nBrussels —\n\nbecause this war  concerns every ally.\u00a0It's near (C++) and 5.5* more."
)


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("this war concerns every ally", ["this war  concerns every ally"]),
        ('"We meet," he said - in Brussels', ["“We meet,” he said — in\nBrussels"]),
        ("ally. It’s near", ["ally.\u00a0It's near"]),
        ("near (C++) and 5.5* more.", ["near (C++) and 5.5* more."]),
        ("We meet […] because this war ... every ally", ["We meet", "because this war", "every ally"]),
        ("every ally … We meet", []),
        ("We meet … of …", []),
        ("This war concerns", []),
        ("", []),
        (" \n ", []),
        ("…", []),
    ],
)
def test_words_are_found_however_their_blanks_and_marks_are_written(words, pieces):
    assert [PAGE[start:end] for start, end in find(PAGE, words)] == pieces


def test_a_long_passage_is_found_in_a_long_page():
    words = "“quoted” words " * 1_300
    assert find("x " * 400_000 + words.replace(" ", "\n"), words)[0][0] == 800_000
