"""What a clause led to: "12 people" were "killed" where "a bus crashed, killing 12 people"."""

from workbench.extraction.labels import clauses
from workbench.extraction.labels.verbs import first_of_row
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, Passage


def result(passage: Passage, anchor: int) -> tuple[str, int] | None:
    """What happened to the thing counted, in a word, and the verb of what led to it; None where no clause says so."""
    place = clauses.standing(passage, anchor)
    verb = passage.heads[place]
    first = first_of_row(passage, verb)
    done_to = passage.tags[anchor] in (*NOUNS, "CD") and passage.deps[place] == "dobj" and passage.tags[verb] == "VBG"
    if not done_to or passage.lower[verb] not in words("labels", "harms") or passage.deps[first] != "advcl":
        return None
    above = passage.heads[first]
    if not above < first or passage.child(first, "mark", "aux", "nsubj") is not None:
        return None
    # The parser hangs it on the main clause: "they examine the tram, which hit a wall, killing two".
    nearer = (t for t in range(first - 1, above, -1) if passage.deps[t] == "relcl")
    return f"{passage.lower[verb][:-3]}ed", next((t for t in nearer if passage.subtree(t)[1] == first - 1), above)
