"""What belongs to the page and not to the story becomes blanks, and everything else stays where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extraction.text import furniture
from workbench.extraction.text.paragraphs import pieces


@pytest.mark.parametrize(
    ("page", "story"),
    [
        (
            "Sen. Karin Voss Karin (Kari) Maria VossHarbour fees rise again 2020 race begins MORE (D-Ohio) said no.",
            "Sen. Karin Voss (D-Ohio) said no.",
        ),
        ("Mayor Lund Hans Erik Lund'Not my port': council MORE, 61, left.", "Mayor Lund, 61, left."),
        ("The port is shut.\n\nADVERTISEMENT\n\nIt was dark.", "The port is shut. It was dark."),
        (
            "The port is shut.\n\nEnlarge this image toggle caption Bo Li/AP Bo Li/AP\n\nIt was dark.",
            "The port is shut. It was dark.",
        ),
        ("The port is shut. (RELATED: Mayor Says Port ‘Safe’) It was dark.", "The port is shut. It was dark."),
        ("Slideshow (12 images)\n\nIt was dark.\n\nCopyright © 2021 The Harbour Courier.", "It was dark."),
        ("3 years ago\n\nThe pier fell. Hide Caption 2 of 14 Photos: The pier", "The pier fell. : The pier"),
        ("( Also on COURIER: Who runs the port?)\n\nIt was dark.", "It was dark."),
    ],
)
def test_a_page_has_blanks_for_its_links(page, story):
    read = furniture.without(page)
    assert len(read) == len(page)
    assert " ".join(read.split()).replace(" ,", ",") == story


@pytest.mark.parametrize(
    "story",
    [
        "Karin Voss and Lund Voss want MORE.",
        "The advertisement ran on Monday.",
        "Just watched the harbour debate: 40 members left.",
        "Advertisement rules\nchanged (see: the port law) on Monday.",
        "Copyright laws changed in 2019.",
        "It opened\n3 years ago, with 12 images.",
        "Hans Lund Hans Lund said he needs MORE boats.",
    ],
)
def test_a_story_stays_as_it_is(story):
    assert furniture.without(story) == story


@given(st.text())
def test_no_character_moves(text):
    read = furniture.without(text)
    assert len(read) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, read, strict=True))


def test_a_sentence_stays_whole_around_its_blanks():
    text = "Mayor Lund Hans LundPort shut" + " fees rise" * 60 + " MORE (D) said the pier was unsafe."
    read = furniture.without(text)
    assert list(pieces(read)) == [(0, len(text))]
