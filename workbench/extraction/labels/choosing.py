"""The choice among labels: with more or less of the clause, or with the noun alone that the figure hangs on."""

from collections.abc import Callable

from workbench.extraction.labels import clauses
from workbench.extraction.labels.brackets import Brackets
from workbench.extraction.labels.phrases import parts
from workbench.extraction.labels.pieces import Part, Spot, fitting, shorter, size

LEAST_HUNG = 3
"""Least words of a noun that is told without its clause."""
LESS = 0.7
"""What a label gains with such a noun of what its words gain: that somebody does something reads better."""


def hung_on(spot: Spot, anchor: int) -> list[Part]:
    """The noun that the figure hangs on: "loss in sales" of "a loss in sales last year".

    None for a name, for the other of two things in a row, nor in a clause that denies or doubts what it tells.
    """
    passage = spot.passage
    verb = clauses.verb_over(passage, anchor)
    path = clauses.path_to(passage, anchor, verb, spot.own)
    unsure = verb is not None and (passage.child(verb, "neg") is not None or clauses.is_open(passage, verb))
    named = not path or passage.tags[path[0]] in ("NNP", "NNPS") or passage.deps[anchor] == "conj"
    return [] if named or unsure else list(parts(spot, path[0], 0, path))


def fullest(told: list[list[Part]], more: Brackets | None, joined: Callable[[str], str], room: int) -> str:
    """The label that gains most, with more or less of the clause in it, and with what stands behind it in brackets.

    Behind the clause may stand in `told` a noun that the label can tell in its place.
    """
    found, *other = told
    if more is None:
        return joined(fitting(found, room))

    def written(parts: list[Part]) -> str:
        label = joined(fitting(parts, room))
        return label + more.behind(label)

    clause = max(map(written, shorter(found)), key=more.gain)
    nouns = [written(noun) for noun in other if size(fitting(noun, room)) >= LEAST_HUNG]
    return max([clause, *nouns], key=lambda label: more.gain(label) * (1 if label == clause else LESS))
