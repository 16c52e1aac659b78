"""What the story says of a person right before the name: titles, offices, nations, a body's own people."""

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.people.register import Register
from workbench.extraction.text.passage import Entity, Passage

TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "POS", "VBG", "VBN", "AFX", "JJS", "CD"})
_INNER_WORDS = ("of", "for", "and", "&", "the", "on", "'s", "’s", "-", "'")
LONGEST_TITLE = 12


def title_before(passage: Passage, person: Entity, register: Register) -> Shape | None:
    """As in "Harbour Trust secretary Ann Lee", "her husband Bo"."""
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
    breaks = (_leads_in, _leads_to_another, _ends_before)
    low = max([low, *(t + 1 for t in range(low, person.low) if any(breaks_at(passage, t) for breaks_at in breaks))])
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
    if (
        role.lower() in words("roles", "courtesy")
        or role.lower() in ("national", "elder")
        or _is_of_thing(passage, person, low)
    ):
        return None
    return "a title before the name", start, passage.ends[person.high - 1], role


def _is_of_thing(passage: Passage, person: Entity, low: int) -> bool:
    """Whether the words before the name go with a noun behind it: "a major Eva Lund backer"."""
    last = person.high - 1
    head = passage.heads[last]
    belongs = passage.deps[last] == "compound" and head == person.high and passage.tags[head] in ("NN", "NNS")
    return belongs and passage.words[low].islower() and passage.words[person.low - 1].islower()


def _with_owner(passage: Passage, low: int, person: Entity, register: Register) -> tuple[int, str]:
    """Where the title that stands from `low` to the name starts, and its words with whose it is: "husband of X"."""
    role, before = _single(passage, low, person.low), passage.lower[low - 1] if low else ""
    if before in ("his", "her"):
        owner = owner_of(passage, low - 1, register)
        return passage.starts[low - 1], f"{role} of {owner}" if owner else role
    if before == "whose" and passage.lower[person.low - 1] in words("roles", "kinship"):
        named = [e for e in passage.entities if e.type == "PERSON" and e.high in (low - 1, low - 2)]
        owner = register.person(passage.slice(named[-1].low, named[-1].high)) if named else None
        return passage.starts[low - 1], f"{role} of {owner}" if owner else role
    if low > 1 and passage.tags[low - 1] == "POS" and passage.lower[person.low - 1] in words("roles", "kinship"):
        whose = next((e for e in passage.entities if e.type == "PERSON" and e.high in (low - 1, low)), None)
        if whose is not None:
            owner = register.person(passage.slice(whose.low, min(whose.high, low - 1)))
            return passage.starts[whose.low], f"{role} of {owner}"
    return passage.starts[low - (before in ("a", "an", "the", "their", "its"))], role


def owner_of(passage: Passage, token: int, register: Register) -> str | None:
    """Whom the "his" here means: the name right before it in "Karl Berg and his wife", else the one that fits."""
    if passage.lower[max(0, token - 1) : token] in ([","], ["and"]):
        last = token - 2 - (passage.words[token - 2] == ",")
        beside = next((e for e in passage.entities if e.type == "PERSON" and e.high == last + 1), None)
        if beside is not None:
            return register.person(passage.slice(beside.low, beside.high))
    return register.pronoun("he" if passage.lower[token] == "his" else "she", passage, token)


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


def _ends_before(passage: Passage, token: int) -> bool:
    """Whether a noun ends a phrase before the title: the "problems" in "problems former mayor Bo Li named"."""
    return passage.tags[token] == "NNS" and passage.tags[token + 1 : token + 2] == ["JJ"]


def _leads_to_another(passage: Passage, token: int) -> bool:
    """Whether the word joins one person's role to another's title: the "of" in "critic of President X"."""
    joins = passage.lower[token] in ("of", "for", "to") and 0 < token < len(passage) - 2
    if not joins or not is_role(passage, token - 1) or not passage.words[token - 1].islower():
        return False
    if passage.lower[token - 1 : token + 2] == ["chief", "of", "staff"]:
        return False
    titles = [t for t in range(token + 1, min(token + 4, len(passage))) if is_role(passage, t)]
    if passage.lower[token + 1] in words("roles", "courtesy"):
        return True
    if "POS" in passage.tags[token + 1 : token + 4] and passage.lower[token - 1] in words("roles", "kinship"):
        return True
    return any(passage.words[t][0].isupper() and passage.lower[t] != "justice" for t in titles)


def _belongs_to_title(passage: Passage, token: int, person: Entity) -> bool:
    if _is_whose(passage, token, person) or _is_taken_for_verb(passage, token):
        return True
    if passage.words[token] in ("'", "’") and passage.lower[token - 1].endswith("s") and token > 1:
        return passage.entity_of[token - 1] != "PERSON"
    if passage.entity_of[token] in ("PERSON", "DATE", "TIME") or passage.words[token] in (",", ".", '"', "“", "”", "("):
        return False
    if passage.tags[token] in ("VBG", "VBN") and token == person.low - 1:
        return False
    if passage.tags[token] in TITLE_TAGS or passage.tags[token] == "POS":
        return passage.tags[token] != "CD"
    return 0 < token < person.low - 1 and _links(passage, token, person)


def _links(passage: Passage, token: int, person: Entity) -> bool:
    """Whether the word joins parts of one title: the "of" in "Minister of Trade", the "to" in "envoy to Peru"."""
    link, before = passage.lower[token], passage.lower[token - 1]
    body = passage.entity_at[token]
    if body is not None and body.type == "ORG" and body.low < token < body.high - 1:
        return True
    if link in ("and", "&"):
        both = passage.tags[token - 1] == passage.tags[token + 1] == "NNP"
        return both or _joins_roles(passage, token, person)
    if link in ("of", "for"):
        return [before, link, passage.lower[token + 1]] == ["chief", "of", "staff"] or _has_field(
            passage, token, person
        )
    names = passage.words[token + 1][0].isupper() and passage.lower[token + 1] not in words("roles", "courtesy")
    return link == "to" and before in words("roles", "posted") and names


def _is_whose(passage: Passage, token: int, person: Entity) -> bool:
    """Whether the word is of a name that the title starts with: "Carla Moss adviser Bo Li", "Harbour Rovers coach"."""
    whose = passage.entity_at[token]
    if whose is None or whose.type != "PERSON" or not whose.high < person.low:
        return False
    return passage.tags[whose.high] in ("NN", "NNP", "JJ", "VBD") and passage.lower[whose.high] not in _INNER_WORDS


def _is_taken_for_verb(passage: Passage, token: int) -> bool:
    """Whether a title's word only looks like a verb: "quarterback Bo Li", the name in "Moss campaign manager"."""
    if not passage.tags[token].startswith("VB") or passage.deps[token] not in ("compound", "amod", "nmod"):
        return False
    named = passage.words[token][0].isupper() and passage.entity_of[token] in ("ORG", "GPE", "PERSON")
    return named or (passage.deps[token] == "compound" and is_role(passage, token))


def _has_field(passage: Passage, of: int, person: Entity) -> bool:
    """Whether "of" joins a role to its field: "Minister of Trade", "head of finance"; not "wife of actor Bo Li"."""
    if not is_role(passage, of - 1):
        return False
    if passage.words[of + 1][0].isupper():
        return True
    plain = all(passage.tags[t] in ("NN", "NNS") and not is_role(passage, t) for t in range(of + 1, person.low))
    return plain and not is_plural(passage, of - 1) and passage.lower[of - 1] not in words("roles", "kinship")


def _joins_roles(passage: Passage, token: int, person: Entity) -> bool:
    """Whether "and" joins two roles of one person: "Saltmarsh boss and founder X", not "the mayor and actor X"."""
    before = token
    while before > 0 and passage.tags[before - 1] in ("NN", "NNP", "JJ", "HYPH"):
        before -= 1
    leads = before > 0 and passage.tags[before - 1] in ("DT", "PRP$", "POS", ",", "CC")
    one = is_role(passage, token - 1) and not is_plural(passage, token - 1)
    return one and is_role(passage, person.low - 1) and not leads


def _runs_into_another(passage: Passage, low: int, person: Entity) -> bool:
    """Whether the noun right before the name is a plural that has nothing to do with it, or says what a body is."""
    last = passage.lower[person.low - 1]
    if passage.words[person.low - 1].islower() and (last in words("bodies", "societies") or last == "site"):
        return True
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


def _is_row(passage: Passage, first: Entity, title: int) -> bool:
    """Whether two names behind a comma are those of "two divers, Ann Lee and Bo Li", "the founders, X and Y"."""
    second = passage.tags[first.high : first.high + 1] == ["CC"] and passage.entity_of[first.high + 1 : first.high + 2]
    described = any(passage.heads[t] == title and passage.deps[t] == "appos" for t in range(first.low, first.high))
    counted = "CD" in passage.tags[max(0, title - 3) : title]
    last = next((e.high for e in passage.entities if e.low == first.high + 1), first.high)
    closed = passage.tags[last : last + 1] in ([","], ["."], [":"], ["-RRB-"], ["''"], [])
    return second == ["PERSON"] and closed and (described or counted)


def shared_title(passage: Passage, person: Entity) -> Shape | None:
    """As in "brothers Ali and Omar Said", "ministers like A, B and C": a further name under a title in the plural."""
    first = person
    before: Entity | None = person
    while before is not None:
        before = _named_before(passage, first)
        first = before or first
    title = first.low - 1
    named = _introduced(passage, title)
    if title > 0 and passage.words[title] == "," and _is_row(passage, first, title - 1):
        title -= 1
    elif named is not None:
        title = named
    elif first is person:
        return None
    if title < 0 or not is_plural(passage, title) or not is_role(passage, title):
        return None
    low = title
    while low > 0 and passage.tags[low - 1] in ("NN", "NNP", "JJ", "HYPH") and passage.heads[low - 1] >= low:
        low -= 1
    if low > 1 and "-" in passage.words[low - 1 : low + 1]:
        low -= 1 + (passage.words[low] != "-")
    role = _single(passage, low, title + 1)
    return "a title that several share", passage.starts[low], passage.ends[person.high - 1], role


def _named_before(passage: Passage, person: Entity) -> Entity | None:
    """The person named before in the same row: the "A" of "A (Oslo) and B", "A of Peru, B"."""
    if passage.lower[person.low - 1 : person.low] not in (["and"], [","]):
        return None
    high = person.low - (2 if passage.words[person.low - 2 : person.low - 1] == [","] else 1)
    if high > 3 and passage.words[high - 1] == ")" and "(" in passage.words[high - 6 : high]:
        high -= 1 + passage.words[high - 6 : high][::-1].index("(")
    place = high
    while place > 1 and passage.tags[place - 1] == "NNP" and passage.entity_of[place - 1] != "PERSON":
        place -= 1
    if 1 < place < high and passage.lower[place - 1] in ("of", "from"):
        high = place - 1
    return next((e for e in passage.entities if e.type == "PERSON" and e.high == high), None)


def _introduced(passage: Passage, last: int) -> int | None:
    """The noun before "like", "such as" or "including", where that stands right before the first of several names."""
    if last < 2 or passage.lower[last] not in ("like", "including", "as"):
        return None
    at = last - 1 - (passage.lower[last] == "as")
    if passage.lower[last] == "as" and passage.lower[last - 1] != "such":
        return None
    return at - (passage.words[at] == ",")
