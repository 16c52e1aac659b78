"""What a sentence says that a person is or was made: "X is the mayor", "the board named X as chief"."""

from collections.abc import Iterator

from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape, role_head, with_further
from workbench.extraction.people.extents import end_of_role
from workbench.extraction.people.register import Register
from workbench.extraction.people.titles import with_owner
from workbench.extraction.text.passage import VERBS, Entity, Passage

NEAREST, FARTHEST = 6, 25
"""Most tokens between a name and the verb that says what the person is: without, and with an aside between."""
_SUBJECTS = ("nsubj", "nsubjpass")
_MAY_BE = frozenset(["can", "could", "may", "might", "should", "would"])
"""Verbs that leave open whether somebody is what they lead to: "Lee could be elected mayor"."""
_BEING = frozenset(["is", "'s", "’s", "was", "been", "became", "becomes", "remains", "remained", "become"])


def copulas(passage: Passage, person: Entity) -> Iterator[Shape]:
    """As in "X is the minister of …", "X was named chief executive", "the pilot, X, served as mayor"."""
    subject = _subject(passage, person)
    for verb in _verbs(passage, person, subject) if subject is not None else ():
        role = _said(passage, verb)
        if role is not None and (shape := _said_of(passage, person, role)):
            yield shape


def _said_of(passage: Passage, person: Entity, role: int) -> Shape | None:
    """The shape for a noun that a verb says the person is; None where it says no role."""
    if not is_role(passage, role) or passage.tags[role] in ("NNS", "NNPS"):
        return None
    if passage.lower[role] in words("roles", "praise") or passage.words[role - 1] in ('"', "“"):
        return None
    low = passage.subtree(role)[0]
    # "The youngest player ever to score" is a rank.
    if passage.lower[low] in ("such", "neither") or passage.lower[role + 1 : role + 2] == ["ever"]:
        return None
    end = with_further(passage, max(end_of_role(passage, low, None), role + 1))
    while passage.lower[low] in ("a", "also", "an", "just", "only", "still", "the") and low < role:
        low += 1
    start = passage.starts[person.low]
    return "what the person is or was made", start, passage.ends[end - 1], passage.slice(low, end)


def _subject(passage: Passage, person: Entity) -> int | None:
    """The subject that the name is, or that it stands beside: "the pilot, X, is …"."""
    for token in range(person.low, person.high):
        head = passage.heads[token]
        if passage.deps[token] in _SUBJECTS:
            return token
        if passage.deps[token] == "appos" and head < person.low and passage.deps[head] in _SUBJECTS:
            return head
    return None


def _verbs(passage: Passage, person: Entity, subject: int) -> Iterator[int]:
    """The verb of the subject, and those joined to it: "X sings and is a pilot", "X was forced to resign as mayor"."""
    verb = passage.heads[subject]
    if passage.deps[verb] in ("aux", "auxpass"):
        verb = passage.heads[verb]
    farthest = FARTHEST if _is_aside(passage, person.high, verb) else NEAREST
    if person.high <= verb <= person.high + farthest:
        yield verb
        for joined in passage.children[verb]:
            shares = passage.deps[joined] == "conj" and passage.child(joined, *_SUBJECTS) is None
            shares |= passage.deps[joined] == "xcomp" and passage.lower[verb] in words("roles", "onward")
            if shares and passage.tags[joined] in VERBS and joined <= person.high + FARTHEST:
                yield joined


def _is_aside(passage: Passage, low: int, high: int) -> bool:
    """Whether only an aside between commas stands between the tokens: the name, and the verb that it goes with."""
    while high - low > 1 and passage.tags[high - 1] in ("MD", "RB"):
        high -= 1
    return high - low > 1 and passage.words[low] == passage.words[high - 1] == ","


def _said(passage: Passage, verb: int) -> int | None:
    """The noun that the verb says somebody is: "is a pilot", "was elected mayor", "resigned as chief"."""
    if passage.child(verb, "neg") is not None or passage.lower[verb + 1 : verb + 3] == ["no", "longer"]:
        return None
    if any(passage.lower[child] in _MAY_BE for child in passage.children[verb]):
        return None
    role = None
    if passage.lower[verb] in _BEING:
        role = passage.child(verb, "attr")
    elif passage.lower[verb] in words("roles", "became"):
        role = passage.child(verb, "oprd", "attr")
        as_what = next((c for c in _near(passage, verb) if _is_as(passage, c)), None)
        role = passage.child(as_what, "pobj") if role is None and as_what is not None else role
        if passage.child(verb, "dobj") not in (None, role) and role is not None and as_what is None:
            return None
    return role if role is not None and role > verb else None


def _near(passage: Passage, verb: int) -> Iterator[int]:
    """What hangs on the verb, and on a particle of it: the "as" of "stepped down as mayor", "took over as coach"."""
    for child in passage.children[verb]:
        yield child
        if passage.deps[child] in ("advmod", "prep", "prt"):
            yield from passage.children[child]


def _is_as(passage: Passage, token: int) -> bool:
    return passage.lower[token] == "as" and passage.deps[token] == "prep"


def made_by(passage: Passage, person: Entity) -> Shape | None:
    """As in "the board named X as its new chief executive", "voters elected X mayor"."""
    name = next((t for t in range(person.low, person.high) if passage.deps[t] in ("dobj", "nsubj", "oprd")), None)
    verb = passage.heads[name] if name is not None else person.low - 1
    made = 0 <= verb <= person.low and passage.lower[verb] in words("roles", "made")
    if not made and not _is_picked(passage, person):
        return None
    low = person.high + (passage.lower[person.high : person.high + 1] in (["as"], ["to"], ["for"]))
    low += passage.lower[low : low + 1] == ["be"]
    start = low
    while low < len(passage) and passage.lower[low] in ("a", "an", "the", "its", "their", "his", "her"):
        low += 1
    high = end_of_role(passage, low, None)
    head = role_head(passage, low, high)
    if high <= low or head is None or (start == person.high and head > low + 2):
        return None
    return "what somebody made the person", passage.starts[person.low], passage.ends[high - 1], passage.slice(low, high)


def _is_picked(passage: Passage, person: Entity) -> bool:
    """Whether the sentence is about picks and says for what: "he chose X for trade minister and Y as envoy"."""
    start = passage.sentences[passage.sentence_of[person.low]][0]
    for_what = passage.lower[person.high : person.high + 1] in (["for"], ["as"])
    bare = passage.tags[person.high + 1 : person.high + 2] in (["NN"], ["NNP"], ["JJ"])
    told = {*passage.lower[start : person.low]}
    return for_what and bare and not told.isdisjoint(words("roles", "picks") | words("roles", "made"))


def named_as(passage: Passage, person: Entity, register: Register) -> Shape | None:
    """As in "The winner was X", "His first wife was X": the one whom a role turns out to be."""
    name = next((t for t in range(person.low, person.high) if passage.deps[t] == "attr"), None)
    verb = passage.heads[name] if name is not None else 0
    role = passage.child(verb, "nsubj") if passage.lower[verb] in (*_BEING, "be") else None
    if role is None or role > person.low or passage.child(verb, "neg") is not None or not is_role(passage, role):
        return None
    low, high = passage.subtree(role)
    definite = passage.lower[low] in ("the", "his", "her", "its", "their") or passage.tags[low] == "NNP"
    if (
        not definite
        or is_plural(passage, role)
        or person.low - role > NEAREST
        or "PERSON" in passage.entity_of[role:high]
    ):
        return None
    start, said = with_owner(passage, low + (passage.tags[low] in ("DT", "PRP$")), role + 1, register)
    said += passage.text[passage.ends[role] : passage.ends[high - 1]]
    return "whom a role turns out to be", start, passage.ends[person.high - 1], said


def appointed_as(passage: Passage, person: Entity) -> Shape | None:
    """As in "X's appointment as chair of the panel", "X's stint as a pilot"."""
    mark = person.high - (passage.tags[person.high - 1] == "POS")
    mark += passage.tags[mark : mark + 1] == ["POS"]
    near = range(mark, min(mark + 3, len(passage) - 1))
    noun = next((t for t in near if passage.lower[t] in words("roles", "tenures")), None)
    if noun is None or mark == person.high or passage.lower[noun + 1] != "as":
        return None
    low = noun + 2 + (passage.lower[noun + 2 : noun + 3] in (["a"], ["an"], ["the"]))
    high = end_of_role(passage, low, None)
    if high <= low or role_head(passage, low, high) is None:
        return None
    return "what the person serves as", passage.starts[person.low], passage.ends[high - 1], passage.slice(low, high)
