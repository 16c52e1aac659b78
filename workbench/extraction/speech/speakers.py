"""Resolve who speaks to the fullest name that the story gives, and to nothing more."""

from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.people import describing, issuers
from workbench.extraction.people.describing import ARTICLE, Answer
from workbench.extraction.people.register import Register, without_titles
from workbench.extraction.text.passage import NOUNS, Entity, Passage

_LINKING = frozenset(("by", "with", "from", "in", "about", "on", "to", "against", "than"))
PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "who", "that", "which", "there", "this", "what"))
"""Words that stand for a speaker named elsewhere, or for nobody."""


def resolve(passage: Passage, tokens: tuple[int, int] | None, register: Register) -> Answer:
    """The speaker's name and the rule that gave it; (None, why) where nothing or more than one thing fits."""
    if tokens is None:
        return None, "nobody stands beside the cue"
    low, high = tokens
    if high - low == 1 and passage.lower[low] in PRONOUNS:
        personal = passage.lower[low] in ("he", "she")
        return _he_or_she(passage, low, register) if personal else _earlier_body(passage, low, register)
    if (body := _keeper(passage, low, high) or _own_document(passage, low, high, register)) is not None:
        return body, "whose document it is"
    known = _with_others(passage, low, high, register) or _issuer(passage, low, high, register)
    return known or _described_or_named(passage, low, high, register)


def _with_others(passage: Passage, low: int, high: int, register: Register) -> Answer | None:
    """As in "he and other critics": both, or nobody where one of them is not known; of "Lee and others" Lee."""
    if passage.lower[high - 2 : high] == ["and", "others"] and high - low > 2:
        return resolve(passage, (low, high - 2), register)
    if passage.lower[low] not in ("he", "she") or passage.lower[low + 1 : low + 2] != ["and"] or high <= low + 2:
        return None
    both = _he_or_she(passage, low, register)[0], resolve(passage, (low + 2, high), register)[0]
    return ("; ".join(name for name in both if name) if all(both) else None), "two speakers"


def _own_document(passage: Passage, low: int, high: int, register: Register) -> str | None:
    """The body that spoke before, where its document speaks: "its statement said"."""
    owner = passage.lower[low]
    if owner not in ("its", "their") or not issuers.is_document(passage, _head(passage, low, high)):
        return None
    return register.spoke(passage, low, several=owner == "their")


def _he_or_she(passage: Passage, token: int, register: Register) -> Answer:
    if (unnamed := _unnamed(passage, token, register)) is not None:
        return unnamed, "a pronoun, by the person described before"
    return register.pronoun(passage.lower[token], passage, token), "a pronoun, by the person named last"


def _unnamed(passage: Passage, token: int, register: Register) -> str | None:
    """Whom the sentence before is about, where it describes and does not name them: "A baker saw it. She said …"."""
    place = passage.sentence_of[token]
    low, high = passage.sentences[place - 1] if place else (0, 0)
    acts = [t for t in range(low, high) if passage.deps[t] in ("nsubj", "nsubjpass")]
    main = [t for t in acts if passage.deps[passage.heads[t]] == "ROOT"]
    here = any(passage.entity_of[t] == "PERSON" for t in range(passage.sentences[place][0], token))
    if here or not main or passage.tags[main[-1]] != "NN" or not is_role(passage, main[-1]):
        return None
    first, last = _whole(passage, main[-1])
    # "The president" may be somebody whom the story names elsewhere.
    new = passage.lower[first] in ("a", "an", "another", "one")
    if not new and not (passage.lower[first] == "the" and passage.lower[main[-1] + 1] in ("of", "at", "for", "from")):
        return None
    if "PERSON" in passage.entity_of[first:last] or any(passage.entity_of[t] == "PERSON" for t in acts):
        return None
    name, rule = describing.resolved(passage, (first, last), main[-1], register)
    return name if rule == "the words beside the cue" else None


def _keeper(passage: Passage, low: int, high: int) -> str | None:
    """The body whose document speaks, where its name holds a preposition: "The Centre for Trade's list of ports"."""
    body = next((e for e in passage.entities if e.type == "ORG" and low <= e.low <= low + 1), None)
    if body is None or any(passage.tags[t] == "IN" for t in range(low, body.low)):
        return None
    mark = next((t for t in (body.high - 1, body.high) if t < high and passage.tags[t] == "POS"), None)
    if mark is None or not any(issuers.is_document(passage, t) for t in range(mark + 1, min(mark + 4, high))):
        return None
    return ARTICLE.sub("", passage.slice(body.low, mark))


def _issuer(passage: Passage, low: int, high: int, register: Register) -> Answer | None:
    """Who issued the message that speaks here: "a letter from X", "X put out a statement saying", "the statement"."""
    head = _head(passage, low, high)
    if not issuers.is_message(passage, head) or passage.tags[head] not in ("NN", "NNS"):
        return None
    if passage.lower[low] in ("the", "this", "that") and issuers.owner_of(passage, head) is None:
        known = issuers.earlier(register.issued, passage, head)
    else:
        known = next((d for d in register.issued if d.passage is passage and d.token == head), None)
    name = resolve(known.passage, known.issuer, register)[0] if known else None
    return (name, "whoever issued it") if name else None


def _described_or_named(passage: Passage, low: int, high: int, register: Register) -> Answer:
    if (name := _apposed(passage, low, high)) is not None:
        text = passage.slice(name.low, name.high)
        named = register.person(text) if name.type == "PERSON" else ARTICLE.sub("", text)
        return named, "the name beside its description"
    parts = _conjuncts(passage, low, high)
    if len(parts) > 1:
        names = [_part(passage, part, register) for part in parts]
        if all(names):
            return "; ".join(ARTICLE.sub("", name) for name in names if name), "two speakers"
    if (person := _titled(passage, low, high)) is not None:
        name_text = passage.slice(person.low, person.high)
        return register.person(name_text), "the name beside the cue"
    return _one(passage, (low, high), register)


def _goes_on_with_role(passage: Passage, token: int) -> bool:
    """Whether what follows "and" is a second role of the same person: "vice president and general counsel"."""
    return passage.tags[token] in ("NN", "JJ") or (passage.tags[token] == "NNP" and is_role(passage, token))


def _part(passage: Passage, part: tuple[int, int], register: Register) -> str | None:
    name = _apposed(passage, *part)
    return register.person(passage.slice(name.low, name.high)) if name else _one(passage, part, register)[0]


def _apposed(passage: Passage, low: int, high: int) -> Entity | None:
    """The name that stands between commas behind a description: "the firm, Vidya Ltd", "a lawyer for X, Ann Lee"."""
    for entity in passage.entities:
        if not low + 1 < entity.low < entity.high <= high or entity.type not in ("PERSON", "ORG"):
            continue
        shut = entity.high == high or passage.lower[entity.high] in (",", "of", "from", "at")
        comma = entity.low - 1
        while comma > low and passage.tags[comma] in ("NNP", "NN", "JJ", "IN", "HYPH"):
            comma -= 1
        if passage.words[comma] != "," or not shut:
            continue
        before = range(low, comma)
        if any(passage.tags[t] in ("VBD", "VBZ", "VBP", ",", "WP", "WDT") for t in before):
            return None
        if any(passage.tags[t] == "CC" and not _goes_on_with_role(passage, t + 1) for t in before):
            return None
        if passage.entity_of[low] == "PERSON" and all(passage.lower[t] != "'s" for t in before):
            return None
        head = comma - 1 if is_role(passage, comma - 1) else _head(passage, low, comma)
        fits = is_role(passage, head) if entity.type == "PERSON" else passage.tags[head] == "NN"
        return entity if fits or (passage.tags[head] == "NN" and can_speak(passage, head)) else None
    return None


def _titled(passage: Passage, low: int, high: int) -> Entity | None:
    """The one person of the phrase, where nothing but titles and bodies stands before the name."""
    people = [e for e in passage.entities if e.type == "PERSON" and low <= e.low and e.high <= high]
    if not people or (people[0].high < high and passage.tags[people[0].high] in ("POS", "CC")):
        return None
    head = _head(passage, low, high)
    named = next((e for e in people if e.low <= head < e.high), people[0])
    before = range(low, named.low)
    closed = any(
        (passage.tags[t] in ("VBD", "VBZ", "VBP", ",", "VBG", "WP") and passage.words[t - 1] != "-")
        or passage.lower[t] in _LINKING
        for t in before
    )
    whose = named.low > low and passage.lower[named.low - 1] in ("of", "for")
    return None if closed or whose else named


def _earlier_body(passage: Passage, token: int, register: Register) -> Answer:
    """As in "it" or "they": the subject of a sentence before that can speak, else who spoke last."""
    word = passage.lower[token]
    if word not in ("it", "they", "who", "which", "that"):
        return None, "a pronoun that names nobody"
    relative = word not in ("it", "they")
    place = passage.sentence_of[token] - (0 if relative else 1)
    for sentence in range(place, max(-1, place - 3), -1):
        low, high = passage.sentences[sentence]
        for at in range(min(high, token) - 1, low - 1, -1):
            if not _acts(passage, at, word) or not (relative or can_speak(passage, at)):
                continue
            name, _ = resolve(passage, _whole(passage, at), register)
            if name is not None:
                return name, "a pronoun, by the subject before"
    if word in ("it", "they"):
        return register.spoke(passage, token, several=word == "they"), "a pronoun, by the body that spoke before"
    return None, "a pronoun that nothing before explains"


def _whole(passage: Passage, noun: int) -> tuple[int, int]:
    """The noun with what belongs to it, without the clauses that hang on it."""
    low, high = passage.subtree(noun)
    stop = next((t for t in range(noun + 1, high) if passage.tags[t] in ("WP", "WDT", "VBD", "VBZ", "VBP")), high)
    return low, stop


def _acts(passage: Passage, at: int, word: str) -> bool:
    """Whether this is the subject of a sentence that "it" or "they" can mean."""
    if passage.deps[at] not in ("nsubj", "nsubjpass") or passage.tags[at] not in NOUNS:
        return False
    plural = passage.tags[at] in ("NNS", "NNPS") or any(passage.deps[c] == "conj" for c in passage.children[at])
    if word == "it" and (plural or passage.entity_of[at] == "PERSON"):
        return False
    if word == "they" and not plural and (passage.tags[at] != "NN" or passage.entity_of[at] == "PERSON"):
        return False
    return passage.deps[passage.heads[at]] in (
        ("ROOT", "conj") if word in ("it", "they") else ("ROOT", "conj", "ccomp")
    )


def _conjuncts(passage: Passage, low: int, high: int) -> list[tuple[int, int]]:
    """The parts of "X and Y" where both are names."""
    heads = [
        t
        for t in range(low, high)
        if passage.deps[t] == "conj"
        and low <= passage.heads[t] < high
        and passage.tags[t] in NOUNS
        and not any(passage.tags[u] == "IN" or passage.words[u] == "," for u in range(low, passage.heads[t]))
    ]
    for head in heads:
        join = next((t for t in range(low, head) if passage.tags[t] == "CC" and t > passage.heads[head]), None)
        if join is None or passage.entity_of[join] == "ORG" or passage.words[join] == "&":
            continue
        if _names_one(passage, low, join):
            continue
        start = passage.subtree(head)[0]
        end = join
        while end > low and passage.tags[end - 1] in (",", "CC"):
            end -= 1
        first, second = (low, end), (max(start, join + 1), high)
        if _named(passage, first) and _named(passage, second):
            return [first, second]
    return [(low, high)]


def _names_one(passage: Passage, low: int, join: int) -> bool:
    """Whether two roles or fields lead to one name: "Norlund Chairman and Founder Karen Lund"."""
    if _is_field(passage, low, join):
        return True
    roles = [t for t in (join - 1, join + 1) if is_role(passage, t) and not is_plural(passage, t)]
    return len(roles) == 2 and "PERSON" not in passage.entity_of[low:join]


def _is_field(passage: Passage, low: int, join: int) -> bool:
    """Whether "and" joins what a role is for, and a name follows: "vice president for news and talk Dave Gorm"."""
    link = next((t for t in range(low, join) if passage.lower[t] in ("for", "of")), None)
    alone = "PERSON" not in passage.entity_of[low:join] and passage.words[join + 1].islower()
    named = passage.tags[join + 2 : join + 3] == ["NNP"]
    return link is not None and alone and named and is_role(passage, link - 1) and not is_role(passage, join + 1)


def _named(passage: Passage, part: tuple[int, int]) -> bool:
    return any(passage.tags[t] in ("NNP", "NNPS") for t in range(*part))


def _one(passage: Passage, tokens: tuple[int, int], register: Register) -> Answer:
    low, high = tokens
    people = [e for e in passage.entities if e.type == "PERSON" and low <= e.low and e.high <= high]
    head = _head(passage, low, high)
    for person in people:
        if (
            person.low <= head < person.high
            or passage.heads[head] in range(person.low, person.high)
            or _appositive(passage, head, person.low)
        ):
            name = passage.slice(person.low, person.high)
            full = register.person(name)
            return full, "the name beside the cue" if full == without_titles(
                name
            ) else "the fullest name for this surname"
    bodies = [e for e in passage.entities if e.type == "ORG" and low < e.low < high]
    body = next((e for e in bodies if e.low <= head < e.high or _is_named_by(passage, head, e, high)), None)
    if body is not None and any(passage.tags[t] in ("NN", "POS") for t in range(low, body.low)):
        first = next((e.low for e in passage.entities if e.high == body.low and e.type == "ORG"), body.low)
        return passage.slice(first, body.high), "the body behind its description"
    return describing.resolved(passage, tokens, head, register)


def _is_named_by(passage: Passage, head: int, body: Entity, high: int) -> bool:
    """Whether the body's name ends the phrase right behind its noun: "the boat maker Nordsee Motors"."""
    return body.low == head + 1 and body.high == high and passage.tags[head] == "NN"


def _appositive(passage: Passage, head: int, person: int) -> bool:
    return passage.deps[head] == "appos" or any(
        passage.deps[c] == "appos" and c == person for c in passage.children[head]
    )


def _head(passage: Passage, low: int, high: int) -> int:
    for token in range(low, high):
        if not low <= passage.heads[token] < high and passage.tags[token] in NOUNS:
            return token
    nouns = [t for t in range(low, high) if passage.tags[t] in NOUNS]
    return nouns[0] if nouns else low
