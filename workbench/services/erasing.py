"""Erase a withdrawn story by order: its words go, the record that it was here stays, and the chain still holds."""

from typing import Any

from workbench.domain.article import Article, Original, Revision
from workbench.domain.assignment import Assignment
from workbench.domain.claim import Claim, Extraction
from workbench.domain.comment import Comment
from workbench.domain.correction import Correction
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.event import Event
from workbench.domain.evidence import Evidence, Snapshot
from workbench.domain.person import Person, Right
from workbench.domain.review import Review
from workbench.domain.values import Value
from workbench.services import examining
from workbench.services.rights import need, need_reason
from workbench.services.wires import Desk
from workbench.store import articles, claims, events, finding, frozen, reviews
from workbench.store.reading import having
from workbench.store.writing import Writing

EMPTY: dict[type[Value], dict[str, Any]] = {
    Article: {
        "title": "Erased",
        **dict.fromkeys(("author", "publisher", "published", "url")),
        **{"came_from": "", "origins": {}, "guesses": [], "to_confirm": {}},
    },
    Original: {"name": "", "data": b""},
    Revision: {"title": "", "text": ""},
    Extraction: {"sentences": []},
    Claim: {
        **dict.fromkeys(("text", "before", "after", "label"), ""),
        **dict.fromkeys(("amount", "amount_high", "unit", "bound", "date", "speaker", "cue", "person", "role")),
        **{"about": [], "signals": {}},
    },
    Review: {"reason": ""},
    Evidence: {"words": "", "locator": ""},
    Snapshot: {"url": None, "name": "", "title": "", "data": b"", "text": ""},
    Comment: {"text": ""},
    Correction: {"fields": {}, "reason": ""},
    Assignment: {"note": ""},
}
"""What an erasure leaves of each row: everything in the story's own words, or in others' about it, is emptied."""


def erase(desk: Desk, article_id: int, *, by: Person, reason: str) -> Event:
    """Empty every row of a withdrawn story and what the log says of it; hashes, people, times and ratings stay.

    Raises InputError where the story is still on the desk, or was erased before.
    """
    need(by, Right.ERASE)
    said = need_reason(reason, "Erasing a story")
    with desk.store.writing() as writing:
        article = articles.find(writing.session, article_id)
        if article is None:
            raise NotFoundError(f"There is no story {article_id}.")
        if article.withdrawn_at is None:
            raise InputError("This story is still on the desk. Withdraw it first, then erase it.")
        if article.erased_at is not None:
            raise InputError("This story was erased before; nothing of it is left.")
        rows = _rows(writing, article_id)
        past = events.about(writing.session, _subjects(article_id, rows[Claim], rows[Snapshot]))
        bodies = events.bodies(writing.session, [event.number for event in past])
        for kind, keys in rows.items():
            for key in keys:
                writing.change(kind, key, **EMPTY[kind])
        now = desk.clock()
        writing.change(Article, article_id, erased_at=now, reference=f"erased-{article_id}", **EMPTY[Article])
        writing.erase_changes(sorted(bodies))
        finding.forget(writing.session)
        event = writing.log(
            "article.erase",
            f"article:{article_id}",
            at=now,
            by=by,
            reason=said,
            after={"rows": sum(map(len, rows.values())), "changes": len(bodies)},
            erased=sorted(bodies),
            carried=sorted({name for body in bodies.values() for name in body.get("added", {})}),
        )
    frozen.forget(desk.store.engine)
    examining.forget(desk)
    return event


def _rows(writing: Writing, article_id: int) -> dict[type[Value], list[int]]:
    session = writing.session
    texts = articles.revisions(session, article_id)
    runs = articles.extractions(session, [r.pk for r in texts])
    found = [claim.pk for run in runs for claim in claims.of_extraction(session, run)]
    cited = having(session, Evidence, claim_id=found)
    return {
        Original: sorted({r.original_id for r in texts if r.original_id}),
        Revision: [r.pk for r in texts],
        Extraction: runs,
        Claim: found,
        Review: [r.pk for each in reviews.of_claims(session, found).values() for r in each],
        Evidence: [e.pk for e in cited],
        Snapshot: _only_theirs(session, cited),
        Comment: [c.pk for c in having(session, Comment, claim_id=found)],
        Correction: [c.pk for c in having(session, Correction, claim_id=found)],
        Assignment: [
            *(a.pk for a in having(session, Assignment, claim_id=found)),
            *(a.pk for a in having(session, Assignment, article_id=[article_id])),
        ],
    }


def _only_theirs(session: Any, cited: list[Evidence]) -> list[int]:
    """The snapshots that no other story's evidence was taken from."""
    kept = {e.snapshot_id for e in cited if e.snapshot_id}
    own = {e.pk for e in cited}
    others = {e.snapshot_id for e in having(session, Evidence, snapshot_id=kept) if e.pk not in own}
    return sorted(kept - others)


def _subjects(article_id: int, claim_ids: list[int], snapshot_ids: list[int]) -> list[str]:
    snapshots = [f"snapshot:{key}" for key in snapshot_ids]
    return [f"article:{article_id}", *(f"claim:{key}" for key in claim_ids), *snapshots]
