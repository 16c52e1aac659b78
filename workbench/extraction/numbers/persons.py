"""When a number that stands without its noun counts people: "a mother of three", "the two had met", "12 were hurt"."""

import re

from workbench.extraction.lexicon import words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.text.passage import Passage

PERSON = "person"
_OF_US = (["of", "us"], ["of", "you"])
_LEAVING = (["to", "flee"], ["to", "evacuate"])
_LAYING_OFF = (["laid", "off"], ["lay", "off"], ["lays", "off"], ["laying", "off"])
_COMING = (["turned", "out"], ["turned", "up"], ["showed", "up"], ["took", "part"])
_CROWDING = (["packed"], ["crammed"], ["flocked"], ["queued"], ["lined"], ["cheered"], ["camped"], ["thronged"])
"""What right behind a bare number only people do."""
_WHO = re.compile(r"(?:\s+of\s+the\s+[\w,]+)?\s+who\b")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PARENT_OF = re.compile(r"\b(?:father|mother|parent|dad|mum|mom|grandfather|grandmother)[\s-]of[\s-]$", re.IGNORECASE)


def behind_of(passage: Passage, figure: Figure, here: int) -> str | None:
    """As in "a mother of three", "two million of us", "a city of two million", "the two had met before"."""
    behind = passage.tokens_in(figure.low.start, figure.end)[1]
    if _PARENT_OF.search(passage.text, max(0, figure.hedge_start - 20), figure.hedge_start):
        return "child"
    if passage.lower[behind : behind + 2] in _OF_US:
        return PERSON
    first = passage.token_at(figure.hedge_start)
    held = passage.lower[max(0, first - 1)] == "of" and _holds_people(passage.lower[max(0, first - 2)])
    return PERSON if held or _is_room(passage, here) or _of_named(passage, figure, here) else None


def lives_there(passage: Passage, figure: Figure, behind: int) -> bool:
    """As in "the village of 900 swells to 3,000": what looks like a plural behind the people of a place is its verb."""
    first = passage.token_at(figure.hedge_start)
    if passage.lower[first - 1] != "of" or passage.lower[first - 2] not in words("nouns", "lists.settlements"):
        return False
    _, high = passage.sentences[passage.sentence_of[first]]
    told = any(passage.tags[t] in _FINITE for t in range(behind, high))
    return passage.tags[behind : behind + 2] in (["NNS", "IN"], ["NNS", "TO"], ["NNS", "RP"]) and not told


def _is_room(passage: Passage, here: int) -> bool:
    """As in "the hall holds 900", "an arena with a capacity of 900": so many people have room there."""
    low, high = passage.sentences[passage.sentence_of[here]]
    venues = words("nouns", "lists.venues")
    if passage.lower[here - 2 : here] == ["capacity", "of"]:
        return not venues.isdisjoint(passage.lower[low:high])
    head = passage.heads[here]
    subject = passage.child(head, "nsubj")
    holds = passage.deps[here] == "dobj" and passage.lower[head] in words("nouns", "lists.seating")
    return holds and subject is not None and passage.lower[subject] in venues


def _of_named(passage: Passage, figure: Figure, here: int) -> bool:
    """As in "the two had met before", where this sentence and the one before it name as many persons."""
    if figure.low.form != "words" or not 1 < figure.low.value < 5 or passage.lower[here - 1 : here] != ["the"]:
        return False
    place = passage.sentence_of[here]
    low, high = passage.sentences[max(0, place - 1)][0], passage.sentences[place][1]
    return sum(e.type == "PERSON" and low <= e.low < high for e in passage.entities) >= figure.low.value


def _holds_people(word: str) -> bool:
    return any(word in words("nouns", f"lists.{kind}") for kind in ("groups", "settlements", "killings"))


def is_audience(passage: Passage, token: int) -> bool:
    """As in "was watched by 4.2 million": what people alone do to a thing."""
    while passage.deps[token] in ("compound", "quantmod", "nummod") and passage.tags[passage.heads[token]] == "CD":
        token = passage.heads[token]
    link = passage.heads[token]
    return passage.lower[link] == "by" and passage.lower[passage.heads[link]] in words("nouns", "lists.watched")


def _total_of(passage: Passage, token: int) -> int:
    """The "total" of "a total of 45 were hurt", else the token itself."""
    link = passage.heads[token]
    total = (
        passage.deps[token] == "pobj" and passage.lower[link] == "of" and passage.lower[passage.heads[link]] == "total"
    )
    return passage.heads[link] if total else token


def speaks(passage: Passage, token: int) -> bool:
    """As in "of those asked, 210 said yes", "ten of the 15 who came": what the number does only people do."""
    if _WHO.match(passage.text, passage.ends[token]):
        return True
    verb = passage.heads[token]
    return passage.deps[token] == "nsubj" and passage.lower[verb] in words("nouns", "lists.saying")


def part_of_people(passage: Passage, token: int) -> str:
    """Whether the number is the "subject" or "object" of what befalls or is done by people only; else empty."""
    behind = token + 1
    if passage.tags[behind : behind + 1] == ["VBD"] and passage.lower[behind] in words("nouns", "lists.befalling"):
        return "subject"
    if passage.lower[behind : behind + 2] in _LEAVING or passage.lower[max(0, token - 2) : token] in _LAYING_OFF:
        return "object"
    if passage.lower[behind : behind + 2] in _COMING or passage.lower[behind : behind + 1] in _CROWDING:
        return "subject"
    head = _total_of(passage, token)
    for _ in range(2):
        if passage.deps[head] in ("nsubj", "nsubjpass", "dobj"):
            break
        if passage.deps[head] not in ("nummod", "conj", "advmod", "amod", "dep", "compound"):
            return ""
        head = passage.heads[head]
    verb, role = passage.heads[head], passage.deps[head]
    if role == "dobj":
        return "object" if passage.lower[verb] in words("nouns", "lists.harming") else ""
    near = [verb, *passage.children[verb], *(g for c in passage.children[verb] for g in passage.children[c])]
    said = any(passage.lower[t] in words("nouns", "lists.befalling") for t in near)
    return "subject" if said and role in ("nsubj", "nsubjpass") else ""
