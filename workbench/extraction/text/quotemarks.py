"""Where the quotation marks of a paragraph open and close."""

import re

LEAST_OPEN = 20
"""Fewest characters of a quotation that is not closed, or not opened, in its paragraph."""
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?!s\b)(?P<inner>[^‘'’\n]{8,}?(?:(?<=\w)[’'](?=[a-z])[^‘'’\n]*?)*)(?<=[\w.,!?…])[’'](?!\w)"
)


_DOUBLE = re.compile(r"[\"“”„«»'](?:(?<!')|(?<!\w')'(?!')|(?<=')'(?![\w']))")
"""One mark; archives write two straight apostrophes for it."""
_MARKUP = re.compile(r"(?<=\w)=[\"“]([^\"“”<>\n]*)[\"”](?=[\s/>])")
"""What a page's code, left in its text, says of a link or a picture: href="…"."""


def quoted(text: str) -> list[tuple[int, int]]:
    """The insides of the quotation marks of a paragraph, straight or typographic; a mark left open runs to its end."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    markup = {at for value in _MARKUP.finditer(text) for at in value.span(1)} if "=" in text else set()
    for mark in _DOUBLE.finditer(text):
        if markup and {mark.start(), mark.end()} & markup:
            continue
        char, at = mark.group(), mark.start()
        if start is None and _is_inch(text, at):
            continue
        if start is None and not found and at > LEAST_OPEN and _only_closes(text, at) and text.count('"') % 2:
            # A quotation that an earlier paragraph opened.
            found.append((0, at))
        elif start is None and char not in "”»":
            start = mark.end()
        elif start is not None and char not in "“„«":
            found.append((start, at))
            start = None
        elif start is not None and char == "“":
            if _ends_here(text, at):
                found.append((start, at))
            start = None if _ends_here(text, at) else at + 1
    if start is not None and len(text) - start > LEAST_OPEN:
        found.append((start, len(text)))
    if not found and ("'" in text or "‘" in text):
        found = [m.span("inner") for m in _SINGLE.finditer(text)]
    return [(low, high) for low, high in (_trimmed(text, *pair) for pair in found) if low < high]


def _is_inch(text: str, at: int) -> bool:
    """Whether the mark stands for inches behind a number: 6" tall, 6'' tall."""
    if at == 0 or not text[at - 1].isdigit():
        return False
    return text[at] == "'" or (re.match(r'"\s*[,.]?\s*(?:[a-z]|$)', text[at:]) is not None and text.count('"') % 2 == 1)


def _only_closes(text: str, at: int) -> bool:
    """Whether a straight mark stands behind a word's end and before a blank: it can't open anything."""
    return text[at] == '"' and text[at - 1] in ",.!?" and text[at + 1 : at + 2].isspace()


def _ends_here(text: str, at: int) -> bool:
    """Whether an opening mark was typed where one closes: "“I went,“ said Lee"."""
    return text[at - 1] in ",.!?" and text[at + 1 : at + 2].isspace()


def _trimmed(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return low, high
