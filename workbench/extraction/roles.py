"""Nouns that say what a person is."""

from workbench.extraction.lexicon import words
from workbench.extraction.nouns import singular
from workbench.extraction.passage import Passage


def is_role(passage: Passage, token: int) -> bool:
    """Whether the noun at this token says what a person is, by list or by its ending."""
    word = passage.lower[token]
    plain = singular(word) if is_plural(passage, token) else word
    if plain in words("roles", "roles") or plain in words("roles", "abbreviated"):
        return True
    return passage.tags[token] in ("NN", "NNP") and len(plain) > 5 and plain.endswith(tuple(words("roles", "endings")))


def is_plural(passage: Passage, token: int) -> bool:
    """Whether the noun is a plural; the tagger takes "Brothers" before a name for a singular."""
    tag, word = passage.tags[token], passage.lower[token]
    return tag in ("NNS", "NNPS") or (
        tag == "NNP" and singular(word) != word and singular(word) in words("roles", "roles")
    )
