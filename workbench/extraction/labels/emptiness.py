"""Whether "it" stands for nothing named: "it emerged that …", "it is hard to say", "it was in May that …"."""

from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import VERBS, Passage

_ONWARD = ("ccomp", "xcomp", "csubj", "advcl", "acl", "relcl")
_TIMES = ("DATE", "TIME")


def is_empty(passage: Passage, token: int) -> bool:
    """Whether the "it" at this token only holds the place of what is told behind it, or of a time or weather."""
    if passage.lower[token] != "it" or token + 1 >= len(passage):
        return False
    verb = passage.heads[token]
    if _holds_place(passage, token, verb):
        return True
    if passage.deps[token] not in ("nsubj", "nsubjpass") or passage.tags[verb] not in VERBS:
        return False
    if passage.lower[verb] in words("labels", "forms_of_be"):
        return _says_of_clause(passage, verb)
    if passage.lower[verb : verb + 2][1:] in (["like"], ["as"]) and passage.lower[verb] in words("labels", "emerges"):
        return True
    told = passage.child(verb, "ccomp", "csubj")
    passive = passage.deps[token] == "nsubjpass" and told is not None
    return (told is not None and passage.lower[verb] in words("labels", "emerges")) or passive


def _holds_place(passage: Passage, token: int, verb: int) -> bool:
    """As in "made it hard to leave", "let it be known"."""
    made = passage.lower[max(0, token - 1)] in words("labels", "makes")
    return made and (passage.tags[token + 1] in ("JJ", "JJR") or passage.lower[verb] in ("known", "clear"))


def _says_of_clause(passage: Passage, verb: int) -> bool:
    """As in "it is up to Lund", "it is important to leave", "it was Lund who left", "it is time".

    "It has been two years since".
    """
    if passage.lower[verb + 1 : verb + 3] == ["up", "to"]:
        return True
    state, what = passage.child(verb, "acomp"), passage.child(verb, "attr")
    if state is not None:
        onward = any(passage.deps[c] in _ONWARD and c > state for at in (verb, state) for c in passage.children[at])
        told = any(passage.deps[c] == "ccomp" for at in (verb, state) for c in passage.children[at] if c > state)
        # "It is likely to close" is of a thing, "it is likely that it will" of nothing.
        return onward and (told or passage.lower[state] not in words("labels", "raising"))
    if what is None:
        return passage.child(verb, "ccomp") is not None
    onward = any(passage.deps[c] in ("relcl", "ccomp", "acl", "advcl") and c > what for c in passage.children[what])
    timed = passage.lower[what] in words("labels", "times") or passage.entity_of[what] in _TIMES
    duty = passage.lower[what] in words("labels", "duties")
    if duty and any(passage.tags[c] in VERBS for c in passage.children[what]):
        return True
    named = passage.tags[what] in ("NNP", "NNPS", "PRP")
    bare = passage.tags[what] in ("NN", "NNS") and passage.child(what, "det", "poss", "nummod") is None
    clause = passage.child(what, "relcl")
    # "It is voters who decide."
    cleft = bare and clause is not None and passage.child(clause, "nsubj", "nsubjpass") is not None
    known = cleft or passage.entity_of[what] == "PERSON"
    return timed or known or (named and (onward or passage.child(verb, "advcl", "ccomp", "relcl") is not None))


def holds_place(passage: Passage, verb: int, subject: int) -> bool:
    """Whether "it" stands for nothing named: "it took two years to build the bridge", "it is likely that …"."""
    onward = passage.child(verb, "xcomp", "ccomp", "advcl")
    plain = passage.lower[verb] in words("labels", "empty") or passage.lower[verb] in words("labels", "lasts")
    state = passage.child(verb, "acomp")
    if (
        state is not None
        and passage.lower[state] in words("labels", "raising")
        and passage.child(verb, "ccomp") is None
    ):
        # "It is likely to close."
        return False
    return passage.lower[subject] == "it" and plain and onward is not None and onward > verb
