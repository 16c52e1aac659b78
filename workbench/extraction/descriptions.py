"""What the story says of a person behind the name: appositions, "who leads …", "was named …", "of the BBC"."""

from workbench.extraction.lexicon import words
from workbench.extraction.nouns import base_phrase
from workbench.extraction.passage import NOUNS, Entity, Passage
from workbench.extraction.roles import is_role

Shape = tuple[str, int, int, str]
"""The rule that saw it, start and end in characters, and the role's words."""
LONGEST_ROLE = 16


def apposition_behind(passage: Passage, person: Entity) -> Shape | None:
    """As in "Veranika Tsapkala, wife of Valery Tsapkala", "X, 45, a teacher from Kent"."""
    at = person.high
    if at + 1 >= len(passage) or passage.words[at] not in (",", "(", "–", "—"):
        return None
    closing = ")" if passage.words[at] == "(" else None
    at += 1
    if passage.tags[at] == "CD" and at + 1 < len(passage) and passage.words[at + 1] == ",":
        at += 2
    start = at
    if at < len(passage) and passage.lower[at] in (
        "a",
        "an",
        "the",
        "one",
        "his",
        "her",
        "their",
        "its",
        "also",
        "then",
        "now",
        "formerly",
    ):
        at += 1
    end = end_of_role(passage, at, closing)
    head = role_head(passage, at, end)
    if head is None or end <= at:
        return None
    if passage.entity_of[at] == "PERSON" and head > at + 6:
        return None
    low = at if passage.lower[start] not in ("his", "her", "their", "its") else start
    return "an apposition behind the name", passage.starts[person.low], passage.ends[end - 1], passage.slice(low, end)


def known_for(passage: Passage, person: Entity) -> Shape | None:
    """As in "John Conway, known for the Game of Life"."""
    at = person.high + 1
    if at + 2 >= len(passage) or passage.words[at - 1] != ",":
        return None
    at += passage.lower[at] in ("best", "also", "widely", "perhaps")
    if passage.lower[at] != "known" or passage.lower[at + 1] not in ("for", "as"):
        return None
    end = end_of_role(passage, at, None)
    return "what the person is known for", passage.starts[person.low], passage.ends[end - 1], passage.slice(at, end)


def end_of_role(passage: Passage, start: int, closing: str | None) -> int:
    """Where the description that starts here ends: before a clause, a comma, a `closing` bracket or another person."""
    at = start
    while at < len(passage) and at - start < LONGEST_ROLE:
        word, tag = passage.words[at], passage.tags[at]
        if word == closing or tag in ("WP", "WDT", "WRB", ":", "``", "''", ".") or word in ("(", '"', "“", "”", ";"):
            break
        if tag == "," or tag in ("VBD", "VBZ", "VBP", "MD") or (tag == "TO" and at > start):
            break
        if (
            tag == "CC"
            and at + 1 < len(passage)
            and (passage.entity_of[at + 1] == "PERSON" or passage.tags[at + 1] in ("VBD", "VBZ"))
        ):
            break
        at += 1
    return at


def role_head(passage: Passage, low: int, high: int) -> int | None:
    """The role noun of "chief executive of X": the last noun before the first preposition, if it is one."""
    for token in range(low, high):
        if passage.tags[token] in ("IN", "TO", "VBG", "VBN") and token > low and passage.lower[token] != "-":
            break
        if passage.tags[token] in NOUNS and is_role(passage, token):
            following = token + 1 < high and passage.tags[token + 1] in (*NOUNS, "HYPH")
            if (
                not following
                or any(is_role(passage, t) for t in range(token + 1, min(high, token + 4)))
                or passage.lower[token + 1] == "-"
            ):
                return token
    return None


def from_a_place(passage: Passage, person: Entity) -> Shape | None:
    """As in "Eliud Kipchoge from Kenya", "John Smith of the BBC"."""
    at = person.high
    if at + 1 >= len(passage) or passage.lower[at] not in ("of", "from", "with"):
        return None
    thing = at + 1 + (passage.lower[at + 1] in ("the", "a"))
    while (
        thing + 1 < min(len(passage), at + 5) and passage.tags[thing] in ("NN", "JJ") and not passage.entity_of[thing]
    ):
        thing += 1
    entity = next((e for e in passage.entities if e.low <= thing < e.high), None)
    if (
        (entity is None or entity.type != "PERSON")
        and passage.tags[thing] == "NNP"
        and passage.lower[thing - 1] in words("bodies", "societies")
    ):
        entity = Entity(thing, entity.high if entity else thing + 1, "ORG")
    if (
        entity is None
        or entity.type not in ("GPE", "ORG", "NORP", "LOC", "FAC")
        or (passage.lower[at] == "with" and entity.type != "ORG")
    ):
        return None
    return (
        "where the person is from",
        passage.starts[person.low],
        passage.ends[entity.high - 1],
        passage.slice(at, entity.high),
    )


def copula(passage: Passage, person: Entity) -> Shape | None:
    """As in "X is the minister of …", "X was named chief executive", "X served as mayor"."""
    subject = next((t for t in range(person.low, person.high) if passage.deps[t] in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return None
    verb = passage.heads[subject]
    if verb <= person.high - 1 or verb - person.high > 6:
        return None
    if passage.lower[verb] in ("is", "was", "became", "becomes", "remains", "remained", "become"):
        role = passage.child(verb, "attr")
    elif passage.lower[verb] in words("roles", "became"):
        role = passage.child(verb, "oprd", "attr")
        if role is None:
            preposition = next(
                (c for c in passage.children[verb] if passage.lower[c] == "as" and passage.deps[c] == "prep"), None
            )
            role = passage.child(preposition, "pobj") if preposition is not None else None
    else:
        return None
    if role is None or role < verb or not is_role(passage, role) or passage.tags[role] in ("NNS", "NNPS"):
        return None
    low = passage.subtree(role)[0]
    end = end_of_role(passage, low, None)
    low += passage.lower[low] in ("a", "an", "the")
    return (
        "what the person is or was made",
        passage.starts[person.low],
        passage.ends[max(end, role + 1) - 1],
        passage.slice(low, max(end, role + 1)),
    )


def leading(passage: Passage, person: Entity) -> Shape | None:
    """As in "Maria Kalesnikava …, who headed the campaign of Viktar Babaryka", "led by X"."""
    for at in range(person.high, min(person.high + 5, len(passage) - 1)):
        if passage.lower[at] == "who" and passage.lower[at + 1] in ("is", "was") and at + 2 < len(passage):
            return _who_is(passage, person, at + 2)
        if passage.lower[at] == "who" and passage.lower[at + 1] in words("roles", "leads"):
            thing = passage.child(at + 1, "dobj")
            if thing is None:
                return None
            low, high = passage.subtree(thing)
            high = min(high, end_of_role(passage, low + 1, None))
            verb = passage.lower[at + 1]
            noun = "head of" if verb.startswith(("head", "led", "lead", "chair", "direct", "run", "ran")) else verb
            return (
                "what the person leads",
                passage.starts[person.low],
                passage.ends[high - 1],
                f"{noun} {passage.slice(low, high)}",
            )
    return None


def _who_is(passage: Passage, person: Entity, start: int) -> Shape | None:
    """As in "X, who is the mayor of Y"."""
    low = start + (passage.lower[start] in ("a", "an", "the", "also"))
    high = end_of_role(passage, low, None)
    if high <= low or role_head(passage, low, high) is None:
        return None
    return "who the person is", passage.starts[person.low], passage.ends[high - 1], passage.slice(low, high)


def led_by(passage: Passage, person: Entity) -> Shape | None:
    """As in "a team led by X", "the party, founded by X"."""
    at = person.low - 1
    if at < 2 or passage.lower[at] != "by" or passage.lower[at - 1] not in words("roles", "leads"):
        return None
    verb = at - 1
    thing = passage.heads[verb] if passage.deps[verb] in ("acl", "relcl") else passage.child(verb, "nsubjpass")
    if thing is None or thing > verb or passage.tags[thing] not in NOUNS:
        return None
    phrase = base_phrase(passage, thing)
    founded = passage.lower[verb] in ("founded", "co-founded")
    role = f"{'founder' if founded else 'leader'} of {passage.slice(phrase.low, phrase.high)}"
    return "whom a body is led by", passage.starts[phrase.low], passage.ends[person.high - 1], role
