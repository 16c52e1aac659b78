"""A figure whose unit no word names, as its signs show it: a height in strokes, a clock's time, a share of a poll."""

from decimal import Decimal

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.numbers.numeral import decimal_text
from workbench.extraction.text.passage import Passage


def figure(
    passage: Passage, span: tuple[int, int], rule: str, *, kind: Kind, amount: Decimal, unit: str, read_as: str
) -> Candidate:
    """The candidate for these characters: so much of the unit, and as what its signs were read."""
    return Candidate(
        kind,
        passage,
        *span,
        rule,
        amount=decimal_text(amount),
        unit=unit,
        bound=Bound.EXACTLY,
        figure=span,
        readings=[Reading("amount", passage.text[slice(*span)], read_as)],
    )
