"""What the card shows of the claim that a window is on, read when it asks."""

from typing import Any

from workbench.domain.errors import NotFoundError
from workbench.domain.story import CheckedClaim
from workbench.services import citing, examining, viewing
from workbench.services.citing import Cited
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
    for one in cited:
        _examine(wires, checked, one)
    return payload.card(
        story,
        checked,
        history=history,
        changes=viewing.changes(wires.desk, [event.number for event in history]),
        evidence=[evidence.shown(one, people=story.people, me=wires.person, jobs=jobs) for one in cited],
        links=evidence.links(*citing.links_of(wires.desk, article_id), jobs),
        me=wires.person,
    )


def _examine(wires: Wires, checked: CheckedClaim, one: Cited) -> None:
    """Begin to hold an evidence's figures against the claim's, where nobody has done so in this process."""
    name = evidence.figure_job(checked.claim.pk, one.citation.evidence.pk)
    if one.examined is None and wires.keeper.of(name) is None:
        wires.keeper.do(name, lambda: examining.examine(wires.desk, checked.claim, one.citation))
