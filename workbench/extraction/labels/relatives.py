"""What a relative clause tells of the noun before it: its object, or where it was."""

from collections.abc import Collection, Iterator

from workbench.extraction.labels.clauses import stands_for, subject_of
from workbench.extraction.labels.phrases import noun, parts
from workbench.extraction.labels.pieces import Part, Spot
from workbench.extraction.text.passage import VERBS, Passage


def described(spot: Spot, verb: int, path: Collection[int]) -> Iterator[Part]:
    """The noun that a relative clause describes, as its object or place: "Riga, where two died" gives "in Riga".

    Of "an order that Lund intends to sign" it is what she will sign.
    """
    passage, top = spot.passage, _top(spot.passage, verb)
    if passage.deps[top] != "relcl":
        return
    noun_above = passage.heads[top]
    inside = [child for at in dict.fromkeys((verb, top)) for child in passage.children[at]]
    below = [c for child in inside for c in (child, *passage.children[child])]
    relative = (c for c in below if passage.tags[c] in ("WRB", "WDT", "WP", "WP$"))
    pronoun = next((c for c in relative if stands_for(passage, c) != c), None)
    where = pronoun is not None and passage.lower[pronoun] == "where"
    if where and noun_above not in spot.own and (name := noun(spot, noun_above)):
        link = "at" if passage.entity_of[noun_above] == "ORG" else "in"
        yield Part(verb + 1, -1 if noun_above in path else 2, f"{link} {name}")
    subject = passage.child(top, "nsubj", "nsubjpass")
    if where or subject is None or passage.tags[subject] in ("WDT", "WP"):
        return
    thing = passage.child(verb, "dobj")
    done_to = passage.tags[thing] in ("WDT", "WP", "IN") if thing is not None else pronoun is None
    if done_to and subject_of(passage, verb) != noun_above:
        yield from (part.moved(verb + 1) for part in parts(spot, noun_above, 1, path))


def _top(passage: Passage, verb: int) -> int:
    """The verb that leads to this one: "intends" in "intends to sign"."""
    while passage.deps[verb] == "xcomp" and passage.tags[passage.heads[verb]] in VERBS:
        verb = passage.heads[verb]
    return verb
