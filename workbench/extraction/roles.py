"""Nouns that say what a person is."""

from workbench.extraction.lexicon import words
from workbench.extraction.nouns import singular
from workbench.extraction.passage import Passage


def is_role(passage: Passage, token: int) -> bool:
    """Whether the noun at this token says what a person is, by list or by its ending."""
    word = passage.lower[token]
    plain = singular(word) if passage.tags[token] in ("NNS", "NNPS") else word
    if plain in words("roles", "roles") or plain in words("roles", "abbreviated"):
        return True
    return passage.tags[token] in ("NN", "NNP") and len(plain) > 5 and plain.endswith(tuple(words("roles", "endings")))
