import pytest

from tests.documents.stories import STORY, page, reading, refusal

META = (
    '<title>Ferry line approved | Harbour Post</title><meta property="og:site_name" content="Harbour Post">'
    '<meta name="author" content="Ilse Brandt"><link rel="canonical" href="https://post.example/ferry">'
)


def test_what_the_page_says_of_itself_gives_the_fields() -> None:
    head = META + '<meta property="article:published_time" content="2022-03-15T23:30:00-05:00">'
    found = reading(page(*STORY, head=head), "ferry.html")
    assert (found.title, found.author, found.publisher) == ("Ferry line approved", "Ilse Brandt", "Harbour Post")
    assert (str(found.published), found.url) == ("2022-03-15", "https://post.example/ferry")
    assert set(found.origins.values()) == {"page metadata"}
    assert found.guesses == []
    assert found.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "head",
    [
        '<meta itemprop="datePublished" content="2022-03-15">',
        '<meta name="DC.date.issued" content="2022-03-15">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-03-15T10:00:00Z"}</script>',
    ],
)
def test_a_day_that_the_page_names_is_no_guess(head: str) -> None:
    found = reading(page(*STORY, head=head), "ferry.html")
    assert (str(found.published), found.guesses) == ("2022-03-15", [])


def test_a_day_found_in_the_address_is_a_guess() -> None:
    found = reading(page(*STORY), "", url="https://post.example/2022/03/15/ferry.html")
    assert (str(found.published), found.guesses) == ("2022-03-15", ["published"])
    assert found.origins["published"] == "text or address of the page"


def test_lists_and_tables_keep_their_lines() -> None:
    more = "<ul><li>The region pays half</li><li>The town pays half</li></ul>"
    found = reading(page(*STORY).replace(b"</article>", f"{more}</article>".encode()), "ferry.html")
    assert found.text.endswith(f"{STORY[1]}\n\n- The region pays half\n- The town pays half")


def test_a_brief_keeps_its_blocks_apart() -> None:
    brief = "<h2>In June</h2><table><tr><th>Year</th><th>Riders</th></tr><tr><td>2021</td><td>431</td></tr></table>"
    made = page("The board voted 5 to 4 for the ferry.").replace(
        b"</article>", f"{brief}<p>It sails.</p></article>".encode()
    )
    assert reading(made, "ferry.html").text == (
        "The board voted 5 to 4 for the ferry.\n\nIn June\n\nYear | Riders\n2021 | 431\n\nIt sails."
    )


def test_scripts_menus_and_feet_are_no_part_of_the_story() -> None:
    found = reading(page(*STORY, head="<script>alert(1)</script>"), "ferry.html")
    assert not {"alert", "Home", "All rights"} & set(found.text.split())
    assert "alert" not in found.text


def test_a_page_without_a_story_says_so() -> None:
    told = refusal(b"<!doctype html><html><head><title></title></head><body></body></html>", "x.html")
    assert told == "x.html is a page without a story that could be found. Copy its text and paste it instead"


def test_deep_nesting_is_read_or_refused() -> None:
    deep = "<div>" * 20_000 + STORY[0] + "</div>" * 20_000
    assert refusal(f"<!doctype html><html><body>{deep}</body></html>".encode(), "x.html").startswith("x.html ")


def test_entities_of_its_own_are_not_expanded() -> None:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{names}]>'.encode() + page(f"{STORY[0]} &e11;")[15:]
    assert len(reading(data, "x.html").text) < 1000
