"""Who is on which claim right now, in this process alone: it is forgotten with a restart, and nothing of it is kept."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

GONE = timedelta(seconds=5)
"""A window that has not spoken for so long is gone; an open one speaks every second."""


@dataclass(frozen=True)
class Seen:
    """One window of one person: on which article and claim, and when it last said so."""

    person_id: int
    name: str
    article: int
    claim: int | None
    at: datetime


class Presence:
    """The windows that are open on the desk. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._seen: dict[str, Seen] = {}
        self._lock = threading.Lock()

    def here(self, window: str, *, person_id: int, name: str, article: int, claim: int | None) -> list[Seen]:
        """Say where a window is; returns where the windows of others on the same article are, one a person."""
        now = self._clock()
        with self._lock:
            self._seen = {key: one for key, one in self._seen.items() if now - one.at < GONE}
            self._seen[window] = Seen(person_id, name, article, claim, now)
            others = [one for one in self._seen.values() if one.article == article and one.person_id != person_id]
        newest = {one.person_id: one for one in sorted(others, key=lambda one: one.at)}
        return list(newest.values())

    def on_claims(self, claims: Iterable[int], *, but: int) -> list[Seen]:
        """Where the windows of everybody but this person are, as far as they are on these claims, one a person."""
        now, wanted = self._clock(), set(claims)
        with self._lock:
            seen = [one for one in self._seen.values() if now - one.at < GONE and one.person_id != but]
        newest = {one.person_id: one for one in sorted(seen, key=lambda one: one.at)}
        return [one for one in newest.values() if one.claim in wanted]

    def leave(self, window: str) -> None:
        """Say that a window has gone."""
        with self._lock:
            self._seen.pop(window, None)
