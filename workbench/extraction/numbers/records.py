"""Records and peaks: "a record high", "the previous record", "a ten-year low", "fell to a new low"."""

import re

from workbench.extraction.grammar.nouns import Phrase
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.ordinals import noun_behind, word_at
from workbench.extraction.numbers.superlatives import PLACERS, Placed
from workbench.extraction.text.passage import NOUNS, Passage

_THINGS = NOUNS | {"JJ", "CD"}
_YEAR = re.compile(r"[12]\d{3}")


def record(passage: Passage, token: int) -> Placed | None:
    """As in "a record high", "the previous record", "broke the record", "a ten-year low"."""
    if _is_record(passage, token) or peak_start(passage, token) is not None:
        noun = noun_behind(passage, token) if passage.lower[token] == "record" else None
        return "a record", noun or Phrase(token, token + 1, token)
    return None


def _is_record(passage: Passage, token: int) -> bool:
    word, before, after = passage.lower[token], word_at(passage, token - 1), word_at(passage, token + 1)
    if word not in ("record", "records") or passage.tags[token] not in (*NOUNS, "JJ") or after == "straight":
        return False
    if before in words("ranks", "record_before"):
        return True
    if after == "-" and word_at(passage, token + 2) in words("ranks", "record_joined"):
        return True
    if word == "record" and _is_set(passage, token):
        return True
    if word == "records" or before in ("off", "on"):
        return False
    thing = before in ("a", "an") and not _THINGS.isdisjoint(passage.tags[token + 1 : token + 2])
    thing |= passage.tags[token] == "JJ" and before != "the"
    return after in words("ranks", "record_nouns") or (thing and after not in words("ranks", "no_records"))


def _is_set(passage: Passage, token: int) -> bool:
    """Whether somebody breaks, sets or holds the record."""
    return passage.deps[token] in ("dobj", "nsubjpass") and (
        passage.lower[passage.heads[token]] in words("ranks", "record_verbs")
    )


def peak_start(passage: Passage, token: int) -> int | None:
    """Where "ten-year low", "all-time high", "closing high" or "2008 low" start; None where no peak stands here."""
    if passage.lower[token] not in words("ranks", "peaks") or passage.tags[token] not in (*NOUNS, "JJ"):
        return None
    before = word_at(passage, token - 1)
    if before in words("ranks", "peak_kinds") and passage.lower[token] != "record":
        return token - 1
    if before == "new" and passage.tags[token] in NOUNS and _is_reached(passage, token - 1):
        return token - 1
    if before in words("ranks", "peak_periods") and passage.tags[token - 2 : token - 1] in (["HYPH"], ["CD"]):
        return max(0, token - 2 - (passage.words[token - 2] == "-"))
    return _dated(passage, token) if before in table("calendar")["months"] or _YEAR.fullmatch(before) else None


def _is_reached(passage: Passage, new: int) -> bool:
    """As in "fell to a new low", "hit new highs": that it was moved there, as no opinion is."""
    before = new - 1 - (word_at(passage, new - 1) == "a")
    return word_at(passage, before) in ("to", *words("verbs", "reaching"))


def _dated(passage: Passage, token: int) -> int | None:
    """Where the date starts in "its January high", "the 2008 low"."""
    start = token
    while start > 0 and passage.entity_of[start - 1] == "DATE" and passage.lower[start - 1] not in PLACERS:
        start -= 1
    return start if 0 < start < token and passage.lower[start - 1] in PLACERS else None
