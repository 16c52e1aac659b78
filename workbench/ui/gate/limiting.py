"""How often a password may be tried: by account, and by address."""

import math
import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from workbench.domain.errors import WorkbenchError

BY_ACCOUNT = RateLimitItemPerMinute(10, 15, namespace="account")
BY_ADDRESS = RateLimitItemPerMinute(50, 15, namespace="address")
"""Tries in fifteen minutes: enough for a person with a bad memory, far too few to guess twelve characters."""


class TooManyError(WorkbenchError):
    """Too many tries; the message says when to come again."""


class Tries:
    """The tries of this process, kept in memory: a restart forgets them, a second process counts its own."""

    def __init__(self) -> None:
        self._counted = MovingWindowRateLimiter(MemoryStorage())

    def begin(self, handle: str, address: str | None = None) -> None:
        """Count a try for the account, its handle as `signing.spelled` gives it.

        TooManyError where it or the address has had too many. No address: from a page of somebody who is signed in.
        """
        account = handle.lower()
        if address is not None and not self._counted.test(BY_ADDRESS, address):
            raise TooManyError(f"Too many failed tries from this address. {self._again(BY_ADDRESS, address)}")
        if not self._counted.hit(BY_ACCOUNT, account):
            raise TooManyError(f"Too many tries for this handle. {self._again(BY_ACCOUNT, account)}")

    def failed(self, address: str) -> None:
        """Count a failed try for the address."""
        self._counted.hit(BY_ADDRESS, address)

    def succeeded(self, handle: str) -> None:
        """Forget the tries for the account."""
        self._counted.clear(BY_ACCOUNT, handle.lower())

    def _again(self, limit: RateLimitItem, key: str) -> str:
        seconds = self._counted.get_window_stats(limit, key).reset_time - time.time()
        minutes = max(1, math.ceil(seconds / 60))
        return f"Try again in {minutes} {'minute' if minutes == 1 else 'minutes'}."
