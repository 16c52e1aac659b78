"""Identities: a person with the role, title, affiliation or description that the story gives next to the name."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.lexicon import words
from workbench.extraction.passage import NOUNS, Entity, Passage
from workbench.extraction.register import Register
from workbench.extraction.roles import is_role

_TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "POS", "VBG", "VBN", "AFX", "JJS", "CD"})
_INNER_WORDS = ("of", "for", "and", "&", "the", "on", "'s", "’s", "-", "'")
Shape = tuple[str, int, int, str]
"""The rule that saw it, start and end in characters, and the role's words."""
LONGEST_TITLE = 12
LONGEST_ROLE = 16


def find(passage: Passage, register: Register) -> Iterator[Candidate]:
    """A candidate for each person and role of the passage, whether or not the story said so before."""
    for person in sorted((e for e in passage.entities if e.type == "PERSON"), key=lambda e: e.low):
        for rule, start, end, role in _shapes(passage, person, register):
            text = _clean(role)
            if not text:
                continue
            name = register.person(passage.slice(person.low, person.high))
            yield Candidate(
                Kind.IDENTITY,
                passage,
                start,
                end,
                rule,
                person=name,
                role=text,
                readings=[
                    Reading("person", passage.slice(person.low, person.high), "the fullest name in the story"),
                    Reading("role", role, rule),
                ],
            )


def _shapes(passage: Passage, person: Entity, register: Register) -> Iterator[Shape]:
    for shape in (
        _known_for,
        _title_before,
        _of_a_body,
        _apposition_before,
        _apposition_behind,
        _from_a_place,
        _copula,
        _leading,
    ):
        found = shape(passage, person, register)
        if found:
            yield found


def _title_before(passage: Passage, person: Entity, register: Register) -> Shape | None:
    """As in "NATO Secretary-General Jens Stoltenberg", "her husband Siarhei"."""
    low = person.low
    while low > 0 and person.low - low < LONGEST_TITLE and _belongs_to_title(passage, low - 1, person):
        low -= 1
        if low > 2 and passage.words[low - 1] == ")" and "(" in passage.words[low - 4 : low - 1]:
            low -= 1 + passage.words[low - 4 : low][::-1].index("(")
    while low < person.low and (passage.lower[low] in _INNER_WORDS or passage.tags[low] == "POS"):
        low += 1
    if low >= person.low:
        return None
    roles = [t for t in range(low, person.low) if is_role(passage, t)]
    if not roles or _runs_into_another(passage, low, person):
        return None
    if roles[-1] + 1 < person.low and not all(
        passage.tags[t] in ("NNP", "HYPH", "IN", "NNPS", "NN", "CC", "JJ") for t in range(roles[-1] + 1, person.low)
    ):
        return None
    role = passage.slice(low, person.low)
    start = passage.starts[low]
    if low > 0 and passage.lower[low - 1] in ("his", "her", "their", "its"):
        start = passage.starts[low - 1]
        owner = (
            register.pronoun("he" if passage.lower[low - 1] == "his" else "she", passage, low - 1)
            if passage.lower[low - 1] in ("his", "her")
            else None
        )
        role = f"{role} of {owner}" if owner else role
    elif low > 1 and passage.tags[low - 1] == "POS" and passage.lower[roles[-1]] in words("roles", "kinship"):
        whose = next((e for e in passage.entities if e.type == "PERSON" and e.high in (low - 1, low)), None)
        if whose is not None:
            start = passage.starts[whose.low]
            role = f"{role} of {register.person(passage.slice(whose.low, min(whose.high, low - 1)))}"
    elif low > 0 and passage.lower[low - 1] in ("a", "an", "the"):
        start = passage.starts[low - 1]
    if role.lower() in words("roles", "courtesy"):
        return None
    return "a title before the name", start, passage.ends[person.high - 1], role


def _belongs_to_title(passage: Passage, token: int, person: Entity) -> bool:
    if passage.entity_of[token] in ("PERSON", "DATE", "TIME") or passage.words[token] in (",", ".", '"', "“", "”", "("):
        return False
    if passage.tags[token] in ("VBG", "VBN") and token == person.low - 1:
        return False
    if passage.tags[token] in _TITLE_TAGS or passage.tags[token] == "POS":
        return passage.tags[token] != "CD"
    if passage.lower[token] in ("of", "for", "&", "and") and token > 0 and token + 1 < person.low:
        joins = passage.lower[token] in ("and", "&")
        if joins:
            return passage.tags[token - 1] in ("NNP",) and passage.tags[token + 1] == "NNP"
        return (
            any(is_role(passage, t) for t in range(max(0, token - 1), token)) and passage.words[token + 1][0].isupper()
        )
    return False


def _runs_into_another(passage: Passage, low: int, person: Entity) -> bool:
    """Whether the noun right before the name is a plural that has nothing to do with it."""
    return any(
        passage.tags[t] in ("NNS",)
        and not passage.lower[t].endswith("ss")
        and t == person.low - 1
        and not is_role(passage, t)
        for t in range(low, person.low)
    )


def _of_a_body(passage: Passage, person: Entity, _: Register) -> Shape | None:
    """As in "The Native American Rights Fund's Jacqueline De León"."""
    mark = person.low - 1
    if mark < 1 or passage.lower[mark] not in ("'s", "’s", "'", "’"):
        return None
    body = next((e for e in passage.entities if e.high in (mark, mark + 1) and e.type in ("ORG", "GPE", "NORP")), None)
    low = body.low if body else mark
    while low > 0 and passage.tags[low - 1] in ("NNP", "NNPS") and passage.heads[low - 1] >= low - 1:
        low -= 1
    if low == mark or passage.entity_of[low] == "PERSON":
        return None
    article = low > 0 and passage.lower[low - 1] == "the"
    start = low - article
    name = passage.slice(low, mark)
    return (
        "a body's own person",
        passage.starts[start],
        passage.ends[person.high - 1],
        f"of {'the ' if article or name.lower().startswith('the ') else ''}{re.sub('^[Tt]he ', '', name)}",
    )


def _apposition_behind(passage: Passage, person: Entity, _: Register) -> Shape | None:
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
    end = _end_of_role(passage, at, closing)
    head = _role_head(passage, at, end)
    if head is None or end <= at:
        return None
    if passage.entity_of[at] == "PERSON" and head > at + 6:
        return None
    low = at if passage.lower[start] not in ("his", "her", "their", "its") else start
    return "an apposition behind the name", passage.starts[person.low], passage.ends[end - 1], passage.slice(low, end)


def _known_for(passage: Passage, person: Entity, _: Register) -> Shape | None:
    """As in "John Conway, known for the Game of Life"."""
    at = person.high + 1
    if at + 2 >= len(passage) or passage.words[at - 1] != ",":
        return None
    at += passage.lower[at] in ("best", "also", "widely", "perhaps")
    if passage.lower[at] != "known" or passage.lower[at + 1] not in ("for", "as"):
        return None
    end = _end_of_role(passage, at, None)
    return "what the person is known for", passage.starts[person.low], passage.ends[end - 1], passage.slice(at, end)


def _end_of_role(passage: Passage, start: int, closing: str | None) -> int:
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


def _role_head(passage: Passage, low: int, high: int) -> int | None:
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


def _apposition_before(passage: Passage, person: Entity, _: Register) -> Shape | None:
    """As in "the current president, Alexander Lukashenko", "a police constable, reportedly one Vijayaragavan"."""
    last = _end_before_name(passage, person)
    if last is None or passage.entity_of[last] == "PERSON":
        return None
    low = last
    while low > 0 and last - low < LONGEST_ROLE and _in_description(passage, low - 1):
        low -= 1
    article = next((t for t in range(max(0, low - 1), last) if passage.tags[t] in ("DT", "PRP$")), None)
    if article is None or _role_head(passage, article + 1, last + 1) is None or _begins_anew(passage, person, article):
        return None
    role = passage.slice(article + 1, last + 1)
    return "an apposition before the name", passage.starts[article], passage.ends[person.high - 1], role


def _end_before_name(passage: Passage, person: Entity) -> int | None:
    """The last token of what stands before "," or "named" before the name; None where neither stands there."""
    at = person.low - 1
    while at > 0 and (passage.lower[at] in ("one", "as", "reportedly") or passage.tags[at] == "RB"):
        at -= 1
    if at < 1 or passage.lower[at] not in (",", "named", "called", "identified"):
        return None
    return at - 1


def _in_description(passage: Passage, token: int) -> bool:
    return passage.tags[token] in _TITLE_TAGS or passage.lower[token] in ("of", "for", "'s", "’s", "the")


def _begins_anew(passage: Passage, person: Entity, article: int) -> bool:
    """Whether the name starts a clause or a list of its own behind the comma: "in the report, Smith said"."""
    after = passage.tags[person.high] if person.high < len(passage) else "."
    if after == "CC":
        return True
    return after in ("VBD", "VBZ", "VBP", "MD") and passage.deps[passage.heads[article]] not in ("nsubj", "nsubjpass")


def _from_a_place(passage: Passage, person: Entity, _: Register) -> Shape | None:
    """As in "Eliud Kipchoge from Kenya", "John Smith of the BBC"."""
    at = person.high
    if at + 1 >= len(passage) or passage.lower[at] not in ("of", "from", "with"):
        return None
    thing = at + 1 + (passage.lower[at + 1] in ("the", "a"))
    entity = next((e for e in passage.entities if e.low <= thing < e.high), None)
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


def _copula(passage: Passage, person: Entity, _: Register) -> Shape | None:
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
    end = _end_of_role(passage, low, None)
    low += passage.lower[low] in ("a", "an", "the")
    return (
        "what the person is or was made",
        passage.starts[person.low],
        passage.ends[max(end, role + 1) - 1],
        passage.slice(low, max(end, role + 1)),
    )


def _leading(passage: Passage, person: Entity, _: Register) -> Shape | None:
    """As in "Maria Kalesnikava …, who headed the campaign of Viktar Babaryka", "led by X"."""
    for at in range(person.high, min(person.high + 5, len(passage) - 1)):
        if passage.lower[at] == "who" and passage.lower[at + 1] in words("roles", "leads"):
            thing = passage.child(at + 1, "dobj")
            if thing is None:
                return None
            low, high = passage.subtree(thing)
            high = min(high, _end_of_role(passage, low + 1, None))
            verb = passage.lower[at + 1]
            noun = "head of" if verb.startswith(("head", "led", "lead", "chair", "direct", "run", "ran")) else verb
            return (
                "what the person leads",
                passage.starts[person.low],
                passage.ends[high - 1],
                f"{noun} {passage.slice(low, high)}",
            )
    return None


def _clean(role: str) -> str:
    """The role without what leads or trails it."""
    text = re.sub(r"\s+", " ", role).strip(" ,;:-–—\"“”'’")
    text = re.sub(r"^(?:the|a|an|also|now|then)\s+", "", text, flags=re.IGNORECASE)
    return text if any(c.isalpha() for c in text) else ""
