"""Where quotation marks open and close, also where they are typed wrongly."""

import pytest

from workbench.extraction.text.quotemarks import marked

CASES = [
    pytest.param('"A," said Lund. "B."', ["A,", "B."], [], id="straight"),
    pytest.param("“A,“ said Lund. “B.“", ["A,", "B."], [], id="opening marks that close"),
    pytest.param("”The boats are old,” said Lund.", ["The boats are old,"], [], id="a closing mark that opens"),
    pytest.param('The app is for “old boats at sea. "It only shows them.', ["old boats at sea."], [], id="astray"),
    pytest.param("“It is old,’’ Lund said. “Sell it.’’", ["It is old,", "Sell it."], [], id="two apostrophes"),
    pytest.param("`` It is old , '' Lund said . `` Sell it . ''", ["It is old ,", "Sell it ."], [], id="two accents"),
    pytest.param(
        '"In the plan, "Ships of Fog," he said the "slow boats" would sink."',
        ['In the plan, "Ships of Fog," he said the "slow boats" would sink.'],
        ["Ships of Fog,", "slow boats"],
        id="within marks of the same shape",
    ),
    pytest.param(
        "“They told us ‘go home at once’ and we went.”",
        ["They told us ‘go home at once’ and we went."],
        ["go home at once"],
        id="single within double",
    ),
    pytest.param(
        '"We sold it. It was old. "We would sell it again," Lund said.',
        ["We sold it. It was old.", "We would sell it again,"],
        [],
        id="two paragraphs joined",
    ),
    pytest.param(
        '"We sold it, said Anna Lund, a sailor. "It was old."', ["It was old."], [], id="a closing mark forgotten"
    ),
    pytest.param("We never saw the boat again,” he said.", ["We never saw the boat again,"], [], id="opened before"),
    pytest.param("Lund: We never saw the boat again.”", ["We never saw the boat again."], [], id="a transcript"),
    pytest.param("‘We never saw the boat again,” he said.", ["We never saw the boat again,"], [], id="half a mark"),
    pytest.param('The plank is 6" wide, "and far too thin".', ["and far too thin"], [], id="inches"),
    pytest.param('<a class="x" href="y">Lund</a> said "no".', ["no"], [], id="code"),
]


@pytest.mark.parametrize(("text", "outer", "inner"), CASES)
def test_the_insides_of_marks(text: str, outer: list[str], inner: list[str]) -> None:
    found = marked(text)
    assert [text[low:high] for low, high in found.outer] == outer
    assert [text[low:high] for low, high in found.inner] == inner
