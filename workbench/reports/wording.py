"""How a report writes times, sizes and the fields of a claim for people. The exact values stand in the JSON report."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from workbench.domain.claim import Bound, Claim, Kind

_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def moment(at: datetime) -> str:
    """A time to the minute in UTC: 15 March 2022, 10:20 UTC."""
    return f"{day(at.date())}, {at:%H:%M} UTC"


def day(on: date) -> str:
    """A day without a leading zero: 5 March 2022."""
    return f"{on.day} {on:%B} {on.year}"


def iso_day(text: str) -> str:
    """An ISO 8601 date, or a span of two, at the precision it has; as it stands where the calendar has no such day."""
    return " to ".join(_point(part) for part in text.split("/"))


def _point(text: str) -> str:
    try:
        if week := _WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return f"week {int(week[2])} of {week[1]} ({day(monday)} to {day(monday + timedelta(days=6))})"
        if len(text) == 10:
            return day(date.fromisoformat(text))
        if len(text) == 7:
            return f"{date.fromisoformat(text + '-01'):%B} {int(text[:4])}"
    except ValueError:
        return text
    return text


def amount(text: str) -> str:
    """Decimal text with its thousands parted; every digit kept."""
    return f"{Decimal(text):,f}"


def counted(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun: 1 claim, 2 claims."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def short_hash(sha256: str) -> str:
    """A hash to recognise, not to check: its first eight digits and its last four."""
    return f"{sha256[:4]} {sha256[4:8]} … {sha256[-4:]}"


def fields(claim: Claim) -> list[str]:
    """The normalised fields of a claim in a fixed order, its kind first; fields that it does not have are left out."""
    parts = [claim.kind.value, *_figure(claim)]
    if claim.date:
        parts.append(iso_day(claim.date))
    if claim.kind in (Kind.QUOTE, Kind.ATTRIBUTED):
        parts.append(f"speaker {claim.speaker}" if claim.speaker else "unattributed")
    if claim.cue:
        parts.append(f"cue “{claim.cue}”")
    parts += [part for part in (claim.person, claim.role) if part]
    if claim.about:
        parts.append(f"about {', '.join(claim.about)}")
    return parts


def _figure(claim: Claim) -> list[str]:
    if claim.amount is None:
        return []
    number = amount(claim.amount) + (f" to {amount(claim.amount_high)}" if claim.amount_high else "")
    if claim.kind is Kind.MONEY and claim.unit:
        number = f"{claim.unit} {number}"
    elif claim.kind is Kind.PERCENT and claim.unit:
        number = f"{number} {claim.unit}"
    hedged = claim.bound and claim.bound is not Bound.EXACTLY
    parts = [f"{claim.bound.value.replace('_', ' ')} {number}" if claim.bound and hedged else number]
    # a unit is kept in the singular, and "30 leader" reads like a mistake
    if claim.unit and claim.kind not in (Kind.MONEY, Kind.PERCENT):
        parts.append(f"unit {claim.unit}")
    return [*parts, "exactly"] if claim.bound is Bound.EXACTLY else parts
