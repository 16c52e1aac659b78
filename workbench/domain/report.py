"""A report: what leaves the desk, sealed with the newest event of the log."""

from workbench.domain.event import Seal
from workbench.domain.person import Person
from workbench.domain.story import Story
from workbench.domain.values import Frozen, Moment


class Report(Frozen):
    """An article with all its claims, verdicts, evidence, people, times and the seal of the log when it was made."""

    story: Story
    made_at: Moment
    made_by: Person
    seal: Seal
