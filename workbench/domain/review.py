"""Reviews, and how they settle a claim."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from sqlmodel import Field

from workbench.domain.claim import Claim
from workbench.domain.evidence import Citation
from workbench.domain.policy import Lack, Policy
from workbench.domain.rating import Rating
from workbench.domain.values import Frozen, Moment, Value


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


DONE = frozenset({Status.SETTLED, Status.DISMISSED})
"""Nothing is left to do on such a claim."""


class Settled(StrEnum):
    """How a verdict came about."""

    SINGLE = "single"
    CONCURRING = "concurring"
    ADJUDICATED = "adjudicated"


class Review(Value):
    """One person's judgement of one claim; never changed, only followed by another.

    `key` is the id that the sender gave it, so that the same review sent twice counts once.
    `takes_back` is the id of the review that an undo takes back. `none_found` is the note that evidence was looked for
    and none was found. `settles` is False where its author's ratings show but settle nothing; None means they count.
    `earlier_words` is True where the claim was put right while its author still looked at it as it read before.
    """

    claim_id: int
    person_id: int
    act: ReviewAct
    rating: Rating | None = None
    takes_back: int | None = None
    reason: str = Field(default="", max_length=20_000)
    key: str = Field(max_length=100)
    at: Moment
    none_found: bool | None = None
    settles: bool | None = None
    earlier_words: bool | None = None


class Verdict(Frozen):
    """The settled rating of a claim: how it was settled, by whom (ids, first to last), and when."""

    rating: Rating
    how: Settled
    people: list[int]
    at: Moment


class Provisional(Frozen):
    """A rating that is kept and shown but settles nothing, and what it still lacks."""

    review: Review
    lacks: list[Lack]


class Standing(Frozen):
    """Where a claim stands: its status, its verdict if it has one, the reviews that count and those that wait.

    Both lists hold the newest review of each person, oldest first.
    """

    status: Status
    verdict: Verdict | None = None
    counting: list[Review] = Field(default_factory=list)
    provisional: list[Provisional] = Field(default_factory=list)

    @property
    def shown(self) -> str:
        """What a mark shows: open, verified, disputed, sourced, contested or dismissed.

        A rating that awaits a second check or still lacks something is shown too; `counted` tells them apart.
        """
        if self.counted not in ("second", "provisional"):
            return self.counted
        waiting = self.counting or [one.review for one in self.provisional]
        return (waiting[-1].rating or Status.OPEN).value

    @property
    def counted(self) -> str:
        """What the claim is counted as: its verdict, or contested, dismissed, second, provisional or open."""
        if self.verdict:
            return self.verdict.rating.value
        if self.status in (Status.CONTESTED, Status.DISMISSED):
            return self.status.value
        if self.status is Status.NEEDS_SECOND:
            return "second"
        return "provisional" if any(one.review.rating for one in self.provisional) else Status.OPEN.value

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


def settle(
    reviews: Sequence[Review],
    *,
    claim: Claim | None = None,
    cited: Sequence[Citation] = (),
    policy: Policy = Policy(),
    assigned: bool = False,
    reworded: Moment | None = None,
) -> Standing:
    """Where a claim stands after these reviews, oldest first, with the evidence cited for it, under a policy.

    A rating that lacks what the policy asks for is provisional, and so is a judgement given before the claim was put
    right in what it asserts, last at `reworded`. Of the others, one person's settles a claim alone,
    unless the policy wants a second check of it; the same judgement by several is concurring; different ones make it
    contested, dismissing counted as one of them.
    """
    last, provisional = _apart(counting(reviews), cited, policy, reworded)
    second = claim is not None and policy.second_check.wanted(claim.kind, claim.checkworthiness)
    status = _status(last, waits=assigned or bool(provisional), second=second)
    verdict = _verdict(last) if status is Status.SETTLED else None
    return Standing(status=status, verdict=verdict, counting=last, provisional=provisional)


def _status(last: list[Review], *, waits: bool, second: bool) -> Status:
    """Where a claim stands with these reviews that count, newest last."""
    if not last:
        return Status.IN_REVIEW if waits else Status.OPEN
    if len({(r.act, r.rating) for r in last}) > 1:
        return Status.CONTESTED
    if last[-1].rating is None:
        return Status.DISMISSED
    return Status.NEEDS_SECOND if second and len(last) == 1 else Status.SETTLED


def _verdict(last: list[Review]) -> Verdict | None:
    """What reviews of one mind settle."""
    rating = last[-1].rating
    how = Settled.SINGLE if len(last) == 1 else Settled.CONCURRING
    return Verdict(rating=rating, how=how, people=[r.person_id for r in last], at=last[-1].at) if rating else None


def _apart(
    last: list[Review], cited: Sequence[Citation], policy: Policy, reworded: Moment | None
) -> tuple[list[Review], list[Provisional]]:
    """The reviews that count, and those that still lack something."""
    count, wait = [], []
    for review in last:
        lacks = _lacks(review, cited, policy, reworded)
        if lacks:
            wait.append(Provisional(review=review, lacks=lacks))
        else:
            count.append(review)
    return count, wait


def _lacks(review: Review, cited: Sequence[Citation], policy: Policy, reworded: Moment | None) -> list[Lack]:
    lacks = [Lack(what="right", says="a rating by a checker")] if review.settles is False else []
    if review.earlier_words or (reworded is not None and review.at < reworded):
        lacks.append(Lack(what="words", says="a fresh look, since the claim was put right after it"))
    if review.rating is None:
        return lacks
    return lacks + policy.lacks(review.rating, cited, reason=review.reason, none_found=bool(review.none_found))
