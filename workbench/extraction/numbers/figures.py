"""Numbers in a passage with their hedges and ranges: what the kinds money, percent, measure and count read from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from workbench.domain.claim import Bound
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.hedges import hedge_before, hedge_behind
from workbench.extraction.numbers.masks import masked
from workbench.extraction.numbers.namings import SIGN_AT_END, named
from workbench.extraction.numbers.numeral import Numeral, decimal_text
from workbench.extraction.numbers.numerals import numerals
from workbench.extraction.numbers.scores import is_score
from workbench.extraction.numbers.signs import SIGN_BEFORE, UNIT_BETWEEN, unit_at
from workbench.extraction.text.passage import VERBS, Passage


@dataclass(slots=True)
class Figure:
    """A number or a range as it stands in a passage, in characters of its text.

    `start` and `end` hold the number, its currency sign and its second half; `hedge_start` begins with the words
    that set the bound. `sign` is the currency sign before the number. `tally` says that it is one side of a score.
    """

    start: int
    end: int
    hedge_start: int
    hedge_end: int
    low: Numeral
    high: Numeral | None = None
    sign: str = ""
    bound: Bound = Bound.EXACTLY
    hedge: str = ""
    negative: bool = False
    tally: bool = False

    @property
    def amount(self) -> str | None:
        """The value, or the lower end of the range, as decimal text."""
        return decimal_text(-self.low.value if self.negative else self.low.value)

    @property
    def amount_high(self) -> str | None:
        """The upper end of the range as decimal text, or None."""
        return decimal_text(self.high.value) if self.high else None


_STUCK = re.compile(r"(?:p|pc|pct|pp|ppts?|x|percent|bps|cents?)(?!\w)", re.IGNORECASE)
# Lines of a picture, which are no pence: "a 1080p camera".
_SCAN_LINES = re.compile(r"(?:480|720|1080|1440|2160)p\b")
_CODE = re.compile(r"[A-Z]{3}(?!\w)")
_RANGE = re.compile(
    rf"\s?(?P<unit>{UNIT_BETWEEN})?\s?(?P<join>-to-|to-|-or-|--|-|–|—|to|through|thru|and|or)\s?(?P<sign>{SIGN_BEFORE})?\s?",
    re.IGNORECASE,
)
# "raises the age to buy one from 18 to 21": however far from its verb.
_AGE_CHANGED = re.compile(r"\b(?:rais|lower|increas|reduc)\w+\s+the\s+(?:\w+\s+)?age\b[^.;\d]*\bfrom\s+$")
_FROM_AGAIN = re.compile(r"\bfrom\s[^;\d]{0,4}\d[^;]*\bto\s[^;\d]{0,4}\d[^;]*\band\b[^;\d]*\bfrom\s[^;\d]{0,4}$")
_PERCENT = re.compile(r"\s?(?:%|percent\b|per\s+cent\b)", re.IGNORECASE)
FAR = 20
"""How many times the lower number the upper one is where a change and what it came to are meant, and no range."""
MOST_JOINED = 6
"""Most tokens between two numbers of which one hedge may be, the "and" among them."""
_NAMED = frozenset(("JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN", "IN"))
"""Tags of the words there: what the first number counts."""
AROUND = 200
"""Characters around the numbers of a passage in which names and addresses that hold them are looked for."""
_BETWEEN = re.compile(r"\bbetween(?:\s+(?:the\s+)?ages?(?:\s+of)?|\s+(?:about|around|roughly|approximately))?$")


def figures(passage: Passage, dates: list[tuple[int, int]], names: frozenset[str] = frozenset()) -> list[Figure]:
    """The figures of a passage outside `dates` (character ranges), names and addresses, in order.

    `names` holds numbers that the story uses as names, as they are written ("737").
    """
    text = passage.text
    read_off = numerals(passage.plain, passage.spelled)
    if not read_off:
        return []
    closed = bytearray(len(text))
    near = (max(0, read_off[0].start - AROUND), min(len(text), read_off[-1].end + AROUND))
    for start, end in [*dates, *masked(passage, *near)]:
        closed[start:end] = b"\x01" * (min(end, len(text)) - start)
    found: list[Numeral] = []
    name: Numeral | None = None
    for numeral in read_off:
        if any(closed[numeral.start : numeral.end]) or _runs_on(text, numeral):
            continue
        name = numeral if named(passage, numeral, names, name) else None
        if name is None:
            found.append(numeral)
    read = [_hedged(passage, figure) for figure in _ranged(passage, [_signed(text, numeral) for numeral in found])]
    for one, two in pairwise(read):
        unhedged = two.bound is Bound.EXACTLY and one.bound is not Bound.EXACTLY
        again = _converts(text, one, two) or _OR_POINTS.fullmatch(text, one.end, two.start)
        if unhedged and (again or _reaches(passage, one, two)):
            two.bound, two.hedge = one.bound, one.hedge
    return read


def _reaches(passage: Passage, one: Figure, two: Figure) -> bool:
    """As in "over 4,000 deaths and 60,000 cases", "at least 12 men and two boys": the hedge is of both.

    One that is not of both by its sense is so where the second number is as round.
    """
    first, last = passage.tokens_in(one.end, two.start)
    between = passage.tags[first:last]
    joined = last - first <= MOST_JOINED and passage.lower[last - 1 : last] == ["and"] and between[:-1] != []
    if not joined or not _NAMED.issuperset(between[:-1]) or two.low.form == "vague" or one.high or two.high:
        return False
    return one.hedge in words("bounds", "of_both") or two.low.value % 1000 == 0 < two.low.value


# "as much as 5 percent, or 454 points": the same once more.
_OR_POINTS = re.compile(r"\s?(?:%|percent|per\s+cent|points?),\s+or\s+")
_PART_OF_A = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE)


def _converts(text: str, one: Figure, two: Figure) -> bool:
    """Whether the second, alone in brackets, says the first in another unit or currency: "up to 235 km/h (146 mph)"."""
    if not re.fullmatch(r"[^()\d.;]{1,30}\(", text[one.end : two.start]):
        return False
    if two.sign:
        return text[two.end : two.end + 1] == ")"
    part = _PART_OF_A.match(text, one.end) if one.low.form == "part" else None
    ends = ((one, part.end() if part else one.end), (two, two.end))
    units = [unit_at(text, end, digits=figure.low.form == "digits") for figure, end in ends]
    return all(units) and text[units[1].end : units[1].end + 1] == ")" if units[1] else False


def _runs_on(text: str, numeral: Numeral) -> bool:
    """Whether letters or digits touch the number, so that it is part of a longer thing ("707s", "18b", "3D")."""
    before, after = text[max(0, numeral.start - 1) : numeral.start], text[numeral.end : numeral.end + 1]
    if before.isdigit() or (before in (".", ",") and text[max(0, numeral.start - 2) : numeral.start - 1].isdigit()):
        return True
    if numeral.form != "digits" or not re.match(r"[A-Za-zµ°²³]", after):
        return False
    if _SCAN_LINES.match(text, numeral.start):
        return True
    code = _CODE.match(text, numeral.end)
    if code and code.group() in table("currencies")["words"]:
        return False
    return not (_STUCK.match(text, numeral.end) or unit_at(text, numeral.end, digits=True))


_MINUS = re.compile(r"(?:(?<=[\s(])|^)[-−]$|\b(?:(?<!\bor )minus|negative)[\s-]$", re.IGNORECASE)


def _signed(text: str, numeral: Numeral) -> Figure:
    before = text[max(0, numeral.start - 12) : numeral.start]
    if sign := SIGN_AT_END.search(before):
        start = numeral.start - len(sign.group())
        minus = bool(sign["minus"] or sign["inner"])
        return Figure(start, numeral.end, start, numeral.end, numeral, sign=sign["sign"], negative=minus)
    if minus_sign := _MINUS.search(before):
        start = numeral.start - len(minus_sign.group())
        return Figure(start, numeral.end, start, numeral.end, numeral, negative=True)
    return Figure(numeral.start, numeral.end, numeral.start, numeral.end, numeral)


def _ranged(passage: Passage, singles: list[Figure]) -> Iterator[Figure]:
    waiting: Figure | None = None
    for figure in singles:
        if waiting is None:
            waiting = figure
            continue
        joined = _join(passage, waiting, figure)
        if len(joined) == 1:
            waiting = joined[0]
        else:
            yield joined[0]
            waiting = joined[1]
    if waiting is not None:
        yield waiting


def _join(passage: Passage, one: Figure, two: Figure) -> list[Figure]:
    """One figure where the two are the ends of a range, else both; both sides of a score are marked so."""
    text = passage.text
    between = _RANGE.fullmatch(text[one.low.end : two.low.start])
    forms = (one.low.form, two.low.form)
    # "by a third to 3.4 million": a share and a number are no span.
    mixed = forms[0] != forms[1] and not {"part", "ratio"}.isdisjoint(forms)
    if one.high or one.tally or not between or mixed or "vague" in forms:
        return [one, two]
    before, join = text[: one.start].lower().rstrip(), between["join"].lower()
    spelled = _BETWEEN.search(before) is not None if join == "and" else True
    if (
        not spelled
        or (join == "or" and two.low.value > 3 * one.low.value)
        or not _alike(text, one, two, between["unit"])
    ):
        return [one, two]
    if not one.sign and is_score(passage, one.low, two.low, join):
        one.tally = two.tally = True
        return [one, two]
    low = _with_scale_of(one.low, two.low)
    if two.low.value < low.value:
        shares = before.endswith("from") or _PERCENT.match(text, two.end)
        one.tally = two.tally = not (join == "or" or one.sign or shares)
        return [one, two]
    # "rose by 300 to 4,500", "gained $12 to $1,245": a change and what it came to, each with its unit.
    each_own = between["unit"] is not None or bool(one.sign and two.sign)
    apart = two.low.value > 3 * low.value
    changed = before.endswith(" by") and apart
    # "the index added 40 to 6,210": so far apart they are no span either.
    token = passage.token_at(one.start)
    straight = token > 0 and low.value >= 100 and passage.lower[token - 1] in words("verbs", "change")
    far = apart and (straight or two.low.value > FAR * low.value)
    spanned = before.endswith("anywhere from")
    changed |= not spanned and (before.endswith("from") or (each_own and apart) or far) and _changes(passage, one)
    if two.low.value == low.value or (not spanned and join == "to" and changed):
        return [one, two]
    opener = re.search(r"\b(?:anywhere\s+)?(?:from|between)\s+$", text[: one.start], re.IGNORECASE)
    start = opener.start() if opener and join in ("to", "and") else one.start
    return [Figure(start, two.end, start, two.end, low, two.low, one.sign or two.sign, negative=one.negative)]


def _with_scale_of(low: Numeral, high: Numeral) -> Numeral:
    """The lower end with the scale of the upper one, where it has none of its own: "10 to 15 million"."""
    if low.scaled or not high.scaled or low.value >= 1000:
        return low
    factor = Decimal(10) ** (3 * ((high.value.adjusted()) // 3))
    return low if factor == 1 else low._replace(value=low.value * factor, scaled=True)


def _alike(text: str, one: Figure, two: Figure, unit: str | None) -> bool:
    """Whether the two ends of a range may be of one thing: no percent with dollars, no sign on the second alone."""
    if unit is None:
        return bool(one.sign) or not two.sign
    behind = text[two.end : two.end + len(unit) + 2].lower().lstrip(" -")
    # Four letters, so that "percent" is not found in "109.25 per dollar".
    same = re.sub(r"\s", "", behind).startswith(re.sub(r"\s", "", unit.lower())[:4])
    return not two.sign and (same or (unit[0] == "°" and behind[:1] in ("°", "c", "f")))


def _changes(passage: Passage, figure: Figure) -> bool:
    """Whether the figure hangs on a word for change, so that both ends of "from X to Y" are facts of their own."""
    token = passage.tokens_in(figure.low.start, figure.low.end)[1] - 1
    before = passage.lower[max(0, passage.token_at(figure.start) - 4) : token]
    changing = words("verbs", "change")
    if _AGE_CHANGED.search(passage.text, max(0, figure.start - 80), figure.start):
        return True
    if any(word in changing for word in before):
        return True
    for head in passage.ancestors(token):
        if passage.lower[head] in changing:
            return True
        if passage.tags[head] in VERBS:
            break
    # "raised the fee for men from $5 to $7, and for boys from $1 to $2"
    low, _ = passage.sentences[passage.sentence_of[token]]
    again = _FROM_AGAIN.search(passage.plain, passage.starts[low], figure.low.start) is not None
    return again and not changing.isdisjoint(passage.lower[low:token])


def _hedged(passage: Passage, figure: Figure) -> Figure:
    if before := hedge_before(passage, figure.start):
        figure.bound, start, figure.hedge = before
        figure.hedge_start = figure.start if figure.bound is Bound.EXACTLY else start
    if figure.low.form == "vague" and figure.bound in (Bound.EXACTLY, Bound.ABOUT):
        figure.bound = Bound.AT_LEAST
    if figure.bound is Bound.EXACTLY and (behind := hedge_behind(passage, figure.end)):
        figure.bound, figure.hedge_end = behind
        figure.hedge = passage.text[figure.end : figure.hedge_end].strip()
    return figure
