"""What the story says of a person before the name: titles, a body's own people, "the president, X"."""

import re

from workbench.extraction.descriptions import LONGEST_ROLE, Shape, role_head
from workbench.extraction.lexicon import words
from workbench.extraction.nations import country_of
from workbench.extraction.nouns import base_phrase, singular
from workbench.extraction.passage import Entity, Passage
from workbench.extraction.register import Register
from workbench.extraction.roles import is_plural, is_role

_TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "POS", "VBG", "VBN", "AFX", "JJS", "CD"})
_INNER_WORDS = ("of", "for", "and", "&", "the", "on", "'s", "’s", "-", "'")
LONGEST_TITLE = 12


def title_before(passage: Passage, person: Entity, register: Register) -> Shape | None:
    """As in "NATO Secretary-General Jens Stoltenberg", "her husband Siarhei"."""
    low = person.low
    while low > 0 and person.low - low < LONGEST_TITLE and _belongs_to_title(passage, low - 1, person):
        low -= 1
        if low > 2 and passage.words[low - 1] == ")" and "(" in passage.words[low - 4 : low - 1]:
            low -= 1 + passage.words[low - 4 : low][::-1].index("(")
    if (
        low == person.low - 1
        and passage.lower[low - 2 : low] == ["of", "the"]
        and low > 2
        and is_role(passage, low - 3)
    ):
        low -= 3
    low = max([low, *(t + 1 for t in range(low, person.low) if _leads_in(passage, t) or _leads_to_another(passage, t))])
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
    start, role = _with_owner(passage, low, person, register)
    if role.lower() in words("roles", "courtesy") or role.lower() == "national" or _is_of_thing(passage, person, low):
        return None
    return "a title before the name", start, passage.ends[person.high - 1], role


def _is_of_thing(passage: Passage, person: Entity, low: int) -> bool:
    """Whether the words before the name go with a noun behind it: "a major Eva Lund backer"."""
    last = person.high - 1
    head = passage.heads[last]
    belongs = passage.deps[last] == "compound" and head == person.high and passage.tags[head] in ("NN", "NNS")
    return belongs and passage.words[low].islower()


def _with_owner(passage: Passage, low: int, person: Entity, register: Register) -> tuple[int, str]:
    """Where the title that stands from `low` to the name starts, and its words with whose it is: "husband of X"."""
    role, before = _single(passage, low, person.low), passage.lower[low - 1] if low else ""
    if before in ("his", "her"):
        owner = register.pronoun("he" if before == "his" else "she", passage, low - 1)
        return passage.starts[low - 1], f"{role} of {owner}" if owner else role
    if low > 1 and passage.tags[low - 1] == "POS" and passage.lower[person.low - 1] in words("roles", "kinship"):
        whose = next((e for e in passage.entities if e.type == "PERSON" and e.high in (low - 1, low)), None)
        if whose is not None:
            owner = register.person(passage.slice(whose.low, min(whose.high, low - 1)))
            return passage.starts[whose.low], f"{role} of {owner}"
    return passage.starts[low - (before in ("a", "an", "the", "their", "its"))], role


def _single(passage: Passage, low: int, high: int) -> str:
    """The title as one person bears it: "Republican candidate" before the first of several names."""
    last = passage.words[high - 1]
    if not is_plural(passage, high - 1) or not is_role(passage, high - 1):
        return passage.slice(low, high)
    one = singular(last)
    gap = passage.text[passage.starts[low] : passage.starts[high - 1]]
    return gap + (one.capitalize() if last[0].isupper() else one)


def _leads_in(passage: Passage, token: int) -> bool:
    """Whether the word is a verb that only leads to a title, as in "including Sen. X"."""
    return passage.tags[token] in ("VBG", "VBN") and passage.lower[token] not in words("roles", "participles")


def _leads_to_another(passage: Passage, token: int) -> bool:
    """Whether the word joins one person's role to another's title: the "of" in "critic of President X"."""
    joins = passage.lower[token] in ("of", "for", "to") and 0 < token < len(passage) - 2
    if not joins or not is_role(passage, token - 1) or not passage.words[token - 1].islower():
        return False
    if passage.lower[token - 1 : token + 2] == ["chief", "of", "staff"]:
        return False
    titles = [t for t in range(token + 1, min(token + 4, len(passage))) if is_role(passage, t)]
    return any(passage.words[t][0].isupper() and passage.lower[t] != "justice" for t in titles)


def _belongs_to_title(passage: Passage, token: int, person: Entity) -> bool:
    if passage.entity_of[token] in ("PERSON", "DATE", "TIME") or passage.words[token] in (",", ".", '"', "“", "”", "("):
        return False
    if passage.tags[token] in ("VBG", "VBN") and token == person.low - 1:
        return False
    if passage.tags[token] in _TITLE_TAGS or passage.tags[token] == "POS":
        return passage.tags[token] != "CD"
    if passage.lower[token] in ("of", "for", "&", "and") and token > 0 and token + 1 < person.low:
        if passage.lower[token] in ("and", "&"):
            names = passage.tags[token - 1] == passage.tags[token + 1] == "NNP"
            return names or _joins_roles(passage, token, person)
        staff = passage.lower[token - 1 : token + 2] == ["chief", "of", "staff"]
        return staff or (is_role(passage, token - 1) and passage.words[token + 1][0].isupper())
    return False


def _joins_roles(passage: Passage, token: int, person: Entity) -> bool:
    """Whether "and" joins two roles of one person: "Acme boss and founder Ann Lee", not "the mayor and actor Bo Li"."""
    before = token
    while before > 0 and passage.tags[before - 1] in ("NN", "NNP", "JJ", "HYPH"):
        before -= 1
    leads = before > 0 and passage.tags[before - 1] in ("DT", "PRP$", "POS", ",", "CC")
    one = is_role(passage, token - 1) and not is_plural(passage, token - 1)
    return one and is_role(passage, person.low - 1) and not leads


def _runs_into_another(passage: Passage, low: int, person: Entity) -> bool:
    """Whether the noun right before the name is a plural that has nothing to do with it."""
    return any(
        passage.tags[t] in ("NNS",)
        and not passage.lower[t].endswith("ss")
        and t == person.low - 1
        and not is_role(passage, t)
        for t in range(low, person.low)
    )


def office_before(passage: Passage, person: Entity) -> Shape | None:
    """As in "Minister of the Interior Ann Lee", "Secretary of the Navy for Ships Bo Li": an office with its field."""
    role = low = person.low
    while low > 0 and person.low - low < LONGEST_TITLE and _in_office(passage, low - 1):
        low -= 1
        if is_role(passage, low) and passage.lower[low + 1] in ("of", "for") and passage.words[low][0].isupper():
            role = low
    if role == person.low or passage.tags[person.low - 1] not in ("NNP", "NNPS"):
        return None
    while (
        role > low and passage.tags[role - 1] in ("NNP", "JJ") and passage.lower[role - 1] not in ("of", "for", "the")
    ):
        role -= 1
    return (
        "an office before the name",
        passage.starts[role],
        passage.ends[person.high - 1],
        passage.slice(role, person.low),
    )


def _in_office(passage: Passage, token: int) -> bool:
    fits = passage.tags[token] in ("NNP", "NNPS", "JJ") and passage.words[token][0].isupper()
    return (fits or passage.lower[token] in ("of", "for", "the", "and")) and passage.entity_of[token] != "PERSON"


def of_nation(passage: Passage, person: Entity) -> Shape | None:
    """As in "Spaniard Rafael Nadal", "Kenyan Eliud Kipchoge": a nation that is all that stands before the name."""
    before = person.low - 1
    if before < 0 or passage.entity_of[before] != "NORP" or not passage.words[before][0].isupper():
        return None
    named = country_of(passage.words[before]) is not None and passage.tags[person.high : person.high + 1] != ["NN"]
    alone = before == 0 or passage.tags[before - 1] not in ("NNP", "NN", "JJ", "HYPH", "POS")
    alone = alone and named and not any(is_role(passage, t) for t in range(person.low, person.high))
    rule = "a nation before the name"
    return (rule, passage.starts[before], passage.ends[person.high - 1], passage.words[before]) if alone else None


def of_a_body(passage: Passage, person: Entity) -> Shape | None:
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


def apposition_before(passage: Passage, person: Entity, register: Register) -> Shape | None:
    """As in "the current president, Alexander Lukashenko", "a police constable, reportedly one Vijayaragavan"."""
    last = _end_before_name(passage, person)
    if last is None or passage.entity_of[last] == "PERSON":
        return None
    low = last
    while low > 0 and last - low < LONGEST_ROLE and _in_description(passage, low - 1):
        low -= 1
    article = next((t for t in range(max(0, low - 1), last) if passage.tags[t] in ("DT", "PRP$")), None)
    if article is None or role_head(passage, article + 1, last + 1) is None or _begins_anew(passage, person, article):
        return None
    role = passage.slice(article + 1, last + 1)
    if passage.lower[article] in ("his", "her"):
        owner = register.pronoun("he" if passage.lower[article] == "his" else "she", passage, article)
        role = (
            f"{role} of {owner}" if owner and owner != register.person(passage.slice(person.low, person.high)) else role
        )
    return "an apposition before the name", passage.starts[article], passage.ends[person.high - 1], role


def parsed_apposition(passage: Passage, person: Entity) -> Shape | None:
    """As in "Port Authority chief engineer, X", "the director and founder of the company, X", whatever the article."""
    name = next((t for t in range(person.low, person.high) if passage.deps[t] == "appos"), None)
    head = passage.heads[name] if name is not None else person.low
    if head >= person.low or person.low - head > LONGEST_ROLE or not is_role(passage, head) or is_plural(passage, head):
        return None
    low, high = base_phrase(passage, head).low, person.low
    while high > head + 1 and (passage.words[high - 1] == "," or passage.lower[high - 1] in words("roles", "courtesy")):
        high -= 1
    high = next((t for t in range(head, high) if passage.tags[t] in ("WP", "WDT")), high)
    while low < head and (passage.tags[low] in ("RB", "DT") or passage.lower[low] in ("its", "their")):
        low += 1
    owned = passage.tags[low] == "PRP$"
    if owned or any(passage.entity_of[t] == "PERSON" for t in range(head, high)) or "," in passage.words[low:high]:
        return None
    start = passage.starts[low - (low > 0 and passage.tags[low - 1] == "DT")]
    end = passage.ends[person.high - 1]
    return "a description joined to the name", start, end, passage.slice(low, high)


def _end_before_name(passage: Passage, person: Entity) -> int | None:
    """The last token of what stands before "," or "named" before the name; None where neither stands there."""
    at = person.low - 1
    while at > 0 and (
        passage.lower[at] in ("one", "as", "reportedly")
        or passage.tags[at] == "RB"
        or passage.lower[at] in words("roles", "courtesy")
        or (passage.words[at][0].isupper() and is_role(passage, at))
    ):
        at -= 1
    if at > 6 and passage.lower[at] == "old" and passage.lower[at - 2] == "year":
        at -= 5
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


def shared_title(passage: Passage, person: Entity) -> Shape | None:
    """As in "brothers Ali and Omar Said", "ministers A, B and C": a further name under a title in the plural."""
    first = person
    before: Entity | None = person
    while before is not None and passage.lower[first.low - 1 : first.low] in (["and"], [","]):
        high = first.low - (2 if passage.words[first.low - 2 : first.low - 1] == [","] else 1)
        before = next((e for e in passage.entities if e.type == "PERSON" and e.high == high), None)
        first = before or first
    title = first.low - 1
    if first is person or title < 0 or not is_plural(passage, title) or not is_role(passage, title):
        return None
    low = title
    while low > 0 and passage.tags[low - 1] in ("NN", "NNP", "JJ", "HYPH") and passage.heads[low - 1] >= low:
        low -= 1
    role = _single(passage, low, title + 1)
    return "a title that several share", passage.starts[low], passage.ends[person.high - 1], role
