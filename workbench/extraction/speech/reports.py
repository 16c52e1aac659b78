"""What a verb of speech reports: where the reported words stand, and where they end."""

from typing import NamedTuple

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.subjects import sentence_range
from workbench.extraction.grammar.verbforms import forms, speech
from workbench.extraction.lexicon import table, words
from workbench.extraction.speech.endings import aside, end_of_report, without_stops
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
ASTRAY = "a clause further behind a verb of speech"
IN_FRONT = "a clause before its cue"
FARTHEST = 20
"""Most tokens between a verb of speech and the "that" of what it reports."""
_NOMINAL = NOUNS | {"DT", "JJ", "JJS", "CD", "HYPH", "POS", "PRP", "PRP$"}


class Report(NamedTuple):
    """The half-open token range of what is reported, and the shape that was seen."""

    low: int
    high: int
    rule: str


def behind(passage: Passage, token: int, word: str) -> Report | None:
    """As in "X said (that) …", "X promised to …", "X denied the claims": what is reported stands behind the verb."""
    _, high = sentence_range(passage, token)
    clause = _clause_behind(passage, token)
    if clause is not None and word in speech("clause"):
        start = min(t for t in range(*passage.subtree(clause)) if t > token)
        return _from(passage, token, start, "a clause behind a verb of speech")
    action = passage.child(token, "xcomp", "ccomp", "advcl")
    if action is not None and _promises(passage, token, word) and "to" in passage.lower[token:action]:
        start = max(passage.subtree(action)[0], token + 1)
        return _from(passage, token, start, "a promise or request")
    if (
        word in speech("clause")
        and word.split(maxsplit=1)[0] in speech("clause")
        and token + 1 < high
        and passage.lower[token + 1] == "that"
    ):
        return _from(passage, token, token + 1, 'a clause behind "that"')
    strong = word in speech("clause") and speech("clause")[word] not in words("speech", "weak")
    if strong and (astray := _hung_elsewhere(passage, token, high)) is not None:
        return _from(passage, token, astray, ASTRAY)
    return _object(passage, token, word, high)


def _hung_elsewhere(passage: Passage, token: int, high: int) -> int | None:
    """Where a clause begins that the parser hangs on another word: "told a crowd that they …", "saying the dam is …".

    It has a "that" of its own somewhere behind the verb, or its subject is read as the verb's object.
    """
    with_object = passage.lower[token] in speech("object") and passage.child(token, "dobj") is not None
    for at in range(token + 1, token + 1 if with_object else min(token + FARTHEST, high)):
        # In "said for the first time that some …" the parser takes "that" for an adverb.
        linked = passage.deps[at] == "mark" or (passage.deps[at] == "advmod" and passage.tags[at] == "IN")
        if passage.lower[at] == "that" and linked and passage.heads[at] > at:
            return at if passage.heads[passage.heads[at]] >= token else None
        if passage.tags[at] in VERBS or passage.tags[at] in ("CC", ":", "WP", "WDT", "WRB"):
            break
    if _is_subject_of_more(passage, token, high):
        return token + 1
    at = token + 1
    while at < high and passage.tags[at] in _NOMINAL and passage.entity_of[at] not in ("DATE", "TIME"):
        at += 1
    verb = at < high and (passage.tags[at] in FINITE or _is_past(passage, token, at)) and passage.deps[at] != "relcl"
    subject = passage.child(at, "nsubj", "nsubjpass") if verb else token
    hung = at > token + 1 and (subject is None or token < subject < at)
    return token + 1 if hung and passage.lower[at - 1] not in ("him", "them", "us", "me", "her") else None


def _is_subject_of_more(passage: Passage, token: int, high: int) -> bool:
    """Whether a verb follows the object of "say", whose subject it is then: "said the days when it paid are gone"."""
    thing = passage.child(token, "dobj")
    if thing is None or thing < token or passage.deps[token] == "relcl":
        return False
    end = passage.subtree(thing)[1]
    onward = end < high and passage.tags[end] in ("VBZ", "VBP", "VBD", "MD")
    return onward and speech("clause").get(passage.lower[token]) == "say"


def _is_past(passage: Passage, token: int, verb: int) -> bool:
    """Whether a past tense is read as a participle: "said those gifts paid for the boat"; nobody "says gifts"."""
    thing = passage.heads[verb]
    loose = passage.tags[verb] == "VBN" and passage.deps[verb] == "acl" and passage.deps[thing] == "dobj"
    return loose and passage.heads[thing] == token and speech("clause").get(passage.lower[token]) == "say"


def _promises(passage: Passage, token: int, word: str) -> bool:
    """Whether the verb may take "to do something"; some only with a preposition: "called on them to leave"."""
    pairs = table("speech")["promise_with"].items()
    needed = next((prepositions for base, prepositions in pairs if word in forms(base)), None)
    return (
        word in speech("promise") if needed is None else passage.lower[token + 1 : token + 2] in [[n] for n in needed]
    )


def _clause_behind(passage: Passage, token: int) -> int | None:
    """The verb of the clause behind a verb of speech.

    The parser takes the subject of "said opening the dam was wrong" for what is said, and hangs the clause on it.
    """
    for child in passage.children[token]:
        opening = passage.deps[child] == "xcomp" and passage.tags[child] == "VBG" and child == token + 1
        if child > token and (
            passage.deps[child] == "ccomp" or (opening and _finite(passage, *passage.subtree(child)))
        ):
            return child
    return None


def _finite(passage: Passage, low: int, high: int) -> bool:
    return any(passage.tags[t] in FINITE for t in range(low, high))


def before(passage: Passage, token: int, word: str, speaker: tuple[int, int] | None) -> Report | None:
    """As in "…, X said", "…, said X", "…, X said, …": what is reported stands before the cue, or around it."""
    weak = speech("clause").get(word) in (None, *words("speech", "weak"))
    low, high = sentence_range(passage, token)
    led = passage.deps[token] == "relcl" or _led_in(passage, token, low) or _has_its_own(passage, token)
    if weak or passage.tags[token] == "VBG" or led:
        return None
    edge = min(token, speaker[0] if speaker else token)
    comma = edge - 1
    while comma > low and passage.words[comma] in ('"', "”", "''"):
        comma -= 1
    if comma <= low or passage.words[comma] != "," or (speaker is None and passage.tags[token] != "VBD"):
        return None
    after = max(token + len(word.split()), speaker[1] if speaker and speaker[1] < token + 12 else 0)
    goes_on = after < high - 2 and passage.words[after] == ","
    inverted = speaker is not None and speaker[0] > token
    whole = inverted or _has_main_clause(passage, low, comma)
    if _finite(passage, low, comma) and whole and not (goes_on and passage.lower[after + 1] == "that"):
        return Report(low, comma, IN_FRONT)
    if goes_on and any(passage.tags[t] in FINITE for t in range(after, high)):
        end = min([high, *(t for t in aside(passage, after, high) if t > after + 2)])
        return Report(low, without_stops(passage, low, end), "a clause around its cue")
    return None


def _has_its_own(passage: Passage, token: int) -> bool:
    """Whether the verb has something else to report: "Asked about the fire, the mayor explained her plan"."""
    if speech("clause").get(passage.lower[token]) in words("speech", "to_somebody"):
        return False
    thing = passage.child(token, "dobj", "xcomp")
    return thing is not None and thing > token and passage.entity_of[thing] not in ("DATE", "TIME", "PERSON", "ORG")


def _led_in(passage: Passage, token: int, low: int) -> bool:
    """Whether what stands before the cue only says when or why: "As the storm passed, the mayor reported"."""
    link = next((t for t in range(low, token) if passage.words[t][0].isalnum()), token)
    verb = passage.heads[link]
    return passage.deps[link] == "mark" and passage.deps[verb] == "advcl" and passage.heads[verb] == token


def _has_main_clause(passage: Passage, low: int, high: int) -> bool:
    """Whether a verb of the stretch is more than another's "when": "On Friday, even as it fell, Lee wrote" has none."""
    for token in range(low, high):
        if passage.tags[token] not in FINITE:
            continue
        verb = passage.heads[token] if passage.deps[token] in ("aux", "auxpass") else token
        while passage.deps[verb] == "conj" and passage.heads[verb] != verb:
            verb = passage.heads[verb]
        if passage.deps[verb] not in ("advcl", "relcl", "acl", "pcomp", "csubj"):
            return True
    return not any(passage.tags[token] in FINITE for token in range(low, high))


def _object(passage: Passage, token: int, word: str, high: int) -> Report | None:
    """As in "denied the claims", "referred to the plane as …", "reported by the press as …"."""
    as_what = next((c for c in passage.children[token] if c > token and passage.lower[c] == "as"), None)
    things = [c for c in passage.children[token] if passage.deps[c] in ("dobj", "oprd", "ccomp")]
    # In "what the police called a hoax" the first of two stands before the verb.
    thing = next((c for c in things if c > token), None)
    passive = passage.tags[token] == "VBN" and (thing is None or as_what is None or not token < thing < as_what)
    if passive and as_what is not None and as_what + 1 < high:
        return _from(passage, token, as_what + 1, "a passive with its agent")
    rule = "a noun phrase behind a verb of speech"
    # "Referring to the fleet" says nothing of it, and "referred to the fleet as rotten" does.
    names = word not in forms("refer") or "as" in passage.lower[token + 3 : high]
    if _with_preposition(passage, token, word) and token + 2 < high and names:
        return _from(passage, token, token + 2, rule)
    if thing is None or thing < token or word not in speech("object"):
        return None
    if _is_won(passage, thing, word):
        return None
    alone = as_what is None and passage.child(token, "oprd", "xcomp", "ccomp") in (None, thing)
    if passage.tags[thing] == "PRP" and alone:
        return None
    return _from(passage, token, max(token + 1, passage.subtree(thing)[0]), rule)


def _is_won(passage: Passage, thing: int, word: str) -> bool:
    """Whether the verb only tells what somebody got or did: "claimed a third victory", "confirmed 60 judges"."""
    got = table("speech")["got"].items()
    return any(word in forms(verb) and singular(passage.words[thing]) in nouns for verb, nouns in got)


def _with_preposition(passage: Passage, token: int, word: str) -> bool:
    """Whether the preposition that leads to what was said stands behind the verb: "referred to …", "called for …"."""
    following = passage.lower[token + 1 : token + 2]
    pairs = table("speech")["with_preposition"].items()
    return any(word in forms(base) and following == [preposition] for base, preposition in pairs)


def _from(passage: Passage, token: int, start: int, rule: str) -> Report | None:
    _, high = sentence_range(passage, token)
    end = end_of_report(passage, token, start, high, astray=rule is ASTRAY)
    if start < high and passage.lower[start] == "that":
        start += 1
    return Report(start, end, rule) if start < end else None
