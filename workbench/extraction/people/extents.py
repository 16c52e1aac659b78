"""Where a description of a person ends."""

from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people import inner_commas
from workbench.extraction.text.passage import NOUNS, Entity, Passage

LONGEST_ROLE = 16
_LONGEST_WORK = 10
"""Most tokens from a mark to the one that closes a work's name."""
_WHEN = frozenset(["on", "in", "since", "until", "from"])
"""Prepositions before a day or a year, where a description ends."""
_CIRCUMSTANCES = frozenset(["amid", "after", "before", "despite", "because", "while", "until", "without"])
"""Words that lead to when or why somebody does something, and to no part of what they are."""
_CLAUSES = frozenset(["WP", "WDT", "WRB", "WP$", ":", ".", ",", "``", "''", "VBD", "VBZ", "VBP", "MD"])
"""Tags of what begins a clause of its own, or parts it from the description."""
_NAMING = frozenset(["of", "behind", "in", "on", "called", "as"])
"""Words before the marks around a name: "author of “The Long Road”", "known as “the chef”"."""
_BEFORE_NAME = frozenset(["NN", "JJ", "HYPH", "VBN", "NNP"])
"""Tags of the words between "and" and the name of somebody else."""
_MARKS = frozenset(["(", '"', "“", "”", ";"])


def end_of_role(passage: Passage, start: int, closing: str | None) -> int:
    """Where the description that starts here ends: before a clause, a comma, a `closing` bracket or another person."""
    at = start
    while at < len(passage) and at - start < LONGEST_ROLE:
        further = inner_commas.past(passage, at) if at > start else at
        further = (at > start and _titled(passage, at)) or further
        if further == at and (passage.words[at] == closing or _ends(passage, start, at)):
            break
        at = max(further, at + 1)
    return _without_rest(passage, start, at)


def _ends(passage: Passage, start: int, at: int) -> bool:
    word, tag = passage.words[at], passage.tags[at]
    if tag in _CLAUSES or word in _MARKS or (word in _WHEN and passage.entity_of[at + 1 : at + 2] == ["DATE"]):
        return True
    if tag == "CC":
        named = _next_named(passage, at + 1)
        person = named is not None and named.type == "PERSON" and not _is_owner(passage, named)
        clause = passage.deps[at + 1 : at + 2] in (["nsubj"], ["nsubjpass"]) and passage.heads[at + 1] > at + 1
        return person or clause or passage.tags[at + 1 : at + 2] in (["VBD"], ["VBZ"])
    if at == start:
        return False
    timed = tag == "DT" and passage.entity_of[at] == "DATE"
    unranked = tag == "TO" and not _is_ranked(passage, start, at)
    return timed or unranked or word in _CIRCUMSTANCES or _is_day(passage, at)


def _next_named(passage: Passage, low: int) -> Entity | None:
    """What is named from here on, behind its title: "Bo Li" of "union-backed rival Bo Li"."""
    end = low
    while end < len(passage) and passage.entity_at[end] is None and passage.tags[end] in _BEFORE_NAME:
        end += 1
    return passage.entity_at[end] if end < len(passage) else None


def _is_owner(passage: Passage, named: Entity) -> bool:
    """Whether whose somebody is closes a description: "a pilot and Lund's lawyer," but no "Lund's lawyer Bo Li"."""
    mark = named.high - (passage.tags[named.high - 1] == "POS")
    if passage.tags[mark : mark + 1] != ["POS"]:
        return False
    end = mark + 1
    while end < len(passage) and passage.tags[end] in (*NOUNS, "JJ", "HYPH"):
        end += 1
    return end > mark + 1 and is_role(passage, end - 1) and passage.words[end : end + 1] in ([","], ["."], ["("])


def _without_rest(passage: Passage, start: int, end: int) -> int:
    """The end without a clause that the description breaks off in: "the first to say a deal was near", "author of"."""
    to = next((t for t in range(start + 1, end) if passage.tags[t] == "TO"), end)
    if passage.tags[end : end + 1] in (["VBD"], ["VBZ"], ["VBP"], ["MD"]):
        end = to
    while end > start + 1 and passage.tags[end - 1] in ("IN", "DT", "TO"):
        end -= 1
    wants = end > start + 1 and passage.tags[end - 1] == "VBG" and passage.tags[end : end + 1] == ["TO"]
    return end - 1 if wants else end


def _is_ranked(passage: Passage, low: int, to: int) -> bool:
    """Whether what somebody did is part of what they are: "the first woman to lead the bank"."""
    return any(passage.tags[t] == "JJS" or passage.lower[t] in words("roles", "placed") for t in range(low, to))


def _is_day(passage: Passage, token: int) -> bool:
    """Whether a day or year starts here right behind a noun: "chief executive last year"."""
    day = passage.entity_at[token]
    if passage.tags[token] == "CD":
        return False
    starts = day is not None and day.type == "DATE" and day.low == token and passage.tags[token - 1] in NOUNS
    return starts and passage.tags[day.high : day.high + 1] not in (["POS"], ["NN"], ["NNP"]) if day else False


def _titled(passage: Passage, mark: int) -> int | None:
    """The token behind the marks around what somebody made, or is called: "author of the book “The Long Road”"."""
    if passage.words[mark] not in ('"', "“"):
        return None
    near = range(mark + 2, min(mark + _LONGEST_WORK, len(passage)))
    closing = next((t for t in near if passage.words[t] in ('"', "”")), None)
    if closing is None:
        return None
    named = passage.lower[mark - 1] in _NAMING or passage.lower[mark - 1] in words("roles", "works")
    return closing + 1 if named or _is_called(passage, mark, closing) else None


def _is_called(passage: Passage, mark: int, closing: int) -> bool:
    """Whether the marks are around the role itself: "the paper's first “keeper,”", "then Norland’s “president”"."""
    last = closing - 1 - (passage.words[closing - 1] == ",")
    return last == mark + 1 and is_role(passage, last)
