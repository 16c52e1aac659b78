"""Commas inside what a description names: "a teacher from Dayton, Ohio", "the Trade, Industry and Energy Committee"."""

from workbench.extraction.grammar.nations import country_of
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.text.passage import NOUNS, Passage


def past(passage: Passage, comma: int) -> int:
    """The token behind what is named on both sides of this comma; the comma itself where it parts two things."""
    if comma < 1 or comma + 1 >= len(passage) or passage.words[comma] != ",":
        return comma
    return _past_region(passage, comma) or _past_row(passage, comma) or comma


def _past_region(passage: Passage, comma: int) -> int | None:
    """Behind the state or country that a town lies in."""
    town, region = passage.entity_at[comma - 1], passage.entity_at[comma + 1]
    if town is None or region is None or not town.type == region.type == "GPE":
        return None
    named = passage.slice(region.low, region.high)
    states = meanings("nations", "states")
    within = named in states or f"{named}." in states or country_of(named) is not None
    if not within or country_of(passage.slice(town.low, town.high)) is not None:
        return None
    return region.high + is_around_state(passage, region.high)


def is_around_state(passage: Passage, comma: int) -> bool:
    """Whether it is one of the two commas around a state in front of a noun: "an Omaha, Neb., mayoral candidate"."""
    if not 0 < comma < len(passage) or passage.words[comma] != ",":
        return False
    opens = _past_state(passage, comma) is not None
    return opens or any(_past_state(passage, low) == comma for low in (comma - 2, comma - 3))


def _past_state(passage: Passage, low: int) -> int | None:
    """The comma that closes the state behind this one and its town, where a noun goes on behind it."""
    near = range(low + 2, min(low + 4, len(passage) - 1))
    high = next((t for t in near if passage.words[t] == ","), None)
    town = passage.entity_at[low - 1] if low > 1 and passage.words[low] == "," else None
    if high is None or town is None or town.type != "GPE" or town.low == 0:
        return None
    led = passage.tags[town.low - 1] in ("DT", "JJ") or passage.lower[town.low - 1] == "former"
    led = led and passage.tags[high + 1] in ("NN", "NNS", "NNP", "JJ")
    return high if led and passage.slice(low + 1, high) in meanings("nations", "states") else None


def _past_row(passage: Passage, comma: int) -> int | None:
    """Behind a row of fields that one body or office is for; None where the row is not closed by "and" and a body."""
    at = comma
    while passage.words[at : at + 1] == [","] and (end := _past_field(passage, at + 1)):
        at = end
    if at == comma:
        return None
    at += passage.words[at : at + 1] == [","]
    end = _past_field(passage, at + 1) if passage.lower[at : at + 1] in (["and"], ["&"]) else None
    if end is None or not _past_field(passage, comma - 1):
        return None
    further = passage.lower[end : end + 1]
    if further and further[0] in words("bodies", "chambers"):
        return end + 1
    return end if passage.lower[end - 1] in words("bodies", "endings") or _is_field(passage, end - 1) else None


def _past_field(passage: Passage, low: int) -> int | None:
    """Behind the capitalised words, or the one field in small letters, that start here."""
    end = low
    while end < len(passage) and _is_named(passage, end):
        end += 1
    return end if end > low else low + 1 if low < len(passage) and _is_field(passage, low) else None


def _is_named(passage: Passage, token: int) -> bool:
    named = passage.words[token][0].isupper() and passage.entity_of[token] not in ("PERSON", "DATE")
    return named and (passage.tags[token] in NOUNS or passage.tags[token] in ("JJ", "VBG"))


def _is_field(passage: Passage, token: int) -> bool:
    return passage.words[token].islower() and passage.lower[token] in words("roles", "fields")
