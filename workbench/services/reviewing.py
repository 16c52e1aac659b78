"""Judge claims: rate, dismiss, and take the last judgement back. A review sent twice with one key counts once.

Nobody waits for anybody: what was given while looking at an older state of the claim is kept like any other. What its
author had not seen can be asked for afterwards (`crossed`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from workbench.domain.claim import Claim
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.person import Person, Right
from workbench.domain.rating import Rating
from workbench.domain.review import Review, ReviewAct, Standing, counting, settle
from workbench.domain.values import Moment
from workbench.services.leasing import restand_and_end
from workbench.services.rights import need, plain
from workbench.services.wires import Desk
from workbench.store import claims, reviews, sources
from workbench.store.writing import Writing


@dataclass(frozen=True)
class Seen:
    """What a reviewer looked at: so many reviews of a claim that was put right so often; None is "not known"."""

    reviews: int
    rewordings: int | None = None


@dataclass(frozen=True)
class Crossed:
    """A review whose author had not seen everything: the reviews of others that count and were there before it.

    Where the claim was put right meanwhile, the review says so itself. `stands` is where the claim stands with all.
    """

    review: Review
    claim: Claim
    stands: Standing
    others: list[Review] = field(default_factory=list)


def rate(
    desk: Desk,
    claim_id: int,
    *,
    by: Person,
    rating: str,
    reason: str = "",
    none_found: bool = False,
    seen: Seen | None = None,
    key: str | None = None,
) -> Review:
    """Give a claim a rating: verified, disputed or sourced.

    One that lacks what the house policy asks for is kept as provisional. `none_found` notes that evidence was looked
    for and none was found. Of a person who may not settle, the rating shows and settles nothing. `seen` is what they
    looked at, where that may be older than what is here.
    Raises InputError for any other rating, NotFoundError where the claim is not on the desk (any more).
    """
    need(by, Right.RATE)
    if rating not in set(Rating):
        raise InputError(f"{rating[:40]!r} is no rating. Give one of {', '.join(Rating)}.")
    draft = _draft(claim_id, by, ReviewAct.RATE, reason, key)
    settles = None if by.may(Right.SETTLE) else False
    return _keep(
        desk, draft | {"rating": Rating(rating), "none_found": none_found or None, "settles": settles}, by, seen
    )


def dismiss(
    desk: Desk, claim_id: int, *, by: Person, reason: str = "", seen: Seen | None = None, key: str | None = None
) -> Review:
    """Say that this is no claim after all."""
    need(by, Right.DISMISS)
    return _keep(desk, _draft(claim_id, by, ReviewAct.DISMISS, reason, key), by, seen)


def undo(desk: Desk, claim_id: int, *, by: Person, key: str | None = None) -> Review:
    """Take back the person's own newest judgement of a claim; the one before it counts again.

    Raises InputError where nothing of theirs is left to take back.
    """
    need(by, Right.RATE)
    return _keep(desk, _draft(claim_id, by, ReviewAct.UNDO, "", key), by)


def crossed(desk: Desk, review: Review, seen: Seen) -> Crossed | None:
    """What the author of a review had not seen when they gave it; None where they knew all there was.

    Their own reviews are taken to be known to them: the newest others' are those that they can't have counted.
    """
    with desk.store.reading() as session:
        judged = reviews.of_claims(session, [review.claim_id])[review.claim_id]
        before = [one for one in judged if one.pk < review.pk]
        others = [one for one in before if one.person_id != review.person_id]
        unseen = others[-(len(before) - seen.reviews) :] if len(before) > seen.reviews else []
        standing = [one for one in counting(judged) if one in unseen]
        claim = claims.find(session, review.claim_id) if standing or review.earlier_words else None
        if claim is None:
            return None
        cited = sources.citations(session, [claim.pk]).get(claim.pk, [])
        last = _last_reworded(claims.rewordings(session, [claim.pk]).get(claim.pk, []))
        stands = settle(judged, claim=claim, cited=cited, policy=desk.policy, reworded=last)
        return Crossed(review=review, claim=claim, others=standing, stands=stands)


def _draft(claim_id: int, by: Person, act: ReviewAct, reason: str, key: str | None) -> dict[str, object]:
    return {
        "claim_id": claim_id,
        "person_id": by.id,
        "act": act,
        "reason": plain(reason).strip(),
        "key": key or uuid4().hex,
    }


def _keep(desk: Desk, draft: dict[str, object], by: Person, seen: Seen | None = None) -> Review:
    with desk.store.writing() as writing:
        earlier = reviews.with_key(writing.session, str(draft["key"]))
        if earlier is not None:
            return earlier
        claim = claim_on_desk(writing, int(str(draft["claim_id"])))
        before = reviews.of_claims(writing.session, [claim.pk])[claim.pk]
        if draft["act"] is ReviewAct.UNDO:
            draft = draft | {"takes_back": _last_of(before, by).id}
        reworded = claims.rewordings(writing.session, [claim.pk]).get(claim.pk, [])
        if seen is not None and seen.rewordings is not None and seen.rewordings < len(reworded):
            draft = draft | {"earlier_words": True}
        review = writing.keep(Review.model_validate(draft | {"at": desk.clock()}))
        restand_and_end(desk, writing, [claim.pk])
        _log(desk, writing, claim, before, review, by=by, reworded=reworded)
        return review


def _log(
    desk: Desk,
    writing: Writing,
    claim: Claim,
    before: list[Review],
    review: Review,
    *,
    by: Person,
    reworded: Sequence[Moment],
) -> None:
    cited, last = sources.citations(writing.session, [claim.pk]).get(claim.pk, []), _last_reworded(reworded)
    stood = settle(before, claim=claim, cited=cited, policy=desk.policy, reworded=last)
    stands = settle([*before, review], claim=claim, cited=cited, policy=desk.policy, reworded=last)
    lacks = next((one.lacks for one in stands.provisional if one.review.id == review.id), [])
    after: dict[str, Any] = {
        "shows": stands.counted,
        "label": claim.label,
        "rating": review.rating,
        "reason": review.reason,
    }
    if review.none_found:
        after["none_found"] = True
    if lacks:
        after["lacks"] = [lack.says for lack in lacks]
    subject = f"claim:{claim.pk}"
    writing.log(f"claim.{review.act}", subject, at=review.at, by=by, before={"shows": stood.counted}, after=after)


def _last_reworded(reworded: Sequence[Moment]) -> Moment | None:
    return max(reworded, default=None)


def claim_on_desk(writing: Writing, claim_id: int) -> Claim:
    """The claim, of a story that is on the desk; NotFoundError otherwise."""
    found = claims.find(writing.session, claim_id) if article_on_desk(writing.session, claim_id) else None
    assert found is not None
    return found


def article_on_desk(session: Any, claim_id: int) -> int:
    """The story of a claim that is on the desk; NotFoundError otherwise."""
    found = claims.article_of(session, claim_id)
    if found is None:
        raise NotFoundError(
            f"Claim {claim_id} is not on the desk. Its story was withdrawn or its claims were found anew; "
            "open the story once more."
        )
    return found


def _last_of(before: list[Review], by: Person) -> Review:
    for review in reversed(counting(before)):
        if review.person_id == by.id:
            return review
    raise InputError("There is nothing of yours to take back on this claim.")
