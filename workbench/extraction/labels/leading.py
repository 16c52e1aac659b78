"""The words that a clause's verb hangs on and that change what it tells: nobody who "refused to pay" paid.

Of the clause around "$300" in "the board accused the mayor of taking $300" they are "accused mayor of".
"""

from workbench.extraction.labels.clauses import is_claimed, is_denied, subject_of
from workbench.extraction.labels.phrases import noun
from workbench.extraction.labels.pieces import Spot
from workbench.extraction.labels.verbs import first_of_row, verb_words
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

MOST_LEADING = 3
"""Verbs of a chain that are read: "tried" "to avoid" "having" "to pay"."""


def leading(spot: Spot, verb: int, subject: int | None) -> str:
    """The verbs, adjectives and nouns above a verb, each with whom it is done to and its preposition.

    Empty where they only plan ("plans to close") or say how something was done ("rose by cutting").
    """
    passage, found = spot.passage, list[str]()
    for _ in range(MOST_LEADING):
        verb = first_of_row(passage, verb)
        above, link = _above(passage, verb)
        if above is None or above in spot.own:
            break
        said = _said(spot, above, verb, link, subject)
        found.insert(0, f"{said} {passage.lower[link]}" if said and link is not None else said)
        verb = above
    return " ".join(filter(None, found))


def denier(spot: Spot, verb: int) -> str:
    """Who denies or claims what the clause tells: "mayor denied", "no evidence" of "she took $300"; else empty."""
    passage, above = spot.passage, spot.passage.heads[verb]
    if is_claimed(passage, verb):
        return noun(spot, above)
    who = subject_of(passage, above) if is_denied(passage, verb) else None
    name = noun(spot, who) if who is not None else ""
    return f"{name} {verb_words(passage, above)}".lstrip() if is_denied(passage, verb) else ""


def _above(passage: Passage, verb: int) -> tuple[int | None, int | None]:
    """What the verb hangs on, and the preposition between them; nothing for a verb with a subject of its own."""
    above = passage.heads[verb]
    if passage.child(verb, "nsubj", "nsubjpass") is not None or above > verb:
        return None, None
    if passage.deps[verb] == "xcomp":
        return above, None
    adds = passage.lower[above] in words("labels", "adjuncts")
    if passage.deps[verb] != "pcomp" or adds or passage.heads[above] > above:
        return None, None
    return passage.heads[above], above


def _said(spot: Spot, above: int, verb: int, link: int | None, subject: int | None) -> str:
    passage = spot.passage
    word, tag = passage.lower[above], passage.tags[above]
    if tag in NOUNS:
        return noun(spot, above) if link is not None and above != subject and not _is_light(word) else ""
    states = ("acomp",) if link is None else ("acomp", "advmod")
    state = passage.deps[above] in states and tag not in VERBS
    denied = passage.child(passage.heads[above] if state else above, "neg") is not None
    plain = word in words("labels", "plans") and link is None and not denied
    if plain or word in words("labels", "forms_of_be") or not (state or tag in VERBS):
        return ""
    if state:
        verb = passage.heads[above]
        tie = "not" * denied if passage.lower[verb] in words("labels", "forms_of_be") else verb_words(passage, verb)
        return f"{tie} {_how(passage, above)}".strip()
    yet = " yet" if any(passage.lower[child] == "yet" for child in passage.children[above]) else ""
    return f"{verb_words(passage, above)}{yet} {_whom(spot, above, verb, link, subject)}".strip()


def _is_light(word: str) -> bool:
    return word in words("labels", "light") or word in words("labels", "portions")


def _how(passage: Passage, state: int) -> str:
    """The adjective, and whether it is too much or enough: nobody who is "too weak to pay" pays."""
    degree = passage.child(state, "advmod")
    if degree is None or passage.lower[degree] not in ("too", "enough"):
        return passage.lower[state]
    low, high = sorted((degree, state))
    return passage.slice(low, high + 1).lower()


def _whom(spot: Spot, above: int, verb: int, link: int | None, subject: int | None) -> str:
    """Who is meant to do it, or is blamed: "mayor" in "urged the mayor to pay", "on mayor" in "called on the mayor"."""
    passage = spot.passage
    before = passage.child(above, "prep") if link is None else None
    asked = passage.child(before, "pobj") if before is not None else None
    thing = asked if asked is not None and before is not None else passage.child(above, "dobj")
    if thing is None or thing in (subject, *spot.own) or not above < thing < verb or not (text := noun(spot, thing)):
        return ""
    return f"{passage.lower[before]} {text}" if thing == asked and before is not None else text
