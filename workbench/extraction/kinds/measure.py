"""Measures: physical quantities, durations, ages, speeds, temperatures, and how many times over."""

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.nouns import phrase_from
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers import ages, clocked, heights, multiples, predicated, scales, singles, unitchecks
from workbench.extraction.numbers.ages import Read
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.hedges import hedge_behind
from workbench.extraction.numbers.numeral import HUNDRED, Numeral, decimal_text, shortened
from workbench.extraction.numbers.signs import any_of, unit_at, units
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_MONTHS = {"month": 1, "year": 12}
_SIZES = {"inch": 1, "foot": 12, "yard": 36}
_WEIGHTS = {"ounce": 1, "pound": 16, "stone": 224}
_PARTED = any_of([*words("units", "lists.singles"), "pound", "degree", "degree celsius", "degree fahrenheit"])
_HALF_AN = re.compile(rf"[\s-]+(?:(?:of\s+)?an?[\s-]+)?(?P<unit>{_PARTED})s?\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:with|insid)(?:in|e)\s+(?:just\s+)?$", re.IGNORECASE)
_COMPARED = ("the", "that", "its", "their", "his", "her", "any", "what")
_OF_INCHES = re.compile(r",?\s|-")
# "about a 20-minute walk": of such "about" is no "on the subject of".
_ABOUT_A = re.compile(r"\babout\s+an?\s+$", re.IGNORECASE)
_TRIP = re.compile(
    r"[\s-]+(?:walk|drive|ride|flight|journey|trip|hike|wait|commute|stroll|cruise|climb)\b", re.IGNORECASE
)
_OF = re.compile(r"\s+of(?=\s)")
_BY_A_FACTOR = re.compile(r"\bby\s+a\s+factor\s+of\s+$")
_TIMES = re.compile(r"\s+times\b", re.IGNORECASE)


def find(passage: Passage, figures: list[Figure]) -> Iterator[tuple[Figure | None, Candidate]]:
    """A candidate for each figure with a unit behind it, each age, and each bare "an hour"."""
    waiting: list[tuple[Figure, str, int]] = []
    known: list[Figure] = []
    for figure in figures:
        found = None if figure.sign else _unit_of(passage, figure) or ages.in_a_row(passage, figure, known)
        if waiting and found is None and _is_inches(passage.text, waiting[-1], figure):
            found = "inch", figure.end, "a unit behind the number"
        if found is None:
            continue
        unit, end, rule = found
        known = [*known, figure] if rule.startswith("an age") else known
        if waiting and (waiting[-1][2], unit) and _composes(passage.text, waiting[-1], (figure, unit, end)):
            waiting.append((figure, unit, end))
            continue
        yield from _written(passage, waiting)
        waiting = [(figure, unit, end)]
        if rule != "a unit behind the number":
            yield figure, _candidate(passage, figure, unit, end, rule)
            waiting = []
    yield from _written(passage, waiting)
    yield from singles.find(passage, figures)
    yield from multiples.find(passage)
    yield from clocked.find(passage)
    yield from heights.find(passage)


def _unit_of(passage: Passage, figure: Figure) -> Read | None:
    text, end = passage.text, figure.end
    if figure.low.form in ("part", "ratio"):
        half = _HALF_AN.match(text, end) if figure.low.form == "part" else None
        return (
            (units().get(half["unit"].lower(), half["unit"].lower()), half.end(), "a part of a unit") if half else None
        )
    if age := ages.behind(passage, figure):
        return age
    if figure.low.suffix == "m" and (length := _as_metres(passage, figure)):
        return length
    if _BY_A_FACTOR.search(text, max(0, figure.start - 20), figure.start):
        return "times", end, "how many times over"
    if times := _TIMES.match(text, end):
        over = _compares(passage, passage.token_at(times.end() - 1) + 1)
        return ("times", times.end(), "how many times over") if over else ("time", times.end(), "how many times")
    return _unit_behind(passage, figure) or ages.bare(passage, figure) or scales.read(passage, figure)


def _compares(passage: Passage, token: int) -> bool:
    """As in "four times the rate", "three times as large", "ten times higher": what stands behind is compared."""
    word, tag, after = (
        passage.lower[token : token + 1],
        passage.tags[token : token + 1],
        passage.tags[token + 1 : token + 2],
    )
    if word == ["as"]:
        return after in (["JJ"], ["RB"])
    if tag in (["DT"], ["PRP$"]):
        named = after in (["NN"], ["JJ"], ["NNP"], ["IN"], ["$"]) and passage.lower[token + 1] != "same"
        return named and word[0] in _COMPARED
    return tag in (["JJR"], ["RBR"], ["$"])


def _unit_behind(passage: Passage, figure: Figure) -> Read | None:
    at = figure.hedge_end
    if figure.low.form == "vague" and (of := _OF.match(passage.text, at)):
        at = of.end()
    found = unit_at(passage.text, at, digits=figure.low.form == "digits")
    if found is None:
        return _span_behind_adjectives(passage, figure)
    if figure.low.value == 1 and found.written == "day" and unitchecks.is_some_day(passage, figure, found.end):
        return None
    if unitchecks.is_no_unit(passage, figure, found.written, found.end):
        return None
    return found.name, found.end, "a unit behind the number"


def _span_behind_adjectives(passage: Passage, figure: Figure) -> Read | None:
    """As in "six more years", "five consecutive trading days": a span of time with words before its unit."""
    token = passage.tokens_in(figure.start, figure.end)[1]
    unit = token
    while unit < len(passage) and unit - token < 3 and passage.tags[unit] in ("JJ", "JJR", "VBG", "NN", "RB"):
        unit += 1
    numbered = "NN" if figure.low.value == 1 else "NNS"
    if numbered == "NN" and unit - token == 2:
        unit -= 1
    if unit == token or unit >= len(passage) or passage.tags[unit] != numbered or passage.deps[unit] == "compound":
        return None
    name = units().get(passage.lower[unit])
    spaced = passage.starts[token] > figure.end and name in table("units")["duration"]
    return (name, passage.ends[unit], "a span of time behind the number") if name and spaced else None


def _as_metres(passage: Passage, figure: Figure) -> Read | None:
    """Read "100m" as a length, unless it counts a noun ("3.5m people", "the number of users rose to 70m")."""
    token = passage.token_at(figure.end - 1) + 1
    follows = token < len(passage) and passage.tags[token] in ("NNS", "NN", "JJ", "NNPS", "VBN", "VBG")
    if follows and phrase_from(passage, token) and passage.lower[token] not in words("units", "lists.lengths"):
        return None
    if predicated.is_of_plural(passage, figure):
        return None
    figure.low = Numeral(figure.low.start, figure.low.end, figure.low.value / 1_000_000, "digits")
    return "metre", figure.end, "a unit behind the number, close"


def _composes(text: str, one: tuple[Figure, str, int], two: tuple[Figure, str, int]) -> bool:
    """Whether the second is the smaller part of one measure: "1 hour 59 minutes", "6 feet 2 inches"."""
    between = text[one[2] : two[0].start]
    if (one[1], two[1]) in (("foot", "inch"), ("pound", "ounce")) and _OF_INCHES.fullmatch(between):
        return True
    if not re.fullmatch(r"\s*(?:,|and|,\s*and)?\s*", between) or one[0].high or two[0].high:
        return False
    return any(
        one[1] in scale and two[1] in scale and scale[one[1]] > scale[two[1]]
        for scale in (_SECONDS, _MONTHS, _SIZES, _WEIGHTS)
    ) and (between.strip() == "" or two[1] in _SECONDS or two[1] in _MONTHS)


def _is_inches(text: str, feet: tuple[Figure, str, int], figure: Figure) -> bool:
    """As the 2 of "6-foot-2": right behind feet, and fewer than make another."""
    touching = text[feet[2] : figure.start] == "-" and not figure.high and figure.low.form == "digits"
    return touching and feet[1] == "foot" and figure.low.value < _SIZES["foot"]


def _goes_into(large: str, small: str) -> bool:
    return any(large in s and small in s and s[large] > s[small] for s in (_SECONDS, _MONTHS, _SIZES, _WEIGHTS))


def _written(passage: Passage, parts: list[tuple[Figure, str, int]]) -> Iterator[tuple[Figure, Candidate]]:
    if not parts:
        return
    figure, unit, end = parts[0]
    candidate = _candidate(passage, figure, unit, end, "a unit behind the number")
    if (whole := singles.before(passage.plain, figure.start)) and _goes_into(whole[0], unit) and len(parts) == 1:
        scale = next(s for s in (_SECONDS, _MONTHS, _SIZES, _WEIGHTS) if whole[0] in s and unit in s)
        total = figure.low.value + Decimal(scale[whole[0]]) / scale[unit]
        candidate.amount, candidate.start, candidate.rule = decimal_text(total), whole[1], "a measure in several units"
        candidate.figure = (whole[1], end)
    if len(parts) > 1:
        scale = next(s for s in (_SECONDS, _MONTHS, _SIZES, _WEIGHTS) if all(u in s for _, u, _ in parts))
        smallest = parts[-1][1]
        total = sum((Decimal(scale[u]) * f.low.value for f, u, _ in parts), Decimal(0)) / scale[smallest]
        candidate.amount, candidate.unit, candidate.end = decimal_text(shortened(total)), smallest, parts[-1][2]
        candidate.figure = (figure.start, parts[-1][2])
        candidate.rule = "a measure in several units"
    yield figure, candidate
    for more, _, _ in parts[1:]:
        yield more, candidate


def _candidate(passage: Passage, figure: Figure, unit: str, end: int, rule: str) -> Candidate:
    bound, stop, start = figure.bound, max(end, figure.hedge_end), figure.hedge_start
    spans = unit in table("units")["duration"] and not rule.startswith("an age")
    if figure.hedge == "over" and spans and _lasts(passage, start):
        bound, start = Bound.EXACTLY, figure.start
    if bound is Bound.EXACTLY and (behind := hedge_behind(passage, end)):
        bound, stop = behind
    if bound is Bound.EXACTLY and spans and (within := _WITHIN.search(passage.text, max(0, start - 12), start)):
        bound, start = Bound.AT_MOST, within.start()
    if bound is Bound.EXACTLY and _TRIP.match(passage.text, end):
        about = _ABOUT_A.search(passage.text, max(0, start - 12), start)
        bound, start = (Bound.ABOUT, about.start()) if about else (bound, start)
    if rule == "a named scale" and (scale := scales.before(passage, figure)):
        start = scale.start()
    low = figure.low.value / HUNDRED if figure.low.form == "part" else figure.low.value
    return Candidate(
        Kind.MEASURE if unit != "time" else Kind.COUNT,
        passage,
        start,
        stop,
        rule,
        amount=decimal_text(-low if figure.negative else low),
        amount_high=figure.amount_high,
        unit=unit,
        bound=bound,
        figure=(figure.start, end),
        readings=[
            Reading("amount", passage.text[figure.start : figure.end], f"a number in {figure.low.form}"),
            Reading("unit", passage.text[figure.end : end].strip(), rule),
            Reading("bound", figure.hedge, "words beside the number"),
        ],
    )


def _lasts(passage: Passage, start: int) -> bool:
    """Whether "over" leads a span of time in which something went on: "stole £9,000 over eight years"."""
    token = passage.token_at(start)
    before = token - 1 - (passage.words[token - 1] == ",")
    if token and (passage.tags[before] == "CD" or passage.entity_of[before] in ("MONEY", "PERCENT")):
        return True
    return (
        passage.deps[token] == "prep"
        and (passage.tags[passage.heads[token]] in VERBS or passage.tags[passage.heads[token]] in NOUNS)
        and passage.lower[max(0, token - 1)] not in words("units", "lists.lasting")
        and passage.lower[token - 1 : token] not in (["for"], ["just"], ["well"], ["in"], ["of"])
    )
