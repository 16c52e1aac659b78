"""What was done to a story, or to claims of the queue, since one last looked. Nothing here writes."""

from workbench.domain.queue import Line
from workbench.domain.story import CheckedClaim
from workbench.domain.values import Frozen
from workbench.services.viewing import checked_claims
from workbench.services.wires import Desk
from workbench.store import events, queue_pages

REWRITING = frozenset({"claim.add", "claim.correct"})
"""Acts on a claim after which its story no longer reads as it did; an act on the article itself always counts so."""
EXPORT = ("article", "report.export")
"""The one act on an article that leaves it as it was."""


class News(Frozen):
    """The newest event of the log, and the claims of one story that were touched since the one asked about.

    `rewritten` says that the story itself reads otherwise: its words, its claims, or whether it is there at all.
    """

    head: int
    claims: list[CheckedClaim]
    rewritten: bool = False


def news(desk: Desk, article_id: int, *, since: int) -> News:
    """The claims of this story that events after `since` were about, as they stand now.

    A window that was away for very much hears that the story is to be read anew.
    """
    with desk.store.reading() as session:
        head = events.newest_number(session)
        touched = events.touched(session, article_id, since=since) if head > since else ([], set())
        if touched is None:
            return News(head=head, claims=[], rewritten=True)
        claims, done = touched
        rewritten = any(what == "article" or act in REWRITING for what, act in done - {EXPORT})
        return News(head=head, claims=checked_claims(desk, session, claims), rewritten=rewritten)


class QueueNews(Frozen):
    """The newest event of the log, and the lines of some claims where anything was done to them or their stories."""

    head: int
    lines: list[Line]


def queue_news(desk: Desk, claim_ids: list[int], *, since: int) -> QueueNews:
    """The lines of these claims as they stand now, where events after `since` were about them or their stories."""
    with desk.store.reading() as session:
        head = events.newest_number(session)
        if head <= since or not claim_ids:
            return QueueNews(head=head, lines=[])
        lines = queue_pages.lines(session, claim_ids)
        stories = {line.article_id for line in lines}
        touched = events.touched_of(session, claim_ids, stories, since=since)
        return QueueNews(head=head, lines=lines if touched else [])


def head(desk: Desk) -> int:
    """The number of the newest event of the log; 0 where nothing was done yet."""
    with desk.store.reading() as session:
        return events.newest_number(session)
