"""Hold a claim's figure or date against what a passage says."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from workbench.domain import reach
from workbench.domain.claim import Bound, Claim, Kind
from workbench.domain.values import Frozen

NUMBER = re.compile(r"(?<![\w.,])\d{1,20}(?:,\d{3}){0,6}(?:\.\d{1,20})?(?!\w)")
SHOWN = 60
"""How many characters of the passage's figure are said."""


class Outcome(StrEnum):
    """What a passage's figure says of the claim's."""

    AGREES = "agrees"
    ALLOWS = "allows"
    DIFFERS = "differs"
    OTHER_UNIT = "other unit"
    OTHER_DATE = "other date"
    NO_FIGURE = "no figure"


class Comparison(Frozen):
    """The outcome in words, and the half-open offsets of the figure in the passage; None where it has none."""

    outcome: Outcome
    says: str
    start: int | None = None
    end: int | None = None


def compare(claim: Claim, passage: Iterable[Claim], words: str = "") -> Comparison | None:
    """The claim held against the claims that were found in a passage; None where it has neither figure nor date.

    Of several figures the one that speaks best for the claim counts. Bounds and ranges are heeded: "more than 30"
    agrees with 31; 31 is allowed, not borne out, by "more than 30". A rounded figure agrees with what rounds to it.
    Where no claim of the passage has a figure, its bare number in the passage's `words`, as in a table, leaves room.
    """
    found = list(passage)
    if claim.kind is not Kind.DATE and claim.amount is not None:
        figures = [one for one in found if one.amount is not None]
        return (None if figures else _bare(claim, words)) or _amounts(claim, figures)
    return _dates(claim.date or "", [one for one in found if _has_day(one)]) if _has_day(claim) else None


def _has_day(claim: Claim) -> bool:
    """Whether the claim has a date that stands in the calendar."""
    try:
        return bool(claim.date and reach.of_date(claim.date))
    except ValueError:
        return False


def _amounts(claim: Claim, found: list[Claim]) -> Comparison:
    alike = [one for one in found if _unit(one) == _unit(claim) or not (one.unit and claim.unit)]
    if claim.kind is Kind.RANK or any(one.kind is Kind.RANK for one in alike):
        alike = [one for one in alike if one.kind is claim.kind]
    if not alike:
        return _other_unit(claim, found)
    return min((_amount(claim, one) for one in alike), key=lambda told: told[0])[1]


def _bare(claim: Claim, words: str) -> Comparison | None:
    """The claim's number as it stands in words that say nothing of what it counts."""
    wanted = {Decimal(claim.amount or 0), *(_number(each[0]) for each in NUMBER.finditer(claim.text))}
    for each in NUMBER.finditer(words):
        if _number(each[0]) in wanted:
            says = f"figure leaves room: {each[0][:SHOWN]}, without its unit"
            return Comparison(outcome=Outcome.ALLOWS, says=says, start=each.start(), end=each.end())
    return None


def _number(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


def _amount(claim: Claim, found: Claim) -> tuple[tuple[int, Decimal], Comparison]:
    """How the two stand, after how little they speak for each other."""
    ours, theirs = reach.of_amount(claim), reach.of_amount(found)
    rounded, coarse = reach.of_rounding(claim), reach.of_rounding(found)
    none = Decimal(0)
    if ours.holds(theirs) or _same_figure(claim, found):
        return (0, none), _told(Outcome.AGREES, "figure agrees", found)
    if rounded and rounded.holds(theirs):
        return (1, none), _told(Outcome.AGREES, f"figure agrees, rounded from {_shown(found)}", found)
    if ours.meets(theirs) or (coarse and coarse.holds(ours)):
        return (2, none), _told(Outcome.ALLOWS, f"figure leaves room: {_shown(found)}", found)
    apart, by = _apart(claim, found)
    return (3, apart), _told(Outcome.DIFFERS, f"differs{by}: {_shown(found)}", found)


def _same_figure(claim: Claim, found: Claim) -> bool:
    """Whether both name one figure, and at most say that it is not exact."""
    plain = (None, Bound.EXACTLY, Bound.ABOUT)
    same = (claim.amount, claim.amount_high) == (found.amount, found.amount_high)
    return same and claim.bound in plain and found.bound in plain


def _apart(claim: Claim, found: Claim) -> tuple[Decimal, str]:
    """How far apart the nearest ends of the two are: as a part of the passage's, of percentages as their difference."""
    mine, theirs = _ends(claim), _ends(found)
    ours, base = (mine[0], theirs[1]) if mine[0] > theirs[1] else (mine[1], theirs[0])
    gap = abs(ours - base)
    if not gap:  # "more than 30" and 30: nothing between them, and yet one rules the other out
        return gap, ""
    if claim.kind is Kind.PERCENT or not base:
        return gap, f" by {gap.normalize():f}" + (" percentage points" if claim.kind is Kind.PERCENT else "")
    part = gap / abs(base) * 100
    if part < Decimal("0.1"):
        return part, " by less than 0.1 %"
    return part, f" by {part:,.1f} %" if part < 1000 else f" by {part:,.0f} %"


def _ends(claim: Claim) -> tuple[Decimal, Decimal]:
    low = Decimal(claim.amount or 0)
    return low, Decimal(claim.amount_high) if claim.amount_high else low


def _other_unit(claim: Claim, found: list[Claim]) -> Comparison:
    if not found:
        return Comparison(outcome=Outcome.NO_FIGURE, says="no figure in the passage")
    nearest = min(found, key=lambda one: abs(Decimal(one.amount or 0) - Decimal(claim.amount or 0)))
    same = "same figure, " if nearest.amount == claim.amount else ""
    return _told(Outcome.OTHER_UNIT, f"{same}other unit: {_shown(nearest)}", nearest)


def _unit(claim: Claim) -> str:
    return (claim.unit or "").casefold()


def _dates(day: str, found: list[Claim]) -> Comparison:
    if not found:
        return Comparison(outcome=Outcome.NO_FIGURE, says="no date in the passage")
    ours = reach.of_date(day)
    told = []
    for one in found:
        theirs = reach.of_date(one.date or "")
        if ours.holds(theirs):
            told.append((0, _told(Outcome.AGREES, "date agrees", one)))
        elif ours.meets(theirs):
            told.append((1, _told(Outcome.ALLOWS, f"date leaves room: {_shown(one)}", one)))
        else:
            told.append((2, _told(Outcome.OTHER_DATE, f"other date: {_shown(one)}", one)))
    return min(told, key=lambda each: each[0])[1]


def _told(outcome: Outcome, says: str, found: Claim) -> Comparison:
    return Comparison(outcome=outcome, says=says, start=found.start, end=found.end)


def _shown(claim: Claim) -> str:
    text = " ".join(claim.text.split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
