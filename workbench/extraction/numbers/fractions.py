"""Fractions, shares and ratios in words and digits: "two-thirds", "one in five", "three and a half", "3/8 percent"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.extraction.numbers.numeral import (
    A_SCALE,
    A_SMALL,
    HUNDRED,
    LISTS,
    SCALES,
    Numeral,
    shortened,
    word_value,
)
from workbench.extraction.numbers.signs import any_of

REACH = 40
"""Most characters before a fraction that say what it is."""
ROUND = 2
"""Most figures but noughts of a large number of which others are a share: "six in 1,500"."""
PARTS: dict[str, int] = LISTS["parts"]
_PART = any_of(list(PARTS))
_PART_OF = re.compile(
    rf"\b(?P<count>an?|{any_of(list(LISTS['ones']))}|\d)?[\s-]*\b(?P<part>{_PART})\b"
    rf"(?P<scaled>[\s-]+(?:(?:of\s+)?(?P<one>an?)[\s-]+)?(?P<scale>{A_SCALE}))?"
)
_NO_WHOLE = any_of(LISTS["no_whole"])
_RATIO = re.compile(
    rf"(?<![a-z]-)(?<!\d[-–])\b(?:(?P<some>{A_SMALL}|\d{{1,3}})|one\s+[a-z]{{3,}}(?<!half))(?:\s+(?:(?:in|out\s+of)\s+(?:every\s+)?|of\s+every\s+)|-in-)"
    rf"(?P<all>{A_SMALL}|(?:a\s+)?(?:hundred|thousand|million)\b|(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d+(?=\s+{A_SCALE}))?)\b"
    rf"(?![.,]\d)(?:\s+(?P<scale>{A_SCALE}))?)(?!\s*(?:[-/:%]|percent|per\s)|\s+(?:{_NO_WHOLE})\b)"
)
# A fraction that stands alone: "up by a fifth", "'a third, and nothing less'", but no ordinal ("by a fifth bank").
_CHANGED_BY = re.compile(
    rf"(?:\b(?:{any_of(LISTS['before_share'])})\s+(?:(?:{any_of(LISTS['near_share'])})\s+)?"
    rf"|\bor\s+(?:{any_of(LISTS['near_share'])})\s+|[\"“‘'(]\s*)$"
)
_UNNOUNED = re.compile(rf"\s*(?:[.,;:!?)\"”’'—–]|$)|\s+(?:{any_of(LISTS['behind_share'])})\b")
# In "a week and a half" the half is one of the unit before it, which reads it with its own number.
_OF_UNIT_BEFORE = re.compile(r"\ban?[\s-]+[a-z]+[\s-]+and[\s-]+$")
# "a third say so", "the other half were left": plurals do so, and nobody who is the third.
_OF_MANY = re.compile(rf"\s+(?:(?!only)[a-z]+ly\s+)?(?:{any_of(LISTS['of_many'])})\b")
# "a third larger than the old one", "a fifth more than in May"
_LARGER_THAN = re.compile(r"\s+(?:[a-z]+er|more|less)\s+than\b")
# "a second man came, and a third were held": the next in a row.
_AFTER_A_SECOND = re.compile(r"\b(?:second|another)\b[^.]*$")
_RECENT = re.compile(r"\b(?:last|past|next|first|previous|recent|consecutive|straight|fiscal|these|those)\s+$")
_AND_A_PART = re.compile(
    rf"\b(?P<count>{any_of(list(LISTS['ones']))}|\d{{1,3}})[\s-]+and[\s-]+"
    rf"(?:(?:a|one|three)[\s-]+|(?=half\b))(?P<part>half|quarters?|third)\b(?:[\s-]+(?P<scale>{A_SCALE}))?"
)
# "3/8 percent", "5 1/4 inches", "1/3 of the voters"; a bare "9/11" or "3/8" may be a date or a score.
_SLASHED = re.compile(
    r"(?<![\d/.,])(?:(?P<whole>\d{1,3})[\s-])?(?P<top>\d{1,2})\s?/\s?(?P<under>[2-9]|1[0268]|32|64|100)(?![\d/.,]\d|\d|/)"
    r"(?=[\s-]?(?:(?P<of>of\b)|%|percent|per\s+cent|(?:percentage|basis)?\s?points?|inch|mile|hour|cup|ounce|pound|acre|teaspoon|tablespoon|feet|foot))"
)


def and_a_part(text: str) -> Iterator[Numeral]:
    """As in "three and a half million"."""
    for found in _AND_A_PART.finditer(text):
        value = (word_value(found["count"]) or Decimal(0)) + Decimal(1) / PARTS[found["part"].lower()]
        scale = (found["scale"] or "").lower()
        yield Numeral(found.start(), found.end(), value * SCALES.get(scale, 1), "words", bool(scale))


def ratios(text: str) -> Iterator[Numeral]:
    """As in "one in five", "six-in-ten", "three out of four voters": a share in percent."""
    for found in _RATIO.finditer(text):
        some, every = word_value(found["some"] or "one"), _every(found)
        if some and every and some < every and not 1900 <= every <= 2100 and (some == 1 or _is_round(every)):
            share = some * HUNDRED / every
            yield Numeral(found.start(), found.end(), shortened(share, places=2 if share >= 1 else 8), "ratio")


def _every(found: re.Match[str]) -> Decimal | None:
    if found["all"][:1].isdigit():
        plain = found["all"].split()[0].replace(",", "")
        return Decimal(plain) * SCALES.get((found["scale"] or "").lower(), 1)
    return word_value(found["all"])


def _is_round(every: Decimal) -> bool:
    """Whether so many may be those of which others are a share: no "killed four in 1,230 raids"."""
    return every <= HUNDRED or len(f"{every.normalize():f}".rstrip("0")) <= ROUND


def parts(text: str) -> Iterator[Numeral]:
    """As in "two-thirds" (a share in percent) and "a quarter of a million" (a number)."""
    for found in _PART_OF.finditer(text):
        part, count = found["part"].lower(), (found["count"] or "").lower()
        many = word_value(count) or Decimal(1) if count not in ("", "a", "an") else Decimal(1)
        start = found.start("count") if count else found.start("part")
        # "a quarter million", but no "third million": there the part is an ordinal.
        if found["scaled"] and (found["one"] or part in ("half", "quarter")):
            value = many / PARTS[part] * SCALES[found["scale"].lower()]
            yield Numeral(start, found.end(), shortened(value), "words", True)
        elif _is_fraction(text, found, count, part):
            yield Numeral(start, found.end("part"), shortened(many * HUNDRED / PARTS[part], places=2), "part")


def slashed(text: str) -> Iterator[Numeral]:
    """As in "3/8 percent" (a number) and "1/3 of the voters" (a share in percent)."""
    for found in _SLASHED.finditer(text) if "/" in text else ():
        top, under = Decimal(found["top"]), Decimal(found["under"])
        if not 0 < top < under:
            continue
        if found["of"] and not found["whole"]:
            yield Numeral(found.start("top"), found.end(), shortened(top * HUNDRED / under, places=2), "part")
        else:
            yield Numeral(found.start(), found.end(), Decimal(found["whole"] or 0) + shortened(top / under), "digits")


def _is_fraction(text: str, found: re.Match[str], count: str, part: str) -> bool:
    led = text[max(0, found.start() - REACH) : found.start()]
    if part == "half":
        return _is_half(text, found, count)
    if part == "quarters" and (count in ("", "two") or ("-" not in found.group() and _RECENT.search(led))):
        return count not in ("", "two") and re.match(r"\s+of\s+an?\b", text[found.end("part") :]) is not None
    if count in ("a", "an") and (
        _LARGER_THAN.match(text, found.end("part"))
        or (_CHANGED_BY.search(led) and _UNNOUNED.match(text, found.end("part")))
    ):
        return not part.endswith("s")
    if count in ("a", "an", "one") and _OF_MANY.match(text, found.end("part")):
        return not part.endswith("s") and not _AFTER_A_SECOND.search(
            text, max(0, found.start() - 2 * REACH), found.start()
        )
    if count in ("", "a", "an", "one"):
        of = (
            re.match(r",?\s+of\b|[\s-]+(?:of|off|the|(?:percentage[\s-]+)?point)\b", text[found.end("part") :])
            is not None
        )
        return not part.endswith("s") and bool(count) and (of or (count == "one" and not _noun_follows(text, found)))
    return part.endswith("s")


def _is_half(text: str, found: re.Match[str], count: str) -> bool:
    if count and _OF_UNIT_BEFORE.search(text[max(0, found.start("count") - REACH) : found.start("count")]):
        return False
    before = text[max(0, found.start("part") - REACH) : found.start("part")].rstrip().rsplit(" ", 1)[-1].lower()
    if before == "other" and _OF_MANY.match(text, found.end("part")):
        return True
    return before not in ("first", "second", "the", "other", "better", "latter", "this", "last") or (
        bool(re.match(r"\s+of\s+(?:the|all|its|their)\b", text[found.end("part") :]))
        and before not in ("first", "second", "latter")
    )


def _noun_follows(text: str, found: re.Match[str]) -> bool:
    return re.match(r"[\s-]+[a-z]", text[found.end("part") :]) is not None
