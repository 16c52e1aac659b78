"""Measures an extractor on marked stories: what it finds, what it reads right, and what it puts first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.extraction.gate.marks import Line, Mark, MarkedStory
from tests.extraction.gate.rightness import SPOKEN, names_it, says_the_same
from workbench.domain.claim import Claim, Extracted, Kind, Sentence

KINDS = tuple(kind.value for kind in Kind if kind is not Kind.STATEMENT)
FIGURES = ("money", "count", "percent", "measure", "rank", "date")
ENOUGH = {"prose": 0.6, "figure": 0.34}
"""How alike two stretches must be (Dice). A figure's noun may be cut short; reported words may hardly be."""
Scores = dict[str, dict[str, float]]
"""Measure by measure: `scores["money"]["found"]`, each from 0 to 1."""
Outcome = tuple[str, Mark | None, Claim | None]
"""`right`, `wrong`, `missed` or `made up`, with the mark and the claim where there is one."""


@dataclass
class Tally:
    marks: int = 0
    claims: int = 0
    found: int = 0
    right: int = 0

    def rates(self) -> dict[str, float]:
        """Precision, recall and F1 of finding, and F1 where the value must be right too."""
        both = self.marks + self.claims
        return {
            "precision": _share(self.found, self.claims),
            "recall": _share(self.found, self.marks),
            "found": _share(2 * self.found, both),
            "right": _share(2 * self.right, both),
        }


@dataclass
class Measured:
    """What was counted over all stories so far."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    labels: list[bool] = field(default_factory=list)
    precisions: list[float] = field(default_factory=list)

    def scores(self) -> Scores:
        """Kinds and figures are those of the texts; `title` holds all kinds in the headlines."""
        return {
            **{name: self.tallies[name].rates() for name in (*KINDS, "figures", "title")},
            "labels": {"named": _share(sum(self.labels), len(self.labels))},
            "sentences": {"average precision": _share(sum(self.precisions), len(self.precisions))},
        }


def measure(pairs: Iterable[tuple[MarkedStory, Extracted]]) -> Measured:
    """Counts over stories and what an extractor made of them."""
    measured = Measured()
    for story, extracted in pairs:
        for outcome in outcomes(story, extracted):
            _count(measured, outcome)
        measured.precisions.append(average_precision(story.lines, extracted.extraction.sentences))
    return measured


def outcomes(story: MarkedStory, extracted: Extracted) -> Iterator[Outcome]:
    """Each mark with the claim that found it, and each claim that nobody marked; statements are not marked."""
    claims = [claim for claim in extracted.claims if claim.kind is not Kind.STATEMENT]
    pairs = paired(story.marks, claims)
    for place, mark in enumerate(story.marks):
        claim = claims[pairs[place]] if place in pairs else None
        if claim is None:
            yield "missed", mark, None
        else:
            yield "right" if says_the_same(mark, claim) else "wrong", mark, claim
    taken = set(pairs.values())
    yield from (("made up", None, claim) for place, claim in enumerate(claims) if place not in taken)


def paired(marks: list[Mark], claims: list[Claim]) -> dict[int, int]:
    """Which claim found which mark: the most alike first, each used once."""
    options = sorted(
        (-share, m, c)
        for m, mark in enumerate(marks)
        for c, claim in enumerate(claims)
        if (share := likeness(mark, claim)) >= ENOUGH["prose" if mark.kind in SPOKEN else "figure"]
    )
    pairs: dict[int, int] = {}
    for _, m, c in options:
        if m not in pairs and c not in pairs.values():
            pairs[m] = c
    return pairs


def likeness(mark: Mark, claim: Claim) -> float:
    """Twice the shared characters by the characters of both stretches; 0 where kind or place differ."""
    if (mark.kind, mark.inside) != (claim.kind.value, claim.inside.value):
        return 0.0
    shared = max(0, min(mark.end, claim.end) - max(mark.start, claim.start))
    return 2 * shared / (mark.end - mark.start + claim.end - claim.start)


def average_precision(lines: list[Line], sentences: list[Sentence]) -> float:
    """How far the sentences that must be checked stand in front. Of equal scores the worst order counts."""
    ranked = sorted((-score_of(line, sentences), line.worth == 2) for line in lines)
    hits, total = 0, 0.0
    for place, (_, must) in enumerate(ranked, 1):
        hits += must
        total += hits / place if must else 0.0
    return _share(total, hits)


def score_of(line: Line, sentences: list[Sentence]) -> float:
    """The score of the sentence that shares the most characters with this line; 0 where none does."""
    shared = [(min(line.end, s.end) - max(line.start, s.start), s.checkworthiness) for s in sentences]
    return max((pair for pair in shared if pair[0] > 0), default=(0, 0.0))[1]


def _count(measured: Measured, outcome: Outcome) -> None:
    verdict, mark, claim = outcome
    kind, inside = (mark.kind, mark.inside) if mark else (claim.kind.value, claim.inside.value)
    names = ["title"] if inside == "title" else [kind, *(["figures"] if kind in FIGURES else [])]
    for tally in (measured.tallies[name] for name in names):
        tally.marks += mark is not None
        tally.claims += claim is not None
        tally.found += verdict in ("right", "wrong")
        tally.right += verdict == "right"
    if mark and claim and mark.about and inside == "text":
        measured.labels.append(names_it(mark.about, claim.label))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
