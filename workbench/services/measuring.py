"""Measure the extractor by what people made of its claims: precision, recall, and what it got wrong. Nothing writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.domain.claim import Claim
from workbench.domain.correction import PARTS, put_right
from workbench.domain.measured import Judged, Share, Tally, tally
from workbench.domain.person import Person, Right
from workbench.domain.review import Review, ReviewAct, counting
from workbench.services.rights import need
from workbench.services.wires import Desk
from workbench.store import articles, finished, reviews

FAULTS = 50
"""How many of the newest faults are shown."""
COLUMNS = (
    *("kind", "stories", "found", "no_claim", "missed", "wrong", *(f"wrong_{part}" for part in PARTS)),
    *("precision", "precision_low", "precision_high", "recall", "recall_low", "recall_high", "as_found"),
)
SHORT = ("kind", "found", "no_claim", "missed", "wrong", "precision", "recall", "as_found")


@dataclass(frozen=True)
class Fault:
    """One claim that the extractor got wrong: as it reads now, in which story, what was wrong, and the reason given.

    `what` is "no claim", "missed", or the parts that were put right.
    """

    claim: Claim
    article: int
    title: str
    what: str
    reason: str


@dataclass(frozen=True)
class Measured:
    """The extractor over so many finished stories and by these of its rules; `tallies` has all kinds first."""

    stories: int
    rules: list[str]
    tallies: list[Tally]
    faults: list[Fault]


def measured(desk: Desk, *, by: Person) -> Measured:
    """What people's judgements say of the extractor, over stories of which every claim is settled or dismissed.

    Examples are left out, and so is a story in which no claim was ever found or added.
    """
    need(by, Right.READ_AUDIT)
    with desk.store.reading() as session:
        groups = [Judged(kind=k, added=a, dismissed=d, count=n) for k, a, d, n in finished.groups(session)]
        return Measured(
            stories=finished.stories(session),
            rules=finished.rules(session),
            tallies=tally(groups, finished.corrected_ones(session)),
            faults=_faults(session),
        )


def rows(desk: Desk, *, by: Person) -> Iterator[dict[str, Any]]:
    """The same as rows for a list: all kinds first, then each kind; shares with Wilson's interval at 95 percent."""
    told = measured(desk, by=by)
    for one in told.tallies:
        row = {"kind": one.kind.value if one.kind else "all", "stories": told.stories}
        row |= {name: getattr(one, name) for name in ("found", "no_claim", "missed", "wrong")}
        row |= {f"wrong_{part}": number for part, number in one.put_right.items()}
        yield row | _share("precision", one.precision) | _share("recall", one.recall) | _share("as_found", one.as_found)


def _share(name: str, share: Share) -> dict[str, float | None]:
    low, high = share.interval or (None, None)
    told = {name: share.value, f"{name}_low": low, f"{name}_high": high}
    return {key: None if value is None else round(value, 3) for key, value in told.items() if key in COLUMNS}


def _faults(session: Any) -> list[Fault]:
    newest = finished.newest_faults(session, FAULTS)
    judged = reviews.of_claims(session, [found.pk for found, _, _ in newest])
    titles = articles.titles_of(session, {article for _, _, article in newest})
    told = [(reads, article, _what(found, reads, judged.get(found.pk, []))) for found, reads, article in newest]
    return [
        Fault(claim=reads, article=article, title=titles.get(article, ""), what=what, reason=reason)
        for reads, article, (what, reason) in told
        if what
    ]


def _what(found: Claim, reads: Claim, judged: list[Review]) -> tuple[str, str]:
    if found.added_by is not None:
        return "missed", ""
    dismissed = [review for review in counting(judged) if review.act is ReviewAct.DISMISS]
    if dismissed:
        return "no claim", dismissed[-1].reason
    return ", ".join(put_right(found, reads)), ""
