"""What the card shows of the claim that a window is on, read when it asks."""

from functools import partial
from typing import Any

from workbench.domain.errors import NotFoundError
from workbench.services import citing, examining, viewing
from workbench.ui.reader import evidence, payload
from workbench.ui.wires import Wires


def card(wires: Wires, article_id: int, claim_id: int) -> dict[str, Any] | None:
    """The card of one claim; None where the story is gone or has no such claim."""
    jobs = wires.keeper.jobs()
    try:
        story = viewing.story(wires.desk, article_id, only=claim_id)
    except NotFoundError:
        return None
    if story.article.withdrawn_at or not story.claims:
        return None
    (checked,) = story.claims
    history = viewing.history(wires.desk, claim_id)
    cited = citing.known(wires.desk, checked.claim, checked.citations, by=wires.person)
    return payload.card(
        story,
        checked,
        history=history,
        changes=viewing.changes(wires.desk, [event.number for event in history]),
        evidence=[evidence.shown(one, people=story.people, me=wires.person, jobs=jobs) for one in cited],
        links=evidence.links(*citing.links_of(wires.desk, article_id), jobs),
        me=wires.person,
    )


def examine(wires: Wires, article_id: int, claim_id: int) -> None:
    """Begin to hold figures of a claim's evidence against the claim's, where nobody has done so in this process.

    Meant for after its card was sent, which says of such evidence that it waits: reading it takes longer than the card.
    """
    for checked in viewing.story(wires.desk, article_id, only=claim_id).claims:
        for one in citing.known(wires.desk, checked.claim, checked.citations, by=wires.person):
            name = evidence.figure_job(claim_id, one.citation.evidence.pk)
            if one.examined is None and wires.keeper.of(name) is None:
                wires.keeper.do(name, partial(examining.examine, wires.desk, checked.claim, one.citation))
