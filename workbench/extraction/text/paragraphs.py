"""Cut a text into the pieces that the parser reads one by one: paragraphs, and long paragraphs at safe places."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

LONGEST = 4_000
"""Most characters that the parser gets at once: a page and a half, far under spaCy's limit of a million."""
BATCH = 64
"""Most paragraphs parsed at once. A batch never mixes stories, so that no story's claims hang on its neighbours."""
BATCH_LENGTH = 24_000
"""Most characters parsed at once, but for one piece: the parser takes 20 kB for each of their words."""
LONGEST_RUN = 400
"""Most characters without white space that are read: the tokenizer peels affixes off a run one by one, in
quadratic time, and no claim stands in an address, a key or a wall of signs."""
MOST_SIGNS = 20
"""Most characters besides white space of a run that is read all the same."""

# "WASHINGTON (AP) — " belongs to no sentence: the parser would make it a subject.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z .,'’-]{2,40}(?:[A-Z][a-z]{1,5}\.\s*|(?<=, )[A-Z][a-z]+(?: [A-Z][a-z]+)?\s+)?"
    r"(?:\([^()\n]{2,20}\)\s*)?|"
    r"[A-Z][A-Za-z\d .,'’-]{2,40}\([A-Z][^()\n]{1,19}\)\s*)"
    r"[—–-]{1,2}\s+"
)
# "Monday, May 4, 2020 The mayor resigned": the day of a story whose line has run into its first sentence.
_DAY = re.compile(
    r"(?:[A-Z][a-z]+day,? )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}\s+"
    r"(?=[A-Z“\"])"
)
_BULLET = re.compile(r"\s*(?:[-*•‣◦–—]|\d{1,3}[.)])\s")
# What leads an item of a list or the line of an author, which the parser would take for a part of the sentence.
_ITEM = re.compile(r"(?:[-*•‣◦·–—]|--)\s+(?=[“\"‘']?[A-Z])")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*\s+")
_RUN = re.compile(rf"\S{{{LONGEST_RUN},}}|(?:(?![%$€£¥₹])[\W\d_]){{{LONGEST_RUN},}}")
_LAST_WORD = re.compile(r"\S*\Z")
_CHANGED = re.compile(r"(?<!\w)\[([A-Za-z])\]([a-z]+)(?=,? \w)")
_READABLE = re.compile(r"[^\W_]")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the pieces of `text`, in order; none is empty, overlaps another or is over LONGEST long.

    What holds no letter and no digit, and runs of LONGEST_RUN characters without white space, or without a letter and
    a sign for money or percent, are in no piece.
    Paragraphs part at empty lines. Inside a block of lines a line also ends a paragraph where it ends a sentence,
    stands well short of the others (a heading, an item of a list), or the next one starts with a bullet.
    """
    first = True
    for start, end in _blocks(text):
        for begin, high in _lines(text, start, end):
            low = item.end() if (item := _ITEM.match(text, begin, high)) else begin
            dateline = _DATELINE.match(text, low, high) or (_DAY.match(text, low, high) if first else None)
            first = False
            body = dateline.end() if dateline else low
            yield from _legible(text, low, body)
            yield from _without_runs(text, body, high)


def batches(text: str) -> Iterator[list[tuple[int, int]]]:
    """The pieces of `text` in the groups that are parsed at once; none is empty."""
    group: list[tuple[int, int]] = []
    length = 0
    for low, high in pieces(text):
        if group and (len(group) == BATCH or length + high - low > BATCH_LENGTH):
            yield group
            group, length = [], 0
        group.append((low, high))
        length += high - low
    if group:
        yield group


def readable(piece: str) -> str:
    """The piece with every control character and line end as one blank, so that offsets stay what they are."""
    if piece.isprintable():
        return piece
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in piece)


def unbracketed(piece: str) -> str:
    """The piece without brackets around a letter that an editor changed, as long as it: "We " for "[W]e"."""
    return _CHANGED.sub(r"\1\2  ", piece) if "[" in piece else piece


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in re.finditer(r"\n[^\S\n]*\n\s*", text):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text.find("\n", start, end) < 0:
        yield start, end
        return
    lines = list(_cut(text, start, end))
    longest = max(high - low for low, high in lines)
    begin = start
    for (low, high), (after, _) in pairwise(lines):
        line = text[low:high].rstrip()
        ends = line.endswith((".", "!", "?", ":", '"', "”")) or len(line) < 0.6 * longest
        if ends or _BULLET.match(text, after, end):
            yield from _trimmed(text, begin, high)
            begin = after
    yield from _trimmed(text, begin, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (stop := text.find("\n", start, end)) >= 0:
        yield start, stop
        start = stop + 1
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _without_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while run := _RUN.search(text, at, end):
        at = run.end()
        # Blanks cost the parser nothing: they stand where something was taken out of a sentence.
        if len("".join(run[0].split())) > MOST_SIGNS:
            yield from _shortened(text, start, run.start())
            start = at
    yield from _shortened(text, start, end)


def _shortened(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [found.end() for found in _SENTENCE_END.finditer(window)]
        last_word = _LAST_WORD.search(window, LONGEST - LONGEST_RUN)
        cut = ends[-1] if ends and ends[-1] > LONGEST // 4 else last_word.start() if last_word else LONGEST
        yield from _legible(text, start, start + cut)
        start += cut
    yield from _legible(text, start, end)


def _legible(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if _READABLE.search(text, start, end):
        yield from _trimmed(text, start, end)
