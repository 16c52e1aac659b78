"""Numbers in a row that share the noun or the unit of the last one: "five, six or seven years", "two- and six-door"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.nouns import noun_name
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.numeral import decimal_text
from workbench.extraction.text.passage import Passage

_JOIN = re.compile(r"(?:-(?=[\s,]))?\s*(?P<comma>,)?\s*(?P<word>and|or|to)?\s*", re.IGNORECASE)
RULE = "a number in a row with a unit"
_PERCENT_OPEN = re.compile(r"(?:percent|per cent|%)\s+\($")
_BY = re.compile(r"\s?[x×]\s?|\s+by\s+|-by-")
SQUARE = 3
"""How many times longer one side is than the other at most where both are told: "10 by 12 feet", no "4 x 100m"."""

_NEXT_GROUP = re.compile(r"(?:[,;]|,?\s+and|\s+to)\s+(?:the\s+)?[A-Z]\w+s\s+\d")
_PART_OF = re.compile(
    r"(?:,\s+or\s+[^,;.]{3,30})?,?\s+(?:out\s+of|of\s+(?:the|all|those|these|its|their))\s+"
    r"(?:(?:the|last|past|first|next|previous|other|some|\w+['’]s)\s+)*",
    re.IGNORECASE,
)


def joined(passage: Passage, one: Figure, two: Figure) -> bool:
    """Whether nothing but a comma, "and", "or", or a "to" that makes no range stands between the two numbers."""
    between = _JOIN.fullmatch(passage.text, one.end, two.hedge_start)
    # "no fewer than three nor more than six years": the hedge itself joins.
    bounded = two.hedge.startswith("nor ")
    if between is None or not (bounded or between.group().strip()) or one.sign or one.tally or one.high:
        return False
    if one.low.form != two.low.form or one.low.scaled > two.low.scaled:
        return False
    return bounded or bool(between["word"]) or one.low.value < two.low.value <= 2 * one.low.value


def part_of(passage: Passage, one: Figure, two: Figure) -> bool:
    """Whether the first number is so many of the second: "seven of the 12", "300, or a third, of its 900"."""
    return _PART_OF.fullmatch(passage.text, one.end, two.hedge_start) is not None and not one.sign and one.low.value > 1


def find(
    passage: Passage, figures: list[Figure], bare: list[Figure], found: list[Candidate]
) -> Iterator[tuple[Figure, Candidate]]:
    """A candidate for each bare number joined to one with a unit: "eight and fourteen percent".

    `figures` are all of the passage, in order; `bare` those of them that no candidate in `found` has read.
    """
    open_ones = {id(figure) for figure in bare}
    read = {c.figure[0]: c for c in found if c.kind in (Kind.MEASURE, Kind.PERCENT) and c.figure}
    for place in range(len(figures) - 2, -1, -1):
        figure, after = figures[place], figures[place + 1]
        model = read.get(after.start)
        if model is None or id(figure) not in open_ones:
            continue
        if not (joined(passage, figure, after) or _crosses(passage, figure, after, model)):
            continue
        candidate = _like(passage, figure, after, model)
        if candidate is not None:
            read[figure.start] = candidate
            yield figure, candidate


def _crosses(passage: Passage, one: Figure, two: Figure, model: Candidate) -> bool:
    """As in "10 by 12 feet", "3840 x 2160 pixels": the two sides of something."""
    if model.unit not in table("units")["physical"] or not _BY.fullmatch(passage.text, one.end, two.start):
        return False
    short, long = sorted((one.low.value, two.low.value))
    return 0 < long <= SQUARE * short


def _like(passage: Passage, figure: Figure, after: Figure, model: Candidate) -> Candidate | None:
    """A candidate for the figure with the unit of the one after it; None where that was changed by its unit."""
    try:
        plain = Decimal(model.amount or "") == after.low.value
    except InvalidOperation:
        return None
    if not plain or model.unit == "time":
        return None
    return replace(
        model,
        start=figure.hedge_start,
        end=max(figure.end, figure.hedge_end),
        rule=RULE,
        amount=decimal_text(figure.low.value),
        amount_high=None,
        bound=figure.bound,
        figure=(figure.start, figure.end),
        noun=None,
        readings=[
            Reading("amount", passage.text[figure.start : figure.end], f"a number in {figure.low.form}"),
            Reading("unit", model.text, "the unit of the number after it"),
            Reading("bound", figure.hedge, "words beside the number"),
        ],
        about=[],
        signals={},
    )


def hangs(passage: Passage, figure: Figure) -> bool:
    """Whether a hyphen behind the number waits for the noun of a later one: "four- and six-cylinder"."""
    return re.match(r"-\s*(?:,|and\b|or\b|to\b)", passage.text[figure.end : figure.end + 6]) is not None


def gapped(passage: Passage, figure: Figure, counted: bool) -> bool:
    """Whether a group or place and its number stand without a verb: "Democrats have 188 seats, Republicans 246".

    `counted` says that the sentence has a count before it; else another name and number must follow.
    """
    first, last = passage.tokens_in(figure.low.start, figure.low.end)
    if not first or figure.low.form == "vague" or figure.low.value < 2:
        return False
    kind = passage.entity_of[first - 1]
    grouped = passage.tags[first - 1] == "NNPS" or (kind == "NORP" and passage.tags[first - 1] != "JJ")
    grouped |= counted and kind == "GPE" and passage.lower[first - 2 : first - 1] == ["in"]
    ends = last == len(passage) or passage.tags[last] in (".", ",", ":", "CC", "-RRB-")
    return grouped and ends and (counted or _NEXT_GROUP.match(passage.text, figure.end) is not None)


def is_share_of_place(passage: Passage, first: int, last: int) -> bool:
    """As in "killed four people, three in Osten": behind a count, so many of them somewhere."""
    led = passage.words[first - 1] in (",", ":", ";") or passage.lower[first - 1] == "and"
    behind = last + 1 + (passage.lower[last + 1 : last + 2] == ["each"])
    return led and passage.lower[behind : behind + 1] in (["in"], ["at"], ["from"]) and passage.deps[last] == "appos"


def is_of_other(passage: Passage, first: int, last: int) -> bool:
    """As in "61 seats to her rival's 43": behind a count, so many of somebody else's."""
    ends = last + 1 == len(passage) or passage.tags[last + 1] in (".", ",", ":", "CC", "IN")
    return passage.tags[first - 1] == "POS" and ends


def is_difference(passage: Passage, first: int, last: int) -> bool:
    """As in "112 fires, 14 more than in 2017": behind a count, by how many it is the larger or smaller one."""
    compared = passage.lower[last + 1 : last + 3]
    return passage.words[first - 1] in (",", "–", "—") and compared in (["more", "than"], ["fewer", "than"])


def is_denied(passage: Passage, first: int, last: int) -> bool:
    """As in "needed 2,209 votes, not 2,025": behind a count, how many they were not."""
    return passage.lower[first - 1] == "not" and passage.deps[last] in ("appos", "conj", "attr", "dobj")


def is_in_numbers(passage: Passage, figure: Figure) -> bool:
    """As in "1.5 percent (3.6 million) own guns", "births (just under 1.1 million)": once more, in numbers."""
    if passage.text[figure.end : figure.end + 1] != ")":
        return False
    before = passage.plain[max(0, figure.hedge_start - 12) : figure.hedge_start]
    first = passage.token_at(figure.hedge_start)
    of_plural = passage.lower[first - 1] == "(" and passage.tags[first - 2] == "NNS"
    large = figure.low.scaled or figure.hedge_start < figure.start
    return _PERCENT_OPEN.search(before) is not None or (of_plural and large)


def is_some_of(passage: Passage, token: int) -> bool:
    """As in "of the 22 women there, two, it seems, left": so many of those that the sentence begins with."""
    whole = passage.heads[token]
    if passage.deps[token] != "appos" or passage.deps[whole] != "pobj":
        return False
    link = passage.heads[whole]
    return passage.lower[link] == "of" and link == passage.sentences[passage.sentence_of[token]][0]


def is_of_another_day(passage: Passage, first: int, last: int) -> bool:
    """As in "280 delays on Monday, and 547 Tuesday": behind a count, so many on a day that is named right behind."""
    led = passage.words[first - 1] == "," or passage.lower[first - 1] in ("and", "but")
    named = passage.tags[last + 1 : last + 2] == ["NNP"] and passage.lower[last + 1] in words("ranks", "times")
    return led and named


def noun_behind_hyphen(passage: Passage, figure: Figure, figures: list[Figure], place: int) -> str | None:
    """As in "four- and six-cylinder engines": the noun behind the hyphen of the next number, or None."""
    if not hangs(passage, figure):
        return None
    for other in figures[place + 1 : place + 4]:
        if (behind := re.match(r"-(?=[a-z])", passage.text[other.end :])) is not None:
            token = passage.token_at(other.end + behind.end())
            return noun_name(passage, token)
    return None
