"""What is no number though it has digits or a number's word: addresses, times of day, codes, versions, whole names."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.extraction.lexicon import table
from workbench.extraction.numbers.signs import any_of
from workbench.extraction.text.passage import Passage

_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)[@#]\w+|\bISBN(?:-1[03])?:?\s*[\d-]+[\dXx]?\b", re.IGNORECASE
)
_ADDRESSED = frozenset({"http", "https", "www", "isbn"})
# How fine a picture is, how far a lens opens, and a race by its length.
_PICTURED = re.compile(
    r"(?<![\w$£€¥.])(?:[458]K(?=\s(?:[\w-]+\s)?(?:TVs?|video|screen|display|Ultra|resolution|cameras?|footage|content|OLED|monitors?|HDR|UHD|film)\b)"
    r"|[fƒ]/\d[\d.]*|\d{1,2}K(?=\s(?:\w+\s)?(?:race|run|walk|runs|races)\b))"
)
# Each of these begins with a digit, and looks behind it afterwards: a pattern that does is found many times faster.
_CODED = re.compile(
    r"""\d(?<![\d,.]\d)\d?(?::\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?
    | \d(?<!\w\d)\d?(?:[.:]\d{2})?\s*[ap]\.?m\b\.?
    | \d(?<!\w\d)\d{0,3}(?:[.:]\d{2})?\s+(?:UTC|GMT|BST|CES?T|E[DS]T|P[DS]T|FM)\b
    | \d(?<!\w\d)(?:(?<=0)|(?<=\bat\s\d)|(?<=\bby\s\d)|(?<=from\s\d)|(?<=until\s\d))\d{3}\s+(?:hours|hrs)\b(?!\s+of)
    | \d(?<!\w\d)(?!(?<=\d)\d{0,2}\.\d{3}\.\d{3}(?![\d.]))\d*(?:\.\d+){2,} | \d(?<!\w\d)\d\d-\d{3,4}-\d{4}\b
    | \d(?<!\w\d)(?<=0)\d{2,4}[\s/-]\d{3,}(?:[\s-]\d{2,})* | \d(?<!\w\d)(?<=9)7[89][-\s]?\d[\d\s-]{7,11}[\dXx]\b
    | \d(?<!\w\d)\d?\s+o['’]clock | \d(?<!\w\d)\d*(?:[-–]\d+)?(?:st|nd|rd|th)\b
    | \d(?<!\w\d)\d{2,4}\s+block\b | \d(?<!\w\d)(?<=5)0[-–]50\b(?!\s+(?:tie|vote|split|decision|draw))
    | \d(?<!\w\d)\d{0,3}\((?:[a-z]|\d)\)(?:\(\w\))* | \d(?<!\w\d)(?<=[2-9])0[\s-]?(?:ish|somethings?)\b
    | \d(?<!\w\d)\d?-(?:under|over)(?:[\s-]par)?(?:\s+\d\d\b)?
    | (?:twen|thir|for|fif|six|seven|eigh|nine)ty-?somethings?\b
    | \d(?<!\w\d)\d?/\d{1,2}/\d{2,4}\b | \d(?<!\w\d)\d{3}-\d{2}-\d{2}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKED = re.compile(
    r"\(\d{3}\)\s?\d{3}-\d{4}|\+(?<!\w\+)\d[\d\s()/-]{6,}\d|['’]\d0s\b|['’](?<!\w['’])\d\d\b|\[\[?\d{1,3}\]\]?|\d['’′]\s?\d{1,2}[\"”″]",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?<![\w$£€¥])(?:[A-Za-z][\w.&]*[-–+]?|\w*[A-Za-z]-)(?=\d)\d[\w-]*")
_PREFIXED = re.compile(
    r"(?:by|mid|pre|post|under|over|sub|to|in|plus|non|near|minus|another|some|about|foot|magnitude)-\d[\d,.]*(?:-\w+)*",
    re.IGNORECASE,
)


def masked(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where no number stands from the character `start` up to `end`, though digits or a number's word do."""
    text = passage.text
    patterns = [_CODED, _MARKED, _PICTURED, *_whole_names(passage)]
    if "@" in text or "#" in text or not _ADDRESSED.isdisjoint(passage.spelled):
        patterns.append(_ADDRESS)
    for pattern in patterns:
        for found in pattern.finditer(text, start, end):
            yield found.span()
    for found in _LETTERED.finditer(text, start, end):
        if not _is_currency_code(found.group()) and not _PREFIXED.fullmatch(found.group()):
            yield found.span()


def _whole_names(passage: Passage) -> list[re.Pattern[str]]:
    names = _named_with()
    return [names[word] for word in names.keys() & passage.spelled]


@cache
def _named_with() -> dict[str, re.Pattern[str]]:
    """The names and titles that are no numbers, by the longest word that each of them has."""
    lists = table("names")
    listed: dict[str, list[str]] = {}
    for name, flag in [*((n, "(?i:{})") for n in lists["whole"]), *((n, "{}") for n in lists["titles"])]:
        longest = max(re.findall(r"[^\W\d_]+|\d+", name), key=len)
        word = re.sub(r"\d", "0", longest.lower())
        listed.setdefault(word, []).append(flag.format(any_of([name]).replace("'", "['’]")))
    return {word: re.compile("|".join(patterns)) for word, patterns in listed.items()}


@cache
def _sign_codes() -> frozenset[str]:
    return frozenset({s for s in table("currencies")["signs"] if s[0].isalpha()} | set(table("currencies")["words"]))


def _is_currency_code(run: str) -> bool:
    letters = re.match(r"[A-Za-z.]+", run)
    return bool(letters and letters.group() in _sign_codes())
