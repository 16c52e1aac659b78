"""Where each claim stands, kept in the queue in the same transaction as what was done to it.

The queue holds nothing that can't be derived again: reviews, evidence, leases and the house policy say it all.
"""

from collections.abc import Iterable
from typing import Any

from workbench.domain.article import Article, Revision
from workbench.domain.assignment import Assignment, counting_lease
from workbench.domain.claim import Claim, Extraction, Sentence, Stretch
from workbench.domain.event import canonical, sha256
from workbench.domain.evidence import Citation
from workbench.domain.policy import Policy
from workbench.domain.queue import NEVER, Line, Pile
from workbench.domain.reopening import was_settled
from workbench.domain.review import DONE, Review, Status, settle
from workbench.domain.risk import rank, reasons, risk
from workbench.domain.searching import searchable
from workbench.domain.values import Moment
from workbench.services.wires import Desk
from workbench.store import articles, assignments, claims, queue, reviews, sources
from workbench.store.reading import having
from workbench.store.writing import Writing

RULES = 1
"""Counted up whenever a whole line is made otherwise than before, so that every store makes its lines anew."""
SETTLING = 3
"""Counted up whenever a claim is settled otherwise than before: the lines of judged claims are derived anew."""
AROUND = 160
WORDS = 400
AFTER_TITLE = 10_000
"""More than a title is long: what stands in the text comes after it."""


def restand(desk: Desk, writing: Writing, claim_ids: Iterable[int], *, words: bool = False) -> None:
    """Derive anew where these claims stand, and keep it in their lines of the queue; part of every act on a claim.

    A claim that has no line yet is given one where it is on the desk. `words` makes the whole line anew: for an act
    that changed what the claim says.
    """
    wanted = list(dict.fromkeys(claim_ids))
    writing.session.flush()
    there = {} if words else queue.lines(writing.session, wanted)
    found = claims.with_ids(writing.session, wanted)
    of_article = {key: line.article_id for key, line in there.items()}
    stand = _stand(desk, writing, [claim for claim in found if claim.pk in there], of_article)
    for key, fields in stand.items():
        fields["pile"] = _pile(fields["status"], is_example=there[key].pile is Pile.EXAMPLE)
        fields["last_at"] = fields["last_at"] or there[key].last_at
    queue.restand(writing.session, {key: fields for key, fields in stand.items() if _differs(there[key], fields)})
    _add(desk, writing, [claim for claim in found if claim.pk not in there])


def requeue(desk: Desk, writing: Writing, article_id: int) -> None:
    """Make a story's lines anew from the newest run over its newest draft; a withdrawn story has none."""
    writing.session.flush()
    queue.clear(writing.session, article_id)
    revision = articles.newest_revision(writing.session, article_id)
    run = articles.extraction(writing.session, revision.pk) if revision else None
    if run is not None:
        _add(desk, writing, claims.of_extraction(writing.session, run.pk))


def refill(desk: Desk) -> int:
    """Derive anew what an older store never had, or what other rules or another house policy have made untrue.

    Returns how many claims or stories were gone through; 0 where all is up to date.
    """
    policy = named(desk.policy)
    with desk.store.reading() as session:
        made = queue.made_under(session)
        if made == (RULES, policy):
            return 0
        whole = made is None or made[0] != RULES
        stories = queue.articles(session) if whole else []
        judged = [] if whole else list(queue.judged(session))
    for article_id in stories:
        with desk.store.writing() as writing:
            requeue(desk, writing, article_id)
    for stretch in judged:
        with desk.store.writing() as writing:
            restand(desk, writing, stretch)
    with desk.store.writing() as writing:
        queue.note_made(writing.session, RULES, policy)
    return len(stories) or sum(map(len, judged))


def named(policy: Policy) -> str:
    """The SHA-256 of the policy and of how claims are settled, by which the queue knows under what it was derived."""
    return sha256(canonical({"policy": policy.model_dump(mode="json"), "settling": SETTLING}))


def _add(desk: Desk, writing: Writing, found: list[Claim]) -> None:
    """Give claims of stories on the desk their lines."""
    by_run: dict[int, list[Claim]] = {}
    for claim in found:
        by_run.setdefault(claim.extraction_id or 0, []).append(claim)
    for run_id, theirs in by_run.items():
        context = _context(writing, run_id)
        if context is None:
            continue
        article, revision, run = context
        stand = _stand(desk, writing, theirs, {claim.pk: article.pk for claim in theirs})
        fresh = [_line(claim, article, revision, run, stand[claim.pk]) for claim in theirs]
        queue.put(writing.session, fresh)


def _context(writing: Writing, run_id: int) -> tuple[Article, Revision, Extraction] | None:
    """Story, draft and run, where the story is on the desk and the run is the newest over its newest draft."""
    run = next(iter(having(writing.session, Extraction, id=[run_id])), None)
    revision = next(iter(having(writing.session, Revision, id=[run.revision_id])), None) if run else None
    article = articles.find(writing.session, revision.article_id or 0) if revision else None
    if run is None or revision is None or article is None or article.withdrawn_at is not None:
        return None
    newest = articles.newest_revision(writing.session, article.pk)
    latest = articles.extraction(writing.session, revision.pk)
    is_newest = newest is not None and newest.pk == revision.pk and latest is not None and latest.pk == run.pk
    return (article, revision, run) if is_newest else None


def _stand(desk: Desk, writing: Writing, found: list[Claim], articles_of: dict[int, int]) -> dict[int, dict[str, Any]]:
    """Where each claim stands, as the columns of its line."""
    ids = [claim.pk for claim in found]
    judged = reviews.of_claims(writing.session, ids)
    cited = sources.citations(writing.session, ids, withdrawn_too=True)
    leases = assignments.of_claims(writing.session, {key: articles_of[key] for key in ids})
    reworded = claims.rewordings(writing.session, ids)
    return {
        claim.pk: standing(
            desk,
            claim,
            reviews=judged.get(claim.pk, []),
            cited=cited.get(claim.pk, []),
            leases=leases[claim.pk],
            reworded=reworded.get(claim.pk, []),
        )
        for claim in found
    }


def standing(
    desk: Desk,
    claim: Claim,
    *,
    reviews: list[Review],
    cited: list[Citation],
    leases: list[Assignment],
    reworded: list[Moment],
) -> dict[str, Any]:
    """The columns of a line that say where its claim stands.

    `cited` is all its evidence, the withdrawn too; `leases` are all on it and its story, the ended too;
    `reworded` is each time at which it was put right in what it asserts.
    """
    lease = counting_lease(leases)
    still = [one for one in cited if one.evidence.withdrawn_at is None]
    last = max(reworded, default=None)
    stands = settle(reviews, claim=claim, cited=still, policy=desk.policy, reworded=last)
    waits = stands.status in (Status.OPEN, Status.IN_REVIEW) and bool(reviews)
    moments = [r.at for r in reviews] + [m for one in cited for m in (one.evidence.at, one.evidence.withdrawn_at) if m]
    moments += [m for one in leases for m in (one.at, one.ended_at) if m]
    return {
        "status": stands.status,
        "counted": stands.counted,
        "shown": stands.shown,
        "reopened": waits and was_settled(reviews, claim=claim, cited=cited, policy=desk.policy, reworded=reworded),
        "assigned_id": lease.person_id if lease else None,
        "until": lease.until if lease else None,
        "last_at": max(moments, default=None),
    }


def _differs(line: Line, fields: dict[str, Any]) -> bool:
    return any(getattr(line, name) != value for name, value in fields.items())


def _pile(status: Status, *, is_example: bool) -> Pile:
    if is_example:
        return Pile.EXAMPLE
    return Pile.DONE if status in DONE else Pile.TO_DO


def _line(claim: Claim, article: Article, revision: Revision, run: Extraction, stand: dict[str, Any]) -> Line:
    title = claim.inside is Stretch.TITLE
    sentence = None if title or claim.sentence is None else run.sentences[claim.sentence]
    before, after = _around(claim, revision.title if title else revision.text, sentence)
    why = reasons(claim, sentence)
    people = list(dict.fromkeys(name for name in (claim.person, claim.speaker) if name))
    return Line(
        claim_id=claim.pk,
        article_id=article.pk,
        pile=_pile(stand["status"], is_example=article.is_example),
        place=claim.start + (0 if title else AFTER_TITLE),
        kind=claim.kind,
        label=claim.label,
        before=before[-AROUND:],
        words=claim.text[:WORDS],
        after=after[:AROUND],
        checkworthiness=claim.checkworthiness,
        risk=risk(why),
        risk_reasons=why,
        rank=rank(risk(why), claim.checkworthiness),
        people=people,
        searched=searchable(
            [claim.label, claim.text, *people, article.title, claim.role, f"{before}{claim.text}{after}"],
            [claim.amount, claim.amount_high],
        ),
        due=article.runs_at or NEVER,
        day=article.published,
        **stand | {"last_at": stand["last_at"] or claim.added_at or run.at or revision.at},
    )


def _around(claim: Claim, text: str, sentence: Sentence | None) -> tuple[str, str]:
    """What stands before and after the claim in its sentence."""
    start, end = (sentence.start, sentence.end) if sentence else (0, len(text))
    return text[min(start, claim.start) : claim.start], text[claim.end : max(end, claim.end)]
