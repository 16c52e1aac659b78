"""Reviews, and how they settle a claim."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from sqlmodel import Field

from workbench.domain.values import Frozen, Moment, Value


class Rating(StrEnum):
    """One reviewer's judgement."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    SOURCED = "sourced"


class ReviewAct(StrEnum):
    """What a review does: give a rating, dismiss the claim as none, or take an earlier review back."""

    RATE = "rate"
    DISMISS = "dismiss"
    UNDO = "undo"


class Status(StrEnum):
    """Where a claim stands; always derived, never stored."""

    OPEN = "open"
    IN_REVIEW = "in_review"
    NEEDS_SECOND = "needs_second"
    CONTESTED = "contested"
    SETTLED = "settled"
    DISMISSED = "dismissed"


class Settled(StrEnum):
    """How a verdict came about."""

    SINGLE = "single"
    CONCURRING = "concurring"
    ADJUDICATED = "adjudicated"


class Review(Value):
    """One person's judgement of one claim; never changed, only followed by another.

    `key` is the id that the sender gave it, so that the same review sent twice counts once.
    `takes_back` is the id of the review that an undo takes back.
    """

    claim_id: int
    person_id: int
    act: ReviewAct
    rating: Rating | None = None
    takes_back: int | None = None
    reason: str = Field(default="", max_length=20_000)
    key: str = Field(max_length=100)
    at: Moment


class Verdict(Frozen):
    """The settled rating of a claim: how it was settled, by whom (ids, first to last), and when."""

    rating: Rating
    how: Settled
    people: list[int]
    at: Moment


class Standing(Frozen):
    """Where a claim stands: its status, its verdict if it has one, and the reviews that count (newest per person)."""

    status: Status
    verdict: Verdict | None = None
    counting: list[Review] = Field(default_factory=list)

    @property
    def shown(self) -> str:
        """What a mark shows: open, verified, disputed, sourced, contested or dismissed."""
        if self.verdict:
            return self.verdict.rating.value
        return self.status.value if self.status in (Status.CONTESTED, Status.DISMISSED) else Status.OPEN.value

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the story should wait for this claim: not settled, or disputed and still in the text."""
        if self.status is Status.DISMISSED:
            return False
        return self.verdict is None or self.verdict.rating is Rating.DISPUTED


def counting(reviews: Iterable[Review]) -> list[Review]:
    """The newest review of each person that was not taken back, in the order given (oldest first)."""
    everything = list(reviews)
    taken_back = {r.takes_back for r in everything if r.act is ReviewAct.UNDO}
    newest: dict[int, Review] = {}
    for review in everything:
        if review.act is not ReviewAct.UNDO and review.id not in taken_back:
            newest.pop(review.person_id, None)
            newest[review.person_id] = review
    return list(newest.values())


def settle(reviews: Sequence[Review]) -> Standing:
    """Where a claim stands after these reviews, oldest first.

    One person's newest review settles a claim alone; the same judgement by several is concurring;
    different judgements make it contested, dismissing counted as one of them.
    """
    last = counting(reviews)
    if not last:
        return Standing(status=Status.OPEN)
    judgements = {(r.act, r.rating) for r in last}
    if len(judgements) > 1:
        return Standing(status=Status.CONTESTED, counting=last)
    act, rating = judgements.pop()
    if act is ReviewAct.DISMISS or rating is None:
        return Standing(status=Status.DISMISSED, counting=last)
    how = Settled.SINGLE if len(last) == 1 else Settled.CONCURRING
    verdict = Verdict(rating=rating, how=how, people=[r.person_id for r in last], at=last[-1].at)
    return Standing(status=Status.SETTLED, verdict=verdict, counting=last)
