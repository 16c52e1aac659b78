"""Percent: percentages, percentage points, basis points, fractions and shares of a whole."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.nouns import Phrase, phrase_from
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.indexes import games, points_behind
from workbench.extraction.numbers.numeral import decimal_text
from workbench.extraction.numbers.signs import any_of
from workbench.extraction.text.passage import Passage

_SIGN = re.compile(
    r"[\s-]?(?:(?P<basis>basis[\s-]points?|bps)|(?P<points>(?:%|percentage|percent|"
    r"per\s+cent)?[\s-]?(?:percentage[\s-]points?|%[\s-]points?|ppts?)|"
    r"(?:percent|per\s+cent)[\s-]points?)|(?P<percent>%|percents?\b|per\s+cents?\b|pct\b|pc\b))",
    re.IGNORECASE,
)


# Beside points that two answers of a poll lie apart: "came within 3 points", "12 points ahead".
_APART = frozenset(
    {"by", "within", "up", "down", "ahead", "behind", "lead", "edge", "margin", "leads", "trails", "gap"}
)
# "half a percentage point", "a quarter point", "three-quarters of a percent"
_PART_OF_POINT = re.compile(
    r"[\s-]+(?:(?:of\s+)?an?\s+)?(?:(?P<sure>percentage[\s-]+point)s?|(?P<point>point)|(?P<percent>percent|per\s+cent|%))(?!\w)",
    re.IGNORECASE,
)


def find(passage: Passage, figures: list[Figure], polled: bool = False) -> Iterator[tuple[Figure, Candidate]]:
    """A candidate for each figure with a percent sign or word behind it, and for each fraction of something.

    `polled` says that the story tells of a poll, and of no game.
    """
    for figure in figures:
        if figure.sign:
            continue
        if found := _SIGN.match(passage.text, figure.end) or _SIGN.match(passage.text, figure.hedge_end):
            if figure.low.form != "part":
                factor = Decimal("0.01") if found["basis"] else Decimal(1)
                unit = "percentage point" if found["basis"] or found["points"] else "%"
                yield figure, _candidate(passage, figure, found.end(), unit, factor)
        elif figure.low.form == "part" and (part := _PART_OF_POINT.match(passage.text, figure.end)):
            if not part["point"] or _is_of_polls(passage, polled):
                unit = "%" if part["percent"] else "percentage point"
                yield figure, _candidate(passage, figure, part.end(), unit, Decimal("0.01"))
        elif (points := points_behind(passage, figure)) and _of_shares(passage, figure, polled):
            yield figure, _candidate(passage, figure, points.end(), "percentage point", Decimal(1))
        elif figure.low.form in ("part", "ratio") and not _of_time(passage, figure):
            yield figure, _candidate(passage, figure, figure.end, "%", Decimal(1))


def _of_shares(passage: Passage, figure: Figure, polled: bool) -> bool:
    """Whether so many points may be percentage points, and are such here."""
    if figure.low.value > 100 or figure.low.form in ("part", "ratio", "vague") or figure.tally:
        return False
    first, last = passage.token_at(figure.hedge_start), passage.tokens_in(figure.start, figure.end)[1]
    apart = {*passage.lower[max(0, first - 2) : first], *passage.lower[last + 1 : last + 2]}
    return _is_of_polls(passage, polled and not _APART.isdisjoint(apart))


def _is_of_polls(passage: Passage, polled: bool) -> bool:
    """Whether a poll or a rate is spoken of, and no game."""
    said = set(passage.lower)
    return (polled or bool(said & words("nouns", "lists.polls"))) and not said & games()


def _of_time(passage: Passage, figure: Figure) -> bool:
    """As in "half an hour", "a quarter of a century", "a half brother": a part of a unit, or no part at all."""
    return _no_share().match(passage.text, figure.end) is not None


@cache
def _no_share() -> re.Pattern[str]:
    listed = {*table("numbers")["no_share"], *words("units", "lists.singles")}
    return re.compile(rf"[\s-]+(?:(?:of[\s-]+)?an?[\s-]+)?(?:{any_of(list(listed))})s?\b")


def _candidate(passage: Passage, figure: Figure, end: int, unit: str, factor: Decimal) -> Candidate:
    _, high = passage.tokens_in(figure.start, end)
    # "one tenant in ten owes": the share names its whole inside.
    named = figure.low.form == "ratio" and passage.lower[high : high + 1] != ["of"]
    phrase = None if named and passage.tags[high - 3 : high - 2] in (["NN"], ["NNP"]) else _whole(passage, high)
    bound, start, hedge = figure.bound, figure.hedge_start, figure.hedge
    if within := re.search(r"\bwithin\s+$", passage.text[max(0, start - 10) : start], re.IGNORECASE):
        bound, start, hedge = Bound.AT_MOST, start - len(within.group()), "within"
    if hedge in words("bounds", "lists.bodily") and passage.lower[high : high + 1] == ["of"]:
        bound, start = Bound.EXACTLY, figure.start
    rule = "a percent sign or word" if end > figure.end else "a fraction of a whole"
    return Candidate(
        Kind.PERCENT,
        passage,
        start,
        max(end, figure.hedge_end, passage.ends[phrase.high - 1] if phrase else 0),
        rule,
        amount=decimal_text(figure.low.value * factor * (-1 if figure.negative else 1)),
        amount_high=decimal_text(figure.high.value * factor) if figure.high else None,
        unit=unit,
        bound=bound,
        figure=(figure.start, end),
        noun=(phrase.low, phrase.high) if phrase else None,
        readings=[
            Reading("amount", passage.text[figure.start : figure.end], f"a number in {figure.low.form}"),
            Reading("unit", passage.text[figure.end : end].strip(), rule),
            Reading("bound", hedge, "words beside the number"),
        ],
    )


def _whole(passage: Passage, token: int) -> Phrase | None:
    """What the share is taken of: "of the voters", "of all votes", or a noun right behind."""
    start = token
    if start < len(passage) and passage.lower[start] == "of":
        start += 1
        while start < len(passage) and passage.lower[start] in (
            "the",
            "all",
            "its",
            "their",
            "his",
            "her",
            "our",
            "those",
            "these",
            "a",
            "an",
        ):
            start += 1
    elif start < len(passage) and passage.tags[start] not in ("NN", "NNS", "JJ"):
        return None
    phrase = phrase_from(passage, start) if start < len(passage) else None
    if phrase is None or ("CD" in passage.tags[phrase.low : phrase.high] and passage.lower[token] != "of"):
        return None  # "the top 1 percent own 40 percent"
    return None if passage.entity_of[phrase.head] in ("DATE", "TIME") else phrase
