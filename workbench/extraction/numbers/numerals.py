"""Read numbers written in digits or words from a text, without knowing what they count."""

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.extraction.numbers import fractions
from workbench.extraction.numbers.fractions import PARTS
from workbench.extraction.numbers.numeral import A_SCALE, A_SMALL, HUNDRED, LISTS, SCALES, SMALL, Numeral
from workbench.extraction.numbers.signs import any_of
from workbench.extraction.text.spelled import FIGURE, VULGAR

_SUFFIXES: dict[str, int] = LISTS["suffixes"]
_VAGUE: dict[str, int] = LISTS["vague"]
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125", "⅕": "0.2"}
_VULGAR |= {"1/2": "0.5", "1/4": "0.25", "3/4": "0.75", "1/3": "0.3333", "2/3": "0.6667"}

_GROUPED = (
    # Groups of three parted by apostrophes, by blanks that do not break, or by stops with the cents behind a comma.
    r"\d{1,3}(?:['’\u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,3}(?:\.\d{3}){2}(?:,\d{1,2})?(?![\d.])"
    r"|(?<![\d.,] )\b[1-9]\d{0,2}(?: \d{3})+(?![\d,.:]?\d| \d)"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,])|\d{1,3},\d{1,2}(?![\d,.]\d|\d)"
)
_DIGITS = (
    rf"(?P<grouped>{_GROUPED})|"
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?|\d{1,30}(?:\.\d{1,30})?|(?<![\w.])\.\d{1,30}"
)
_SPACED = ("bn", "bln", "mn", "mln", "tn", "tln", "trn")
_CONTINENTAL = re.compile(r"\s?(?:%|€|percent|per\s+cent|mill?i[oa]|euros?\b|km\b|kg\b)")
_JOIN = r"(?:\s+and\s+|\s*-\s*|\s+)"

_VAGUELY = re.compile(
    rf"(?:\b(?:several|many|a\s+few|few|multiple)\s+)?(?<!\d\s)\b(?P<plural>{any_of(list(_VAGUE))})\b"
    rf"(?:\s+(?:and|upon|or)\s+(?P=plural)\b)*"
    rf"|\b(?:several|many|a\s+few|a\s+couple(?:\s+of)?)\s+(?P<scale>{any_of(list(SCALES))})\b(?:\s+(?P<more>{A_SCALE}))?"
)
_CROWDED = re.compile(r"\s+(?:of|(?:more\s+)?(?:injured|wounded|dead|killed|hurt|missing))\b")
"""What tells behind "scores" that they are a crowd."""
_DIGITAL = re.compile(
    rf"(?=[\d.])(?P<digits>{_DIGITS})(?P<vulgar>\s?[{VULGAR}]|[- ](?:1/2|1/4|3/4|1/3|2/3)(?![\d/]))?"
    rf"(?:(?P<suffix>\s?(?:{any_of(list(_SUFFIXES))}))(?![\w.]\w|\w|[/²³])|(?P<scales>(?:[\s-]+(?:{any_of(list(SCALES))})s?\b)+))?"
)
_VULGAR_ALONE = re.compile(f"[{VULGAR}]")
_WORDED = re.compile(
    rf"\b(?:(?:an?\s+)(?={A_SCALE})|(?={A_SMALL}))(?:{A_SMALL}|{A_SCALE})?(?:{_JOIN}(?:{A_SMALL}|{A_SCALE}))*"
)


def numerals(text: str, among: frozenset[str]) -> list[Numeral]:
    """The numbers in a text of small letters, left to right, whether or not they count anything.

    None overlaps another. `among` is what the text is spelled with.
    """
    taken: list[Numeral] = []
    covered = bytearray(len(text))
    for needs, reader in READERS:
        if needs.isdisjoint(among):
            continue
        for numeral in reader(text):
            if not any(covered[numeral.start : numeral.end]):
                taken.append(numeral)
                covered[numeral.start : numeral.end] = b"\x01" * (numeral.end - numeral.start)
    return sorted(taken)


def compose(words: list[str]) -> tuple[Decimal, int]:
    """The value of the longest run from the first word on that forms one number, and how many words it took.

    "two", "hundred", "and", "five" is 205 (4 words); "five", "and", "six" is 5 (1 word).
    """
    total, group, room, used, pending = Decimal(0), None, Decimal("Infinity"), 0, False
    for place, word in enumerate(words):
        if word == "and":
            pending = True
            continue
        if word in SCALES:
            scale = Decimal(SCALES[word])
            if group is None or pending:
                break
            if scale == HUNDRED:
                group, room = group * scale, HUNDRED
            else:
                total, group, room = total + group * scale, None if scale > HUNDRED else Decimal(0), scale
        else:
            value = Decimal(SMALL[word])
            if value >= room or (pending and words[used - 1] not in SCALES):
                break
            group, room = (group or Decimal(0)) + value, Decimal(10) if value >= 20 else Decimal(0)
        used, pending = place + 1, False
        if group is None and word in ("dozen", "lakh", "lakhs"):
            if word != "dozen" and words[used : used + 1] in (["crore"], ["crores"]):
                return total * SCALES["crore"], used + 1
            break
        group = Decimal(0) if group is None and used < len(words) and words[used] not in SCALES else group
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
                any(word in SCALES for word, _ in parts[:used]),
            )
            parts, offset = [p for p in parts[used:] if p[0] != "and"], -1


def _digital(text: str) -> Iterator[Numeral]:
    for found in _DIGITAL.finditer(text):
        value = _written_value(text, found)
        if value is None:
            continue
        if found["vulgar"]:
            value += Decimal(_VULGAR[found["vulgar"].strip().lstrip("-")])
        suffix = (found["suffix"] or "").strip().lower()
        # A suffix after a blank is a word or a unit of its own unless it can be nothing else; "1,200K" are kelvins.
        apart = found["suffix"] and found["suffix"][0].isspace() and suffix not in _SPACED
        if apart or (suffix == "k" and "," in found["digits"]):
            yield Numeral(found.start(), found.end("digits"), value, "digits")
            continue
        for scale in re.findall(r"[a-z]+", (found["scales"] or "").lower()):
            value *= SCALES.get(scale) or SCALES[scale.removesuffix("s")]
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


def _vague(text: str) -> Iterator[Numeral]:
    for found in _VAGUELY.finditer(text):
        plural = re.sub(r"\s+", " ", (found["plural"] or "").lower())
        if plural == "scores" and not _CROWDED.match(text, found.end()):
            continue
        value = _VAGUE[plural] if plural else 2 * SCALES[found["scale"].lower()] * SCALES.get(found["more"] or "", 1)
        yield Numeral(found.start(), found.end(), Decimal(value), "vague", True)


_WORDS = frozenset({*SMALL, *SCALES})
_FIGURES = frozenset({FIGURE})
# What is read first keeps its words: "two-thirds" is no "two". A text spelled without what a reader needs is not read.
READERS = (
    (frozenset({"half", "quarter", "quarters", "third"}), fractions.and_a_part),
    (_WORDS | _FIGURES, fractions.ratios),
    (frozenset({*SCALES, *(phrase.split()[-1] for phrase in _VAGUE)}), _vague),
    (frozenset(PARTS), fractions.parts),
    (_FIGURES, fractions.slashed),
    (_WORDS, _worded),
    (_FIGURES, _digital),
)
