"""Names in a row under one noun or body: "MPs Ann Lee of Luton and Bo Li", "members of the club, including A and B"."""

from collections.abc import Iterator

from workbench.extraction.grammar.first_names import is_first_name
from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape, apposition_behind, behind, is_of_several, role_head
from workbench.extraction.people.origins import reach
from workbench.extraction.people.register import Register
from workbench.extraction.people.titles import LONGEST_TITLE, title_before, with_owner, with_prefix
from workbench.extraction.text.passage import VERBS, Entity, Passage

LONGEST_ROW = 30
"""Most names of a row that are looked at before one."""
_MODIFIERS = ("NN", "NNP", "JJ", "JJS", "HYPH", "VBN")
_LEADING = frozenset(["are", "as", "include", "included", "includes", "including", "like", "were"])
"""What leads from a plural to its people: "members, including A", "the winners were A and B"."""
_MARKS = (",", "–", "—", "--", ":")
_LINKS = ("of", "from", "in", "at", "with", "for", "to")
"""Words that lead to whose or where the people of a plural are: "members of the club"."""


def shared_title(passage: Passage, person: Entity, register: Register) -> Shape | None:
    """As in "brothers Ali and Omar Said", "members of the club, including A and B": a plural is each one's."""
    first = first_of(passage, person)
    led = _over(passage, first, first is person) or _introduced(passage, *_first_with_titles(passage, person))
    if led is None or passage.tags[person.high : person.high + 1] in (["POS"], ["NN"], ["NNS"]):
        return None
    noun, end = led
    if noun == first.low - 1 and first is not person and (title := title_before(passage, first, register)):
        return "a title that several share", title[1], passage.ends[person.high - 1], title[3]
    low = noun
    while low > 0 and _modifies(passage, low - 1) and passage.heads[low - 1] >= low:
        low -= 1
    while low < noun and passage.lower[low] in words("roles", "counting"):
        low += 1
    low = with_prefix(passage, low - (passage.words[low] == "-"))
    start, role = with_owner(passage, low, noun + 1, register)
    role += passage.text[passage.ends[noun] : passage.ends[end - 1]]
    if role.lower() in words("roles", "anybody") and {"like", "such"} & {*passage.lower[end : end + 2]}:
        return None
    return "a title that several share", start, passage.ends[person.high - 1], role


def _modifies(passage: Passage, token: int) -> bool:
    """Whether the word may be part of what the plural is called: "high-ranking members"."""
    tied = passage.tags[token] == "VBG" and passage.words[token - 1 : token] == ["-"]
    return tied or passage.tags[token] in _MODIFIERS


def first_of(passage: Passage, person: Entity) -> Entity:
    """The first of the names in a row that this one stands in, parted by nothing but where they are from."""
    for _ in range(LONGEST_ROW):
        before = _before(passage, person.low)
        if before is None:
            break
        person = before
    return person


def _first_with_titles(passage: Passage, person: Entity) -> tuple[int, int]:
    """Where the first of a row starts whose names may have titles of their own, and where its own name starts."""
    low = _behind_title(passage, person)
    for _ in range(LONGEST_ROW):
        before = _before(passage, low)
        if before is None:
            break
        person, low = before, _behind_title(passage, before)
    return low, person.low


def _behind_title(passage: Passage, person: Entity) -> int:
    """Where the person's own title starts, which a comma, an "and" or an "including" leads to."""
    low = person.low
    if low and is_role(passage, low - 1) and not is_plural(passage, low - 1):
        while low > 0 and passage.tags[low - 1] in (*_MODIFIERS, "DT") and passage.entity_of[low - 1] != "PERSON":
            low -= 1
    return low


def _before(passage: Passage, low: int) -> Entity | None:
    """The person named before in the same row, where "and" or a comma stands at `low`."""
    if low < 2 or passage.lower[low - 1] not in ("and", ","):
        return None
    high = low - 1 - (passage.words[low - 2] == ",")
    near = (passage.entity_at[t] for t in range(high - 1, max(-1, high - LONGEST_TITLE), -1))
    named = next((e for e in near if e is not None and e.type == "PERSON"), None)
    return named if named is not None and high in reach(passage, named) else None


def _over(passage: Passage, first: Entity, alone: bool) -> tuple[int, int] | None:
    """The plural right over the row, and the end of what says whose or where its people are."""
    low = first.low
    if low > 1 and passage.words[low - 1] in _MARKS:
        noun = _plural(passage, low - 2)
        return (noun, low - 1) if noun is not None and _is_row(passage, first, noun) else None
    if alone and low > 2 and passage.lower[low - 1] == "and" and is_first_name(passage.words[low - 2]):
        # The first of two with one surname: "brothers Ali and Omar Said".
        low, alone = low - 2, passage.tags[low - 2] != "NNP"
    if alone or not low or not is_plural(passage, low - 1) or not is_role(passage, low - 1):
        return None
    return low - 1, low


def _introduced(passage: Passage, low: int, name: int) -> tuple[int, int] | None:
    """The plural before "like", "such as", "including" or "were", where that leads to the row."""
    last = low - 1
    if last < 1 or passage.lower[last] not in _LEADING or name - low > LONGEST_TITLE:
        return None
    if passage.lower[last] == "as":
        found_out = not words("roles", "identifying").isdisjoint(passage.lower[max(0, last - 6) : last])
        if passage.lower[last - 1] != "such" and not found_out:
            return None
        last -= passage.lower[last - 1] == "such" or passage.lower[last - 1] in words("roles", "identifying")
        last -= passage.lower[last - 1] in ("were", "was")
    end = last - (passage.words[last - 1] == ",")
    noun = _plural(passage, end - 1)
    # One who has a title of their own is told nothing by "politicians", but by "members of the club".
    told = noun is not None and (low == name or noun + 1 < end)
    return (noun, end) if noun is not None and told else None


def _plural(passage: Passage, last: int) -> int | None:
    """The role in the plural that the words up to here end in, whatever it is of: "members of the club"."""
    for token in range(last, max(-1, last - LONGEST_TITLE), -1):
        if is_plural(passage, token) and is_role(passage, token):
            return token if token == last or passage.lower[token + 1] in _LINKS else None
        if passage.tags[token] in VERBS or passage.words[token] in (",", ";", ":", '"', "”", ")"):
            return None
    return None


def _is_row(passage: Passage, first: Entity, noun: int) -> bool:
    """Whether names behind a comma are those of "two divers, Ann Lee and Bo Li", "the founders, X, Y and Z"."""
    described = any(
        passage.deps[t] == "appos" and noun <= passage.heads[t] < first.low for t in range(first.low, first.high)
    )
    if not described and "CD" not in passage.tags[max(0, noun - 3) : noun]:
        return False
    row = [first, *_followers(passage, first)]
    high = row[-1].high
    closed = passage.tags[high : high + 1] in ([","], ["."], [":"], ["-RRB-"], ["''"], [])
    return closed and len(row) > 1 and passage.lower[row[-1].low - 1] == "and"


def _followers(passage: Passage, first: Entity) -> Iterator[Entity]:
    """The names that follow in the row, up to the one behind "and"."""
    at, joined = first.high, ""
    while joined != "and":
        at += passage.words[at : at + 1] == [","] and passage.lower[at + 1 : at + 2] == ["and"]
        joined = passage.lower[at] if at < len(passage) else ""
        named = passage.entity_at[at + 1] if joined in (",", "and") and at + 1 < len(passage) else None
        if named is None or named.type != "PERSON" or named.low != at + 1:
            return
        yield named
        at = named.high


def shared_behind(passage: Passage, person: Entity) -> Shape | None:
    """As in "Bo Li, Eva Moss and Ann Lund, the firm's founders": one of several with a description in the plural."""
    last = [person, *_followers(passage, person)][-1]
    if last is person or passage.lower[last.low - 1] != "and":
        return None
    found = apposition_behind(passage, last)
    if found is None:
        return None
    rule, _, end, role = found
    low = behind(passage, last) + 1
    low += passage.tags[low] == "CD" and passage.lower[low + 1 : low + 2] == ["of"]  # "two of the owners"
    head = role_head(passage, low, passage.token_at(end - 1) + 1)
    plural = head is not None and is_of_several(passage, head)
    return (rule, passage.starts[person.low], end, role) if plural else None
