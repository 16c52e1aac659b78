"""What a noun phrase behind a verb of speech says: "denied the claims", "called the plan a mistake"."""

from functools import cache

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.subjects import subject_of
from workbench.extraction.grammar.verbforms import forms, speech
from workbench.extraction.lexicon import table, words
from workbench.extraction.speech.report import NOUN_PHRASE, PASSIVE, Report, from_verb
from workbench.extraction.text.passage import Passage

_TENSED = frozenset(("VB", "VBD", "VBG", "VBP", "VBZ"))


def behind(passage: Passage, token: int, word: str, high: int) -> Report | None:
    """As in "denied the claims", "referred to the plane as …", "reported by the press as …"."""
    as_what = next((c for c in passage.children[token] if c > token and passage.lower[c] == "as"), None)
    things = [c for c in passage.children[token] if passage.deps[c] in ("dobj", "oprd", "ccomp")]
    # In "what the police called a hoax" the first of two stands before the verb.
    thing = next((c for c in things if c > token), None)
    passive = passage.tags[token] == "VBN" and passage.child(token, "agent") is not None
    as_told = as_what if passive and (thing is None or not token < thing < (as_what or 0)) else None
    why = _faulted(passage, token, word) if passive and as_told is None else as_told
    if why is not None and why + 1 < high:
        return from_verb(passage, token, why + 1, PASSIVE)
    # "Referring to the fleet" says nothing of it, and "referred to the fleet as rotten" does.
    link = _preposition(passage, token, word)
    names = speech("naming").get(word) is None or (link is not None and _is_likened(passage, link, high))
    if names and link is not None and link + 1 < high and not _is_aside(passage, link + 1):
        return from_verb(passage, token, link + 1, NOUN_PHRASE)
    if thing is None or thing < token:
        return _as_described(passage, token, word)
    won = _is_won(passage, thing, word) and passage.child(token, "oprd", "xcomp") is None
    if won or not _says(passage, token, thing, word):
        return None
    alone = as_what is None and passage.child(token, "oprd", "xcomp", "ccomp") in (None, thing)
    # "Called her mother" rings her up, and "called the plan a mistake" says something.
    bare = word in forms("call") and passage.subtree(thing)[1] == thing + 1 and things[0] == thing
    bare = bare and not any(tag in ("``", "''") for tag in passage.tags[token : thing + 2])
    if ((passage.tags[thing] == "PRP" or bare) and alone) or (things == [thing] and _rings_up(passage, token, word)):
        return None
    # What is called a name stands before it: "called Lund a crook".
    start = token + 1 if passage.deps[thing] == "oprd" else max(token + 1, passage.subtree(thing)[0])
    return from_verb(passage, token, start, NOUN_PHRASE)


def called_by(passage: Passage, token: int) -> Report | None:
    """As in "The road was called safe by the mayor", where what is said stands before who says it."""
    thing, name, agent = (passage.child(token, dep) for dep in ("nsubjpass", "oprd", "agent"))
    if thing is None or name is None or agent is None or not thing < token < name < agent:
        return None
    return Report(passage.subtree(thing)[0], passage.subtree(agent)[0], PASSIVE)


def _faulted(passage: Passage, token: int, word: str) -> int | None:
    """The "for" behind which stands what somebody is faulted for: "criticized by the union for leaving"."""
    links = (c for c in passage.children[token] if c > token and passage.lower[c] == "for")
    return next((c for c in links if word in speech("faulting") and not _is_while(passage, c)), None)


def _is_likened(passage: Passage, link: int, high: int) -> bool:
    """Whether "as" says what the thing is to whoever names it: "points to it as proof", and not "such as locks"."""
    likens = [t for t in range(link + 2, high) if passage.lower[t] == "as" and passage.lower[t - 1] != "such"]
    # In "points to those who run as judges" it belongs to another verb.
    own = (passage.heads[t] == passage.heads[link] or passage.tags[passage.heads[t]] not in _TENSED for t in likens)
    return any(fits and passage.tags[t] == "IN" for fits, t in zip(own, likens, strict=True))


def _is_aside(passage: Passage, token: int) -> bool:
    """Whether what follows only says when or how: "the plan he spoke of" "a week earlier"."""
    timed = passage.entity_at[token] if passage.entity_of[token] in ("DATE", "TIME") else None
    # "Called for four days of silence" says something of them.
    return passage.tags[token] == "IN" or (timed is not None and passage.lower[timed.high : timed.high + 1] != ["of"])


def _rings_up(passage: Passage, token: int, word: str) -> bool:
    """Whether somebody is called by telephone: "called the mayor to thank her", "called the office by phone to ask"."""
    why = [c for c in passage.children[token] if c > token and passage.deps[c] in ("advcl", "xcomp")]
    return word in forms("call") and any(passage.tags[t] == "TO" for c in why for t in passage.children[c])


def _says(passage: Passage, token: int, thing: int, word: str) -> bool:
    """Whether the verb's object alone tells what was said: "blasted the mayor for a late reversal" does."""
    if word in speech("faulting"):
        why = (c for c in passage.children[token] if c > thing and passage.lower[c] == "for")
        if any(not _is_while(passage, c) for c in why):
            return True
    if (links := likening().get(word)) is not None:
        # In "denounced the fee as a tax" it is read as the noun's.
        own = (c for c in passage.children[thing] if passage.tags[c + 1 : c + 2] in (["DT"], ["JJ"]) and "as" in links)
        behind = (c for c in (*passage.children[token], *own) if c > thing and passage.lower[c] in links)
        # In "cited the guard as saying …" the guard speaks.
        return any(passage.lower[c + 1] not in speech("clause") for c in behind)
    shows = word in speech("showing") and is_evidence(passage, subject_of(passage, token))
    return shows or word in speech("object")


@cache
def likening() -> dict[str, list[str]]:
    """For each form of a verb that says what something is the prepositions that lead to it: "hailed it as …"."""
    return {form: links for base, links in table("speech")["likening"].items() for form in forms(base)}


def _is_while(passage: Passage, link: int) -> bool:
    """Whether "for" only says how long or how often: "for years", "for the first time"."""
    noun = passage.child(link, "pobj")
    timed = noun is not None and (
        passage.entity_of[noun] in ("DATE", "TIME") or singular(passage.words[noun]) == "time"
    )
    return timed or passage.entity_of[link + 1] in ("DATE", "TIME")


def is_evidence(passage: Passage, subject: int | None) -> bool:
    """Whether what shows something is a poll, a study, a report or the like."""
    return subject is not None and singular(passage.words[subject]).lower() in words("speech", "evidence")


def _as_described(passage: Passage, token: int, word: str) -> Report | None:
    """As in "what the ministry describes broadly as theft", where the thing stands before the verb."""
    at = token + 1 + (passage.tags[token + 1 : token + 2] == ["RB"])
    thing = next((c for c in passage.children[token] if c < token and passage.deps[c] == "dobj"), None)
    asked = thing is not None and passage.tags[thing] in ("WP", "WDT")
    if not asked or word not in speech("describing") or passage.lower[at : at + 1] != ["as"]:
        return None
    return from_verb(passage, token, at + 1, NOUN_PHRASE)


def _is_won(passage: Passage, thing: int, word: str) -> bool:
    """Whether the verb only tells what somebody got or did: "claimed a third victory", "confirmed 60 judges"."""
    got = table("speech")["got"].items()
    return any(word in forms(verb) and singular(passage.words[thing]) in nouns for verb, nouns in got)


def _preposition(passage: Passage, token: int, word: str) -> int | None:
    """The preposition that leads to what was said: "referred to …", "called on Friday for …", "argued there for …"."""
    needed = _prepositions().get(word, [])
    if passage.lower[token + 1 : token + 2] in [[link] for link in needed]:
        return token + 1
    behind = (c for c in passage.children[token] if c > token and passage.deps[c] == "prep")
    link = next((c for c in behind if passage.lower[c] in needed), None)
    return link if link is not None and _only_when(passage, token, link) else None


def _only_when(passage: Passage, verb: int, link: int) -> bool:
    """Whether only a day or an occasion stands between the verb and the preposition: "argued in his address for"."""
    between = [c for c in passage.children[verb] if verb < c < link]
    nouns = [passage.child(c, "pobj") if passage.deps[c] == "prep" else c for c in between]
    return bool(nouns) and all(
        noun is not None
        and (passage.entity_of[noun] == "DATE" or singular(passage.words[noun]) in words("speech", "occasions"))
        for noun in nouns
    )


@cache
def _prepositions() -> dict[str, list[str]]:
    """For each form of a verb that takes one the prepositions that lead to what was said."""
    return {form: links for base, links in table("speech")["with_preposition"].items() for form in forms(base)}
