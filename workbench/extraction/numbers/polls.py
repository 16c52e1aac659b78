"""Shares of a poll without their sign: "leads Kim 48-41", "an approval rating of 43", "has 32 percent, Marsh 25"."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from workbench.domain.claim import Kind
from workbench.extraction.candidate import Candidate
from workbench.extraction.lexicon import words
from workbench.extraction.numbers import scores, shown
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.numeral import HUNDRED, Numeral
from workbench.extraction.text.passage import Passage

_JOIN = re.compile(r"\s?[-–—/]\s?|\s+to\s+")
ALL = 101
"""More two shares do not make, rounded as they are."""
LEAST = 45
"""Less than this those who answer seldom make: "up 5-7" are none."""
NEAR = 10
"""Most tokens between "approval" and the number that rates it."""
FARTHEST = 40
"""Most characters between a share and the next one's."""
_ENDS = frozenset({".", ",", ":", "IN", "CC", "-RRB-", "''", "TO", "RB", "WRB", "VBD", "VBZ"})
_OF_AGE = ("aged", "age", "ages", "from", "between")
"""Before two numbers that are no answers, as a plural is: "voters 35-54"."""
_LEADING = ("of", "at", "to", "from", "is", "was", "hit", "reached", "near", "around", "averaged", "averages")
_HAVING = ("has", "had", "have", "got", "gets", "with", "at", "took", "received", "won", "drew")


def are_told_of(passages: Iterable[Passage]) -> bool:
    """Whether a story speaks of a poll."""
    return not words("nouns", "lists.polling").isdisjoint(chain.from_iterable(passage.spelled for passage in passages))


def find(
    passage: Passage, figures: list[Figure], found: list[Candidate], told: bool
) -> Iterator[tuple[Figure, Candidate]]:
    """A candidate for each number of `figures` that is a share; `told` says that the story speaks of a poll."""
    paired: list[Figure] = []
    for owners, one, two in _pairs(passage, figures) if told else ():
        if _are_answers(passage, one, two):
            paired += owners
            yield owners[0], _candidate(passage, one, "one side of a poll")
            yield owners[-1], _candidate(passage, two, "one side of a poll")
    shares = [c for c in found if c.kind is Kind.PERCENT and c.unit == "%" and c.figure]
    for figure in figures:
        plain = not (figure.high or figure.sign or figure.tally or figure.low.scaled) and 0 < figure.low.value < HUNDRED
        if not plain or any(figure is one for one in paired) or not _ends(passage, figure):
            continue
        rated = told and _rates(passage, figure)
        if rated or any(_goes_on(passage, share, figure) for share in shares):
            candidate = _candidate(passage, figure.low, "a rating in a poll" if rated else "a share beside another")
            candidate.start, candidate.bound = figure.hedge_start, figure.bound
            shares.append(candidate)
            yield figure, candidate


def _pairs(passage: Passage, figures: list[Figure]) -> Iterator[tuple[list[Figure], Numeral, Numeral]]:
    """Each two numbers that a dash, a stroke or "to" joins, with the figures that hold them."""
    for place, figure in enumerate(figures):
        after = figures[place + 1] if place + 1 < len(figures) else None
        if figure.high is not None:
            if figure.start == figure.low.start and _JOIN.fullmatch(passage.text, figure.low.end, figure.high.start):
                yield [figure], figure.low, figure.high
        elif after and not after.high and _JOIN.fullmatch(passage.text, figure.end, after.start):
            yield [figure, after], figure.low, after.low


def _are_answers(passage: Passage, one: Numeral, two: Numeral) -> bool:
    """As in "leads Kim 48-41", "favour it, 54 to 40", "a rating of 45/52": both shares of those who were asked."""
    plain = one.form == two.form == "digits" and not (one.scaled or two.scaled)
    if not plain or not LEAST <= one.value + two.value <= ALL or not one.value or not two.value:
        return False
    low, high = passage.tokens_in(one.start, two.end)
    if scores.held(passage, low, None):
        return False
    if passage.tags[low - 1] == "NNS" or passage.lower[low - 1] in _OF_AGE or passage.tags[high : high + 1] == ["NNS"]:
        return False
    first, last = passage.sentences[passage.sentence_of[low]]
    said = frozenset(passage.lower[first:last])
    decided = not said.isdisjoint(words("nouns", "lists.deciding"))
    return not decided and not said.isdisjoint(words("nouns", "lists.answering"))


def _ends(passage: Passage, figure: Figure) -> bool:
    """Whether no noun stands behind the number that it could count."""
    last = passage.tokens_in(figure.start, figure.end)[1]
    return last == len(passage) or passage.tags[last] in _ENDS


def _rates(passage: Passage, figure: Figure) -> bool:
    """As in "an approval rating of 43", "approval has never dropped below 43"."""
    first = passage.token_at(figure.hedge_start)
    low, _ = passage.sentences[passage.sentence_of[first]]
    rated = not words("nouns", "lists.rated_by").isdisjoint(passage.lower[max(low, first - NEAR) : first])
    return rated and (figure.hedge_start < figure.start or passage.lower[first - 1] in _LEADING)


def _goes_on(passage: Passage, share: Candidate, figure: Figure) -> bool:
    """As in "has 32 percent, Marsh 25 and Lund nine", "has 32 percent, and Marsh has 25": of the next one's."""
    if share.passage is not passage or not 0 < figure.start - share.end < FARTHEST:
        return False
    first = passage.token_at(figure.hedge_start)
    if passage.sentence_of[first] != passage.sentence_of[passage.token_at(share.start)]:
        return False
    before = first - 1
    if passage.lower[before] in _HAVING:
        before -= 1
    return passage.tags[before] == "NNP" and passage.entity_of[before] not in ("DATE", "TIME")


def _candidate(passage: Passage, number: Numeral, rule: str) -> Candidate:
    span, read_as = (number.start, number.end), f"a number in {number.form}"
    return shown.figure(passage, span, rule, kind=Kind.PERCENT, amount=number.value, unit="%", read_as=read_as)
