"""What others did to a story since one last looked. Nothing here writes."""

from workbench.domain.story import CheckedClaim
from workbench.domain.values import Frozen
from workbench.services.viewing import checked_claims
from workbench.services.wires import Desk
from workbench.store import events


class News(Frozen):
    """The newest event of the log, and the claims of one story that were touched since the one asked about."""

    head: int
    claims: list[CheckedClaim]


def news(desk: Desk, article_id: int, *, since: int) -> News:
    """The claims of this story that events after `since` were about, as they stand now."""
    with desk.store.reading() as session:
        head = events.newest_number(session)
        touched = events.claims_touched(session, article_id, since=since) if head > since else []
        return News(head=head, claims=checked_claims(desk, session, touched))


def head(desk: Desk) -> int:
    """The number of the newest event of the log; 0 where nothing was done yet."""
    with desk.store.reading() as session:
        return events.newest_number(session)
