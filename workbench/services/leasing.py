"""Leases on claims and stories, as other acts need them: who has a claim now, and ending what is done."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from workbench.domain.assignment import Assignment, counting_lease
from workbench.domain.review import DONE
from workbench.services.standing import restand
from workbench.services.wires import Desk
from workbench.store import assignments, queue
from workbench.store.reading import having
from workbench.store.writing import Writing


def held(session: Any, articles_of: dict[int, int], *, now: datetime) -> dict[int, Assignment]:
    """The lease under which somebody has each of these claims at this moment (claim id to article id)."""
    found = assignments.of_claims(session, articles_of)
    counting = {key: counting_lease(leases) for key, leases in found.items()}
    return {key: lease for key, lease in counting.items() if lease is not None and lease.holds(now)}


def end(writing: Writing, leases: Iterable[Assignment], *, now: datetime) -> None:
    """End these leases now; one that ran out before stays as it was."""
    for lease in leases:
        if lease.holds(now):
            writing.change(Assignment, lease.pk, ended_at=now)


def restand_and_end(desk: Desk, writing: Writing, claim_ids: Iterable[int]) -> None:
    """Keep where these claims stand after a judgement, or after evidence that one of them waited for.

    Where one is settled or dismissed, whoever had it has it no more. A lease on the whole story goes on: it is about
    the claims that are left.
    """
    wanted = list(claim_ids)
    restand(desk, writing, wanted)
    lines = queue.lines(writing.session, wanted)
    had = {key: line.article_id for key, line in lines.items() if line.status in DONE and line.assigned_id is not None}
    if not had:
        return
    for leases in assignments.of_claims(writing.session, had).values():
        end(writing, (lease for lease in leases if lease.claim_id is not None), now=desk.clock())
    restand(desk, writing, had)


def end_all_of(desk: Desk, writing: Writing, person_id: int) -> int:
    """Within another act: end every lease of somebody who can't check any more; returns how many there were."""
    now = desk.clock()
    running = [one for one in having(writing.session, Assignment, person_id=[person_id]) if one.holds(now)]
    end(writing, running, now=now)
    had = [
        claim
        for lease in running
        for claim in (
            queue.of_article(writing.session, lease.article_id) if lease.article_id else [lease.claim_id or 0]
        )
    ]
    restand(desk, writing, had)
    return len(running)
