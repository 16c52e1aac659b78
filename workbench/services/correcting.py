"""Put a story's fields right by hand, or take the story off the desk."""

from datetime import date
from typing import Any

from workbench.domain.article import FIELDS, Article
from workbench.domain.claim import Extracted
from workbench.domain.comment import Comment
from workbench.domain.correction import Correction
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.person import Person, Right
from workbench.domain.review import counting
from workbench.services.importing import keep_claims
from workbench.services.rights import need, need_reason, plain
from workbench.services.standing import requeue
from workbench.services.wires import Desk
from workbench.store import articles, claims, reviews, sources
from workbench.store.reading import having

LONGEST = {"title": 1_000, "author": 500, "publisher": 500, "url": 2_000}
CALLED = {"title": "headline", "url": "address"}


def correct(desk: Desk, article_id: int, *, by: Person, **fields: Any) -> Article:
    """Put fields of an article right by hand: title, author, publisher, published (a date or ISO text), url.

    A new day of publication finds the claims anew, since relative dates hang on it; where people have worked on the
    claims already it is refused, or their work would leave the desk with the claims.
    """
    need(by, Right.HAND_IN)
    with desk.store.reading() as session:
        there = _standing_article(session, article_id)
    values = {name: _field(name, value) for name, value in fields.items()}
    changed = {name: value for name, value in values.items() if value != getattr(there, name)}
    settled = set(values) & (set(there.guesses) | set(there.to_confirm))
    if not changed and not settled:
        return there
    extracted = _found_anew(desk, there, changed["published"]) if "published" in changed else None
    with desk.store.writing() as writing:
        there = _standing_article(writing.session, article_id)
        update = {
            **changed,
            "origins": {**there.origins, **dict.fromkeys(values, "by hand")},
            "guesses": [name for name in there.guesses if name not in values],
            "to_confirm": {name: other for name, other in there.to_confirm.items() if name not in values},
        }
        after = there.with_(**update)
        writing.change(Article, article_id, **update)
        if extracted is not None:
            _refuse_worked_on(writing.session, there)
            revision = articles.newest_revision(writing.session, article_id)
            assert revision is not None
            keep_claims(desk, writing, revision, extracted)
        requeue(desk, writing, article_id)
        before = {name: getattr(there, name) for name in values}
        said = {name: getattr(after, name) for name in values}
        writing.log("article.correct", f"article:{article_id}", at=desk.clock(), by=by, before=before, after=said)
        return after


def _found_anew(desk: Desk, there: Article, published: date | None) -> Extracted:
    with desk.store.reading() as session:
        _refuse_worked_on(session, there)
        revision = articles.newest_revision(session, there.pk)
    assert revision is not None
    return desk.extractor.extract(revision.title, revision.text, published)


def _refuse_worked_on(session: Any, there: Article) -> None:
    number = len(_worked_on(session, there))
    if number:
        raise InputError(
            f"People have worked on {number} {'claim' if number == 1 else 'claims'} of this story, and its relative "
            f"dates were read against {there.published or 'no day'}. Take judgements and evidence back, or withdraw "
            "the story and hand it in again."
        )


def _worked_on(session: Any, there: Article) -> set[int]:
    """The claims with anything that counts of people: judgements, evidence, comments, corrections, or all of them."""
    revision = articles.newest_revision(session, there.pk)
    run = articles.extraction(session, revision.pk) if revision else None
    found = claims.of_extraction(session, run.pk) if run else []
    ids = [claim.pk for claim in found]
    return {
        *(claim.pk for claim in found if claim.added_by is not None),
        *(key for key, judged in reviews.of_claims(session, ids).items() if counting(judged)),
        *sources.citations(session, ids),
        *(one.claim_id for one in having(session, Comment, claim_id=ids)),
        *(one.claim_id for one in having(session, Correction, claim_id=ids)),
    }


def _field(name: str, value: Any) -> Any:
    if name not in FIELDS:
        raise InputError(f"A story has no field {name!r} to put right. There are {', '.join(FIELDS)}.")
    text = plain(str(value)).strip() if value is not None else ""
    if name == "published":
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise InputError(f"{text[:40]!r} is no day. Write it as 2022-03-15.") from None
    if name == "title" and not text:
        raise InputError("A story needs a title. Write one.")
    if len(text) > LONGEST[name]:
        called = CALLED.get(name, name)
        raise InputError(f"The {called} is {len(text):,} characters long; {LONGEST[name]:,} fit. Shorten it.")
    return text or None


def _standing_article(session: Any, article_id: int) -> Article:
    there = articles.find(session, article_id)
    if there is None or there.withdrawn_at is not None:
        raise NotFoundError(
            f"There is no story {article_id} on the desk. It may have been withdrawn; look in the inbox."
        )
    return there


def withdraw(desk: Desk, article_id: int, *, by: Person, reason: str) -> Article:
    """Take a story off the desk: it leaves every list and says so at its address; nothing of it is deleted."""
    need(by, Right.WITHDRAW)
    said = need_reason(reason, "Withdrawing a story")
    with desk.store.writing() as writing:
        there = _standing_article(writing.session, article_id)
        now = desk.clock()
        writing.change(Article, article_id, withdrawn_at=now)
        requeue(desk, writing, article_id)
        writing.log("article.withdraw", f"article:{article_id}", at=now, by=by, reason=said)
        return there.with_(withdrawn_at=now)
