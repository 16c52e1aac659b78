"""What the store holds, as rows for a list."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from workbench.domain.story import CheckedClaim, Story
from workbench.services import viewing
from workbench.services.wires import Desk

COLUMNS = (
    *("article", "title", "claim", "number", "in", "kind", "label", "text", "start", "end"),
    *("amount", "amount_high", "unit", "bound", "date", "speaker", "cue", "person", "role"),
    *("checkworthiness", "status", "verdict", "settled"),
)
SHORT = ("article", "number", "kind", "label", "checkworthiness", "status", "verdict")


def claims(desk: Desk, name: str | None = None) -> Iterator[dict[str, Any]]:
    """A row for each claim of the story named, or of every story on the desk, examples last."""
    if name is not None:
        ids = [viewing.find(desk, name).pk]
    else:
        ids = [
            line.article.pk
            for examples in (False, True)
            for line in chain.from_iterable(viewing.pages(desk, examples=examples))
        ]
    for key in ids:
        story = viewing.story(desk, key)
        for checked in story.claims:
            yield _row(story, checked)


def _row(story: Story, checked: CheckedClaim) -> dict[str, Any]:
    claim, standing = checked.claim, checked.standing
    row = {column: getattr(claim, column, None) for column in COLUMNS}
    return row | {
        "article": story.article.reference,
        "title": story.article.title,
        "claim": claim.id,
        "in": claim.inside,
        "checkworthiness": round(claim.checkworthiness, 2),
        "status": standing.status,
        "verdict": standing.verdict.rating if standing.verdict else None,
        "settled": standing.verdict.how if standing.verdict else None,
    }
