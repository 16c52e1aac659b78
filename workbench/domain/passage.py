"""Find a cited passage in the text it was taken from."""

import re

_ALIKE = ('"“”„‟«»″', "'‘’‚‛`´′", "-‐‑‒–—−")
_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*")
_LEAST = 3
"""Fewer characters than this between two marks of omission are found anywhere and say nothing."""


def find(text: str, words: str) -> list[tuple[int, int]]:
    """The half-open offsets in `text` where these words stand; empty where they don't.

    White space, quotation marks and dashes count alike however they are written. Words quoted with an omission
    ("…", "[...]") are found in pieces, in their order.
    """
    whole = re.search(_pattern(words), text) if words.strip() else None
    if whole:
        return [whole.span()]
    pieces = [piece for piece in _LEFT_OUT.split(words) if len(piece.strip()) >= _LEAST]
    return _in_order(text, pieces) if len(pieces) > 1 else []


def _in_order(text: str, pieces: list[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for piece in pieces:
        there = re.compile(_pattern(piece)).search(text, found[-1][1] if found else 0)
        if there is None:
            return []
        found.append(there.span())
    return found


def _pattern(words: str) -> str:
    return r"\s+".join("".join(map(_character, token)) for token in words.split())


def _character(character: str) -> str:
    for alike in _ALIKE:
        if character in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(character)
