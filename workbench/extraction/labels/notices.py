"""Dates that stand in no sentence: under a message, and at the head of a story."""

import re

from workbench.extraction.candidate import Candidate

LONGEST_SIGNATURE = 90
"""Characters of a name with its handle under a message."""
_SIGNED = re.compile(r"(?:—|--|–) ?\W?(\w[^—–()@]{1,50}?)\W? \(@\w+\),? $")


def notice(candidate: Candidate) -> str:
    """What such a date is of: "tweet by Ana Lund", "publication of story"; empty for one in a sentence."""
    if _is_dateline(candidate):
        return "publication of story"
    who = _tweeted(candidate)
    return f"tweet by {who}" if who else ""


def _is_dateline(candidate: Candidate) -> bool:
    """Whether a date has a sentence of the story's beginning to itself: it is the day of publication."""
    passage, (low, high) = candidate.passage, candidate.tokens
    first, end = passage.sentences[passage.sentence_of[low]]
    alone = not any(word[0].isalpha() for word in (*passage.words[first:low], *passage.words[high:end]))
    return alone and first == 0 and passage.number <= 1


def _tweeted(candidate: Candidate) -> str:
    """Who wrote the message that a date stands under: "— Anna Weiss (@annaweiss) May 8, 2023"."""
    before = candidate.passage.text[max(0, candidate.start - LONGEST_SIGNATURE) : candidate.start]
    signed = _SIGNED.search(before)
    return signed[1] if signed else ""
