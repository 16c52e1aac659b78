"""The pieces of a label: which of them fit, and which go only together."""

from workbench.extraction.labels.pieces import Part, fitting, shorter

WHO, DID = Part(0, 0, "Lund"), Part(1, 0, "left")


def test_what_tells_more_of_a_noun_goes_with_it() -> None:
    after, whose = Part(2, 2, "after long and bitter dispute"), Part(5, 3, "of dockers", under=2)
    assert fitting([WHO, DID, after, whose], 9) == "Lund left after long and bitter dispute of dockers"
    assert fitting([WHO, DID, after, whose], 5) == "Lund left"


def test_what_tells_more_of_the_figure_itself_needs_nothing() -> None:
    assert fitting([Part(5, 3, "of dockers", under=2)], 4) == "of dockers"


def test_what_stands_right_behind_the_verb_or_completes_it_can_not_be_spared() -> None:
    near, far, to = Part(2, 2, "in hall"), Part(4, 2, "near harbour"), Part(6, 2, "to pay")
    assert list(shorter([WHO, DID, near, far, to])) == [[WHO, DID, near, far, to], [WHO, DID, near, to]]


def test_what_hangs_on_a_part_is_spared_with_it() -> None:
    past, far, of = Part(3, 3, "past pier"), Part(4, 2, "near harbour"), Part(5, 3, "of dockers", under=4)
    found = list(shorter([WHO, DID, far, of, past]))
    assert [WHO, DID, past] in found
    assert found[-1] == [WHO, DID]
