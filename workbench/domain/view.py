"""What somebody looks for in the queue, and keeps under a name."""

from sqlmodel import Field

from workbench.domain.values import Moment, Value


class SavedView(Value):
    """A query of the queue that a person kept under a name; ended where they threw it away."""

    person_id: int
    name: str = Field(min_length=1, max_length=100)
    query: dict[str, str] = Field(default_factory=dict)
    at: Moment
    ended_at: Moment | None = None
