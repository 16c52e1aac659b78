"""Who is to check what, and until when."""

from collections.abc import Iterable

from sqlmodel import Field

from workbench.domain.values import Moment, Value


class Assignment(Value):
    """A claim or a whole article given to one person. A lease: it ends by itself at `until`, or before at `ended_at`.

    Exactly one of `claim_id` and `article_id` is set. `by_id` is who gave it; `note` is what they said with it.
    """

    claim_id: int | None = None
    article_id: int | None = None
    person_id: int
    by_id: int
    note: str = Field(default="", max_length=2_000)
    at: Moment
    until: Moment
    ended_at: Moment | None = None

    def holds(self, now: Moment) -> bool:
        """Whether it holds at this moment."""
        return self.ended_at is None and now < self.until


def counting_lease(leases: Iterable[Assignment]) -> Assignment | None:
    """The lease that says who has a claim, of all on it and on its story: the newest that was not ended.

    Once it has run out nobody has the claim, whatever an older one says: time alone never gives a claim to anybody.
    """
    return max((lease for lease in leases if lease.ended_at is None), key=lambda lease: lease.pk, default=None)
