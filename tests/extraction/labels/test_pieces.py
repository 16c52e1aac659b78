"""The pieces of a label: which of them fit, and which go only together."""

from workbench.extraction.labels.pieces import Part, fitting

WHO, DID = Part(0, 0, "Lund"), Part(1, 0, "left")


def test_what_tells_more_of_a_noun_goes_with_it() -> None:
    after, whose = Part(2, 2, "after long and bitter dispute"), Part(5, 3, "of dockers", under=2)
    assert fitting([WHO, DID, after, whose], 9) == "Lund left after long and bitter dispute of dockers"
    assert fitting([WHO, DID, after, whose], 5) == "Lund left"


def test_what_tells_more_of_the_figure_itself_needs_nothing() -> None:
    assert fitting([Part(5, 3, "of dockers", under=2)], 4) == "of dockers"


def test_a_part_leaves_room_for_what_gains_more_unless_it_stands_right_behind_the_verb() -> None:
    near, far = Part(2, 2, "in hall"), Part(4, 2, "near harbour")
    assert fitting([WHO, DID, near, far], 6, lambda part: 2) == "Lund left in hall"
    assert fitting([WHO, DID, far], 4, lambda part: 2) == "Lund left"
