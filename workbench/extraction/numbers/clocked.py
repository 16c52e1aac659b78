"""Times taken for something, as a clock shows them: "in 2:01:39", "a time of 14:22.31", put into seconds."""

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.numbers import shown
from workbench.extraction.text.passage import Passage

_SHOWN = re.compile(
    r"(?<![\w:.])(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d(?P<part>\.\d{1,3})?)(?![\d:]|\.\d)"
    r"(?!\s?(?:[ap]\.?m\b|[A-Z]{3,4}\b))"
)
# With neither hours nor parts of a second, "at 2:30" is a time of day and "a 4:1 ratio" none at all.
_TAKEN = re.compile(
    r"\b(?:(?:time|record|mark|best)\s+(?:of|is|was)|clock(?:ed|s|ing)|(?:ran|run|finished|won|timed)\s+(?:\w+\s+){0,4}in)\s+$",
    re.IGNORECASE,
)
_OF_DAY = re.compile(r"\b(?:at|until|till|by|from|since|before|after|around)\s+$", re.IGNORECASE)


def find(passage: Passage) -> Iterator[tuple[None, Candidate]]:
    """A candidate for each time taken, in seconds."""
    if ":" not in passage.text:
        return
    for found in _SHOWN.finditer(passage.text):
        before = passage.text[max(0, found.start() - 50) : found.start()]
        sure = found["part"] or (found["hours"] and not _OF_DAY.search(before)) or _TAKEN.search(before)
        if not sure:
            continue
        total = 3600 * int(found["hours"] or 0) + 60 * int(found["minutes"]) + Decimal(found["seconds"])
        read_as = "hours, minutes and seconds"
        yield (
            None,
            shown.figure(
                passage, found.span(), "a time taken", kind=Kind.MEASURE, amount=total, unit="second", read_as=read_as
            ),
        )
