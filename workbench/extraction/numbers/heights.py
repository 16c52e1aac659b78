"""Heights whose feet and inches are signs, one stroke and two, put into inches."""

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.numbers import shown
from workbench.extraction.text.passage import Passage

_TALL = re.compile(r"(?<![\w.])(?P<feet>[2-8])['’′]\s?(?P<inches>1[01]|\d)(?:[\"”″]|['’′]{2})")
FOOT = 12
"""Inches in a foot."""


def find(passage: Passage) -> Iterator[tuple[None, Candidate]]:
    """A candidate for each height, in inches."""
    for found in _TALL.finditer(passage.text):
        inches = Decimal(FOOT * int(found["feet"]) + int(found["inches"]))
        rule = "feet and inches"
        yield (
            None,
            shown.figure(passage, found.span(), rule, kind=Kind.MEASURE, amount=inches, unit="inch", read_as=rule),
        )
