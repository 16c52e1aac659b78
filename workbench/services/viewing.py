"""Look at what the store holds. Nothing here writes."""

from collections.abc import Iterable, Iterator
from typing import Any

from workbench.domain.article import Article, Original
from workbench.domain.assignment import Assignment
from workbench.domain.claim import Claim
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.event import Event
from workbench.domain.evidence import Citation
from workbench.domain.reopening import was_settled
from workbench.domain.review import Review, Status, settle
from workbench.domain.story import CheckedClaim, Story, StoryLine
from workbench.domain.values import Moment
from workbench.services.leasing import held
from workbench.services.wires import Desk
from workbench.store import articles, claims, events, people, queue_pages, reviews, sources

PAGE = 50
"""Stories on one page of the inbox."""


def inbox(desk: Desk, *, examples: bool = False, page: int = 1) -> list[StoryLine]:
    """One page of the stories on the desk, newest first, with how many of their claims show which rating."""
    with desk.store.reading() as session:
        found = articles.listed(session, examples=examples, limit=PAGE, offset=(page - 1) * PAGE)
        counted = queue_pages.counts(session, [a.pk for a in found])
    return [StoryLine(article=a, counts=counted.get(a.pk, {})) for a in found]


def pages(desk: Desk, *, examples: bool = False) -> Iterator[list[StoryLine]]:
    """The pages of the inbox, one after the other."""
    number = 1
    while lines := inbox(desk, examples=examples, page=number):
        yield lines
        number += 1


def story_count(desk: Desk, *, examples: bool = False) -> int:
    """How many stories are on the desk: examples, or all others."""
    with desk.store.reading() as session:
        return articles.count(session, examples=examples)


def titles(desk: Desk, *, limit: int) -> dict[int, str]:
    """The titles of so many stories on the desk by their ids, own ones first, the newest first."""
    with desk.store.reading() as session:
        return articles.titles(session, limit=limit)


def titles_of(desk: Desk, article_ids: list[int]) -> dict[int, str]:
    """The titles of these stories, withdrawn or not."""
    with desk.store.reading() as session:
        return articles.titles_of(session, article_ids)


def story(desk: Desk, article_id: int, *, only: int | None = None) -> Story:
    """One story with its claims, reviews and evidence; of an erased one nothing but its article is left.

    With `only`, the claim of this id alone is in it, or none where the story has no such claim.
    Raises NotFoundError where there never was such a story.
    """
    with desk.store.reading() as session:
        article = articles.find(session, article_id)
        revision = articles.newest_revision(session, article_id) if article else None
        if article is None or revision is None or revision.id is None:
            raise NotFoundError(f"There is no story {article_id}. Its address may be mistyped; look in the inbox.")
        original = articles.original(session, revision.original_id or 0)
        run = articles.extraction(session, revision.id)
        assert original is not None and run is not None and run.id is not None
        found = [] if article.erased_at else claims.of_extraction(session, run.id)
        found = [claim for claim in found if only in (None, claim.pk)]
        return Story(
            article=article,
            revision=revision,
            original=original,
            extraction=run,
            claims=_checked(desk, session, found, {claim.pk: article_id for claim in found}),
            people=people.everyone(session),
        )


def checked_claims(desk: Desk, session: Any, claim_ids: Iterable[int]) -> list[CheckedClaim]:
    """These claims with their reviews and evidence, and where they stand, oldest first."""
    found = claims.with_ids(session, claim_ids)
    return _checked(desk, session, found, claims.articles_of(session, [claim.pk for claim in found]))


def _checked(desk: Desk, session: Any, found: list[Claim], articles_of: dict[int, int]) -> list[CheckedClaim]:
    ids = [c.pk for c in found]
    judged, cited = reviews.of_claims(session, ids), sources.citations(session, ids, withdrawn_too=True)
    leases, reworded = held(session, articles_of, now=desk.clock()), claims.rewordings(session, ids)
    return [
        _stands(
            desk,
            claim,
            reviews=judged.get(claim.pk, []),
            cited=cited.get(claim.pk, []),
            lease=leases.get(claim.pk),
            reworded=reworded.get(claim.pk, []),
        )
        for claim in found
    ]


def _stands(
    desk: Desk,
    claim: Claim,
    *,
    reviews: list[Review],
    cited: list[Citation],
    lease: Assignment | None,
    reworded: list[Moment],
) -> CheckedClaim:
    """A claim with all that was done to it; `cited` is all its evidence, the withdrawn too."""
    still, last = [one for one in cited if one.evidence.withdrawn_at is None], max(reworded, default=None)
    stands = settle(reviews, claim=claim, cited=still, policy=desk.policy, assigned=lease is not None, reworded=last)
    waits = stands.counted == Status.OPEN and bool(reviews)
    return CheckedClaim(
        claim=claim,
        reviews=reviews,
        citations=still,
        standing=stands,
        lease=lease,
        reworded=reworded,
        reopened=waits and was_settled(reviews, claim=claim, cited=cited, policy=desk.policy, reworded=reworded),
    )


def original(desk: Desk, original_id: int) -> Original:
    """A kept original with its bytes."""
    with desk.store.reading() as session:
        found = articles.original(session, original_id, with_data=True)
    if found is None:
        raise NotFoundError(f"There is no original {original_id}.")
    return found


def find(desk: Desk, name: str) -> Article:
    """The article somebody means: by its reference, its number, or the first 8 or more digits of a SHA-256 of it.

    A withdrawn one is found where no other fits. Raises NotFoundError for none, InputError for several.
    """
    with desk.store.reading() as session:
        fits = articles.named(session, name)
        by_number = articles.find(session, int(name)) if name.isascii() and name.isdigit() and len(name) < 10 else None
    if by_number is not None and not fits:
        return by_number
    found = [a for a in fits if a.withdrawn_at is None] or fits
    if not found:
        raise NotFoundError(f"There is no story {name[:80]!r}. `workbench claims` lists what the store holds.")
    if len(found) > 1:
        numbers = ", ".join(str(a.id) for a in found[:9])
        raise InputError(f"{name[:80]!r} fits {len(found)} stories: {numbers}. Name one of these numbers.")
    return found[0]


def labels(desk: Desk, claim_ids: Iterable[int]) -> dict[int, str]:
    """The labels of these claims, as they read now, by their ids."""
    with desk.store.reading() as session:
        found = claims.with_ids(session, claim_ids)
    return {claim.pk: claim.label for claim in found}


def history(desk: Desk, claim_id: int) -> list[Event]:
    """What was done to one claim, newest first."""
    with desk.store.reading() as session:
        return events.about(session, [f"claim:{claim_id}"])


def log(desk: Desk, *, before: int | None = None, limit: int = 50) -> list[Event]:
    """The newest events of the log, newest first; those before the number given."""
    with desk.store.reading() as session:
        return events.page(session, before=before, limit=limit)


def changes(desk: Desk, numbers: list[int]) -> dict[int, dict[str, Any]]:
    """What these events changed ("before", "after"); erased changes are left out."""
    with desk.store.reading() as session:
        return events.bodies(session, numbers)
