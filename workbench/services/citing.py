"""All that is known of a claim's evidence: its kept page, its link, what else it serves, its figures."""

from collections.abc import Sequence

from workbench.domain.claim import Claim
from workbench.domain.evidence import Citation, LinkState, Snapshot, Source, link_state
from workbench.domain.person import Person, Right
from workbench.domain.story import Story
from workbench.domain.values import Frozen
from workbench.services import examining
from workbench.services.examining import Examined
from workbench.services.rights import need
from workbench.services.wires import Desk
from workbench.store import link_checks, snapshots, sources


class Cited(Frozen):
    """One evidence with what is known around it. `serves` is how many claims it is evidence for, this one included.

    `examined` is None where its figures were not held against the claim's yet: `examining.examine` does that.
    """

    citation: Citation
    snapshot: Snapshot | None = None
    link: LinkState | None = None
    serves: int = 1
    examined: Examined | None = None


def known(desk: Desk, claim: Claim, citations: Sequence[Citation], *, by: Person) -> list[Cited]:
    """What is known of these pieces of evidence of one claim; takes a few queries, and nothing is examined for it."""
    need(by, Right.READ)
    if not citations:
        return []
    pages, links = around(desk, citations)
    with desk.store.reading() as session:
        serves = sources.shared(session, [one.evidence for one in citations])
    examined = examining.known(desk, claim, citations)
    return [
        Cited(
            citation=one,
            snapshot=pages.get(one.evidence.snapshot_id or 0),
            link=links.get(one.source.url or ""),
            serves=serves.get(one.evidence.same_as or one.evidence.pk, 1),
            examined=examined.get(one.evidence.pk),
        )
        for one in citations
    ]


def of_story(desk: Desk, story: Story) -> tuple[dict[int, Snapshot], dict[str, LinkState]]:
    """The kept pages by id and the states of the links by address, of all the evidence in a story."""
    return around(desk, [one for checked in story.claims for one in checked.citations])


def links_of(desk: Desk, article_id: int) -> tuple[list[Source], dict[str, LinkState]]:
    """The sources with an address that a story's evidence was taken from, one for each address, and how these stand."""
    with desk.store.reading() as session:
        cited = {one.url: one for one in sources.of_article(session, article_id) if one.url}
        looks = link_checks.of_urls(session, cited) if cited else {}
    return list(cited.values()), {url: link_state(every) for url, every in looks.items()}


def around(desk: Desk, citations: Sequence[Citation]) -> tuple[dict[int, Snapshot], dict[str, LinkState]]:
    """The kept pages by id, without bytes and text, and the states of the links by address."""
    with desk.store.reading() as session:
        pages = snapshots.named(session, {one.evidence.snapshot_id or 0 for one in citations} - {0})
        looks = link_checks.of_urls(session, {one.source.url or "" for one in citations} - {""})
    return pages, {url: link_state(every) for url, every in looks.items()}
