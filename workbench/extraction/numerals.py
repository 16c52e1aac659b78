"""Read numbers written in digits or words from a text, without knowing what they count."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from workbench.extraction.lexicon import table

HUNDRED = Decimal(100)


class Numeral(NamedTuple):
    """A number from `start` to `end`. `form`: digits, words, vague (a bare plural), part or ratio (both in %).

    `scaled` says that a scale word or suffix belongs to it; `suffix` is the suffix right behind the digits, if any.
    """

    start: int
    end: int
    value: Decimal
    form: str
    scaled: bool = False
    suffix: str = ""


def _any_of(words: "list[str] | dict[str, int]") -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_LISTS = table("numbers")
_SMALL: dict[str, int] = {**_LISTS["ones"], **_LISTS["tens"]}
_SCALES: dict[str, int] = _LISTS["scales"]
_SUFFIXES: dict[str, int] = _LISTS["suffixes"]
_PARTS: dict[str, int] = _LISTS["parts"]
_VAGUE: dict[str, int] = _LISTS["vague"]
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125", "⅕": "0.2"}
_VULGAR |= {"1/2": "0.5", "1/4": "0.25", "3/4": "0.75", "1/3": "0.3333", "2/3": "0.6667"}

_GROUPED = (
    # Groups of three parted by apostrophes, by blanks that do not break, or by stops with the cents behind a comma.
    r"\d{1,3}(?:['’\u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,3}(?:\.\d{3}){2}(?:,\d{1,2})?(?![\d.])"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,])|\d{1,3},\d{1,2}(?![\d,.]\d|\d)"
)
_DIGITS = (
    rf"(?P<grouped>{_GROUPED})|"
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?|\d{1,30}(?:\.\d{1,30})?|(?<![\w.])\.\d{1,30}"
)
_CONTINENTAL = re.compile(r"\s?(?:%|€|percent|per\s+cent|mill?i[oa]|euros?\b|km\b|kg\b)", re.IGNORECASE)
_SCALE = rf"(?:{_any_of(_SCALES)})\b"
_PLAIN = rf"(?:{_any_of(_SMALL)})\b"
_JOIN = r"(?:\s+and\s+|\s*-\s*|\s+)"
_PART = _any_of(_PARTS)

_VAGUELY = re.compile(
    rf"(?:\b(?:several|many|a\s+few|few|multiple)\s+)?(?<!\d\s)\b(?P<plural>{_any_of(_VAGUE)})\b"
    rf"|\b(?:several|many|a\s+few)\s+(?P<scale>{_any_of(_SCALES)})\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"\b(?P<count>an?|{_any_of(_LISTS['ones'])}|\d)?[\s-]*\b(?P<part>{_PART})\b"
    rf"(?P<scaled>\s+(?:of\s+)?an?\s+(?P<scale>{_SCALE}))?",
    re.IGNORECASE,
)
_NO_WHOLE = _any_of(_LISTS["no_whole"])
_RATIO = re.compile(
    rf"\b(?:(?P<some>{_PLAIN}|\d{{1,3}})|one\s+[a-z]{{3,}}(?<!half))\s+(?:in|out\s+of)\s+(?:every\s+)?"
    rf"(?P<all>{_PLAIN}|(?:a\s+)?hundred\b|\d{{1,4}}\b)(?!\s*(?:[-/:%]|percent|per\s)|\s+(?:{_NO_WHOLE})\b)",
    re.IGNORECASE,
)
_DIGITAL = re.compile(
    rf"(?P<digits>{_DIGITS})(?P<vulgar>\s?[½¼¾⅓⅔⅛⅕]|[- ](?:1/2|1/4|3/4|1/3|2/3)(?![\d/]))?"
    rf"(?:(?P<suffix>\s?(?:{_any_of(_SUFFIXES)}))(?![\w.]\w|\w|[/²³])|(?P<scales>(?:[\s-]+(?:{_any_of(_SCALES)})s?\b)+))?",
    re.IGNORECASE,
)
_VULGAR_ALONE = re.compile(r"[½¼¾⅓⅔⅛⅕]")
_WORDED = re.compile(
    rf"\b(?:(?:an?\s+)(?={_SCALE})|(?={_PLAIN}))(?:{_PLAIN}|{_SCALE})?(?:{_JOIN}(?:{_PLAIN}|{_SCALE}))*",
    re.IGNORECASE,
)
# A fraction that stands alone: "up by a fifth", "'a third, and nothing less'", but no ordinal ("by a fifth bank").
_CHANGED_BY = re.compile(
    rf"(?:\b(?:{_any_of(_LISTS['before_share'])})\s+(?:(?:{_any_of(_LISTS['near_share'])})\s+)?|[\"“‘'(]\s*)$",
    re.IGNORECASE,
)
_UNNOUNED = re.compile(rf"\s*(?:[.,;:!?)\"”’'—–]|$)|\s+(?:{_any_of(_LISTS['behind_share'])})\b", re.IGNORECASE)
_AND_A_PART = re.compile(
    rf"\b(?P<count>{_any_of(_LISTS['ones'])}|\d{{1,3}})[\s-]+and[\s-]+(?:a|one|three)[\s-]+(?P<part>half|"
    rf"quarters?|third)\b(?:[\s-]+(?P<scale>{_SCALE}))?",
    re.IGNORECASE,
)
_ANYTHING = re.compile(rf"\d|[½¼¾⅓⅔⅛⅕]|\b(?:{_any_of({**_SMALL, **_SCALES, **_VAGUE, **_PARTS})})\b", re.IGNORECASE)


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers in `text`, left to right, none overlapping another, whether or not they count anything."""
    if not _ANYTHING.search(text):
        return
    taken: list[Numeral] = []
    for reader in (_and_a_part, _ratios, _vague, _parts, _worded, _digital):
        for numeral in reader(text):
            if all(numeral.end <= other.start or numeral.start >= other.end for other in taken):
                taken.append(numeral)
    yield from sorted(taken)


@cache
def word_value(word: str) -> Decimal | None:
    """What a single word or a run of digits is worth, or None."""
    word = word.lower().removeprefix("a ").strip()
    if word.isascii() and word.isdigit():
        return Decimal(word)
    found = {**_SMALL, **_SCALES}.get(word)
    return None if found is None else Decimal(found)


def compose(words: list[str]) -> tuple[Decimal, int]:
    """The value of the longest run from the first word on that forms one number, and how many words it took.

    "two", "hundred", "and", "five" is 205 (4 words); "five", "and", "six" is 5 (1 word).
    """
    total, group, room, used, pending = Decimal(0), None, Decimal("Infinity"), 0, False
    for place, word in enumerate(words):
        if word == "and":
            pending = True
            continue
        if word in _SCALES:
            scale = Decimal(_SCALES[word])
            if group is None or pending:
                break
            if scale == HUNDRED:
                group, room = group * scale, HUNDRED
            else:
                total, group, room = total + group * scale, None if scale > HUNDRED else Decimal(0), scale
        else:
            value = Decimal(_SMALL[word])
            if value >= room or (pending and words[used - 1] not in _SCALES):
                break
            group, room = (group or Decimal(0)) + value, Decimal(10) if value >= 20 else Decimal(0)
        used, pending = place + 1, False
        if group is None and word in ("dozen", "lakh", "lakhs"):
            break
        group = Decimal(0) if group is None and used < len(words) and words[used] not in _SCALES else group
    return total + (group or Decimal(0)), used


def _worded(text: str) -> Iterator[Numeral]:
    for found in _WORDED.finditer(text):
        parts = [(m.group().lower(), m.end()) for m in re.finditer(r"[A-Za-z]+", found.group())]
        if parts and parts[0][0] in ("a", "an"):
            parts[0] = ("one", parts[0][1])
        offset = found.start()
        while parts:
            value, used = compose([word for word, _ in parts])
            if not used:
                parts = parts[1:]
                continue
            first = parts[0][1] - len(parts[0][0]) if parts[0][0] != "one" or offset != found.start() else 0
            yield Numeral(
                found.start() + max(0, first),
                found.start() + parts[used - 1][1],
                value,
                "words",
                any(word in _SCALES for word, _ in parts[:used]),
            )
            parts, offset = [p for p in parts[used:] if p[0] != "and"], -1


def _digital(text: str) -> Iterator[Numeral]:
    for found in _DIGITAL.finditer(text):
        value = _written_value(text, found)
        if value is None:
            continue
        if found["vulgar"]:
            value += Decimal(_VULGAR[found["vulgar"].strip(" -\t\n\u00a0")])
        suffix = (found["suffix"] or "").strip().lower()
        # A suffix after a blank is a word or a unit of its own unless it can be nothing else.
        if found["suffix"] and found["suffix"][0].isspace() and suffix not in ("bn", "mn", "tn", "trn", "mln"):
            yield Numeral(found.start(), found.end("digits"), value, "digits")
            continue
        for scale in re.findall(r"[a-z]+", (found["scales"] or "").lower()):
            value *= _SCALES.get(scale) or _SCALES[scale.removesuffix("s")]
        scaled = bool(suffix or found["scales"])
        yield Numeral(found.start(), found.end(), value * _SUFFIXES.get(suffix, 1), "digits", scaled, suffix)
    for found in _VULGAR_ALONE.finditer(text):
        yield Numeral(found.start(), found.end(), Decimal(_VULGAR[found.group()]) * HUNDRED, "ratio")


def _written_value(text: str, found: re.Match[str]) -> Decimal | None:
    """What the digits are worth. None for codes ("0199") and for a comma that may part decimals or list items."""
    digits, grouped = str(found["digits"]), found["grouped"]
    if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
        return None
    if not grouped:
        return Decimal(digits.replace(",", ""))
    whole, comma, cents = grouped.partition(",")
    if comma and whole.isdigit() and not _CONTINENTAL.match(text, found.end("digits")):
        return None
    return Decimal(
        re.sub(r"['’\s]", "", whole if comma or whole.count(".") < 2 else whole.replace(".", "")).replace(
            ".", "" if comma else "."
        )
        + (f".{cents}" if comma else "")
    )


def _and_a_part(text: str) -> Iterator[Numeral]:
    for found in _AND_A_PART.finditer(text):
        value = (word_value(found["count"]) or Decimal(0)) + Decimal(1) / _PARTS[found["part"].lower()]
        scale = (found["scale"] or "").lower()
        yield Numeral(found.start(), found.end(), value * _SCALES.get(scale, 1), "words", bool(scale))


def _ratios(text: str) -> Iterator[Numeral]:
    for found in _RATIO.finditer(text):
        some, every = word_value(found["some"] or "one"), word_value(found["all"])
        if some and every and some < every and not 1900 <= every <= 2100:
            yield Numeral(found.start(), found.end(), shortened(some * HUNDRED / every, places=2), "ratio")


def _vague(text: str) -> Iterator[Numeral]:
    for found in _VAGUELY.finditer(text):
        plural = re.sub(r"\s+", " ", (found["plural"] or "").lower())
        if plural == "scores" and not re.match(r"\s+of\b", text[found.end() :]):
            continue
        value = _VAGUE[plural] if plural else 2 * _SCALES[found["scale"].lower()]
        yield Numeral(found.start(), found.end(), Decimal(value), "vague", True)


def _parts(text: str) -> Iterator[Numeral]:
    for found in _PART_OF.finditer(text):
        part, count = found["part"].lower(), (found["count"] or "").lower()
        many = word_value(count) or Decimal(1) if count not in ("", "a", "an") else Decimal(1)
        start = found.start("count") if count else found.start("part")
        if found["scaled"]:
            value = many / _PARTS[part] * _SCALES[found["scale"].lower()]
            yield Numeral(start, found.end(), shortened(value), "words", True)
        elif _is_fraction(text, found, count, part):
            yield Numeral(start, found.end("part"), shortened(many * HUNDRED / _PARTS[part], places=2), "part")


def _is_fraction(text: str, found: re.Match[str], count: str, part: str) -> bool:
    if part == "half":
        before = text[: found.start("part")].rstrip().rsplit(" ", 1)[-1].lower()
        return before not in ("first", "second", "the", "other", "better", "latter", "this", "last") or (
            bool(re.match(r"\s+of\s+(?:the|all|its|their)\b", text[found.end("part") :]))
            and before not in ("first", "second", "latter")
        )
    if count in ("a", "an") and _CHANGED_BY.search(text[: found.start()]) and _UNNOUNED.match(text, found.end("part")):
        return not part.endswith("s")
    if count in ("", "a", "an", "one"):
        of = re.match(r"[\s-]+(?:of|off|the)\b", text[found.end("part") :]) is not None
        return not part.endswith("s") and bool(count) and (of or (count == "one" and not _noun_follows(text, found)))
    return part.endswith("s")


def _noun_follows(text: str, found: re.Match[str]) -> bool:
    return re.match(r"[\s-]+[a-z]", text[found.end("part") :]) is not None


def shortened(value: Decimal, places: int = 4) -> Decimal:
    """The value rounded to so many places, without trailing zeros and never in powers of ten."""
    rounded = round(value, places)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize()


def decimal_text(value: Decimal) -> str | None:
    """The value as a claim writes it ("13600000000", "0.63"); None where it would need more than 40 digits."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, fraction = text.lstrip("-").partition(".")
    return text if len(whole) <= 40 and len(fraction) <= 40 else None
