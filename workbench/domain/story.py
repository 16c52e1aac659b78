"""A story on the desk: an article's newest revision with all its claims and what people made of them."""

from collections import Counter

from sqlmodel import Field

from workbench.domain.article import Article, Original, Revision
from workbench.domain.assignment import Assignment
from workbench.domain.claim import Claim, Extraction
from workbench.domain.evidence import Citation
from workbench.domain.person import Person
from workbench.domain.review import Review, Standing
from workbench.domain.values import Frozen, Moment


class CheckedClaim(Frozen):
    """A claim, its reviews and its evidence (oldest first, withdrawn evidence left out), and where it stands.

    `lease` is under what somebody has it at the moment of looking; None where nobody has. `reworded` is each time at
    which it was put right in what it asserts, oldest first. `reopened` says that no rating counts now, and one had
    settled it before.
    """

    claim: Claim
    reviews: list[Review] = Field(default_factory=list)
    citations: list[Citation] = Field(default_factory=list)
    standing: Standing
    lease: Assignment | None = None
    reworded: list[Moment] = Field(default_factory=list)
    reopened: bool = False


class Story(Frozen):
    """What the desk and a report show of one article: its claims in story order, title first; its people by id."""

    article: Article
    revision: Revision
    original: Original
    extraction: Extraction
    claims: list[CheckedClaim] = Field(default_factory=list)
    people: dict[int, Person] = Field(default_factory=dict)

    def counts(self) -> Counter[str]:
        """How many claims are counted as what: a verdict, or open, provisional, second, contested, dismissed."""
        return Counter(c.standing.counted for c in self.claims)

    def in_the_way(self) -> list[CheckedClaim]:
        """The claims because of which the story should not run yet, in story order."""
        return [c for c in self.claims if c.standing.stands_in_the_way]


class StoryLine(Frozen):
    """One line of the inbox: an article and how many of its claims show which rating."""

    article: Article
    counts: dict[str, int] = Field(default_factory=dict)
