"""Heights whose feet and inches are signs, one stroke and two, put into inches."""

import re
from collections.abc import Iterator

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.text.passage import Passage

_TALL = re.compile(r"(?<![\w.])(?P<feet>[2-8])['’′]\s?(?P<inches>1[01]|\d)(?:[\"”″]|['’′]{2})")
FOOT = 12
"""Inches in a foot."""


def find(passage: Passage) -> Iterator[tuple[None, Candidate]]:
    """A candidate for each height, in inches."""
    for found in _TALL.finditer(passage.text):
        yield (
            None,
            Candidate(
                Kind.MEASURE,
                passage,
                found.start(),
                found.end(),
                "feet and inches",
                amount=str(FOOT * int(found["feet"]) + int(found["inches"])),
                unit="inch",
                bound=Bound.EXACTLY,
                figure=found.span(),
                readings=[Reading("amount", found.group(), "feet and inches")],
            ),
        )
