"""Scores and tallies: two numbers with a dash between them that count what two sides have, and whose seats they are."""

import re
from itertools import chain

from workbench.extraction.lexicon import words
from workbench.extraction.numbers.numeral import Numeral
from workbench.extraction.text.passage import Passage

# "failed on a final vote, 49 to 51": no range.
_VOTED = re.compile(
    r"\b(?:vote|voted|failed|passed|rejected|approved|ruled|confirmed)\b[^.;\d]{0,40}(?:,|\bvoted?)\s+$|"
    r"\b(?:rejected|defeated|blocked)\s+(?:the|a)\s+\w+\s+$"
)
_TOUCHING = re.compile(r"\d[-–—]\d")
_IN_A_ROW = ["in", "a", "row"]
_OF_LAST = re.compile(
    r"\s+of\s+(?:(?:their|its|his|her|the|our)\s+)?(?:last|past|first|previous|final|opening)\s+\w+\b"
)
_LAST = re.compile(r"\bof\s+(?:(?:their|its|his|her|the|our)\s+)?(?:last|past|first|previous|final|opening)\s+$")
NEAR = 9
"""Most tokens between "won" and how many of how many games it was."""
HIGHEST = 100
"""More than this no two sides score against each other, names before and behind or not."""
TOLD = 3
"""How many different words of a game a story has that tells of one."""


def is_score(passage: Passage, one: Numeral, two: Numeral, join: str) -> bool:
    """Two plain numbers, of which words or names say that they are a score or a vote.

    As in "a 1-3 defeat", "failed on a vote, 49 to 51", "0-0", "Peru 1-2 Chile".
    """
    text = passage.text
    if join == "to" and _VOTED.search(text, max(0, one.start - 60), one.start):
        return True
    if join in ("to", "and", "or") or "." in text[one.start : two.end]:
        return False
    low, high = passage.tokens_in(one.start, two.end)
    scoring = words("nouns", "lists.scoring")
    if any(word in scoring for word in passage.lower[max(0, low - 5) : high + 1]):
        return not (passage.tags[high : high + 1] == ["NNS"] and passage.lower[high] not in scoring)
    touching = _TOUCHING.fullmatch(text, one.end - 1, two.start + 1) is not None and two.value < HIGHEST
    return touching and (one.value == two.value == 0 or _parts_names(passage, low, high))


def _parts_names(passage: Passage, low: int, high: int) -> bool:
    """As in "Peru 1-2 Chile": the names of two sides, and nothing else, stand around the numbers."""
    if low == 0 or high >= len(passage):
        return False
    return all(passage.words[t][0].isupper() and passage.tags[t].startswith("NN") for t in (low - 1, high))


def held(passage: Passage, token: int, score: str | None) -> str | None:
    """What "hold a 52-48 majority" counts: seats, on a court its justices; None where it was voted by one."""
    low, high = passage.sentences[passage.sentence_of[token]]
    behind = passage.lower[token : min(token + 8, high)]
    leads = {"majority"} | (words("nouns", "lists.edges") if score == "vote" else set())
    if leads.isdisjoint(behind) or passage.lower[max(low, token - 4) : token].count("by"):
        return None
    had = any(word in words("nouns", "lists.holding") for word in passage.lower[max(low, token - 8) : token])
    court = not {"court", "justices"}.isdisjoint(passage.lower[low:high])
    return ("justice" if court else "seat") if had else None


def decided(passage: Passage, token: int) -> str | None:
    """As in "a 5-4 decision", whatever else the story scores: votes."""
    _, high = passage.sentences[passage.sentence_of[token]]
    behind = passage.lower[token : min(token + NEAR, high)]
    return None if words("nouns", "lists.rulings").isdisjoint(behind) else "vote"


def of_play(passage: Passage, here: int, behind: int, score: str | None) -> str | None:
    """What a bare number counts where it was won or scored: "won seven straight", "lost 4 of 6", "scored 17"."""
    low, _ = passage.sentences[passage.sentence_of[here]]
    led = passage.lower[max(low, here - NEAR) : here]
    if not words("nouns", "lists.winning").isdisjoint(led):
        rowed = passage.lower[behind : behind + 1] == ["straight"] or passage.lower[behind : behind + 3] == _IN_A_ROW
        of_last = _OF_LAST.match(passage.text, passage.ends[behind - 1]) or _LAST.search(
            passage.text, passage.starts[low], passage.starts[here]
        )
        return "game" if rowed or of_last else None
    scored = passage.lower[here - 1 : here] in (["scored"], ["netted"], ["scores"], ["scoring"])
    return (score if score not in (None, "vote") else "point") if scored else None


def tells_of_game(passages: list[Passage]) -> bool:
    """Whether a story tells of a game, whose first half is no part of a year."""
    said = frozenset(chain.from_iterable(passage.spelled for passage in passages))
    return len(said & words("nouns", "lists.playing")) >= TOLD
