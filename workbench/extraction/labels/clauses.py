"""The grammar of the clause around a figure: where it hangs, its verb with what changes the meaning, its subject."""

from collections.abc import Collection
from itertools import chain

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

_NO_CLAUSE = ("amod", "compound", "nmod", "prep")
_RELATIVE = ("WDT", "WP", "WRB")
_HELPING = ("aux", "auxpass")
_ABOVE = ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "acomp")


def anchor_of(candidate: Candidate) -> int:
    """The token by which the figure hangs on its sentence: its noun, or the token whose head lies outside."""
    passage = candidate.passage
    low, high = candidate.tokens
    if is_day_behind_verb(candidate):
        return low - 1
    if candidate.noun:
        return min(candidate.noun[1] - 1, len(passage) - 1)
    outer = [t for t in range(low, high) if not low <= passage.heads[t] < high or passage.heads[t] == t]
    # "About a" "20-minute" "walk": the measure hangs on the walk, not how exact it is.
    loose = ("advmod", "det", "prep") if candidate.kind is Kind.MEASURE else ()
    return next((t for t in outer if passage.deps[t] not in loose), outer[0] if outer else low)


def verb_over(passage: Passage, token: int) -> int | None:
    """The nearest verb at or above this token that makes a clause; None in a heading without one."""
    above = (token, *passage.ancestors(token))
    clauses = (t for t in above if passage.tags[t] in VERBS and passage.deps[t] not in _NO_CLAUSE)
    verbs = (t for t in clauses if not _begins_behind(passage, t, token))
    return next((t for t in verbs if passage.deps[t] not in _HELPING or not _is_auxiliary(passage, t)), None)


def _begins_behind(passage: Passage, verb: int, token: int) -> bool:
    """Whether the clause begins behind what the parser hangs on it: the day in "resigned Monday, after she lost"."""
    for child in passage.children[verb]:
        if token < child < verb:
            inner = passage.child(child, "pobj") if passage.deps[child] == "prep" else child
            if passage.deps[child] == "mark" or (inner is not None and passage.tags[inner] in _RELATIVE):
                return True
    return False


def is_day_behind_verb(candidate: Candidate) -> bool:
    """Whether the parser may hang a bare day on the wrong noun: "the court ruled Friday House members may vote"."""
    passage, (low, high) = candidate.passage, candidate.tokens
    if candidate.kind is not Kind.DATE or not low or passage.tags[low] != "NNP" or high >= len(passage):
        return False
    after_verb = passage.tags[low - 1] in VERBS and passage.child(low - 1, "nsubj", "nsubjpass") is not None
    return after_verb and (high > low + 1 or passage.tags[high] == "NNP")


def standing(passage: Passage, token: int) -> int:
    """The first of the things in a row that this one belongs to: its place in the clause is theirs."""
    while passage.deps[token] in ("conj", "appos") and passage.tags[passage.heads[token]] in NOUNS:
        token = passage.heads[token]
    return token


def row(passage: Passage, token: int) -> set[int]:
    """The things in a row up to this one, from the first of them."""
    first, found = standing(passage, token), {token}
    while token != first:
        token = passage.heads[token]
        found.add(token)
    return found


def path_to(passage: Passage, token: int, verb: int | None, own: Collection[int]) -> list[int]:
    """The nouns between the figure and its verb, nearest first."""
    found = []
    for above in passage.ancestors(token):
        if above == verb:
            break
        if passage.tags[above] in NOUNS and above not in own:
            found.append(above)
    return found


def subject_of(passage: Passage, verb: int) -> int | None:
    """The subject of a verb, or of the verb it hangs on; of a relative clause the noun that it describes."""
    for _ in range(4):
        # Of a verb that the parser cuts at its hyphen the subject hangs on the auxiliary: "Lund was re-elected".
        helping = (c for c in passage.children[verb] if passage.deps[c] in _HELPING and _is_auxiliary(passage, c))
        for child in chain(passage.children[verb], *(passage.children[c] for c in helping)):
            is_subject = passage.deps[child] in ("nsubj", "nsubjpass", "csubj", "csubjpass")
            if is_subject and passage.tags[child] not in ("WDT", "WP") and passage.lower[child] != "that":
                return child
        if passage.deps[verb] in ("acl", "relcl") or _is_told_of(passage, verb):
            return _described(passage, verb if passage.deps[verb] != "ccomp" else passage.heads[verb])
        if is_reduced(passage, verb):
            return verb - 1
        # "A row over which of them was mayor": the row is not.
        asked = passage.deps[verb] == "pcomp" and passage.child(verb, "nsubj", "nsubjpass") is not None
        if asked or passage.deps[verb] not in _ABOVE or passage.heads[verb] == verb:
            return None
        if (doer := _doer_beside(passage, verb)) is not None:
            return doer
        verb = passage.heads[verb]
    return None


def _is_told_of(passage: Passage, verb: int) -> bool:
    """Whether a noun's relative clause only says who told what it did: "an order" "which Lund said" "would help"."""
    pronoun, above = passage.child(verb, "nsubj", "nsubjpass"), passage.heads[verb]
    told = passage.deps[verb] == "ccomp" and passage.deps[above] == "relcl"
    return told and pronoun is not None and passage.tags[pronoun] == "WDT"


def _doer_beside(passage: Passage, verb: int) -> int | None:
    """Who does what the verb says though he is no subject: what "be" says somebody is, or the one who is blamed."""
    above = passage.heads[verb]
    if passage.deps[verb] == "xcomp":
        # "the storm to hit": not the "it" before.
        return passage.child(above, "attr")
    # "fined the mayor for spending": who spent is the one fined.
    if passage.lower[verb] != "for":
        return None
    if passage.deps[above] == "dobj" and (passage.entity_of[above] == "PERSON" or is_role(passage, above)):
        return above
    blamed = passage.child(above, "dobj")
    return blamed if blamed is not None and blamed < verb else None


def _described(passage: Passage, verb: int) -> int:
    """The noun that a relative clause describes; "who" behind a body's or thing's name is the person before it."""
    head = passage.heads[verb]
    pronoun = passage.child(verb, "nsubj", "nsubjpass")
    if pronoun is not None and passage.lower[pronoun] in ("that", "which") and passage.entity_of[head] == "PERSON":
        # "a deal with Lund" "that began in May": no person is "that".
        while passage.entity_of[head] == "PERSON" and passage.deps[head] in ("pobj", "prep", "appos"):
            head = passage.heads[passage.heads[head]] if passage.deps[head] == "pobj" else passage.heads[head]
        return head
    first = min(passage.children[verb], default=verb)
    if pronoun is None and passage.tags[first] == "TO" and passage.tags[first - 1] in NOUNS and first - 1 > head:
        # "the candidate for the election" "to be held": the parser hangs it on the candidate.
        return first - 1 if passage.child(verb, "auxpass") is not None else head
    named = passage.heads[head]
    if passage.deps[head] == "attr" and (subject := passage.child(named, "nsubj")) is not None:
        return subject if passage.tags[subject] == "NNP" else head
    if (
        passage.deps[head] == "appos"
        and passage.entity_of[named] in ("PERSON", "ORG", "PRODUCT", "GPE", "FAC", "EVENT")
        and passage.child(head, "det") is not None
        and (passage.entity_of[named] != "PERSON" or is_role(passage, head))
    ):
        return named
    if pronoun is None or passage.lower[pronoun] != "who" or passage.tags[head] == "NNS" or is_role(passage, head):
        return head
    above = head
    while passage.entity_of[above] != "PERSON" and passage.deps[above] in ("pobj", "prep", "appos"):
        above = passage.heads[above]
    return above if passage.entity_of[above] == "PERSON" else head


def stands_for(passage: Passage, token: int) -> int:
    """The noun that "which", "whose" or "where" stands for: "raid" in "the raid in which two died"; else the token."""
    if passage.lower[token] not in ("which", "who", "whom", "whose", "where"):
        return token
    verb = next((above for above in passage.ancestors(token) if passage.deps[above] == "relcl"), token)
    return min(passage.heads[verb], token) if verb != token else token


def is_reduced(passage: Passage, verb: int) -> bool:
    """Whether the verb describes the noun right before it though the parser hangs it higher: "Act passed in May"."""
    alone = not any(passage.deps[child] in ("mark", "nsubj", "nsubjpass", "aux") for child in passage.children[verb])
    participle_like = passage.tags[verb] in ("VBD", "VBN") and passage.deps[verb] == "advcl"
    return participle_like and alone and verb > 0 and passage.tags[verb - 1] in NOUNS


def doubt(passage: Passage, verb: int) -> str:
    """The word that leaves open whether the clause is so: "if", "whether"; empty where none does."""
    if passage.deps[verb] == "conj" and passage.child(verb, "nsubj", "nsubjpass") is None:
        verb = passage.heads[verb]
    mark = passage.child(verb, "mark")
    return passage.lower[mark] if mark is not None and passage.lower[mark] in words("labels", "doubts") else ""


def _is_auxiliary(passage: Passage, token: int) -> bool:
    return passage.lower[token] in words("labels", "empty")


def is_open(passage: Passage, verb: int) -> bool:
    """Whether the clause around the verb leaves open, or denies, that it is so."""
    return bool(doubt(passage, verb)) or is_denied(passage, verb) or is_claimed(passage, verb)


def is_denied(passage: Passage, verb: int) -> bool:
    """Whether the clause is what somebody denies, hopes or fears ("denied that" "mayor took $300")."""
    return _hangs_on(passage, verb, "ccomp", "denies") or _hangs_on(passage, verb, "ccomp", "hopes")


def is_claimed(passage: Passage, verb: int) -> bool:
    """Whether the clause is what a noun holds to be so or not: "no evidence that" "mayor took $300"."""
    return _hangs_on(passage, verb, "acl", "claims") and passage.child(verb, "mark") is not None


def _hangs_on(passage: Passage, verb: int, dep: str, kind: str) -> bool:
    above = passage.heads[verb]
    return passage.deps[verb] == dep and above < verb and passage.lower[above] in words("labels", kind)


def is_state(passage: Passage, verb: int, child: int) -> bool:
    """Whether the word says what somebody is or gets: "pleaded guilty", "tested positive"."""
    dep, tag = passage.deps[child], passage.tags[child]
    if dep == "advmod" and child == verb + 1 and passage.lower[verb] in words("labels", "forms_of_be"):
        return passage.lower[child] in words("labels", "states")
    if dep == "advcl":
        return tag == "JJ" and child == verb + 1
    return dep in ("acomp", "attr", "oprd") and tag in ("JJ", "JJR", "VBN", "VBG", "RB")


def is_manner(passage: Passage, verb: int, adverb: int) -> bool:
    """Whether the adverb says how something is done: "view her unfavourably", but not "was reportedly"."""
    plain = passage.tags[adverb] == "RB" and passage.lower[verb] not in words("labels", "empty")
    return plain and passage.lower[adverb].endswith("ly") and passage.lower[adverb] not in words("labels", "no_manner")


def says_so(passage: Passage, verb: int) -> bool:
    """Whether the parser hangs on a clause what only says who told it: "he wrote" behind "we went to the moon"."""
    linked = passage.child(verb, "mark", "advmod", "ccomp", "dobj") is not None
    behind_it = passage.heads[verb] < verb and passage.child(verb, "nsubj") is not None
    return behind_it and not linked and passage.lower[verb] in speech("clause") and passage.deps[verb] != "relcl"


def told_by(passage: Passage, verb: int | None) -> int | None:
    """The verb of what somebody said, where the verb at this token only says so: "sank" in "she said the boat sank"."""
    told = passage.child(verb, "ccomp") if verb is not None and passage.lower[verb] in speech("clause") else None
    return told if told is not None and passage.child(told, "nsubj", "nsubjpass") is not None else verb
