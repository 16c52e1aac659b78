"""Ask the queue: pages of claims in an order that says what to check first, and how many there are. Nothing writes."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

from workbench.domain.claim import Kind
from workbench.domain.person import Person
from workbench.domain.queue import Due, Line, Order, Pile, Query, Shows, View
from workbench.domain.review import DONE, Status, counting
from workbench.domain.searching import terms
from workbench.domain.story import StoryLine
from workbench.domain.values import LARGEST_ID
from workbench.services.wires import Desk
from workbench.store import articles, finding, queue_pages, reviews
from workbench.store.queue_pages import Branch, Where

PAGE = 50
"""Claims on one page."""
MOST = 10_000
"""Counted no further than this; one more says that there are more."""
ALL = 10**9
"""More claims than there ever are."""
STORIES = 12
LOOKED_THROUGH = 4
KEPT_ON = timedelta(hours=24)
"""For how long a story that should have run stays at the top of the stories."""


@dataclass(frozen=True)
class Page:
    """One page of the queue. `after` asks for the next one, None where there is none; `total` may be MOST + 1."""

    lines: list[Line]
    total: int
    after: str | None
    titles: dict[int, str] = field(default_factory=dict)


def page(desk: Desk, query: Query, *, by: Person, zone: tzinfo = UTC) -> Page:
    """The claims that this query asks for, PAGE of them. `zone` says when the reader's days begin."""
    now = desk.clock().astimezone(zone)
    with desk.store.reading() as session:
        fresh = _fresh(session)
        found_by = finding.hits(session, terms(query.text))
        keys, total = _keys(session, query, by, now, fresh=fresh, found_by=found_by)
        shown = queue_pages.lines(session, [key[-1] for key in keys[:PAGE]])
        titles = articles.titles_of(session, {line.article_id for line in shown})
    more = _write_key(keys[PAGE - 1]) if len(keys) > PAGE else None
    return Page(lines=shown, total=total, after=more, titles=titles)


def _keys(
    session: Any, query: Query, by: Person, now: datetime, *, fresh: bool, found_by: list[int] | None
) -> tuple[list[tuple[Any, ...]], int]:
    """The keys of one page and of one line more, and how many lines there are."""
    branches, order, after = _branches(query, by, now, fresh), query.order, _read_key(query)
    if found_by is None:
        keys = queue_pages.page(session, branches, order=order, after=after, limit=PAGE + 1)
        return keys, _count(session, query, by, now, fresh=fresh)
    found = queue_pages.found(session, branches, order=order, found_by=found_by)
    place = queue_pages.sort_key(order, after) if after else None
    behind = [key for key in found if place is None or queue_pages.sort_key(order, key) > place]
    return behind[: PAGE + 1], len(found)


def count(desk: Desk, query: Query, *, by: Person, zone: tzinfo = UTC) -> int:
    """How many claims this query asks for, no further than MOST + 1."""
    now = desk.clock().astimezone(zone)
    with desk.store.reading() as session:
        found_by = finding.hits(session, terms(query.text))
        return _count(session, query, by, now, fresh=_fresh(session), found_by=found_by)


def counts(desk: Desk, *, by: Person, zone: tzinfo = UTC) -> dict[View, int]:
    """How many claims each of the desk's own views holds, no further than MOST + 1."""
    now = desk.clock().astimezone(zone)
    with desk.store.reading() as session:
        fresh = _fresh(session)
        views = [view for view in View if view is not View.ALL]
        return {view: _count(session, Query(view=view), by, now, fresh=fresh) for view in views}


def onward(desk: Desk, query: Query, *, by: Person, leaving: int, zone: tzinfo = UTC) -> Line | None:
    """The claim to check next, in the order of this query, once a story is done with; None where nothing is left.

    It is of another story, still to do, not with somebody else, and not judged by this person. A query for the story
    itself is taken for the whole queue. Looks through the first LOOKED_THROUGH pages.
    """
    asked = Query() if query.story == leaving else query.with_(after="")
    now = desk.clock()
    for _ in range(LOOKED_THROUGH):
        found = page(desk, asked, by=by, zone=zone)
        with desk.store.reading() as session:
            judged = reviews.of_claims(session, [line.claim_id for line in found.lines])
        for line in found.lines:
            mine = any(review.person_id == by.id for review in counting(judged.get(line.claim_id, [])))
            others = line.until is not None and line.until > now and line.assigned_id != by.id
            if line.article_id != leaving and line.status not in DONE and not mine and not others:
                return line
        if found.after is None:
            break
        asked = asked.with_(after=found.after)
    return None


def stories(desk: Desk) -> list[StoryLine]:
    """The stories of the queue with what their claims show: those with a time, soonest first, then what is left to do.

    A story without a time stands here as long as something of it is to do, the newest first.
    """
    since = desk.clock() - KEPT_ON
    with desk.store.reading() as session:
        soonest = queue_pages.running(session, since=since, limit=STORIES)
        pile = Pile.EXAMPLE if _fresh(session) else Pile.TO_DO
        found = [*soonest, *queue_pages.unscheduled(session, pile=pile, limit=STORIES)][:STORIES]
        counted = queue_pages.counts(session, [article.pk for article in found])
    return [StoryLine(article=article, counts=counted.get(article.pk, {})) for article in found]


def _count(
    session: Any, query: Query, by: Person, now: datetime, *, fresh: bool, found_by: list[int] | None = None
) -> int:
    """How many claims there are, no further than MOST + 1."""

    def count(asked: Query, most: int) -> int:
        return queue_pages.count(session, _branches(asked, by, now, fresh), found_by=found_by, most=most)

    if query.person != "nobody" and (query.person or query.view is not View.UNASSIGNED):
        return count(query, MOST + 1)
    # No index knows what nobody has: a lease ends with the clock. What somebody has is little, and all is counted fast.
    whole = query.with_(view=View.OPEN if query.view is View.UNASSIGNED else query.view, person="")
    held = count(whole.with_(person="somebody"), ALL)
    return min(count(whole, MOST + 1 + held) - held, MOST + 1)


def _fresh(session: Any) -> bool:
    """Whether the desk holds examples alone, which are its queue then."""
    return not articles.listed(session, examples=False, limit=1)


def _branches(query: Query, by: Person, now: datetime, fresh: bool) -> list[Branch]:
    common = _filters(query, by, now)
    found = []
    for pile in [Pile.EXAMPLE] if fresh else _piles(query):
        for status, leased in _statuses(query, now, fresh):
            # Where words or a lease say which claims are meant, few are left, and the pile must not choose the way.
            few = leased or bool(terms(query.text)) or query.person == "somebody" or query.status is Shows.REOPENED
            found.append([*(Where.loosely if few else Where.among)(pile=pile), *status, *common])
    return found


def _piles(query: Query) -> list[Pile]:
    """Where the lines asked for lie: done ones only where they are asked for."""
    if query.status is not None:
        return [Pile.DONE if query.status in (Shows.SETTLED, Shows.DISMISSED) else Pile.TO_DO]
    return [Pile.TO_DO, Pile.DONE] if query.view is View.ALL else [Pile.TO_DO]


_OF_VIEW = {View.SECOND: Shows.SECOND, View.CONTESTED: Shows.CONTESTED}
_PLAIN: dict[Shows, dict[str, Any]] = {
    Shows.SECOND: {"status": Status.NEEDS_SECOND},
    Shows.CONTESTED: {"status": Status.CONTESTED},
    Shows.SETTLED: {"status": Status.SETTLED},
    Shows.DISMISSED: {"status": Status.DISMISSED},
    Shows.REOPENED: {"reopened": True},
    Shows.PROVISIONAL: {"status": Status.IN_REVIEW, "counted": "provisional"},
}


def _statuses(query: Query, now: datetime, fresh: bool) -> list[tuple[Branch, bool]]:
    """What the status asked for means of a line, in as many branches as an index needs, and whether a lease says it."""
    wanted = query.status or _OF_VIEW.get(query.view)
    if wanted is None:
        return [([Where.to_do()] if fresh and query.view is not View.ALL else [], False)]
    if wanted is Shows.IN_REVIEW:
        held = [*Where.among(status=Status.OPEN), *Where.leased(now)]
        return [(Where.among(status=Status.IN_REVIEW), False), (held, True)]
    if wanted is Shows.OPEN:
        return [([*Where.among(status=Status.OPEN), *Where.free(now)], False)]
    return [(Where.among(**_PLAIN[wanted]), False)]


def _filters(query: Query, by: Person, now: datetime) -> Branch:
    found: Branch = []
    if query.kind is not None:
        # Most statuses are rarer than any kind, and so is what was found by words.
        status = query.status or _OF_VIEW.get(query.view)
        rare = bool(terms(query.text)) or status not in (None, Shows.OPEN, Shows.SETTLED)
        found += (Where.loosely if rare else Where.among)(kind=Kind(query.kind))
    if query.story is not None:
        found += Where.among(article_id=query.story)
    if query.day is not None:
        found += Where.among(day=query.day)
    found += _person(query, by, now)
    due = query.due or (Due.TODAY if query.view is View.TODAY else None)
    return found + (_due(due, now) if due else [])


def _person(query: Query, by: Person, now: datetime) -> Branch:
    asked = query.person or {View.MINE: "me", View.UNASSIGNED: "nobody"}.get(query.view, "")
    if not asked:
        return []
    if asked == "nobody":
        return Where.free(now)
    return Where.leased(now, {"me": by.id, "somebody": None}.get(asked, int(asked) if asked.isdigit() else None))


def _due(due: Due, now: datetime) -> Branch:
    """`now` carries the reader's zone, in which the days are theirs."""
    if due is Due.NONE:
        return Where.without_time()
    if due is Due.LATE:
        return Where.due(None, now)
    days = 0 if due is Due.TODAY else 1
    start = datetime.combine(now.date() + timedelta(days=days), time(), now.tzinfo)
    end = datetime.combine(now.date() + timedelta(days=days + 1), time(), now.tzinfo)
    return Where.due(start.astimezone(UTC), end.astimezone(UTC))


def _write_key(key: tuple[Any, ...]) -> str:
    return "_".join(part.strftime("%Y%m%dT%H%M%S.%f") if isinstance(part, datetime) else str(part) for part in key)


def _read_key(query: Query) -> tuple[Any, ...]:
    """Where the page before ended; the top where the address says something else."""
    shapes: dict[Order, tuple[Any, ...]] = {
        Order.RISK: (_number, _number),
        Order.DUE: (_moment, _number, _number),
        Order.NEWEST: (_number,),
        Order.STORY: (_number, _number, _number),
    }
    parts, shape = query.after.split("_"), shapes[query.order]
    if len(parts) != len(shape):
        return ()
    try:
        return tuple(read(part) for read, part in zip(shape, parts, strict=True))
    except ValueError:
        return ()


def _number(text: str) -> int:
    number = int(text)
    if abs(number) > LARGEST_ID:
        raise ValueError("no database keeps this number")
    return number


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
