"""Labels: a claim in a few words that a person would write, with names resolved."""

import re

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.nouns import base_phrase, noun_name
from workbench.extraction.passage import NOUNS, Passage
from workbench.extraction.register import Register
from workbench.extraction.surroundings import context as context_of

MOST_WORDS = 10
LEAST_TOPIC = 2
"""Words kept free for the topic."""
MOST_TOPIC = 4
"""Most words of the story's topic in a label."""
_BOUND_WORDS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "up to ",
    Bound.MORE_THAN: "over ",
    Bound.LESS_THAN: "under ",
}
_LEAD = re.compile(
    r"^(?:on|in|since|by|from|during|until|till|through|before|after|around|about|at|as\s+of|over|the|a|an)\s+",
    re.IGNORECASE,
)


def write(candidate: Candidate, register: Register, topic: list[str]) -> None:
    """Give the candidate its label and what it is about. `topic` are the names and nouns of the story's title."""
    if candidate.kind in (Kind.QUOTE, Kind.ATTRIBUTED):
        candidate.label = f"{candidate.speaker or 'Unattributed'}: {_first_words(candidate.text, 9)}"
        candidate.about = [candidate.speaker] if candidate.speaker else []
    elif candidate.kind is Kind.IDENTITY:
        candidate.label = f"{candidate.person}, {candidate.role}"
        candidate.about = [name for name in (candidate.person,) if name]
    elif candidate.kind is Kind.STATEMENT:
        candidate.label = _first_words(candidate.text, MOST_WORDS)
    else:
        _figure(candidate, register, topic)


def _first_words(text: str, most: int) -> str:
    parts = text.split()
    return " ".join(parts[:most]) + ("…" if len(parts) > most else "")


def _figure(candidate: Candidate, register: Register, topic: list[str]) -> None:
    core, noun_words, named = _core(candidate, register)
    said = {word.lower() for word in re.findall(r"[^\W_]+", core)}
    context, beyond = _fresh(context_of(candidate, register), said), _fresh(topic, said)
    names = [part for part in context if part[:1].isupper()]
    candidate.about = list(dict.fromkeys([*named, *noun_words, *names]))[:4] or [*context, *beyond][:2]
    candidate.label = core
    # A sum with its noun, and a count with its owner, say enough: "$13.6 billion aid", "30 NATO leaders".
    if named or (noun_words and candidate.kind is Kind.MONEY):
        return
    room = MOST_WORDS - len(core.split())
    clause = _fitting(context, max(2, room - min(LEAST_TOPIC, sum(len(part.split()) for part in beyond))))
    rest = _fitting(beyond, min(MOST_TOPIC, room - sum(len(part.split()) for part in clause)))
    candidate.label += (f": {' '.join(clause)}" if clause else "") + (f" ({' '.join(rest)})" if rest else "")


def _fitting(parts: list[str], room: int) -> list[str]:
    """The first parts that fit whole into so many words; the first one is cut where even that does not."""
    kept: list[str] = []
    for part in parts:
        words = part.split()
        if len(words) > room:
            break
        kept.append(part)
        room -= len(words)
    return kept or [" ".join(part.split()[:room]) for part in parts[:1] if room > 0]


def _fresh(parts: list[str], said: set[str]) -> list[str]:
    """The parts without words that the label says already; `said` grows by what is kept."""
    kept = []
    for part in parts:
        words = [word for word in part.split() if word.lower() not in said]
        if words and (len(words) == len(part.split()) or len(words) > 1 or part[0].isupper()):
            kept.append(" ".join(words))
            said.update(word.lower() for word in words)
    return kept


def _core(candidate: Candidate, register: Register) -> tuple[str, list[str], list[str]]:
    """The figure with its noun, the noun alone, and the name of whose it is."""
    passage = candidate.passage
    start, end = candidate.figure or (candidate.start, candidate.end)
    figure = passage.text[start:end].strip()
    if candidate.kind is Kind.DATE:
        return _LEAD.sub("", _LEAD.sub("", candidate.text)), [], []
    if candidate.kind is Kind.RANK:
        text = _LEAD.sub("", _LEAD.sub("", candidate.text))
        return _first_words(text, 6).rstrip("…"), [], []
    bound = _BOUND_WORDS.get(candidate.bound, "") if candidate.bound else ""
    if candidate.noun is None:
        unit = (
            candidate.unit
            if candidate.kind is Kind.COUNT
            and candidate.unit
            and candidate.unit not in figure
            and candidate.unit != "time"
            else None
        )
        return f"{bound}{figure}" + (f" {_plural(unit)}" if unit else ""), [unit] if unit else [], []
    low, high = candidate.noun
    head = high - 1
    while head > low and passage.tags[head] not in NOUNS:
        head -= 1
    owner = _owner(candidate, register, head)
    noun = _short_noun(passage, low, head, most=1 if candidate.kind is Kind.MONEY else 2)
    middle = f" {owner}" if owner else " of" if candidate.kind is Kind.PERCENT and " of " in candidate.text else ""
    return f"{bound}{figure}{middle} {noun}", [noun_name(passage, head)], [owner] if owner else []


def _plural(unit: str) -> str:
    return (
        unit
        if unit.endswith("s")
        else {"person": "people", "man": "men", "woman": "women", "child": "children"}.get(unit, unit + "s")
    )


def _short_noun(passage: Passage, low: int, head: int, most: int) -> str:
    """The head noun with the nouns right before it ("spending measure"), and for counts an adjective."""
    start = head
    while start > low and head - start < most and passage.tags[start - 1] in (*NOUNS, *(("JJ",) if most > 1 else ())):
        start -= 1
    while start > low and "HYPH" in passage.tags[start - 1 : start + 1]:
        start -= 1
    return passage.slice(start, head + 1)


def _owner(candidate: Candidate, register: Register, head: int) -> str | None:
    """Whose the counted thing is: the possessor or "of"-name of its noun, a description resolved to its name."""
    passage = candidate.passage
    owner = passage.child(head, "poss")
    if owner is None or (candidate.start <= passage.starts[owner] < candidate.end and candidate.figure is None):
        return None
    if passage.lower[owner] in ("its", "their", "his", "her", "our", "my", "your"):
        return (
            register.pronoun("he" if passage.lower[owner] == "his" else "she", passage, owner)
            if passage.lower[owner] in ("his", "her")
            else None
        )
    phrase = base_phrase(passage, owner)
    text = re.sub(r"^(?:the|a|an)\s+", "", passage.slice(phrase.low, owner + 1), flags=re.IGNORECASE)
    if passage.tags[owner] in ("NN", "NNS"):
        return register.holder(text) or register.body(text)
    return register.person(text) if passage.entity_of[owner] == "PERSON" else text
