"""Whether a claim says the same as the mark that it found: amount, unit, date, speaker, person and label."""

import calendar
import re
from datetime import date
from decimal import Decimal

from tests.extraction.gate.marks import Mark
from workbench.domain.claim import Claim

QUANTITIES = ("money", "count", "percent", "measure")
SPOKEN = ("quote", "attributed")
HUNDREDTH = Decimal("0.01")
"""How far two percentages may lie apart: a third is written 33.33 or with more digits."""
EMPTY = frozenset(
    {"the", "a", "an", "of", "for", "in", "at", "from", "to", "and", "by", "on", "with", "mr", "mrs", "ms"}
)


def says_the_same(mark: Mark, claim: Claim) -> bool:
    """Every field that the mark's kind carries is right; a rank has none but its place."""
    want = mark.fields
    if mark.kind in QUANTITIES:
        return (
            same_amount(want["amount"], claim.amount, mark.kind)
            and same_amount(want.get("amount_high"), claim.amount_high, mark.kind)
            and same_unit(want["unit"], claim.unit, mark.kind)
            and want["bound"] == claim.bound
        )
    if mark.kind == "date":
        return days(want["date"]) == days(claim.date)
    if mark.kind in SPOKEN:
        return same_names(want["speaker"], claim.speaker)
    if mark.kind == "identity":
        return same_names(want["person"], claim.person) and same_role(want["role"], claim.role)
    return True


def same_amount(want: str | None, have: str | None, kind: str) -> bool:
    if want is None or have is None:
        return want == have
    apart = abs(Decimal(want) - Decimal(have))
    return apart <= (HUNDREDTH if kind == "percent" else 0)


def same_unit(want: str, have: str | None, kind: str) -> bool:
    """The same words; of what is counted the last noun decides: "crew member" and "member"."""
    if not have or kind in ("money", "percent"):
        return want == have
    if kind == "measure":
        return terms(want) == terms(have)
    return terms(want.rpartition(" ")[2]) == terms(have.rpartition(" ")[2])


def days(text: str | None) -> tuple[date, date] | None:
    """First and last day of ISO 8601 text, so that a week equals the span of its seven days; None for None."""
    if text is None:
        return None
    first, _, last = text.partition("/")
    return _edges(first)[0], _edges(last or first)[1]


def _edges(point: str) -> tuple[date, date]:
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", point):
        year, number = int(week[1]), int(week[2])
        return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)
    year, month, day = (int(part) for part in [*point.split("-"), "0", "0"][:3])
    end = day or calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1), date(year, month or 12, end)


def same_names(want: str, have: str | None) -> bool:
    """As many names, each the same or a longer or shorter form of one: "Ines Costa" and "Costa"."""
    ones, twos = want.split(";"), (have or "").split(";")
    return len(ones) == len(twos) and all(any(_same_name(one, two) for two in twos) for one in ones)


def _same_name(want: str, have: str) -> bool:
    """At most two words more, and never a bare noun for a name: "board" for "Transport Safety Board" is no name."""
    one, two = terms(want), terms(have)
    if not one or not (two <= one or (one <= two and len(two) <= len(one) + 2)):
        return False
    return bool(two) and (_names_nobody(want) or not _names_nobody(have))


def _names_nobody(phrase: str) -> bool:
    return phrase == phrase.lower()


def same_role(want: str, have: str | None) -> bool:
    """More than half of the words of either are in the other; resolving "its" to a name may add some."""
    one, two = terms(want), terms(have or "")
    return bool(one and two) and 2 * len(one & two) > min(len(one), len(two)) and 2 * len(one & two) >= len(one)


def names_it(about: tuple[str, ...], label: str) -> bool:
    """The label holds at least half of the words that say what a fact is of."""
    want, have = terms(" ".join(about)), terms(label)
    return 2 * sum(any(_akin(one, two) for two in have) for one in want) >= len(want)


def _akin(one: str, two: str) -> bool:
    """The same word in another form: "ratification" and "ratified", but not "tram" and "train"."""
    shared = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        shared += 1
    return one == two or shared >= max(4, min(len(one), len(two)) - 3)


def terms(phrase: str) -> frozenset[str]:
    """The words that carry the meaning, in lower case and without the ending of a plural or genitive."""
    found = re.findall(r"[^\W_]+", phrase.replace("’", "'").replace("'s", "").casefold())
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found if word not in EMPTY)
