"""Cutting a text under its claims: every character once, every claim whole, however the claims lie."""

import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.reports.marking import heights, pieces

TEXT = st.text(alphabet="ab \n\u05d0", min_size=1, max_size=60)


@st.composite
def marked_texts(draw):
    text = draw(TEXT)
    offsets = st.integers(0, len(text) - 1)
    starts = draw(st.lists(offsets, max_size=8))
    return text, [(start, draw(st.integers(start + 1, len(text)))) for start in starts]


@given(marked_texts())
def test_no_character_but_the_gaps_between_paragraphs_is_lost(marked):
    text, spans = marked
    joined = "".join(piece.text for row in pieces(text, spans) for piece in row)
    assert joined.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(marked_texts())
def test_the_pieces_of_a_claim_are_its_words(marked):
    text, spans = marked
    rows = pieces(text, spans)
    gaps = {offset for gap in re.finditer(r"\n(?:[ \t]*\n)+", text) for offset in range(*gap.span())}
    for place, (start, end) in enumerate(spans):
        words = "".join(piece.text for row in rows for piece in row if place in piece.under)
        assert words == "".join(text[offset] for offset in range(start, end) if offset not in gaps)


@given(marked_texts())
def test_each_claim_that_shows_ends_once_on_its_last_piece(marked):
    text, spans = marked
    flat = [piece for row in pieces(text, spans) for piece in row]
    for place in range(len(spans)):
        under = [n for n, piece in enumerate(flat) if place in piece.under]
        ends = [n for n, piece in enumerate(flat) if place in piece.ends]
        assert ends == under[-1:]


@given(marked_texts())
def test_two_claims_over_the_same_words_never_share_a_line(marked):
    _, spans = marked
    found = heights(spans)
    for i, (start, end) in enumerate(spans):
        for j in range(i):
            if spans[j][0] < end and start < spans[j][1]:
                assert found[i] != found[j]


def test_nested_claims_stand_outermost_first_and_end_innermost_first():
    text = "he said 30 leaders"
    (row,) = pieces(text, [(0, 18), (8, 18), (8, 10)])
    assert [(piece.text, piece.under, piece.ends) for piece in row] == [
        ("he said ", (0,), ()),
        ("30", (0, 1, 2), (2,)),
        (" leaders", (0, 1), (1, 0)),
    ]


def test_crossing_claims_are_split_where_they_cross():
    (row,) = pieces("abcdef", [(0, 4), (2, 6)])
    assert [(piece.text, set(piece.under)) for piece in row] == [("ab", {0}), ("cd", {0, 1}), ("ef", {1})]


def test_a_claim_over_two_paragraphs_goes_on_in_the_second():
    rows = pieces("one two\n\nthree four", [(4, 14)])
    assert [[(piece.text, piece.under, piece.ends) for piece in row] for row in rows] == [
        [("one ", (), ()), ("two", (0,), ())],
        [("three", (0,), (0,)), (" four", (), ())],
    ]


def test_a_span_outside_an_erased_text_is_left_out():
    assert pieces("", [(0, 5)]) == []
    assert [piece.text for row in pieces("ab", [(1, 9)]) for piece in row if piece.under] == ["b"]
