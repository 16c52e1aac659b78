"""The words around a noun that a label keeps: what belongs to the word itself, its nearest modifier, and names."""

from collections.abc import Collection

from workbench.extraction.grammar.nouns import base_phrase
from workbench.extraction.labels.topics import NO_NAME
from workbench.extraction.lexicon import words
from workbench.extraction.text.passage import Passage

MOST_MODIFIERS = 1
LONGEST_NAME = 4
"""Most capitalised words kept before the last one of a name: none of them can be spared."""
_MODIFIERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "HYPH", "CD", "VBN", "AFX"})
SHARES = ("percent", "cent", "%")


def start_of(passage: Passage, token: int, own: Collection[int]) -> int:
    """The first token of the noun at this token with the words before it that a label keeps."""
    low, start, kept = base_phrase(passage, token).low, token, 0
    while start > low and start - 1 not in own and _modifies(passage, start - 1, token):
        if passage.tags[start - 1] != "HYPH" and passage.tags[start] != "HYPH":
            kept += 1
        in_name = passage.tags[start - 1] == "NNP" and kept <= LONGEST_NAME
        # Whose it is: "Democratic primary campaign".
        in_name = in_name or (passage.entity_of[start - 1] == "NORP" and kept <= MOST_MODIFIERS + 2)
        tied = kept <= MOST_MODIFIERS + 1 and is_tied(passage, start - 1, token)
        if kept > MOST_MODIFIERS and not (in_name or tied or _name_before(passage, low, start, token)):
            break
        start -= 1
    name = passage.entity_at[start]
    if name and name.type not in NO_NAME and low <= name.low < start < name.high <= token and name.low not in own:
        # No half of a name: "United States Court House".
        start = name.low + (passage.tags[name.low] == "DT")
    while start > 0 and start - 1 not in own and _belongs(passage, start):
        start -= 1
    while start < token and (passage.tags[start] == "HYPH" or not passage.words[start][0].isalnum()):
        start += 1
    return start


def is_tied(passage: Passage, token: int, noun: int) -> bool:
    """Whether the word is half of the one behind it, which describes the noun: "health" in "health care law"."""
    return passage.heads[token] == token + 1 != noun and passage.deps[token] in ("compound", "amod", "nmod")


def end_of_word(passage: Passage, token: int) -> int:
    """Behind the token, and behind what a hyphen or "&" ties to it: the parser hangs "Pre-orders" by its first half."""
    end = token + 1
    if passage.words[end : end + 1] == ["&"] and passage.heads[end : end + 2] == [token, token]:
        end += 2
    while passage.words[end : end + 1] == ["-"] and passage.starts[end : end + 2] == passage.ends[end - 1 : end + 1]:
        end += 2
    return end


def is_half(passage: Passage, token: int) -> bool:
    """Whether a hyphen ties the token to a word of the object behind it: the "re" of "won re-election bid"."""
    end = end_of_word(passage, token)
    other = passage.heads[end - 1]
    return end > token + 1 and other > token and passage.heads[other] == passage.heads[token]


def whole(passage: Passage, token: int) -> int:
    """The noun that a number or a word of amount is taken from ("plants" in "one of its plants"), else the token."""
    if passage.tags[token] != "CD" and passage.lower[token] not in words("labels", "portions"):
        return token
    article = passage.child(token, "det")
    link = passage.child(token, "prep")
    definite = article is not None and passage.lower[article] not in ("a", "an")
    if definite or passage.lower[passage.heads[token]] == "as" or link is None or passage.lower[link] != "of":
        return token
    thing = passage.child(link, "pobj")
    return token if thing is None else thing


def in_one_name(passage: Passage, one: int, other: int) -> bool:
    """As in "House of Representatives"."""
    return passage.entity_at[one] is not None and passage.entity_at[one] is passage.entity_at[other]


def _belongs(passage: Passage, token: int) -> bool:
    """Whether the word before is part of this one: "pre" of "pre-order", "3" of "3 million"."""
    touches = passage.ends[token - 1] == passage.starts[token]
    return touches or passage.tags[token - 1 : token + 1] == ["CD", "CD"]


def _name_before(passage: Passage, low: int, start: int, head: int) -> bool:
    """Whether a name leads the words before a noun: "Nikkei" in "Nikkei 225 stock market index"."""
    before = range(max(low, head - LONGEST_NAME), start - 1)
    return any(passage.tags[t] == "NNP" and passage.entity_of[t] != "NORP" for t in before)


def _modifies(passage: Passage, token: int, head: int) -> bool:
    """Whether a label keeps this word before its noun: no number of a sum without its sign."""
    if passage.lower[head] in SHARES:
        return passage.tags[token] == "CD" or passage.lower[token] == "per"
    in_sum = passage.tags[token] == "CD" and passage.entity_of[token] in ("MONEY", "PERCENT")
    in_sum = in_sum or passage.entity_of[token] in ("DATE", "TIME")
    bound = passage.lower[token] in ("least", "most") and passage.lower[token - 1] == "at"
    return passage.tags[token] in _MODIFIERS and not in_sum and not bound
