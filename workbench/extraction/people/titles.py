"""What the story says of a person right before the name: titles, offices, nations, a body's own people."""

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape
from workbench.extraction.people.inner_commas import is_around_state
from workbench.extraction.people.register import Register
from workbench.extraction.text.passage import Entity, Passage

TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "POS", "VBG", "VBN", "AFX", "JJS", "CD"})
_INNER_WORDS = ("of", "for", "and", "&", "the", "on", "'s", "’s", "-", "'")
_ENDS = frozenset([",", ".", '"', "“", "”", "(", "%"])
"""What no title goes over."""
_BEHIND_ROLE = frozenset({"NNP", "NNPS", "NN", "JJ", "IN", "TO", "CC", "HYPH"})
"""Tags of the words that may stand between the role and the name: "Secretary of State Ann Lee"."""
LONGEST_TITLE = 12


def title_before(passage: Passage, person: Entity, register: Register) -> Shape | None:
    """As in "Harbour Trust secretary Ann Lee", "her husband Bo"."""
    low = person.low
    while low > 0 and person.low - low < LONGEST_TITLE and _belongs_to_title(passage, low - 1, person):
        low -= 1
        if low > 2 and passage.words[low - 1] == ")" and _is_acronym(passage, low - 2):
            low -= 3
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
    behind = range(roles[-1] + 1, person.low - (passage.words[person.low - 1] == "]"))
    if not all(passage.tags[t] in _BEHIND_ROLE or _is_posting(passage, t - 1) for t in behind):
        return None
    low = with_prefix(passage, low)
    high = person.low
    while high > low + 1 and passage.lower[high - 1] in words("roles", "courtesy"):
        high -= 1
    start, role = with_owner(passage, low, high, register)
    if (
        role.lower() in words("roles", "courtesy")
        or role.lower() in ("national", "elder")
        or _is_of_thing(passage, person, low)
    ):
        return None
    return "a title before the name", start, passage.ends[person.high - 1], role


def _is_of_thing(passage: Passage, person: Entity, low: int) -> bool:
    """Whether the words before the name go with a noun behind it: "a major Eva Lund backer"."""
    last, thing = person.high - 1, passage.tags[person.high : person.high + 1] in (["NN"], ["NNS"])
    belongs = thing and passage.deps[last] == "compound" and passage.heads[last] >= person.high
    return belongs and passage.words[low].islower() and passage.words[person.low - 1].islower()


def with_prefix(passage: Passage, low: int) -> int:
    """Where the word that starts here begins with what a hyphen ties to it: "then-girlfriend", "two-time champion"."""
    while low > 1 and passage.words[low - 1] == "-" and passage.ends[low - 2] == passage.starts[low] - 1:
        low -= 2
    return low


def with_owner(passage: Passage, low: int, high: int, register: Register) -> tuple[int, str]:
    """Where the title from `low` to `high` starts, and its words for one person with whose it is: "husband of X"."""
    role, before = single(passage, low, high), passage.lower[low - 1] if low else ""
    if before in ("his", "her"):
        owner = owner_of(passage, low - 1, register)
        return passage.starts[low - 1], f"{role} of {owner}" if owner else role
    kin = singular(passage.lower[high - 1]) in words("roles", "kinship") or passage.lower[high - 1] in words(
        "roles", "kinship"
    )
    if before == "whose" and kin:
        named = [e for e in passage.entities if e.type == "PERSON" and e.high in (low - 1, low - 2)]
        owner = register.person(passage.slice(named[-1].low, named[-1].high)) if named else None
        return passage.starts[low - 1], f"{role} of {owner}" if owner else role
    if low > 1 and passage.tags[low - 1] == "POS" and kin:
        whose = next((e for e in passage.entities if e.type == "PERSON" and e.high in (low - 1, low)), None)
        if whose is not None:
            owner = register.person(passage.slice(whose.low, min(whose.high, low - 1)))
            return passage.starts[whose.low], f"{role} of {owner}"
    led = before in ("a", "an", "the", "their", "its") or (before == "[" and passage.words[high - 1] == "]")
    return passage.starts[low - led], role


def owner_of(passage: Passage, token: int, register: Register) -> str | None:
    """Whom the "his" here means: the name right before it in "Karl Berg and his wife", else the one that fits."""
    if passage.lower[max(0, token - 1) : token] in ([","], ["and"]):
        last = token - 2 - (passage.words[token - 2] == ",")
        beside = next((e for e in passage.entities if e.type == "PERSON" and e.high == last + 1), None)
        if beside is not None:
            return register.person(passage.slice(beside.low, beside.high))
    return register.pronoun("he" if passage.lower[token] == "his" else "she", passage, token)


def single(passage: Passage, low: int, high: int) -> str:
    """The title as one person bears it: "Republican candidate" before the first of several names."""
    last = passage.words[high - 1]
    if not is_plural(passage, high - 1) or not is_role(passage, high - 1):
        return passage.slice(low, high)
    one = singular(last)
    gap = passage.text[passage.starts[low] : passage.starts[high - 1]]
    return gap + (one.capitalize() if last[0].isupper() else one)


def _is_acronym(passage: Passage, token: int) -> bool:
    """Whether the letters of the body before them stand here in brackets: "Harbour Police (HP)"."""
    return passage.words[token - 1] == "(" and passage.words[token][0].isalpha()


def _leads_in(passage: Passage, token: int) -> bool:
    """Whether the word is a verb that only leads to a title, as in "including Sen. X"."""
    leads = passage.tags[token] in ("VBG", "VBN") and passage.lower[token] not in words("roles", "participles")
    return leads and with_prefix(passage, token) == token


def _ends_before(passage: Passage, token: int) -> bool:
    """Whether a noun ends a phrase before the title: the "problems" in "problems former mayor Bo Li named".

    So does the "time" of "at which time Judge Li left".
    """
    if passage.lower[token - 1 : token + 1] == ["file", "photo"] or passage.lower[token - 1 : token] == ["which"]:
        return True
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
    closes = token == person.low - 1 and passage.words[token] == "]"
    mistaken = _is_whose(passage, token, person) or _is_taken_for_verb(passage, token) or is_in_law(passage, token)
    if mistaken or closes or is_around_state(passage, token):
        return True
    if passage.words[token] in ("'", "’") and passage.lower[token - 1].endswith("s") and token > 1:
        return passage.entity_of[token - 1] != "PERSON"
    if passage.entity_of[token] in ("PERSON", "DATE", "TIME") or passage.words[token] in _ENDS:
        return False
    if passage.tags[token] in ("VBG", "VBN") and token == person.low - 1:
        return False
    if passage.tags[token] in TITLE_TAGS or passage.tags[token] == "POS":
        return passage.tags[token] != "CD" or (passage.tags[token - 1] == "NNP" and token < person.low - 1)
    return 0 < token < person.low - 1 and _links(passage, token, person)


def is_in_law(passage: Passage, token: int) -> bool:
    """Whether it is the "in" of "son-in-law"."""
    return passage.lower[token - 1 : token + 3] == ["-", "in", "-", "law"]


def _links(passage: Passage, token: int, person: Entity) -> bool:
    """Whether the word joins parts of one title: the "of" in "Minister of Trade", the "to" in "envoy to Peru"."""
    link, before = passage.lower[token], passage.lower[token - 1]
    body = passage.entity_at[token]
    if body is not None and body.type == "ORG" and body.low < token < body.high - 1:
        return True
    if link in ("and", "&"):
        both = passage.tags[token - 1] == passage.tags[token + 1] == "NNP"
        both &= passage.entity_of[token - 1] != "GPE" or not is_role(passage, token + 1)
        return both or _joins_roles(passage, token, person)
    if link in ("of", "for"):
        return [before, link, passage.lower[token + 1]] == ["chief", "of", "staff"] or _has_field(
            passage, token, person
        )
    return _is_posting(passage, token - (link == "the"))


def _is_posting(passage: Passage, to: int) -> bool:
    """Whether "to" leads to where somebody is posted: "envoy to Peru", "ambassador to the United States"."""
    where = to + 1 + (passage.lower[to + 1] == "the")
    if passage.lower[to] != "to" or where >= len(passage):
        return False
    named = passage.words[where][0].isupper() and passage.lower[where] not in words("roles", "courtesy")
    return named and to > 0 and passage.lower[to - 1] in words("roles", "posted")


def _is_whose(passage: Passage, token: int, person: Entity) -> bool:
    """Whether the word is of a name that the title starts with: "Carla Moss adviser Bo Li", "Harbour Rovers coach"."""
    whose = passage.entity_at[token]
    if whose is None or whose.type != "PERSON" or not whose.high < person.low:
        return False
    return passage.tags[whose.high] in ("NN", "NNP", "JJ", "VBD") and passage.lower[whose.high] not in _INNER_WORDS


def _is_taken_for_verb(passage: Passage, token: int) -> bool:
    """Whether a title's word only looks like a verb: "quarterback Bo Li", the name in "Moss campaign manager"."""
    if passage.tags[token] == "VBZ" and is_plural(passage, token):
        return True
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
    role = with_prefix(passage, role)
    while role > 0 and passage.tags[role - 1] in ("NNP", "JJ") and passage.words[role - 1][0].isupper():
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
