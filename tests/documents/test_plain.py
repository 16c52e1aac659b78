import pytest

from tests.documents.stories import STORY, reading

BODY = "\n\n".join(STORY)


def test_a_first_short_line_is_the_title_and_leaves_the_text() -> None:
    found = reading(f"Ferry line approved\n\n{BODY}".encode(), "ferry.txt")
    assert (found.title, found.origins["title"], found.text) == ("Ferry line approved", "first line", BODY)
    assert found.guesses == []


@pytest.mark.parametrize(
    "first",
    [
        "The board voted on Tuesday.",
        "These are the figures:",
        "13 – 6",
        "Words " * 40 + "without a stop",
        "Ferry line approved\nRegion pays half",
    ],
)
def test_other_first_lines_stay_in_the_text(first: str) -> None:
    found = reading(f"{first}\n\n{BODY}".encode(), "ferry_line.txt")
    assert found.text.startswith(first.strip())
    assert (found.title, found.origins["title"], found.guesses) == ("ferry line", "file name", ["title"])


def test_a_text_of_one_line_is_no_title() -> None:
    assert reading(b"Ferry line approved", "a.txt").text == "Ferry line approved"


@pytest.mark.parametrize("name", ["", "-", "pasted"])
def test_text_without_a_file_is_untitled(name: str) -> None:
    found = reading(BODY.encode(), name)
    assert (found.title, found.guesses) == ("Untitled", ["title"])


@pytest.mark.parametrize("name", ["folder/ferry.txt", "C:\\folder\\ferry.txt"])
def test_only_the_last_part_of_a_path_is_the_title(name: str) -> None:
    assert reading(BODY.encode(), name).title == "ferry"
