from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.reader.layout import Marked, Piece, paragraphs

TEXT = st.text(alphabet="ab é😀ש\n", min_size=1, max_size=60)


@st.composite
def marked_text(draw: st.DrawFn) -> tuple[str, tuple[Marked, ...]]:
    text = draw(TEXT)
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=8))
    return text, tuple(Marked(n, min(p), max(p)) for n, p in enumerate(pairs) if p[0] != p[1])


def strings(pieces: list[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else strings(piece["k"]) for piece in pieces)


def of_claim(pieces: list[Piece], claim: int) -> list[dict[str, object]]:
    found = []
    for piece in pieces:
        if not isinstance(piece, str):
            found += [piece] if piece["c"] == claim else of_claim(piece["k"], claim)
    return found


@given(marked_text())
def test_no_character_of_the_story_is_lost(given_: tuple[str, tuple[Marked, ...]]) -> None:
    text, marked = given_
    assert "".join(strings(pieces) for pieces in paragraphs(text, marked)) == text


@given(marked_text())
def test_the_pieces_of_a_claim_joined_are_its_words_and_know_where_it_begins_and_ends(
    given_: tuple[str, tuple[Marked, ...]],
) -> None:
    text, marked = given_
    cut = paragraphs(text, marked)
    for claim, start, end in marked:
        pieces = [piece for one in cut for piece in of_claim(one, claim)]
        assert "".join(strings(piece["k"]) for piece in pieces) == text[start:end]
        assert [bool(piece.get("f")) for piece in pieces] == [True] + [False] * (len(pieces) - 1)
        assert [bool(piece.get("l")) for piece in pieces] == [False] * (len(pieces) - 1) + [True]


def test_a_claim_inside_another_nests() -> None:
    outer, inner = Marked(1, 0, 20), Marked(2, 4, 14)
    assert paragraphs("The 30 leaders meet.", (inner, outer)) == [
        [{"c": 1, "f": 1, "l": 1, "k": ["The ", {"c": 2, "f": 1, "l": 1, "k": ["30 leaders"]}, " meet."]}]
    ]


def test_a_claim_that_crosses_another_goes_on_beside_it() -> None:
    assert paragraphs("abcdef", (Marked(1, 0, 4), Marked(2, 2, 6))) == [
        [{"c": 1, "f": 1, "l": 1, "k": ["ab", {"c": 2, "f": 1, "k": ["cd"]}]}, {"c": 2, "l": 1, "k": ["ef"]}]
    ]


def test_a_claim_over_the_end_of_a_paragraph_has_a_piece_in_each() -> None:
    assert paragraphs("ab\n\ncd", (Marked(7, 1, 5),)) == [
        ["a", {"c": 7, "f": 1, "k": ["b\n\n"]}],
        [{"c": 7, "l": 1, "k": ["c"]}, "d"],
    ]


def test_a_story_without_claims_is_its_paragraphs() -> None:
    assert paragraphs("one\n\ntwo\nthree", ()) == [["one\n\n"], ["two\nthree"]]
