"""Every value that a figure or a date may mean: an interval, closed or open at either end."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from workbench.domain.claim import Bound, Claim

ABOUT = Decimal("0.05")
"""How far from the figure "about" reaches, as a part of it: "about 30" is anything from 28.5 to 31.5. A house rule."""

_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?")


@dataclass(frozen=True)
class Reach:
    """From `low` to `high`, None where it has no end; `above` and `below` leave the end itself out."""

    low: Decimal | None
    high: Decimal | None
    above: bool = False
    below: bool = False

    def holds(self, other: "Reach") -> bool:
        """Whether all of the other lies within this one."""
        return self._starts_before(other) and self._ends_after(other)

    def meets(self, other: "Reach") -> bool:
        """Whether some value lies in both."""
        return not (self._is_below(other) or other._is_below(self))

    def _starts_before(self, other: "Reach") -> bool:
        if self.low is None or other.low is None:
            return self.low is None
        return self.low < other.low or (self.low == other.low and (other.above or not self.above))

    def _ends_after(self, other: "Reach") -> bool:
        if self.high is None or other.high is None:
            return self.high is None
        return self.high > other.high or (self.high == other.high and (other.below or not self.below))

    def _is_below(self, other: "Reach") -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.below or other.above))


def of_amount(claim: Claim) -> Reach:
    """What the claim's amount may mean, its bound heeded. ValueError where it has none."""
    if claim.amount is None:
        raise ValueError("a claim without an amount reaches nowhere")
    low = Decimal(claim.amount)
    high = Decimal(claim.amount_high) if claim.amount_high else low
    match claim.bound:
        case Bound.ABOUT:
            return Reach(low - abs(low) * ABOUT, high + abs(high) * ABOUT)
        case Bound.AT_LEAST:
            return Reach(low, None)
        case Bound.MORE_THAN:
            return Reach(low, None, above=True)
        case Bound.AT_MOST:
            return Reach(None, high)
        case Bound.LESS_THAN:
            return Reach(None, high, below=True)
        case _:
            return Reach(low, high)


def of_rounding(claim: Claim) -> Reach | None:
    """What would be rounded to the claim's figure as it is written: 13.55 to 13.65 billion for "13.6 billion".

    None for a range, a bound, and a figure without a decimal: "13 billion" for 13.4 is a difference worth seeing.
    """
    found = _NUMBER.search(claim.text)
    if claim.amount is None or claim.amount_high or found is None or claim.bound not in (None, Bound.EXACTLY):
        return None
    amount, written = Decimal(claim.amount), Decimal(found[0].replace(",", ""))
    scale = abs(amount / written) if written else Decimal(0)
    decimals = len(found[1] or "")
    # A text whose first number is not the figure's own ("2019: $13.6bn") says nothing of its precision.
    if not decimals or scale.normalize().as_tuple().digits != (1,):
        return None
    half = scale.scaleb(-decimals) / 2
    return Reach(amount - half, amount + half, below=True)


def of_date(text: str) -> Reach:
    """The days of an ISO 8601 date, month, year, week, or closed span of these, by their ordinal number."""
    first, _, last = text.partition("/")
    return Reach(Decimal(_days(first)[0].toordinal()), Decimal(_days(last or first)[1].toordinal()))


def _days(point: str) -> tuple[date, date]:
    if "W" in point:
        monday = date.fromisocalendar(int(point[:4]), int(point[6:8]), 1)
        return monday, monday + timedelta(days=6)
    match [int(part) for part in point.split("-")]:
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case [year, month]:
            after = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), after - timedelta(days=1)
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case _:
            raise ValueError(f"{point!r} is no point in time")
