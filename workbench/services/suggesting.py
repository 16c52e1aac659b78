"""Evidence that is here already and may serve another claim."""

from workbench.domain.person import Person, Right
from workbench.services.cataloguing import Taken
from workbench.services.reviewing import article_on_desk
from workbench.services.rights import need
from workbench.services.wires import Desk
from workbench.store import claims, sources

MOST = 8
"""How many are offered."""

LOOKED_AT = 60
SHORTEST = 3
"""Words of a claim that are shorter stand in every passage and point at none."""


def evidence(desk: Desk, claim_id: int, *, by: Person) -> list[Taken]:
    """Passages that this claim does not have yet: those that hold its very words first, then those of its own story."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        article_id, claim = article_on_desk(session, claim_id), claims.find(session, claim_id)
        assert claim is not None
        holding = claim.text if len(claim.text) >= SHORTEST else ""
        likely = sources.cited(session, holding=holding, limit=LOOKED_AT) if holding else []
        near = sources.cited(session, article_id=article_id, limit=LOOKED_AT)
        own = {one.evidence.same_as or one.evidence.pk for one in sources.citations(session, [claim_id])[claim_id]}
    found: dict[int, Taken] = {}
    for one, of, article in [*likely, *near]:
        first = one.evidence.same_as or one.evidence.pk
        if first not in own:
            found.setdefault(first, Taken(citation=one, claim=of, article=article))
    return list(found.values())[:MOST]
