"""What concerns one person: where they are called or contradicted, and what of theirs still lacks something."""

from enum import StrEnum

from workbench.domain.values import Frozen, Moment


class ConcernKind(StrEnum):
    """Why something concerns somebody."""

    CALLED = "called"
    CONTESTED = "contested"
    PROVISIONAL = "provisional"


class Concern(Frozen):
    """One thing that concerns a person, about one claim. `words` are what was said, or what is lacking."""

    kind: ConcernKind
    article_id: int
    title: str
    claim_id: int
    label: str
    words: str
    person_id: int
    at: Moment
