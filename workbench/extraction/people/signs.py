"""What stands beside names in a row and says that they are a person's: a title, a role, an age, "who is"."""

from functools import cache

from workbench.extraction.grammar.first_names import is_first_name
from workbench.extraction.grammar.nations import country_of
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import words
from workbench.extraction.people.bodies import outlets
from workbench.extraction.text.passage import Passage

Tokens = tuple[int, int]
_DESCRIBING = frozenset({"DT", "JJ", "JJR", "JJS", "NN", "NNP", "HYPH", "VBG", "VBN", "CD", "POS", "PRP$", "RB", "RBS"})
"""Tags of the words that may lead to the role in "X, a role" or "X, the harbour's chief role"."""
FARTHEST = 9
"""Most tokens behind the comma where the role is looked for."""
_WITHIN = frozenset({"in", "at", "near", "from", "to", "outside", "of", "around", "across"})
"""Words that lead to a place."""


def is_title(passage: Passage, token: int) -> bool:
    """Whether the word is a role or a courtesy ("Mr")."""
    return is_role(passage, token) or passage.lower[token] in words("roles", "courtesy")


def is_name_behind_title(passage: Passage, token: int) -> bool:
    """Whether a first name that is a title too stands behind a title: the "Dean" in "actor Dean Berg"."""
    return is_first_name(passage.words[token]) and token > 0 and is_role(passage, token - 1)


def is_titled(passage: Passage, low: int) -> bool:
    """Whether "Mr", "Gen." or the like stands right before the name, or what only people are: "singer Adama"."""
    before = passage.lower[low - 1] if low else ""
    if before in words("roles", "courtesy") or (before.endswith(".") and before in words("roles", "abbreviated")):
        return True
    led = low > 0 and passage.deps[low - 1] == "compound" and passage.heads[low - 1] == low
    known = before in (_only_people() if passage.words[low - 1].islower() else words("roles", "royals"))
    return led and known


@cache
def _only_people() -> frozenset[str]:
    return words("roles", "roles") - words("roles", "of_bodies") - words("bodies", "companies")


def ends_in_title(passage: Passage, low: int, high: int) -> bool:
    """Whether the names end in a title, that of whoever is named next: "Virginia Gov." before "Bo Li"."""
    last = passage.lower[high - 1]
    named = high < len(passage) and passage.entity_of[high] == "PERSON" and is_role(passage, high - 1)
    return high - low > 1 and (named or last in words("roles", "abbreviated"))


def behind_office(passage: Passage, low: int, high: int) -> int:
    """Where the name starts in names that open with an office's field: "Minister for Health Ann Lee said"."""
    if high - low < 2 or not _is_led_by_office(passage, low):
        return low
    fields = [t + 1 for t in range(low, high - 1) if _is_field(passage, low, t)]
    if fields:
        return fields[-1] if high - fields[-1] > 1 else low
    return high - 2 if high - low > 2 and in_office(passage, low, high) else low


def is_behind_field(passage: Passage, low: int) -> bool:
    """Whether what an office is for stands right before the name: "Secretary of State Ann Lee"."""
    first = low - 1
    while first > 0 and passage.tags[first - 1] in ("NNP", "NNPS"):
        first -= 1
    return low > 2 and first < low and _is_field(passage, first, low - 1) and _is_led_by_office(passage, first)


def _is_field(passage: Passage, low: int, token: int) -> bool:
    """Whether the names up to this one are what an office is for, or a country."""
    listed = passage.lower[token] in words("roles", "fields") or passage.lower[token] in words("bodies", "endings")
    return listed or country_of(passage.slice(low, token + 1)) is not None


def _is_led_by_office(passage: Passage, low: int) -> bool:
    """Whether "Minister of", "Secretary of the" or the like leads to the names from here on."""
    link = low - 1 - (passage.lower[low - 1 : low] == ["the"])
    if link < 1 or passage.lower[link] not in ("of", "for", "and"):
        return False
    office = link - 1
    while office > 0 and passage.tags[office] in ("NNP", "NNPS", "IN", "DT", "CC") and not is_role(passage, office):
        office -= 1
    led = not {"of", "for"}.isdisjoint(passage.lower[office : link + 1])
    return led and is_role(passage, office) and passage.words[office][0].isupper()


def in_office(passage: Passage, low: int, high: int) -> bool:
    """Whether names that an office leads to end in its holder, by a first name or as nothing else knows them."""
    if high >= len(passage) or not _is_led_by_office(passage, low):
        return False
    unknown = not any(passage.entity_of[t] for t in range(low, high))
    goes_on = passage.tags[high] in ("VBD", "VBZ", ",", ":")
    return goes_on and (is_first_name(passage.words[high - 2]) or unknown)


def role_beside(passage: Passage, low: int, high: int) -> bool:
    """Whether a role stands right before the name, or behind it between commas ("X, a chemist")."""
    if low and is_role(passage, low - 1) and passage.tags[low - 1] in ("NN", "NNP") and passage.tags[low] == "NNP":
        return True
    if low > 3 and passage.lower[low - 3 : low - 1] == ["of", "the"] and is_role(passage, low - 4):
        return passage.tags[low - 1] == "NN"
    if passage.words[high : high + 1] != [","]:
        return False
    role = low - 2 if _is_apposed(passage, low) else _role_behind(passage, high + 1)
    return role is not None and passage.lower[role] not in words("roles", "of_bodies")


def _is_apposed(passage: Passage, low: int) -> bool:
    """Whether a role and a comma stand before the name: "the lawyer, X, …"."""
    return low > 2 and passage.words[low - 1] == "," and passage.tags[low - 2] == "NN" and is_role(passage, low - 2)


def _role_behind(passage: Passage, start: int) -> int | None:
    """The role of the description that starts here."""
    for token in range(start, min(start + FARTHEST - 1, len(passage))):
        if passage.tags[token] in ("NN", "NNP") and is_role(passage, token):
            return token
        if passage.tags[token] not in _DESCRIBING:
            return None
    return None


def is_no_place(passage: Passage, low: int, high: int) -> bool:
    """Whether what the model takes for one place of several words is named as no place is: not "in X", no country."""
    entity = passage.entity_at[low]
    one = entity is not None and (entity.low, entity.high) == (low, high)
    inside = low > 0 and passage.lower[low - 1] in _WITHIN
    return one and not inside and country_of(passage.slice(low, high)) is None


def is_shown(passage: Passage, low: int, high: int) -> bool:
    """Whether anything beside the name says that it is a person's."""
    opens = low == 0 or passage.tags[low - 1] not in ("IN", "DT", "POS")
    told = _is_aged(passage, high) or (opens and _is_told_of(passage, high))
    return told or role_beside(passage, low, high) or _reports_for_outlet(passage, low, high)


def _is_aged(passage: Passage, high: int) -> bool:
    """Whether an age stands between commas behind the name: "X, 45, …"."""
    closed = passage.words[high : high + 1] == [","] and passage.words[high + 2 : high + 3] in ([","], ["."])
    return closed and passage.words[high + 1].isdigit() and len(passage.words[high + 1]) == 2


def _is_told_of(passage: Passage, high: int) -> bool:
    """Whether a clause with "who" and a verb in the singular follows: "X, who is ill"."""
    who = high + (passage.words[high : high + 1] == [","])
    if passage.lower[who : who + 1] != ["who"]:
        return False
    return passage.tags[who + 1 : who + 2] == ["VBZ"] or passage.lower[who + 1 : who + 2] == ["was"]


def _reports_for_outlet(passage: Passage, low: int, high: int) -> bool:
    """Whether a newspaper's or a broadcaster's own tells something: "the Herald's X reported"."""
    if low < 2 or passage.lower[low - 1] not in ("'s", "'") or passage.lower[low - 2] not in outlets():
        return False
    verb = high + (passage.lower[high : high + 1] in (["has"], ["also"]))
    told = passage.lower[verb] if verb < len(passage) else ""
    return told in speech("clause") or told in ("contributed", "interviewed", "spoke", "speaks")
