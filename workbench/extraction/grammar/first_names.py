"""Common first names: whether a word is one, and whose."""

import unicodedata
from functools import lru_cache

from workbench.extraction.lexicon import words

GENDERS = ("she", "he")
_UNDIVIDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae"})
"""Letters that Unicode does not take apart into a plain one and its mark."""


@lru_cache(maxsize=4096)
def gender_of(word: str) -> str | None:
    """The pronoun for somebody with this first name, written in any case: "she" or "he"; None for no listed name."""
    plain = _plain(word)
    return next((gender for gender in GENDERS if plain in words("first_names", gender)), None)


@lru_cache(maxsize=4096)
def is_first_name(word: str) -> bool:
    """Whether the word, written in any case, commonly opens a person's name."""
    return gender_of(word) is not None or _plain(word) in words("first_names", "either")


def _plain(word: str) -> str:
    lower = word.lower()
    if lower.isascii():
        return lower
    parted = unicodedata.normalize("NFD", lower.translate(_UNDIVIDED))
    return "".join(char for char in parted if not unicodedata.combining(char))
