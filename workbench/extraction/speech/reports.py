"""What a verb of speech reports behind it: "X said (that) …", "X promised to …", "X denied the claims"."""

from functools import cache
from typing import NamedTuple

from workbench.extraction.grammar.subjects import sentence_range, subject_of
from workbench.extraction.grammar.verbforms import forms, speech
from workbench.extraction.lexicon import table, words
from workbench.extraction.speech import objects
from workbench.extraction.speech.report import (
    ASTRAY,
    BEHIND,
    BEHIND_THAT,
    DOING,
    FINITE,
    PROMISE,
    Report,
    finite,
    from_verb,
)
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

FARTHEST = 20
"""Most tokens between a verb of speech and the "that" of what it reports."""
_NOMINAL = NOUNS | {"DT", "JJ", "JJS", "CD", "HYPH", "POS", "PRP", "PRP$"}
_OPENING = ("DT", "EX", "PRP", "PRP$", "NNP", "NNS")
_OWNED_UP = (["admitted", "to"], ["admits", "to"], ["confessed", "to"], ["confesses", "to"])
_WHEN = frozenset(("after", "before", "until", "since", "while", "when"))
_MET = frozenset(("himself", "herself", "itself", "themselves", "myself", "ourselves", "him", "her", "them", "it"))


class Start(NamedTuple):
    """Where what is reported begins, and the shape that was seen."""

    start: int
    rule: str


def behind(passage: Passage, token: int, word: str) -> Report | None:
    """What stands behind the verb `word` at `token` and is reported; None where nothing is."""
    for seen in (_clause, _promise, _doing, _bare_that, _inserted, _elsewhere):
        found = seen(passage, token, word)
        if found is not None:
            return from_verb(passage, token, found.start, found.rule)
    called = objects.called_by(passage, token)
    return called or objects.behind(passage, token, word, sentence_range(passage, token)[1])


def _clause(passage: Passage, token: int, word: str) -> Start | None:
    clause = _clause_behind(passage, token)
    if clause is None or word not in speech("clause"):
        return None
    if speech("clause")[word] in ("expect", "continue") and not finite(passage, passage.subtree(clause)[0], clause + 1):
        return None
    start = min(t for t in range(*passage.subtree(clause)) if t > token)
    if (link := _late_that(passage, clause)) is not None:
        start = link
    if passage.lower[start] == "when" and speech("clause")[word] == "expect":
        return None
    return Start(_behind_day(passage, _whole_clause(passage, token, clause, start)), BEHIND)


def _promise(passage: Passage, token: int, word: str) -> Start | None:
    """As in "promised to leave", and with whoever should do it: "asked the crew to leave", "called on us to leave"."""
    if not _promises(passage, token, word):
        return None
    first = token + 1 + (word in _led_by_preposition())
    requests = word in speech("request")
    # "After the war ended, they pledged to help": a clause in front says only when.
    below = (c for c in passage.children[token] if c > token and passage.deps[c] in ("xcomp", "ccomp", "advcl"))
    action = next(below, None)
    if action is None or all(passage.tags[c] != "TO" for c in passage.children[action]):
        return Start(first, PROMISE) if requests and _leads_to_action(passage, first) else None
    start = max(passage.subtree(action)[0], token + 1)
    asked = passage.child(token, "dobj") if requests and passage.lower[start] == "to" else None
    return Start(first if first > token + 1 or (asked is not None and asked > token) else start, PROMISE)


def _leads_to_action(passage: Passage, first: int) -> bool:
    """Whether a noun phrase and "to do" stand here, whatever the parser makes of them: "the board to fast track …"."""
    at = first
    while at < len(passage) and passage.tags[at] in _NOMINAL:
        at += 1
    return first < at and passage.lower[at : at + 1] == ["to"] and passage.tags[at + 1 : at + 2] in (["VB"], ["RB"])


def _bare_that(passage: Passage, token: int, word: str) -> Start | None:
    verbs, following = speech("clause"), passage.lower[token + 1 : token + 2]
    plain = word in verbs and word.split(maxsplit=1)[0] in verbs
    stands = following == ["that"] and (passage.tags[token + 1] != "WDT" or passage.tags[token + 2] not in FINITE)
    return Start(token + 1, BEHIND_THAT) if plain and stands else None


def _is_strong(word: str) -> bool:
    """Whether the verb reports speech, and not only thought."""
    return word in speech("clause") and speech("clause")[word] not in words("speech", "weak")


def _inserted(passage: Passage, token: int, word: str) -> Start | None:
    inserted = _is_strong(word) and _is_inserted(passage, token)
    return Start(token + 1, "a clause around a relative and its cue") if inserted else None


def _elsewhere(passage: Passage, token: int, word: str) -> Start | None:
    high = sentence_range(passage, token)[1]
    start = _hung_elsewhere(passage, token, high) if _is_strong(word) else None
    return None if start is None else Start(start, ASTRAY)


def _doing(passage: Passage, token: int, _: str) -> Start | None:
    """A gerund right behind a verb that takes one: "denied taking the money", "suggested closing it"."""
    at = token + 1 + (passage.lower[token : token + 2] in _OWNED_UP)
    verb = at + (passage.tags[at : at + 1] == ["RB"])
    gerund = passage.tags[verb : verb + 1] == ["VBG"] and passage.heads[verb] in (token, at - 1)
    return Start(at, DOING) if gerund and passage.lower[token] in speech("doing") else None


def _whole_clause(passage: Passage, token: int, clause: int, start: int) -> int:
    """Where the clause begins whose subject is read as the cue's own: "notes the road, a track, is closed".

    Of what stands behind "told" the first name is who hears it: "told the Herald the road is closed".
    """
    own = passage.child(clause, "nsubj", "nsubjpass", "csubj", "expl", "mark")
    first = token + 1
    thing = passage.child(token, "dobj")
    opens = passage.tags[first] in (*_NOMINAL, "``") or (thing is not None and passage.subtree(thing)[0] == first)
    if own is not None or not opens or not finite(passage, start, clause + 1):
        return start
    if speech("clause").get(passage.lower[token]) not in words("speech", "to_somebody"):
        return first
    heard = next((e for e in passage.entities if token < e.low <= token + 2 and e.high < start), None)
    if heard is None:
        return first if thing in range(first, start) else start
    return start if passage.tags[heard.high] in ("IN", "POS") else heard.high


def _behind_day(passage: Passage, start: int) -> int:
    """Where the clause begins behind a day on which it was said: "said in an interview Monday the yard is shut"."""
    day = passage.entity_at[start] if passage.lower[start].endswith("day") else None
    if day is None or day.type != "DATE" or day.low != start or passage.tags[start] != "NNP":
        return start
    return day.high if passage.tags[day.high : day.high + 1] in ([tag] for tag in _OPENING) else start


def _is_inserted(passage: Passage, token: int) -> bool:
    """Whether the cue stands within a relative clause and its verb follows: "a fee, which she said covers the trip".

    As in "a deal which the yard estimates to be worth a million".
    """
    onward = passage.tags[token + 1 : token + 3]
    to_be = onward == ["TO", "VB"]
    if not onward or (onward[0] not in (*FINITE, "VB", "VBN", "RB") and not to_be):
        return False
    subject = subject_of(passage, token)
    if subject is None or subject > token:
        return False
    first = subject
    while passage.tags[subject] != "PRP" and first > 0 and passage.tags[first - 1] in _NOMINAL:
        first -= 1
    relative = ("which", "that", "who", "what")
    if passage.lower[first - 1] in relative or passage.lower[passage.subtree(subject)[0] - 1] in relative:
        return True
    return (
        passage.deps[token] in ("relcl", "parataxis")
        and passage.tags[first - 1] in NOUNS
        and onward[0] in (*FINITE, "VBN")
    )


def _hung_elsewhere(passage: Passage, token: int, high: int) -> int | None:
    """Where a clause begins that the parser hangs on another word: "told a crowd that they …", "saying the dam is …".

    It has a "that" of its own somewhere behind the verb, or its subject is read as the verb's object.
    """
    with_object = passage.lower[token] in speech("object") and passage.child(token, "dobj") is not None
    for at in range(token + 1, token + 1 if with_object else min(token + FARTHEST, high)):
        # In "said for the first time that some …" the parser takes "that" for an adverb.
        adverb = passage.deps[at] == "advmod" and passage.tags[at] in ("IN", "WDT")
        linked = adverb or passage.deps[at] == "mark" or _is_one_of_two(passage, at)
        if passage.lower[at] == "that" and linked and passage.heads[at] > at:
            return at if passage.heads[passage.heads[at]] >= token else None
        described = passage.tags[at] == "VBN" and passage.deps[at] == "acl"
        if (passage.tags[at] in VERBS and not described) or passage.tags[at] in ("CC", ":", "WP", "WDT", "WRB"):
            break
    if _is_subject_of_more(passage, token, high):
        return token + 1
    at = token + 1
    while at < high and passage.tags[at] in _NOMINAL and passage.entity_of[at] not in ("DATE", "TIME"):
        at += 1
    while token + 1 < at < high and passage.entity_of[at] == "DATE":
        at += 1
    verb = at < high and (passage.tags[at] in FINITE or _is_past(passage, token, at)) and passage.deps[at] != "relcl"
    main = passage.heads[at] if verb and passage.deps[at] in ("aux", "auxpass") else at
    subject = passage.child(main, "nsubj", "nsubjpass") if verb else token
    hung = at > token + 1 and (subject is None or token < subject < at)
    # In "told us the storm means that …" it begins behind who hears it.
    heard = speech("clause").get(passage.lower[token]) in words("speech", "to_somebody")
    first = token + 1 + (heard and at > token + 2 and passage.tags[token + 1] == "PRP")
    return first if hung and passage.lower[at - 1] not in ("him", "them", "us", "me", "her") else None


def _is_one_of_two(passage: Passage, link: int) -> bool:
    """Whether "that" is read as the subject of a verb that has its own: "told the crew that, since May, it pays"."""
    verb = passage.heads[link]
    return passage.deps[link] == "nsubj" and any(passage.deps[c] == "nsubj" for c in passage.children[verb] if c > link)


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
    needed = _led_by_preposition().get(word)
    return word in speech("promise") if needed is None else passage.lower[token + 1 : token + 2] in needed


@cache
def _led_by_preposition() -> dict[str, list[list[str]]]:
    """For each form of a verb that takes one the prepositions that lead to who should do something."""
    pairs = table("speech")["promise_with"].items()
    return {form: [[p] for p in prepositions] for base, prepositions in pairs for form in forms(base)}


def _clause_behind(passage: Passage, token: int) -> int | None:
    """The verb of the clause behind a verb of speech.

    The parser takes the subject of "said opening the dam was wrong" for what is said, and hangs the clause on it.
    """
    for child in passage.children[token]:
        opening = passage.deps[child] == "xcomp" and passage.tags[child] == "VBG" and child == token + 1
        if child > token and (
            (passage.deps[child] == "ccomp" and _is_told(passage, token, child))
            or (opening and finite(passage, *passage.subtree(child)))
            or (passage.deps[child] == "xcomp" and any(passage.tags[c] == "MD" for c in passage.children[child]))
            or _is_asked(passage, token, child)
            or _late_that(passage, child) is not None
        ):
            return child
    return None


def _late_that(passage: Passage, clause: int) -> int | None:
    """The "that" of a clause which an aside parts from its verb: "suggested on Monday, days after the fire, that …"."""
    link = passage.child(clause, "mark")
    late = link is not None and passage.deps[clause] == "advcl" and passage.words[link - 1] == ","
    return link if link is not None and late and passage.lower[link] == "that" else None


def _is_told(passage: Passage, token: int, child: int) -> bool:
    """Whether the clause tells something: "found it leaking" and "found themselves alone" only say what was met.

    In "announced the sale a day after the fire broke out" it says when.
    """
    link, thing = passage.child(child, "mark"), passage.child(token, "dobj")
    if link is not None and passage.lower[link] in _WHEN and thing is not None and token < thing < link:
        return False
    met = passage.lower[token] in forms("find") and passage.lower[token + 1] in _MET
    return not met or finite(passage, passage.subtree(child)[0], child + 1)


def _is_asked(passage: Passage, token: int, child: int) -> bool:
    """Whether the clause is a question put to somebody: "asked the crew if they slept", "asked him whether …"."""
    asks = passage.deps[child] == "advcl" and passage.lower[token] in forms("ask")
    asks = asks and passage.child(token, "agent") is None
    return asks and any(passage.lower[c] in ("if", "whether") for c in passage.children[child] if c < child)
