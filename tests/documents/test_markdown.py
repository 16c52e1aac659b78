from tests.documents.stories import reading

STORY = """---
title: "Ferry line approved"
author: Ilse Brandt
date: 2022-03-15
url: https://news.example/ferry
layout: post
---
# Ferry line approved

The board [approved](https://x.example "t") a **new** line
on `Tuesday` & more.

1. Boats: 3
2. Crews:
   - day: 6
   - night: 2

| Year | Riders |
| ---- | ------ |
| 2021 | 431    |

> “It took years”, she said.

<div onclick="x()">Inside a box</div>
"""


def test_the_words_stay_and_the_marks_go() -> None:
    assert reading(STORY.encode(), "ferry.md").text == (
        "The board approved a new line on Tuesday & more.\n\nBoats: 3\nCrews:\nday: 6\nnight: 2\n\n"
        "Year | Riders\n2021 | 431\n\n“It took years”, she said.\n\nInside a box"
    )


def test_front_matter_gives_the_fields() -> None:
    found = reading(STORY.encode(), "ferry.md")
    assert (found.title, found.author, str(found.published), found.url) == (
        "Ferry line approved",
        "Ilse Brandt",
        "2022-03-15",
        "https://news.example/ferry",
    )
    assert set(found.origins.values()) == {"front matter"}
    assert found.guesses == []


def test_a_first_heading_is_the_title() -> None:
    found = reading(b"# Ferry *line*\n\nThe board voted 5 to 4 on it.", "x.md")
    assert (found.title, found.origins["title"], found.text) == (
        "Ferry line",
        "heading",
        "The board voted 5 to 4 on it.",
    )


def test_an_address_that_is_none_is_not_taken() -> None:
    found = reading(b"---\nurl: javascript:alert(1)\ndate: someday\n---\n\nThe board voted.", "x.md")
    assert (found.url, found.published) == (None, None)


def test_unfinished_front_matter_is_text() -> None:
    assert reading(b"---\ntitle: x\n\nThe board voted.", "x.md").origins["title"] == "first line"
