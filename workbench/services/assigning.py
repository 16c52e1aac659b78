"""Give claims and stories to people for a time, take them oneself, hand them back, and say when a story runs.

An assignment is a lease: it ends by itself, when it is handed back, when somebody else is given the same, or when the
claim is settled. Nothing that was written under it is lost with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.domain.article import Article
from workbench.domain.assignment import Assignment
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.person import Person, Right
from workbench.services.leasing import end
from workbench.services.reviewing import article_on_desk
from workbench.services.rights import need, plain
from workbench.services.standing import restand
from workbench.services.wires import Desk
from workbench.store import articles, assignments, claims, people, queue, queue_pages
from workbench.store.writing import Writing

USUAL = timedelta(hours=2)
"""For how long a lease holds where nobody says; a story that runs sooner ends it sooner, a whole story's holds on."""
LONGEST = timedelta(days=7)


@dataclass(frozen=True)
class Subject:
    """What is given: one claim, or, with no claim, a whole story."""

    article: int
    claim: int | None = None

    @property
    def name(self) -> str:
        """How the log names it."""
        return f"claim:{self.claim}" if self.claim is not None else f"article:{self.article}"


def take(
    desk: Desk, *, by: Person, claim: int | None = None, article: int | None = None, until: datetime | None = None
) -> Assignment:
    """Take a claim or a whole story oneself. Whoever had it has it no more."""
    need(by, Right.TAKE)
    return _give(desk, by=by, to=by.pk, claim=claim, article=article, until=until, note="")


def assign(
    desk: Desk,
    *,
    by: Person,
    to: int | None,
    claim: int | None = None,
    article: int | None = None,
    until: datetime | None = None,
    note: str = "",
) -> Assignment:
    """Give a claim or a whole story to a person, or, with `to` None, to whoever is free: who has the fewest claims.

    It holds until `until`; else for two hours, a claim at most until its story runs, a whole story just until then.
    Raises InputError where that person may not take assignments, or the time is past or more than a week ahead.
    """
    need(by, Right.TAKE if to == by.id else Right.ASSIGN)
    return _give(desk, by=by, to=to, claim=claim, article=article, until=until, note=plain(note).strip()[:2_000])


def hand_back(desk: Desk, *, by: Person, claim: int | None = None, article: int | None = None) -> None:
    """Give a claim or a whole story back to the queue. Somebody else's only with the right to assign.

    Of a claim that one has with its whole story, nobody else is given it: the story is handed back as a whole.
    """
    need(by, Right.TAKE)
    with desk.store.writing() as writing:
        subject = _subject(writing, claim, article)
        now = desk.clock()
        leases = [one for one in _on(writing, subject) if one.holds(now)]
        if not leases:
            raise InputError("Nobody has this any more. It is back in the queue.")
        if any(one.person_id != by.id for one in leases):
            need(by, Right.ASSIGN)
        end(writing, leases, now=now)
        _restand(desk, writing, subject)
        before = {"person": _names(writing, [one.person_id for one in leases])}
        after = {"label": _label(writing, subject)}
        writing.log("assignment.end", subject.name, at=now, by=by, before=before, after=after)


def schedule(desk: Desk, article_id: int, runs_at: datetime | None, *, by: Person) -> Article:
    """Say by when a story runs; None takes the time away."""
    need(by, Right.SCHEDULE)
    with desk.store.writing() as writing:
        there = _article(writing, article_id)
        after = there.with_(runs_at=runs_at)
        if after.runs_at == there.runs_at:
            return there
        writing.change(Article, article_id, runs_at=after.runs_at)
        queue.reschedule(writing.session, article_id, after.runs_at)
        said = {"title": there.title, "runs_at": after.runs_at}
        before = {"runs_at": there.runs_at}
        writing.log("article.schedule", f"article:{article_id}", at=desk.clock(), by=by, before=before, after=said)
        return after


def free(desk: Desk) -> list[Person]:
    """Everybody who may take assignments, who has the fewest claims first."""
    with desk.store.reading() as session:
        load = queue_pages.load(session, desk.clock())
        found = [person for person in people.everyone(session).values() if _takes(person)]
    return sorted(found, key=lambda person: (load.get(person.pk, 0), person.pk))


def _takes(person: Person) -> bool:
    return person.may(Right.TAKE) and person.may(Right.SETTLE)


def _give(
    desk: Desk,
    *,
    by: Person,
    to: int | None,
    claim: int | None,
    article: int | None,
    until: datetime | None,
    note: str,
) -> Assignment:
    with desk.store.writing() as writing:
        subject = _subject(writing, claim, article)
        now = desk.clock()
        ends = until or _usual_end(_article(writing, subject.article), subject, now)
        if not now < ends <= now + LONGEST:
            raise InputError("An assignment ends at a time ahead, within a week. Give another time.")
        person = _person(writing, to, now)
        before = [one for one in _on(writing, subject) if one.holds(now)]
        end(writing, before, now=now)
        lease = writing.keep(
            Assignment(
                claim_id=subject.claim,
                article_id=None if subject.claim is not None else subject.article,
                person_id=person.pk,
                by_id=by.pk,
                note=note,
                at=now,
                until=ends,
            )
        )
        _restand(desk, writing, subject)
        said = {"person": person.name, "until": ends, "note": note, "label": _label(writing, subject)}
        had = {"person": _names(writing, [one.person_id for one in before])} if before else None
        writing.log("assignment.give", subject.name, at=now, by=by, before=had, after=said)
        return lease


def _subject(writing: Writing, claim: int | None, article: int | None) -> Subject:
    if claim is not None:
        return Subject(article=article_on_desk(writing.session, claim), claim=claim)
    return Subject(article=_article(writing, article or 0).pk)


def _article(writing: Writing, article_id: int) -> Article:
    there = articles.find(writing.session, article_id)
    if there is None or there.withdrawn_at is not None:
        raise NotFoundError(f"There is no story {article_id} on the desk. It may have been withdrawn.")
    return there


def _on(writing: Writing, subject: Subject) -> list[Assignment]:
    """The leases that giving this anew ends: on the claim alone, or on the story and all its claims."""
    if subject.claim is None:
        return assignments.of_article(
            writing.session, subject.article, queue.of_article(writing.session, subject.article)
        )
    found = assignments.of_claims(writing.session, {subject.claim: subject.article})[subject.claim]
    return [one for one in found if one.claim_id == subject.claim and one.ended_at is None]


def _usual_end(article: Article, subject: Subject, now: datetime) -> datetime:
    usual = now + USUAL
    if article.runs_at is None or not now < article.runs_at <= now + LONGEST:
        return usual
    return min(usual, article.runs_at) if subject.claim is not None else article.runs_at


def _person(writing: Writing, to: int | None, now: datetime) -> Person:
    everyone = people.everyone(writing.session)
    if to is not None:
        person = everyone.get(to)
        if person is None or not person.may(Right.TAKE):
            name = person.name if person else f"Person {to}"
            raise InputError(f"{name} takes no assignments. Give it to a checker or an editor.")
        return person
    load = queue_pages.load(writing.session, now)
    takers = [person for person in everyone.values() if _takes(person)]
    if not takers:
        raise InputError("Nobody here takes assignments. An admin can make somebody a checker.")
    return min(takers, key=lambda person: (load.get(person.pk, 0), person.pk))


def _restand(desk: Desk, writing: Writing, subject: Subject) -> None:
    of_story = subject.claim is None
    restand(desk, writing, queue.of_article(writing.session, subject.article) if of_story else [subject.claim or 0])


def _label(writing: Writing, subject: Subject) -> str:
    if subject.claim is None:
        return _article(writing, subject.article).title
    found = claims.find(writing.session, subject.claim)
    return found.label if found else ""


def _names(writing: Writing, ids: Iterable[int]) -> str:
    everyone = people.everyone(writing.session)
    return ", ".join(dict.fromkeys(everyone[key].name for key in ids if key in everyone))
