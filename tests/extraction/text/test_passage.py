"""What rules ask of a parsed passage, held on any tree and not on what the parser makes alone."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.claim import Stretch
from workbench.extraction.text.passage import Passage


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """For each token its head, in any order of words: roots are their own heads, and there may be several."""
    order = draw(st.permutations(range(draw(st.integers(1, 30)))))
    heads = [0] * len(order)
    for place, token in enumerate(order):
        heads[token] = draw(st.sampled_from([token, *order[:place]]))
    return heads


@given(trees())
def test_a_subtree_reaches_from_the_first_to_the_last_token_under_it(heads: list[int]) -> None:
    count = len(heads)
    passage = Passage(
        inside=Stretch.TEXT,
        offset=0,
        text="a " * count,
        words=["a"] * count,
        starts=list(range(0, 2 * count, 2)),
        tags=["NN"] * count,
        deps=["dep"] * count,
        heads=heads,
        entities=[],
        sentences=[(0, count)],
    )
    for token in range(count):
        under = [other for other in range(count) if other == token or token in passage.ancestors(other)]
        assert passage.subtree(token) == (min(under), max(under) + 1)
