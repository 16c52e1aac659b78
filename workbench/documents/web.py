"""The one way from a desk to other machines, taken only when a person asks for a page."""

from dataclasses import dataclass, replace

from workbench.documents.addresses import Resolve, resolve_by_system
from workbench.documents.fetching import Fetched, arrive, fetch
from workbench.documents.limits import Limits
from workbench.documents.unreadable import ForbiddenAddressError, UnreadableError

LOOK_SECONDS = 15.0
"""A look at whether a page answers takes no longer, so that a story's links are looked at in a minute or two."""

_SHUT = (401, 402, 403, 405, 406, 407, 418, 429, 451)
"""Somebody answers and lets no program in: the page may well stand there for a person."""


@dataclass(frozen=True)
class Look:
    """Whether an address answers, and what it said: "200", "404", or the sentence that says why it was not reached."""

    alive: bool
    says: str


@dataclass(frozen=True)
class Web:
    """Public pages. `resolve` looks hosts up; `allow_loopback` lets a test serve pages on this machine."""

    resolve: Resolve = resolve_by_system
    allow_loopback: bool = False

    def fetch(self, url: str, limits: Limits) -> Fetched:
        """The page at an address; UnreadableError in one sentence where it can't or may not be fetched."""
        return fetch(url, limits, resolve=self.resolve, allow_loopback=self.allow_loopback)

    def look(self, url: str, limits: Limits) -> Look:
        """Whether the address answers, its body left unread. UnreadableError where it may not be asked at all."""
        quick = replace(limits, max_seconds=min(limits.max_seconds, LOOK_SECONDS))
        try:
            _, answer = arrive(url, quick, resolve=self.resolve, allow_loopback=self.allow_loopback, with_body=False)
        except ForbiddenAddressError:
            raise
        except UnreadableError as error:
            return Look(alive=False, says=error.problem.partition(". ")[0])
        if answer.status in _SHUT:
            return Look(alive=True, says=f"{answer.status}, and lets no program in")
        return Look(alive=answer.status < 400, says=str(answer.status))
