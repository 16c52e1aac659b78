"""Bare numbers set against a figure of their sentence, whose unit they take: "420 parts per million, against 317"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.lexicon import table
from workbench.extraction.numbers import exchange
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.text.passage import Passage

FARTHEST = 90
"""Most characters between a figure and the one that it is set against."""
NEAR = 40
"""Most characters between a bare number and the figure behind it that lends its unit."""
_FROM = re.compile(
    r",?\s+(?:(?:up|down)\s+)?(?:from|compared\s+(?:with|to)|against|versus)\s+(?:about\s+|nearly\s+|just\s+|[£$€])?",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:against|versus|vs\.?|from|to|at|(?P<not>rather\s+than|instead\s+of)|than|compared\s+with|(?P<share>by|on))\s+(?:about\s+|nearly\s+|just\s+)?$",
    re.IGNORECASE,
)

_TIED = re.compile(r"^\d+-(?:second|minute|hour|day|week|month|year)")
"""A span that only describes: "the 10-year yield was at 1.62"."""
_PAST = re.compile(r"\b(?:past|last|next|previous|coming|first|final)\s+$")
_MOVED = re.compile(r"\b(?:up|down)\s+from\s+$", re.IGNORECASE)


def find(passage: Passage, figures: list[Figure], before: list[Candidate]) -> Iterator[tuple[Figure, Candidate]]:
    """A candidate for each bare number set against a figure of its sentence: "420 parts per million, against 317"."""
    units = [
        c
        for c in before
        if c.kind in (Kind.MEASURE, Kind.PERCENT, Kind.MONEY) and c.figure and c.amount and not _TIED.search(c.text)
    ]
    for figure in figures:
        model = next(
            (
                c
                for c in reversed(units)
                if _sets_against(passage, figure, c) or _lends(passage, figure, c) or _spans(passage, figure, c)
            ),
            None,
        )
        if model is None:
            continue
        read = [
            Reading("amount", passage.text[figure.start : figure.end], f"a number in {figure.low.form}"),
            Reading("unit", model.text, "the unit of the figure it is set against"),
            Reading("bound", figure.hedge, "words beside the number"),
        ]
        candidate = replace(
            model,
            start=figure.hedge_start,
            end=max(figure.end, figure.hedge_end),
            rule="a number set against another figure",
            amount=figure.amount,
            amount_high=figure.amount_high,
            bound=figure.bound or Bound.EXACTLY,
            figure=(figure.start, figure.end),
            noun=None,
            readings=read,
            about=[],
            signals={},
        )
        units.append(candidate)
        yield figure, candidate


def _sets_against(passage: Passage, figure: Figure, model: Candidate) -> bool:
    end = model.figure[1] if model.figure else model.end
    if (
        figure.sign
        or figure.tally
        or figure.low.form not in ("digits", "words")
        or not 0 < figure.start - end < FARTHEST
    ):
        return False
    lead = _COMPARED.search(passage.text[max(0, figure.start - 20) : figure.start])
    if (
        not lead
        or (figure.low.form == "words" and not lead["not"])
        or (lead["share"] and model.kind is not Kind.PERCENT)
    ):
        return False
    # "$3 million from 40 stores" sets nothing against the sum, "110.2 yen, up from 109.8" does.
    sure = figure.low.scaled or model.rule == exchange.RULE or _MOVED.search(lead.string)
    if model.kind is Kind.MONEY and not sure:
        return False
    last = passage.tokens_in(figure.low.start, figure.low.end)[1]
    follows = passage.tags[last] if last < len(passage) else "."
    if (
        passage.lower[last : last + 1] == ["per"]
        or passage.sentence_of[last - 1] != passage.sentence_of[passage.token_at(model.start)]
    ):
        return False
    return follows in (".", ",", ":", "IN", "RB", "CC", "-RRB-", "''", "DT") and _of_one_size(figure, model)


def _lends(passage: Passage, figure: Figure, model: Candidate) -> bool:
    """As in "rose to 45.2 million from 40.1 million euros": the figure right behind says of what both are."""
    start = model.figure[0] if model.figure else model.start
    if figure.sign or figure.tally or figure.low.form != "digits" or not 0 <= start - figure.end < NEAR:
        return False
    return _FROM.fullmatch(passage.text, figure.end, start) is not None and _of_one_size(figure, model)


def _spans(passage: Passage, figure: Figure, model: Candidate) -> bool:
    """As in "for 30 years, and over the past 20": a shorter or longer span, in the same unit."""
    low = max(0, figure.start - 20)
    if model.unit not in table("units")["duration"] or not _PAST.search(passage.text, low, figure.start):
        return False
    last = passage.tokens_in(figure.start, figure.end)[1]
    ends = passage.tags[last : last + 1] in ([], [","], ["."], ["CC"], ["VBZ"], ["VBD"], ["VBP"], [":"])
    near = 0 < figure.start - model.end < FARTHEST and figure.low.form != "vague"
    return ends and near and passage.sentence_of[last - 1] == passage.sentence_of[passage.token_at(model.start)]


def _of_one_size(figure: Figure, model: Candidate) -> bool:
    try:
        other = abs(Decimal(model.amount or "0"))
    except InvalidOperation:
        return False
    value = abs(figure.low.value)
    return value > 0 and other > 0 and max(value, other) / min(value, other) < 20
