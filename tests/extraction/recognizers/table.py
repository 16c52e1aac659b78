"""The table of what was read right, read wrong and not read, for the even cases, the odd ones and both."""

from collections import Counter
from collections.abc import Iterator

from tests.extraction.recognizers.cases import MISSED, RIGHT, WRONG, Judgement

HALVES = {"even": (0,), "odd": (1,), "both": (0, 1)}


def lines(judgements: list[Judgement]) -> Iterator[str]:
    """A line a model and half, then why results were wrong or not covered, most frequent first."""
    for half, rests in HALVES.items():
        part = [j for j in judgements if j.case.number % 2 in rests]
        yield f"{half + ' cases':<36}{RIGHT:>7}{WRONG:>7}{MISSED:>13}"
        for model in [*sorted({j.case.model for j in part}), ""]:
            counted = Counter(j.outcome for j in part if model in ("", j.case.model))
            yield f"{model or 'all':<36}{counted[RIGHT]:>7}{counted[WRONG]:>7}{counted[MISSED]:>13}"
        yield ""
    for outcome in (WRONG, MISSED):
        yield f"why {outcome}"
        for reason, times in Counter(j.reason for j in judgements if j.outcome == outcome).most_common():
            yield f"{times:>5}  {reason}"


def shown(judgements: list[Judgement], outcome: str, half: str) -> Iterator[str]:
    """The cases of one half with one outcome, a line each."""
    for judgement in judgements:
        if judgement.outcome == outcome and judgement.case.number % 2 in HALVES[half]:
            case, reason = judgement.case, f" ({judgement.reason})" if judgement.reason else ""
            yield f"{case.number:>5} {case.model}: {judgement.words!r} in {case.text!r}{reason}"
