"""What stands behind a figure and belongs to it: "30 boats" "found in Riga", "three weeks" "after mayor resigned"."""

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.labels import clauses, counted, decided
from workbench.extraction.labels.phrases import behind, complements, noun
from workbench.extraction.labels.pieces import Spot, fitting
from workbench.extraction.labels.retelling import MOST_INNER, clause, linked
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, Passage

MOST_BEHIND = 5
"""Most words of what hangs on the figure's noun by prepositions."""
MOST_PLACED = 7
"""Most words of a clause that belongs to a rank."""


def behind_figure(candidate: Candidate, spot: Spot, anchor: int) -> tuple[str, int]:
    """What stands behind the figure and belongs to it, and the token by which both hang on their clause."""
    if candidate.kind is Kind.MEASURE:
        if placed := counted.placed(candidate, spot):
            return placed, anchor
        if (found := _reckoned_from(spot, anchor))[0]:
            return found
    if candidate.unit == "vote" and (side := decided.side(spot, anchor)):
        return side, anchor
    if candidate.kind is Kind.RANK and (told := _placed_among(spot, anchor, MOST_PLACED)):
        return told, anchor
    inner = [part for token in sorted({anchor, *spot.own}) for part in complements(spot, token, 0)]
    counted_or_paid = candidate.noun or candidate.kind is Kind.MONEY
    if counted_or_paid and not inner and (told := _told_of(spot, anchor)):
        return told, anchor
    return fitting(inner, MOST_BEHIND), anchor


def receiver(spot: Spot, thing: int) -> str:
    """Whom a sum is for, by name: "for Ukraine" behind "$2 billion aid"; empty where nobody named gets it."""
    given = (part.text for part in complements(spot, thing, 0) if part.text.startswith(("for ", "to ")))
    return next((text for text in (*given, _given(spot, thing)) if text.partition(" ")[2][:1].isupper()), "")


def _given(spot: Spot, thing: int) -> str:
    """Whom the clause's verb gives the sum: "gives Ukraine" "$2 billion in aid"."""
    passage, verb = spot.passage, clauses.verb_over(spot.passage, thing)
    whom = passage.child(verb, "dative") if verb is not None and passage.child(verb, "dobj") in spot.own else None
    return f"for {noun(spot, whom)}" if whom is not None and passage.tags[whom] in NOUNS else ""


def _placed_among(spot: Spot, anchor: int, room: int) -> str:
    """The clause that says among what something is first: "largest telescope ever" "sent into space"."""
    passage, own = spot.passage, spot.own
    below = sorted({c for t in (anchor, *own) for c in passage.children[t]} - own)
    inner = [c for c in below if passage.deps[c] in ("relcl", "acl", "ccomp") and not _is_timed(passage, c)]
    told = [part for child in inner for part in clause(spot, child) if part.place > anchor]
    return fitting(told, room)


def _is_timed(passage: Passage, verb: int) -> bool:
    """Whether the clause only says when: "the largest" "when it opens"."""
    return any(passage.tags[child] == "WRB" for child in passage.children[verb])


def _told_of(spot: Spot, thing: int) -> str:
    """The relative clause that says which things are counted: "who voted for it", "that left pact", "found in Riga"."""
    passage = spot.passage
    for verb in passage.children[thing]:
        pronoun = passage.child(verb, "nsubj", "nsubjpass")
        relative = passage.deps[verb] == "relcl" and pronoun is not None and passage.tags[pronoun] in ("WDT", "WP")
        if verb < thing or not (relative or (passage.deps[verb] == "acl" and passage.tags[verb] in ("VBN", "VBG"))):
            continue
        inner = Spot(spot.scene, passage, spot.own | {thing})
        found = [part for part in clause(inner, verb) if part.place >= verb and part.rank < MOST_INNER]
        # "Totaling" of "two bills totaling $5 million" says nothing.
        cut = len(found) == 1 and passage.child(verb, "dobj") is not None
        if not cut and (told := fitting(found, MOST_INNER)):
            bare = told.startswith(passage.lower[verb]) and _is_helped_by_be(passage, verb)
            return f"{passage.lower[pronoun]} {told}" if relative and pronoun is not None and not bare else told
    return ""


def _is_helped_by_be(passage: Passage, verb: int) -> bool:
    """As in "men" "who were arrested", "who are backing it": a label says "arrested", "backing it"."""
    helping = [c for c in passage.children[verb] if passage.deps[c] in ("aux", "auxpass")]
    return any(passage.lower[c] in words("labels", "forms_of_be") for c in helping)


def _reckoned_from(spot: Spot, anchor: int) -> tuple[str, int]:
    """What a length of time is reckoned from, "three weeks" "after mayor resigned", and the token that both hang on."""
    passage, link = spot.passage, max(spot.own, default=anchor) + 1
    if link < len(passage) and passage.lower[link] in ("left", "remaining"):
        told = [part for inner in passage.children[link] for part in linked(spot, inner, ())]
        return f"{passage.lower[link]} {fitting(told, MOST_INNER)}".strip(), anchor
    if link >= len(passage) or passage.lower[link] not in ("after", "before", "since", "until"):
        return "", anchor
    thing, verb = passage.child(link, "pobj"), passage.heads[link]
    if thing is not None:
        return fitting(list(behind(spot, link, thing, 0, ())), MOST_INNER), anchor
    if passage.deps[link] != "mark" or verb < link:
        return "", anchor
    found = [part for part in clause(spot, verb) if part.place > link and part.rank < MOST_INNER]
    if not any(part.place < verb for part in found):
        return "", anchor
    return f"{passage.lower[link]} {fitting(found, MOST_INNER - 1)}", passage.heads[verb]
