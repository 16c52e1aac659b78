"""Names in a row that the model takes for bodies, places or nothing, and names that it cuts short."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.extraction.grammar.first_names import is_first_name
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import table, words
from workbench.extraction.people import signs
from workbench.extraction.people.signs import Tokens
from workbench.extraction.text.passage import NOUNS, Entity, Passage

MISTAKEN = frozenset({"ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"})
"""What the model takes a lone surname for."""
_PROPER = frozenset({"NNP", "NNPS"})
LONGEST = 4
"""Most words of a name in a row; parts tied by hyphens and "van", "bin" and the like count nothing."""
_SYLLABLE = re.compile(r"(?:[bcdfghjklmnprstwxyz]{0,2}[wy]?)[aeiou]{1,3}(?:n|ng|m|k|l|p|h|r|t)?")
"""The small second half of a given name: the "hoon" of "Ji-hoon"."""


def by_form(passages: list[Passage]) -> None:
    """Make people of what the model takes for bodies, places or nothing, by the form in which the story names them.

    Names in a row are a person where the first is a common first name, where the story calls the same thing by the
    last one alone (that is how stories name people, and no body is shortened so), or where something beside them says
    so: a role, an age, "who is".
    """
    alone = _lone_names(passages)
    for passage in passages:
        passage.rename(
            [_whole(passage, e) for e in passage.entities if e.type != "PERSON" or not _is_inner(passage, e)]
        )
        known = {t for e in passage.entities if e.type == "PERSON" for t in range(e.low, e.high)}
        runs = [
            Entity(low, high, "PERSON")
            for low, high in _name_runs(passage, known)
            if _is_person(passage, low, high, alone)
        ]
        if runs:
            covered = {t for e in runs for t in range(e.low, e.high)}
            kept = [e for e in passage.entities if covered.isdisjoint(range(e.low, e.high))]
            passage.rename([*kept, *runs])


@cache
def _classes() -> frozenset[str]:
    return frozenset(word for spelled in table("bodies")["classes"].values() for word in spelled)


def _lone_names(passages: list[Passage]) -> set[str]:
    """The single words that the model takes for a name somewhere, or that speak; no word that bodies are called by."""
    seen = {
        passage.words[e.low]
        for passage in passages
        for e in passage.entities
        if e.high - e.low == 1 and e.type in (*MISTAKEN, "PERSON")
    }
    speaking = {
        passage.words[t]
        for passage in passages
        for t, dep in enumerate(passage.deps)
        if dep == "nsubj" and t and passage.tags[t] == "NNP" and _speaks_alone(passage, t)
    }
    return (seen | speaking) - _classes()


def _speaks_alone(passage: Passage, token: int) -> bool:
    """Whether one word alone is the subject of a verb of speech beside it: "…," Marsh said; "…," said Marsh."""
    verb = passage.heads[token]
    single = passage.tags[token - 1] not in NOUNS and passage.tags[token + 1 : token + 2] != ["NNP"]
    return abs(verb - token) == 1 and single and passage.lower[verb] in speech("clause")


def _name_runs(passage: Passage, known: set[int]) -> Iterator[Tokens]:
    """Runs of two to four capitalised words outside known people, a title that leads them left out."""
    high = 0
    for first in [token for token, tag in enumerate(passage.tags) if tag in _PROPER]:
        if first < high or first in known or not _is_part(passage, first):
            continue
        low, high = first, _end(passage, first, known)
        low = signs.behind_office(passage, low, high)
        low = 1 + max((t for t in range(low, high - 2) if signs.is_title(passage, t)), default=low - 1)
        while high - low > 1 and signs.is_title(passage, low):
            low += 1
        size = sum(_is_counted(passage, t) for t in range(low, high))
        if 2 <= size <= LONGEST or (size == 1 and _is_titled_alone(passage, low)):
            yield low, high


def _is_counted(passage: Passage, token: int) -> bool:
    """Whether the word is one of a name's own: no "van" and no second half behind a hyphen."""
    tied = _is_tied(passage, token) and passage.words[token - 2][0].isupper()
    return passage.words[token][0].isupper() and not tied


def _is_titled_alone(passage: Passage, token: int) -> bool:
    """Whether the one name stands behind "Mr" or the like, and is no title too: not "Lt. Gov."."""
    return signs.is_titled(passage, token) and not signs.is_title(passage, token)


def _is_part(passage: Passage, token: int) -> bool:
    """Whether the word can be one of a name; the tagger takes "Isaias" for a plural, and "Hides" in a heading."""
    word = passage.words[token]
    singular = passage.tags[token] == "NNP" or (
        passage.tags[token] == "NNPS" and (not word.endswith("s") or is_first_name(word))
    )
    return singular and word[0].isupper()


def _is_tied(passage: Passage, token: int) -> bool:
    """Whether a hyphen ties this token to the one before, without a space."""
    return (
        token > 1
        and passage.words[token - 1] == "-"
        and passage.ends[token - 2] == passage.starts[token - 1]
        and passage.ends[token - 1] == passage.starts[token]
    )


def _end(passage: Passage, start: int, known: set[int]) -> int:
    """Where the names in a row that start here end: "Anna van der Moor", "Seo Ji-hoon", "Omar al-Rashid"."""
    at = start + 1
    while at < len(passage) and at not in known:
        if _is_part(passage, at):
            at += 1
        elif (tail := _second_half(passage, at)) is not None and (at > start + 1 or _is_part(passage, at + 1)):
            at = tail
        elif (name := _behind_particle(passage, at)) is not None and name not in known:
            at = name + 1
        else:
            break
    return at


def _second_half(passage: Passage, hyphen: int) -> int | None:
    """The end of what a hyphen ties to a name; None for what is no name ("York-based")."""
    if hyphen + 1 >= len(passage) or not _is_tied(passage, hyphen + 1):
        return None
    syllable = _SYLLABLE.fullmatch(passage.words[hyphen + 1]) and not passage.tags[hyphen + 1].startswith("VB")
    if not syllable and not _is_part(passage, hyphen + 1):
        return None
    further = hyphen + 2 < len(passage) and passage.words[hyphen + 2] == "-"
    return (further and _second_half(passage, hyphen + 2)) or hyphen + 2


def _behind_particle(passage: Passage, token: int) -> int | None:
    """The name that "van", "bin" or "al-" leads to here."""
    at = token
    while at < len(passage) and passage.words[at] in words("names", "particles"):
        at += 1
    at += at > token and at < len(passage) and passage.words[at] == "-"
    return at if token < at < len(passage) and _is_part(passage, at) else None


def _is_inner(passage: Passage, entity: Entity) -> bool:
    """Whether the name only ends one that a particle splits: the "Berg" of "Mark van der Berg"."""
    return entity.type == "PERSON" and any(
        other.type == "PERSON" and other.high <= entity.low and _whole(passage, other).high >= entity.high
        for other in passage.entities
        if other is not entity and entity.low - other.high < LONGEST
    )


def _whole(passage: Passage, entity: Entity) -> Entity:
    """The person's name with what the model leaves out of it: a first name, a surname, a part behind a hyphen."""
    if entity.type != "PERSON":
        return entity
    return Entity(_first(passage, entity), _last(passage, entity), "PERSON")


def _last(passage: Passage, entity: Entity) -> int:
    high = entity.high
    while high > entity.low + 1 and passage.words[high - 1] in words("names", "particles"):
        high -= 1
    if (name := _behind_particle(passage, high) if high < len(passage) else None) is not None:
        return name + 1
    if high < len(passage) and (tail := _second_half(passage, high)) is not None:
        return tail
    if high - entity.low == 1 and high < len(passage) and not passage.entity_of[high] and _is_part(passage, high):
        return high + (passage.tags[high] == "NNP" and is_first_name(passage.words[entity.low]))
    return entity.high


def _first(passage: Passage, entity: Entity) -> int:
    first = entity.low - 1
    if first > 0 and passage.words[first] == "-" and passage.tags[first - 1] == "NNP":
        return first - 1
    several = entity.high - entity.low > 1
    if first < 0 or not _leaves_out(passage, first) or (several and not is_first_name(passage.words[first])):
        return entity.low
    inside = entity.low <= passage.heads[first] < entity.high
    leads = passage.deps[first] == "compound" and inside and passage.tags[first] == "NNP"
    named = leads and passage.words[first].istitle() and passage.words[first].isalpha()
    titled = signs.is_title(passage, first) and not signs.is_name_behind_title(passage, first)
    return _first(passage, Entity(first, entity.high, "PERSON")) if named and not titled else entity.low


def _leaves_out(passage: Passage, token: int) -> bool:
    """Whether the model takes this word for no name, or for a place by itself though it opens somebody's name."""
    other = passage.entity_at[token]
    return other is None or (
        other.type == "GPE" and other.high - other.low == 1 and is_first_name(passage.words[token])
    )


def _is_person(passage: Passage, low: int, high: int, alone: set[str]) -> bool:
    types = {passage.entity_of[t] for t in range(low, high)}
    last = passage.words[high - 1]
    if types & {"DATE", "TIME", "LAW", "EVENT"} or last in _classes() or signs.ends_in_title(passage, low, high):
        return False
    listed = is_first_name(passage.words[low])
    if "LOC" in types:
        follows = passage.tags[high] if high < len(passage) else "."
        return listed and (follows in ("VBD", "VBZ", "POS") or signs.role_beside(passage, low, high))
    if listed or _is_led_to(passage, low, high):
        return True
    if types & {"GPE", "NORP"}:
        shortened = "NORP" in types or last in alone
        return signs.role_beside(passage, low, high) and (shortened or signs.is_no_place(passage, low, high))
    return last in alone or signs.is_shown(passage, low, high)


def _is_led_to(passage: Passage, low: int, high: int) -> bool:
    """Whether a title or an office's field stands right before the name."""
    if signs.is_titled(passage, low) or signs.is_behind_field(passage, low):
        return True
    unknown = not any(passage.entity_of[t] for t in range(low, high))
    return unknown and low > 2 and signs.in_office(passage, low - 1, high)
