"""What stands around a figure: its clause, what leads to it there, and where that says nothing the clause above."""

import re

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.labels import clauses, counted, retelling
from workbench.extraction.labels.phrases import parts
from workbench.extraction.labels.pieces import Part, Spot, size
from workbench.extraction.labels.verbs import verb_words
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

MOST_WIDENED = 9
"""Most words of a clause that is told for the sake of one of its nouns."""
MORE = 3
"""The rank from which a clause's parts only add to it."""
_OWNER = re.compile(r"^.*’s? ")


def around(candidate: Candidate, spot: Spot, anchor: int, leads: bool) -> list[Part]:
    """The parts of the clause around the figure; else of the clause above it, the sentence before, or the title."""
    _, passage, own = spot
    verb = clauses.verb_over(passage, anchor)
    path = clauses.path_to(passage, anchor, verb, own)
    ties = words("labels", "ties") if candidate.kind is not Kind.DATE and not leads else frozenset()
    if candidate.kind is Kind.MEASURE:
        ties |= words("labels", "lasts")
    if path and counted.is_age(candidate):
        return _whose_age(spot, path[0], verb)
    on_way = list(parts(spot, path[-1], 0, path)) if path else []
    found = retelling.clause(spot, verb, path, ties) if verb is not None else []
    adverbial = verb is not None and passage.deps[verb] == "advcl" and not clauses.is_reduced(passage, verb)
    if verb is not None and clauses.says_so(passage, verb):
        return retelling.reported(spot, verb)
    doubt = clauses.doubt(passage, verb) if verb is not None and not leads else ""
    own_subject = verb is not None and passage.child(verb, "nsubj", "nsubjpass") is not None
    if verb is not None and adverbial and not own_subject and all(part.place <= verb for part in found):
        above = clauses.verb_over(passage, passage.heads[verb])
        if above is not None:
            found, doubt = retelling.clause(spot, above), ""
    light = not on_way or on_way[0].text in words("labels", "light")
    if not light and not any(_OWNER.sub("", on_way[0].text) in part.text for part in found):
        found = _joined_on(spot, on_way, found) + found
    if verb is not None and passage.deps[verb] == "acl" and not leads:
        found = _widened(spot, verb, found, path)
    if leads or _tells(spot, found):
        return [Part(-1, 0, doubt), *found] if doubt else found
    near = [part for part in found if part.rank < MORE]
    if verb is not None and near and all(is_verb(passage, part) for part in near):
        return _shared(spot, verb) or found
    said = [part for part in found if part.text not in words("labels", "amounts")]
    # "The number fell": neither the number nor that it fell.
    said = said if len(said) == len(found) else [part for part in said if not is_verb(passage, part)]
    return said + _further(spot, anchor, verb, dated=candidate.kind is Kind.DATE)


def _joined_on(spot: Spot, on_way: list[Part], found: list[Part]) -> list[Part]:
    """What leads to the figure with the words that join it to what is told before it: "compared" "to year".

    Empty where no word does, as with a measure or what the parser hangs on a verb by "and".
    """
    passage, first = spot.passage, on_way[0]
    place = clauses.standing(passage, first.place)
    dep, link = passage.deps[place], passage.heads[place]
    if all(part.place > first.place for part in found) or link in spot.own or passage.heads[link] in spot.own:
        return on_way
    if dep == "npadvmod" or passage.deps[first.place] == "appos":
        return []
    if dep == "pobj":
        # "Ahead of", "according to".
        low = link - (passage.heads[link] == link - 1 and passage.tags[link - 1] in ("RB", "IN", "VBG"))
        return [first._replace(text=f"{' '.join(passage.lower[low : link + 1])} {first.text}"), *on_way[1:]]
    if "conj" not in (dep, passage.deps[first.place]):
        return on_way
    beside = max((part for part in found if link < part.place < first.place), key=lambda part: part.place, default=None)
    if beside is None:
        return []
    joined = first._replace(text=f"and {first.text}", rank=max(beside.rank, first.rank), needs=beside.place)
    return [joined, *on_way[1:]]


def _whose_age(spot: Spot, who: int, verb: int | None) -> list[Part]:
    """Who is so old, and what they did where the clause is about them."""
    passage, above = spot.passage, spot.passage.heads[who]
    if passage.deps[who] == "appos" and passage.tags[above] == "NNP":
        who = above
    # That somebody spoke says nothing of who is so old.
    acts = verb is not None and clauses.subject_of(passage, verb) == who and passage.lower[verb] not in speech("clause")
    return retelling.clause(spot, verb) if acts and verb is not None else list(parts(spot, who, 0, ()))


def _widened(spot: Spot, verb: int, found: list[Part], path: list[int]) -> list[Part]:
    """A participle that describes a noun, and before it the clause with that noun: "mayor signed deal" "reached"."""
    passage, described = spot.passage, spot.passage.heads[verb]
    above = clauses.verb_over(passage, described)
    if above is None or above > described or clauses.subject_of(passage, verb) != described:
        return found
    chain = [described, *clauses.path_to(passage, described, above, spot.own)]
    outer = retelling.clause(spot, above, [*path, *chain])
    lead, kept = [part for part in outer if part.rank == 0], [part for part in outer if part.rank < 0]
    inner = [p for p in found if not any(part.text.endswith(p.text) for part in kept)]
    whole = [*lead, *kept, *(part for part in inner if part.rank < MORE)]
    fits = sum(size(part.text) for part in whole) <= MOST_WIDENED
    return [*lead, *kept, *inner] if fits and len(lead) > 1 and len(inner) < len(found) else found


def _tells(spot: Spot, found: list[Part]) -> bool:
    """Whether a noun stands among the parts, and not one like "that number"."""
    said = [part.text for part in found if part.rank < MORE and not is_verb(spot.passage, part)]
    return not {*said} <= words("labels", "amounts")


def is_verb(passage: Passage, part: Part) -> bool:
    """Whether the part is a verb alone: "rose", "to create"."""
    place = part.place % len(passage)
    return passage.tags[place] in VERBS and part.text == verb_words(passage, place)


def _shared(spot: Spot, verb: int) -> list[Part]:
    """The clause that a verb which names nothing adds to, in its own sentence: "fewer got cover", "rising to" 24."""
    passage, above = spot.passage, clauses.verb_over(spot.passage, spot.passage.heads[verb])
    if above in (None, verb) or passage.deps[verb] == "conj" or passage.lower[above] in speech("clause"):
        return []
    found = retelling.clause(spot, above)
    return found if any(passage.tags[part.place % len(passage)] in NOUNS for part in found) else []


def _points_back(passage: Passage, verb: int | None) -> bool:
    """Whether a clause says of something told before what it is: "it was the first", "these are the two"."""
    subject = None if verb is None else passage.child(verb, "nsubj")
    return subject is not None and passage.lower[subject] in words("labels", "pointing")


def _further(spot: Spot, anchor: int, verb: int | None, *, dated: bool) -> list[Part]:
    """The clause above; else what an "it" or "this" points back to, in the sentence before or the title."""
    scene, passage, _ = spot
    above = clauses.verb_over(passage, passage.heads[verb]) if verb is not None else None
    tells = above is not None and not dated and passage.lower[above] in speech("clause")
    if above is not None and above != verb and not tells and (found := retelling.clause(spot, above)):
        return found
    if dated or tells or not _points_back(passage, verb):
        return []
    here = passage.sentence_of[anchor] - 1
    before = [(passage, passage.sentences[here])] if here >= 0 else []
    title = [(p, s) for p in scene.passages[:1] for s in p.sentences[:1] if p is not passage]
    for where, (low, high) in [*before, *title]:
        root = next((t for t in range(low, high) if where.deps[t] == "ROOT"), low)
        other = Spot(scene, where, frozenset())
        top = clauses.told_by(where, clauses.verb_over(where, root))
        found = retelling.clause(other, top) if top is not None else list(parts(other, root, 0, ()))
        if found:
            return found
    return []
