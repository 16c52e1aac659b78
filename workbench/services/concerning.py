"""What concerns one person, in one place. Nothing here writes."""

from datetime import datetime
from typing import Any

from workbench.domain.claim import Claim
from workbench.domain.comment import Comment
from workbench.domain.concern import Concern, ConcernKind
from workbench.domain.person import Person
from workbench.domain.review import Review, Standing, Status, settle
from workbench.services.wires import Desk
from workbench.store import articles, claims, comments, reviews, sources
from workbench.store.reading import having

MOST = 200
"""How many of a person's newest reviewed claims are looked at."""


def concerns(desk: Desk, *, by: Person) -> list[Concern]:
    """Comments that call this person, contested claims they rated, and ratings of theirs that still lack something.

    Newest first; of stories that are on the desk alone. A call is answered by whatever they did on the claim since.
    """
    with desk.store.reading() as session:
        called = _unanswered(session, comments.calling(session, by.pk), by)
        rated = reviews.newest_claims_of(session, by.pk, limit=MOST)
        ids = {*rated, *(one.claim_id for one in called)}
        found = {claim.pk: claim for claim in claims.with_ids(session, ids)}
        where = articles.of_claims(session, ids)
        judged, cited = reviews.of_claims(session, rated), sources.citations(session, rated)
        reworded = claims.rewordings(session, rated)
    concerned = [_called(one, found[one.claim_id]) for one in called if one.claim_id in where]
    for key in (key for key in rated if key in where):
        stands = settle(
            judged[key],
            claim=found[key],
            cited=cited.get(key, []),
            policy=desk.policy,
            reworded=max(reworded.get(key, []), default=None),
        )
        concerned += _standing(found[key], stands, by)
    placed = [one.with_(article_id=where[one.claim_id].pk, title=where[one.claim_id].title) for one in concerned]
    return sorted(placed, key=lambda one: one.at, reverse=True)


def _unanswered(session: Any, called: list[Comment], by: Person) -> list[Comment]:
    theirs = {"claim_id": [one.claim_id for one in called], "person_id": [by.pk]}
    acted: dict[int, datetime] = {}
    mine: list[Comment | Review] = [*having(session, Comment, **theirs), *having(session, Review, **theirs)]
    for one in mine:
        acted[one.claim_id] = max(acted.get(one.claim_id, one.at), one.at)
    return [call for call in called if call.claim_id not in acted or acted[call.claim_id] < call.at]


def _called(comment: Comment, claim: Claim) -> Concern:
    return _concern(ConcernKind.CALLED, claim, comment.text, comment.person_id, comment)


def _standing(claim: Claim, stands: Standing, by: Person) -> list[Concern]:
    mine = [one for one in stands.provisional if one.review.person_id == by.id]
    found = [
        _concern(ConcernKind.PROVISIONAL, claim, ", ".join(lack.says for lack in one.lacks), by.pk, one.review)
        for one in mine
    ]
    others = [review for review in stands.counting if review.person_id != by.id]
    if stands.status is Status.CONTESTED and others and len(others) < len(stands.counting):
        last = others[-1]
        found.append(_concern(ConcernKind.CONTESTED, claim, last.reason, last.person_id, last))
    return found


def _concern(kind: ConcernKind, claim: Claim, words: str, person_id: int, since: Comment | Review) -> Concern:
    named = {"claim_id": claim.pk, "label": claim.label, "article_id": 0, "title": ""}
    return Concern.model_validate(named | {"kind": kind, "words": words, "person_id": person_id, "at": since.at})
