"""How often the extractor was right and what it missed, as people's judgements of its claims measure it."""

from collections.abc import Iterable
from math import sqrt
from statistics import NormalDist

from sqlmodel import Field

from workbench.domain.claim import Claim, Kind
from workbench.domain.correction import PARTS, put_right
from workbench.domain.values import Frozen

CONFIDENCE = 0.95


class Share(Frozen):
    """`count` of `of`, as precision or recall; `of` may be 0, and then there is no value."""

    count: int = Field(ge=0)
    of: int = Field(ge=0)

    @property
    def value(self) -> float | None:
        """The share itself, from 0 to 1."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's score interval at CONFIDENCE (E. B. Wilson, JASA 22, 1927)."""
        if not self.of:
            return None
        z, share, n = NormalDist().inv_cdf((1 + CONFIDENCE) / 2), self.count / self.of, self.of
        middle, half = share + z * z / (2 * n), z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return max(0.0, (middle - half) / (1 + z * z / n)), min(1.0, (middle + half) / (1 + z * z / n))


class Tally(Frozen):
    """What became of the claims of one kind, or of all kinds where `kind` is None.

    `found` are the extractor's; `no_claim`, those of them that were dismissed; `missed`, those that a person added.
    `put_right` is how many of the found that stand were corrected in each part, `wrong` in any. A found claim counts
    under the kind that the extractor gave it.
    """

    kind: Kind | None = None
    found: int = 0
    no_claim: int = 0
    missed: int = 0
    put_right: dict[str, int] = Field(default_factory=lambda: dict.fromkeys(PARTS, 0))
    wrong: int = 0

    @property
    def stand(self) -> int:
        """How many of the extractor's claims are claims."""
        return self.found - self.no_claim

    @property
    def precision(self) -> Share:
        """Of what the extractor found, how much is a claim."""
        return Share(count=self.stand, of=self.found)

    @property
    def recall(self) -> Share:
        """Of all claims that are known, how many the extractor found; what nobody noticed is not known."""
        return Share(count=self.stand, of=self.stand + self.missed)

    @property
    def as_found(self) -> Share:
        """Of the extractor's claims that are claims, how many nobody had to put right in any part."""
        return Share(count=self.stand - self.wrong, of=self.stand)

    def with_corrected(self, parts: list[str]) -> "Tally":
        """The same with one more claim that was put right in these parts."""
        counted = {part: number + (part in parts) for part, number in self.put_right.items()}
        return self.with_(put_right=counted, wrong=self.wrong + bool(parts))


class Judged(Frozen):
    """So many claims of one kind in finished stories that came to the same: found or added, a claim or none."""

    kind: Kind
    added: bool
    dismissed: bool
    count: int


def tally(judged: Iterable[Judged], corrected: Iterable[tuple[Claim, Claim]]) -> list[Tally]:
    """What became of all claims, then of each kind that has any.

    `corrected` are the found claims that stand and were corrected, each as it was found and as it reads now. A claim
    that a person added and somebody dismissed again is neither found nor missed.
    """
    kinds = {kind: Tally(kind=kind) for kind in Kind}
    for group in judged:
        there, number = kinds[group.kind], group.count
        if not group.added:
            there = there.with_(found=there.found + number, no_claim=there.no_claim + number * group.dismissed)
        elif not group.dismissed:
            there = there.with_(missed=there.missed + number)
        kinds[group.kind] = there
    for found, reads in corrected:
        kinds[found.kind] = kinds[found.kind].with_corrected(put_right(found, reads))
    any_of = [one for one in kinds.values() if one.found or one.missed]
    return [_together(any_of), *any_of]


def _together(tallies: list[Tally]) -> Tally:
    return Tally(
        found=sum(one.found for one in tallies),
        no_claim=sum(one.no_claim for one in tallies),
        missed=sum(one.missed for one in tallies),
        put_right={part: sum(one.put_right[part] for one in tallies) for part in PARTS},
        wrong=sum(one.wrong for one in tallies),
    )
