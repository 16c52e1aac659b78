"""Labels: a claim in a few words that a person would write, with names resolved."""

import re

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.nouns import base_phrase, noun_name
from workbench.extraction.passage import NOUNS, VERBS, Passage
from workbench.extraction.register import Register

MOST_WORDS = 10
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
_EMPTY_VERBS = frozenset(
    {
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "does",
        "did",
        "do",
        "'s",
        "'re",
        "being",
        "having",
    }
)
_NO_NOUN = frozenset(
    {
        "it",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "who",
        "which",
        "what",
        "them",
        "him",
        "her",
        "us",
        "me",
        "one",
        "its",
    }
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
    short = (candidate.kind is Kind.MONEY and noun_words) or named
    taken = {word.lower() for word in core.split()}
    context = [] if short else _context(candidate, register, topic, taken)
    room = MOST_WORDS - len(core.split())
    words = " ".join(context).split()[: max(0, room)]
    candidate.label = f"{core}: {' '.join(words)}" if words else core
    names = [part for part in context if part[:1].isupper()]
    candidate.about = list(dict.fromkeys([*named, *noun_words, *names]))[:4] or context[:2]


def _core(candidate: Candidate, register: Register) -> tuple[str, list[str], list[str]]:
    """The figure with its noun, the noun alone, and the name of whose it is."""
    passage = candidate.passage
    start, end = candidate.figure or (candidate.start, candidate.end)
    figure = passage.text[start:end].strip()
    if candidate.kind is Kind.DATE:
        return _LEAD.sub("", candidate.text), [], []
    if candidate.kind is Kind.RANK:
        text = _LEAD.sub("", _LEAD.sub("", candidate.text))
        return _first_words(text, 6).rstrip("…"), [], []
    bound = _BOUND_WORDS.get(candidate.bound, "") if candidate.bound else ""
    if candidate.noun is None:
        unit = (
            candidate.unit if candidate.kind is Kind.COUNT and candidate.unit and candidate.unit not in figure else None
        )
        return f"{bound}{figure}" + (f" {_plural(unit)}" if unit else ""), [unit] if unit else [], []
    low, high = candidate.noun
    head = high - 1
    while head > low and passage.tags[head] not in NOUNS:
        head -= 1
    owner = _owner(candidate, register, head)
    noun = _short_noun(passage, low, head, most=1 if candidate.kind is Kind.MONEY else 2)
    middle = f" {owner}" if owner else ""
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


def _context(candidate: Candidate, register: Register, topic: list[str], taken: set[str]) -> list[str]:
    """The clause around the figure in a few words: who, does, what, where; the story's topic where nobody is named."""
    passage = candidate.passage
    own = set(range(*candidate.tokens))
    anchor = _anchor(candidate)
    found: list[str] = []
    verb = next((t for t in (anchor, *passage.ancestors(anchor)) if passage.tags[t] in VERBS), None)
    if verb is None:
        found += [
            _noun(passage, t, register) for t in passage.ancestors(anchor) if passage.tags[t] in NOUNS and t not in own
        ]
    else:
        found += _near_nouns(passage, anchor, verb, own, register)
        found += _clause(passage, verb, own, register)
    kept: list[str] = []
    seen = set(taken)
    for part in [*found, *topic]:
        fresh = [word for word in part.split() if word.lower() not in seen]
        if part and fresh and (len(fresh) == len(part.split()) or len(fresh) > 1 or part[0].isupper()):
            kept.append(" ".join(fresh))
            seen.update(word.lower() for word in fresh)
    return kept


def _anchor(candidate: Candidate) -> int:
    passage = candidate.passage
    low, high = candidate.tokens
    if candidate.noun:
        return min(candidate.noun[1] - 1, len(passage) - 1)
    outer = [t for t in range(low, high) if not low <= passage.heads[t] < high or passage.heads[t] == t]
    return outer[0] if outer else low


def _near_nouns(passage: Passage, anchor: int, verb: int, own: set[int], register: Register) -> list[str]:
    """Nouns between the figure and its verb: what a date or number directly hangs on ("the March 24 summit")."""
    found = []
    for token in passage.ancestors(anchor):
        if token == verb:
            break
        if passage.tags[token] in NOUNS and token not in own:
            found.append(_noun(passage, token, register))
    for child in passage.children[anchor]:
        if (
            passage.deps[child] == "prep"
            and child not in own
            and (thing := passage.child(child, "pobj")) is not None
            and thing not in own
        ):
            found.append(_noun(passage, thing, register))
    return found[:2]


def _clause(passage: Passage, verb: int, own: set[int], register: Register) -> list[str]:
    subject = passage.child(verb, "nsubj", "nsubjpass")
    if subject is None and passage.deps[verb] in ("conj", "xcomp", "advcl", "ccomp"):
        subject = passage.child(passage.heads[verb], "nsubj", "nsubjpass")
    if subject is None and passage.deps[verb] in ("acl", "relcl"):
        subject = passage.heads[verb]
    found = [_noun(passage, subject, register)] if subject is not None and subject not in own else []
    if passage.lower[verb] not in _EMPTY_VERBS:
        found.append(passage.lower[verb])
    for child in passage.children[verb]:
        if child in own or passage.deps[child] in (
            "nsubj",
            "nsubjpass",
            "punct",
            "aux",
            "auxpass",
            "advcl",
            "ccomp",
            "conj",
            "cc",
            "mark",
            "npadvmod",
        ):
            continue
        thing = passage.child(child, "pobj") if passage.deps[child] in ("prep", "agent") else child
        if (
            thing is not None
            and thing not in own
            and passage.tags[thing] in NOUNS
            and passage.entity_of[thing] != "DATE"
        ):
            found.append(_noun(passage, thing, register))
            inner = next((c for c in passage.children[thing] if passage.deps[c] == "prep" and c not in own), None)
            deeper = passage.child(inner, "pobj") if inner is not None else None
            if deeper is not None and deeper not in own and passage.entity_of[deeper] != "DATE":
                found.append(_noun(passage, deeper, register))
    return found


def _noun(passage: Passage, token: int, register: Register) -> str:
    """The noun phrase in at most three words, a name or description resolved; empty for what says nothing."""
    word = passage.lower[token]
    if word in ("he", "she"):
        return register.pronoun(word, passage, token) or ""
    if word in _NO_NOUN:
        return ""
    entity = next(
        (
            e
            for e in passage.entities
            if e.low <= token < e.high
            and e.type not in ("CARDINAL", "DATE", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "TIME")
        ),
        None,
    )
    if entity is not None:
        text = re.sub(r"^(?:the|The|a|A)\s+|['’]s$", "", passage.slice(entity.low, entity.high))
        return register.person(text) if entity.type == "PERSON" else register.short(text)
    low = base_phrase(passage, token).low
    start = token
    while start > low and token - start < 2 and passage.tags[start - 1] in ("NN", "NNS", "NNP", "JJ", "NNPS"):
        start -= 1
    text = passage.slice(start, token + 1)
    if passage.tags[token] == "NN" and (name := register.holder(text) or register.body(text)):
        return name
    return text


def topic_of(title: Passage | None, register: Register) -> list[str]:
    """The names and nouns of the story's title, in order: what a figure is about where its sentence names nothing."""
    if title is None:
        return []
    found = []
    for entity in title.entities:
        if entity.type in ("PERSON", "ORG", "GPE", "NORP", "LOC", "EVENT", "FAC"):
            text = title.slice(entity.low, entity.high)
            found.append(register.person(text) if entity.type == "PERSON" else text)
    covered = {t for e in title.entities for t in range(e.low, e.high)}
    nouns = [title.words[t] for t in range(len(title)) if title.tags[t] in ("NN", "NNS") and t not in covered]
    return [*nouns[:3], *found[:2]] if nouns else found[:3]
