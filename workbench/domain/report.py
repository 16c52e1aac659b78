"""A report: what leaves the desk, sealed with the newest event of the log."""

from sqlmodel import Field

from workbench.domain.event import Seal
from workbench.domain.evidence import Citation, LinkState, Snapshot
from workbench.domain.person import Person
from workbench.domain.story import Story
from workbench.domain.values import Frozen, Moment


class Report(Frozen):
    """An article with all its claims, verdicts, evidence, people, times and the seal of the log when it was made.

    `snapshots` are the kept pages and files by id, without their bytes and text; `links` are the addresses of sources
    that somebody looked at.
    """

    story: Story
    made_at: Moment
    made_by: Person
    seal: Seal
    snapshots: dict[int, Snapshot] = Field(default_factory=dict)
    links: dict[str, LinkState] = Field(default_factory=dict)

    def snapshot_of(self, citation: Citation) -> Snapshot | None:
        """The kept page or file that an evidence stands in."""
        return self.snapshots.get(citation.evidence.snapshot_id or 0)

    def link_of(self, citation: Citation) -> LinkState | None:
        """Whether the address of an evidence's source answered when somebody last looked."""
        return self.links.get(citation.source.url or "")
