"""Who acts around a pronoun and in the sentences before it, in the order in which it may mean them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

FARTHEST = 4
"""Most sentences that a pronoun reaches back."""
OBJECTS = ("dobj", "dative", "pobj")
SUBJECTS = ("nsubj", "nsubjpass")
BODIES = ("ORG", "GPE")
"""Types of names that act as bodies do."""
OWNING = ("its", "their")


def around(passage: Passage, token: int) -> Iterator[int]:
    """The subjects of the clauses around a pronoun, the innermost first; of a relative clause what it describes.

    Whose something is may stand behind it: "in its answer, Halden Foods said"; but nobody is "his" own heir.
    """
    low, _ = passage.sentences[passage.sentence_of[token]]
    above = [token, *passage.ancestors(token)]
    owns = passage.deps[token] == "poss"
    for below, verb in pairwise(above):
        subject = passage.child(verb, *SUBJECTS)
        if passage.deps[verb] == "relcl" and (subject is None or passage.tags[subject] in ("WDT", "WP")):
            described, who = passage.heads[verb], subject is not None and passage.lower[subject] == "who"
            # "Members of the council who": no council is "who".
            if not (who and passage.entity_of[described] in BODIES):
                yield described
        elif subject is None and passage.deps[verb] == "xcomp":
            # "It led the city to close its ports."
            doer = passage.child(passage.heads[verb], "dobj")
            if doer is not None and doer < verb and doer not in above and can_speak(passage, doer):
                yield doer
        elif subject is not None and subject not in above and not (owns and passage.deps[below] == "attr"):
            in_front = owns and verb == above[-1] and passage.deps[below] != "ccomp"
            if low <= subject < token or (in_front and subject > token):
                yield subject


def others(passage: Passage, token: int) -> list[int]:
    """The subjects around a pronoun, but for the one who does something to it: nobody meant by "it" or "him" does."""
    acting = list(around(passage, token))
    if passage.deps[token] not in OBJECTS or passage.lower[token].endswith(("self", "selves")):
        return acting
    verb = passage.heads[passage.heads[token]] if passage.deps[token] == "pobj" else passage.heads[token]
    result = passage.deps[verb] == "advcl" and passage.tags[verb] == "VBG"
    return acting[1:] if passage.tags[verb] in VERBS and not result else acting


def candidates(passage: Passage, token: int) -> list[int]:
    """What acts around "it" or "they", and before it what is acted on where that is likelier meant."""
    may_be_acted_on = passage.lower[token] == "it" or passage.deps[token] in OBJECTS
    first = _acted_on(passage, token) if may_be_acted_on and passage.lower[token] not in OWNING else ()
    return [*first, *others(passage, token)]


def _acted_on(passage: Passage, token: int) -> Iterator[int]:
    """What is acted on before a clause with the pronoun: "groups praised the deal", "saying it would help".

    Of "it" that is acted on too only before a clause of time: "police seized the boat" "before they searched it".
    """
    for verb in passage.ancestors(token):
        if passage.deps[verb] != "advcl":
            continue
        timed = passage.child(verb, *SUBJECTS) is not None and passage.child(verb, "mark", "advmod") is not None
        if timed if passage.deps[token] in OBJECTS else passage.tags[verb] == "VBG":
            thing = passage.child(passage.heads[verb], "dobj")
            if thing is not None and thing < min(verb, token):
                yield thing


def before(passages: Sequence[Passage], passage: Passage, token: int) -> Iterator[tuple[Passage, list[int]]]:
    """The subjects of the clauses that stand for themselves, sentence by sentence backwards."""
    place, left = passage.sentence_of[token], FARTHEST
    if apart := _before_semicolon(passage, token):
        yield passage, apart
    for number in range(passage.number, -1, -1):
        here = passages[number]
        if here.inside is not passage.inside:
            return
        for sentence in range((place if here is passage else len(here.sentences)) - 1, -1, -1):
            yield here, [_told_of(here, t) for t in range(*here.sentences[sentence]) if _leads(here, t)]
            left -= 1
            if not left:
                return


def _before_semicolon(passage: Passage, token: int) -> list[int]:
    """The subjects of the clauses that a semicolon parts from the pronoun's own: "sales rose; today they fell"."""
    low = passage.sentences[passage.sentence_of[token]][0]
    end = next((t for t in range(token, low, -1) if passage.words[t] == ";"), low)
    return [_told_of(passage, t) for t in range(low, end) if _leads(passage, t)]


def _leads(passage: Passage, token: int) -> bool:
    return passage.deps[token] in SUBJECTS and passage.deps[passage.heads[token]] in ("ROOT", "ccomp", "conj")


def _told_of(passage: Passage, subject: int) -> int:
    """What a sentence is about: "Halden Foods" in "one of the losers was Halden Foods", else its subject.

    "The news is that Halden Foods will close".
    """
    verb = passage.heads[subject]
    told = passage.child(verb, "ccomp") if passage.lower[verb] in words("labels", "forms_of_be") else None
    inner = passage.child(told, *SUBJECTS) if told is not None else None
    if inner is not None:
        return inner
    what = passage.child(verb, "attr")
    vague = passage.tags[subject] == "CD" or passage.lower[subject] in words("labels", "portions")
    return what if vague and what is not None and passage.tags[what] in NOUNS else subject


def body_of(passage: Passage, person: int) -> int | None:
    """Whose the person is: "Halden" of "Halden's mayor", "Halden spokeswoman Ana Lund" and "the head of Halden"."""
    if not (passage.entity_of[person] == "PERSON" or is_role(passage, person)):
        return None
    for child in passage.children[person]:
        dep, kind = passage.deps[child], passage.entity_of[child]
        if dep == "poss" and passage.tags[child] in NOUNS and kind != "PERSON":
            return child
        if dep in ("compound", "nmod") and kind in BODIES:
            return child
        if dep in ("compound", "nmod", "appos") and is_role(passage, child):
            return body_of(passage, child)
        thing = passage.child(child, "pobj") if passage.lower[child] in ("of", "for", "at", "from") else None
        if thing is not None and passage.entity_of[thing] == "ORG":
            return thing
    return None


def persons_of(passage: Passage, subject: int) -> list[int]:
    """The subject, whoever is said to be it, and whose it is: "the mayor was Ana Lund", "Lund's term ended".

    "A spokeswoman for Lund".
    """
    what, owner, link = (
        passage.child(passage.heads[subject], "attr"),
        passage.child(subject, "poss"),
        passage.child(subject, "prep"),
    )
    spoken_for = passage.child(link, "pobj") if link is not None and passage.lower[link] == "for" else None
    beside = (one for one in (what, owner, spoken_for) if one is not None and passage.entity_of[one] == "PERSON")
    return [subject, *beside]


def is_row(passage: Passage, token: int) -> bool:
    """Whether another noun is joined to this one by "and"."""
    join = passage.child(token, "cc")
    return join is not None and passage.lower[join] == "and" and passage.child(token, "conj") is not None
