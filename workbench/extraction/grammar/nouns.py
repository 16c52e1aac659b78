"""Nouns: their singular, and the noun phrase that stands behind a number."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from workbench.extraction.lexicon import table
from workbench.extraction.text.passage import NOUNS, Passage

_INSIDE = frozenset({"HYPH", "NN", "``", "''", "CD", "JJ", "JJS", "VBG", "VBN", "POS"})
"""Tags of words that may stand between two nouns of one phrase."""
_BEFORE_NOUN = _INSIDE | {"JJR", "NNS", "NNP", "NNPS", "RB", "RBR", "RBS", "AFX", "VBD"}
"""Tags of words that may stand before the noun of a phrase."""
_ADJECTIVES = frozenset({"JJ", "JJR", "VBN"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "acl", "parataxis", "pcomp"})
_INNER = frozenset({"compound", "amod", "nmod", "nummod", "poss", "punct", "advmod", "quantmod", "case", "npadvmod"})
_NEVER_NOUNS = frozenset({"was", "were", "is", "are", "be", "been", "has", "have", "had"}) | {
    *("will", "would", "can", "could", "said", "says", "and/or")
}
"""Words that end a noun phrase even where capitals have made the parser take them for nouns."""
_WORD = re.compile(r"[^\W\d_][\w.,'’&/-]*$|\d+[A-Za-z-]")
FARTHEST = 8
"""Most tokens between a number and the noun that it counts."""
SHORT_IE = 4
"""Letters of a plural in "-ies" whose singular ends in "-ie": lies, ties, pies."""


class Phrase(NamedTuple):
    """A noun phrase: half-open token range and the token of its head noun."""

    low: int
    high: int
    head: int


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """The singular of an English noun in lower case, by list and by ending; what is no plural stays as it is."""
    plain = word.lower()
    if (listed := table("nouns")["singular"].get(plain)) is not None:
        return str(listed)
    if plain.endswith("men") and plain not in table("nouns")["lists"]["like_men"]:
        return f"{plain[:-2]}an"
    if len(plain) <= 3 or plain.endswith(("ss", "us", "is")) or not plain.endswith("s"):
        return plain
    if plain.endswith("ies"):
        return plain[:-1] if len(plain) == SHORT_IE else plain[:-3] + "y"
    if plain.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return plain[:-2]
    return plain[:-1]


@lru_cache(maxsize=16384)
def plural(noun: str) -> str:
    """The plural of an English noun, of which `singular` makes the noun again; one in "-s" stays as it is."""
    listed = (many for many, one in table("nouns")["singular"].items() if one == noun)
    if (irregular := next(listed, None)) is not None:
        return str(irregular)
    if noun.endswith("man") and noun.lower() not in table("nouns")["lists"]["like_man"]:
        return f"{noun[:-2]}en"
    if noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("ch", "sh", "x", "zz")) else f"{noun}s"


def spellings(nouns: Collection[str]) -> frozenset[str]:
    """Every word in lower case whose singular is one of these."""
    listed = [word for word, base in table("nouns")["singular"].items() if base in nouns]
    made = (form for noun in nouns for form in (noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies"))
    return frozenset({*listed, *(form for form in made if singular(form) in nouns)})


def noun_name(passage: Passage, token: int) -> str:
    """The singular of the noun at this token; a name keeps its capitals ("Americans" → "American")."""
    word = passage.words[token]
    if word.lower() == "general" and token and passage.tags[token - 1] in ("NNS", "NNPS"):
        return f"{singular(passage.words[token - 1])} general"
    if re.fullmatch(r"[A-Z]{2,}s", word):
        return word[:-1]
    base = (
        singular(word)
        if passage.tags[token] in ("NNS", "NNPS") or word.lower() in table("nouns")["singular"]
        else word.lower()
    )
    named = word[0].isupper() and passage.tags[token] in ("NNP", "NNPS")
    base = base.capitalize() if named else base
    if not _is_half(passage, token):
        return base
    first = passage.words[token - 2]
    return f"{first if named or len(first) == 1 else first.lower()}-{base}"


def _is_half(passage: Passage, token: int) -> bool:
    """Whether a hyphen ties the noun to the other half of one word: "co-founders", "front-runners"; no "12-page"."""
    if token < 2 or passage.words[token - 1] != "-" or not passage.words[token - 2].isalpha():
        return False
    touching = passage.ends[token - 2] == passage.starts[token - 1] and passage.ends[token - 1] == passage.starts[token]
    longer = token > 2 and passage.words[token - 3] == "-"
    return touching and not longer and passage.tags[token - 2] not in ("CD", "POS")


def behind_owner(passage: Passage, token: int) -> int:
    """The token behind the name that starts here and owns what follows: "nurses" of "Lund's nurses"; else this one."""
    at = token
    while passage.tags[at : at + 1] == ["NNP"]:
        at += 1
    return at + 1 if at > token and passage.tags[at : at + 1] == ["POS"] else token


def phrase_from(passage: Passage, token: int) -> Phrase | None:
    """The noun phrase that starts at this token: adjectives and nouns up to the noun that the others hang on."""
    at, last, first = token, None, token
    if _starts_no_phrase(passage, token):
        return None
    while at < len(passage) and at - token < FARTHEST and _may_lead(passage, at, token):
        if at > token and _starts_another(passage, at):
            break
        if passage.words[at] == "-" or _inside_compound(passage, at, token) or _is_of_letters(passage, at, token):
            at += 1
            continue
        if passage.tags[at] in NOUNS:
            if not _WORD.match(passage.words[at]):
                break
            last = at
            if not _goes_on(passage, at):
                break
        elif passage.tags[at] == "CC":
            if not _joins_adjectives(passage, at):
                break
        elif last is not None and passage.tags[at] not in _INSIDE:
            break
        at += 1
    if last is None:
        return None
    high = last + 1
    if (
        passage.words[first] in ('"', "“", "'", "‘")
        and high < len(passage)
        and passage.words[high] in ('"', "”", "'", "’")
    ):
        high += 1
    return Phrase(first, high, last)


def _starts_no_phrase(passage: Passage, token: int) -> bool:
    tells = passage.tags[token] == "VBD" and passage.deps[token] in _CLAUSES
    return tells or passage.tags[token] == "CC" or passage.lower[token] in _NEVER_NOUNS


def _may_lead(passage: Passage, at: int, first: int) -> bool:
    listed = passage.tags[at] in _BEFORE_NOUN or passage.tags[at] == "CC"
    inside = _inside_compound(passage, at, first) or _is_of_letters(passage, at, first)
    return listed or inside or _parts_adjectives(passage, at, first)


def _parts_adjectives(passage: Passage, at: int, first: int) -> bool:
    """Whether the comma stands between adjectives of one noun: "two large, old houses", "two old, rather dull men"."""
    if passage.words[at] != "," or at == first or at + 2 >= len(passage):
        return False
    before, behind = at - 1, at + 1 + (passage.tags[at + 1] == "RB")
    return (
        passage.tags[before] in _ADJECTIVES
        and passage.tags[behind] in _ADJECTIVES
        and passage.deps[before] in _INNER
        and passage.deps[behind] in _INNER
        and passage.heads[before] == passage.heads[behind] > behind
    )


def _inside_compound(passage: Passage, at: int, first: int) -> bool:
    """Whether the word is the small one of "write-in ballots", "drive-by shootings"."""
    return (
        at > first
        and passage.tags[at] in ("IN", "RP", "RB", "TO")
        and passage.words[at - 1] == "-"
        and passage.ends[at - 1] == passage.starts[at]
        and passage.tags[at + 1 : at + 2] in (["NN"], ["NNS"])
    )


def _starts_another(passage: Passage, token: int) -> bool:
    """Whether the word is no part of a noun phrase before it: a date, or a verb in capitals."""
    dated = passage.entity_of[token] in ("DATE", "TIME") and passage.tags[token] in ("NNP", "CD")
    return dated or passage.lower[token] in _NEVER_NOUNS


def _joins_adjectives(passage: Passage, token: int) -> bool:
    """As in "military and humanitarian aid"."""
    beside = passage.tags[token - 1 : token] + passage.tags[token + 1 : token + 2]
    return beside == ["JJ", "JJ"] or (passage.deps[token - 1] in _INNER and passage.heads[token - 1] > token)


def _goes_on(passage: Passage, token: int) -> bool:
    """Whether the noun at this token only leads to another noun right behind it."""
    head = passage.heads[token]
    owns = passage.lower[token + 1 : token + 2] in (["'s"], ["'"])
    # The tagger takes the mark of "adults’" for one of a quotation.
    owners = passage.tags[token] == "NNS" and passage.deps[token] in ("poss", "nmod")
    if owns and (owners or passage.tags[token + 1] == "POS"):
        # "the two nations' interests" are of two nations; "three women's groups" are three groups.
        counted = passage.tags[token] in ("NNS", "NNPS") and passage.lower[token] not in (
            "women",
            "men",
            "children",
            "people",
        )
        # "the two largest teachers’ unions" are of unions.
        counted &= passage.tags[token + 1] == "POS" or passage.tags[token - 1] != "JJS"
        return not counted and passage.deps[token] in ("poss", "nmod", "compound") and token < head <= token + 5
    if _hyphened(passage, token) or _names_letters(passage, token):
        return True
    if token > 1 and passage.words[token - 1] == "-" and passage.tags[token - 2 : token + 1] == ["CD", "HYPH", "NN"]:
        return passage.tags[token + 1 : token + 2] in (["NN"], ["NNS"])
    if passage.deps[token] == "conj" and passage.deps[head] in _INNER:
        head = passage.heads[head]
        return token < head <= token + 4 and all(passage.tags[t] in _BEFORE_NOUN for t in range(token, head + 1))
    if passage.deps[token] in _INNER and token < head <= token + 4:
        return all(passage.tags[t] in _BEFORE_NOUN or passage.tags[t] == "CC" for t in range(token, head + 1))
    return (
        token + 1 < len(passage)
        and passage.tags[token] in ("NN", "NNP")
        and passage.tags[token + 1] in NOUNS
        and passage.heads[token + 1] == head
    )


def _names_letters(passage: Passage, token: int) -> bool:
    """As in "two Portable Document Format (PDF) files": the letters of a name, and behind them the noun it leads to."""
    opens, letters, closes = (*passage.words[token + 1 : token + 4], "", "", "")[:3]
    spelled = (opens, closes) == ("(", ")") and letters.isupper() and passage.words[token].startswith(letters[-1])
    return spelled and passage.tags[token + 4 : token + 5] in (["NN"], ["NNS"])


def _is_of_letters(passage: Passage, at: int, first: int) -> bool:
    """Whether the word is one of the letters of a name or of the brackets around them, inside a noun phrase."""
    return any(_names_letters(passage, name) for name in range(max(first, at - 3), at))


def _hyphened(passage: Passage, token: int) -> bool:
    """As in "co-sponsors": a hyphen and another noun touch the word."""
    if passage.words[token + 1 : token + 2] != ["-"] or token + 2 == len(passage):
        return False
    if passage.tags[token + 2] not in ("NN", "NNS", "NNPS") and not _inside_compound(passage, token + 2, token):
        return False
    return passage.ends[token] == passage.starts[token + 1] and passage.ends[token + 1] == passage.starts[token + 2]


def base_phrase(passage: Passage, head: int) -> Phrase:
    """The noun phrase around its head noun: from its first modifier to the head, nothing behind it."""
    low = head
    for child in passage.children[head]:
        if child < low and passage.deps[child] not in ("cc", "conj", "prep", "relcl", "punct"):
            low = min(low, passage.subtree(child)[0])
    return Phrase(low, head + 1, head)


def is_model(passage: Passage, token: int) -> bool:
    """Whether a number with an article is a thing's name, by what a hyphen ties to it: "the 787-9", "the K20-100"."""
    ends, starts = passage.ends, passage.starts
    hyphens = [t for t in (token - 1, token + 1) if passage.words[max(0, t) : t + 1] == ["-"]]
    tied = any(ends[t - 1 : t + 1] == starts[t : t + 2] for t in hyphens)
    return passage.tags[token] == "CD" and tied and passage.child(token, "det") is not None
