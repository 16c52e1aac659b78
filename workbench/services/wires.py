"""What every act is handed: the store, the clock, the limits, and the extractor once it is needed."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from workbench.documents import Limits, Web
from workbench.domain.claim import Extracted
from workbench.domain.policy import Policy
from workbench.services.passwords import Argon2id, Hasher
from workbench.store.engine import Store

if TYPE_CHECKING:
    from workbench.extraction.pipeline import Explanation


class Extractor(Protocol):
    """Finds the claims of a story."""

    def extract(self, title: str, text: str, published: date | None) -> Extracted:
        """The claims of one story."""
        ...

    def extract_many(self, stories: Iterable[tuple[str, str, date | None]], processes: int = 1) -> Iterator[Extracted]:
        """The claims of many stories, in their order."""
        ...

    def explain(self, title: str, text: str, published: date | None) -> "list[Explanation]":
        """For each claim of one story the rule that found it, and how its fields were read."""
        ...


@dataclass(frozen=True)
class Desk:
    """The wires of one desk.

    `clock` gives the present moment in UTC; `seeds` is the folder of the examples; `policy` is the house policy, which
    asks nothing where none is given; `web` is the way to public pages, taken only when a person asks for one; `hasher`
    keeps passwords and `draw` gives a secret that nobody can guess; the
    extractor is loaded at its first use.
    """

    store: Store
    clock: Callable[[], datetime]
    limits: Limits
    load_extractor: Callable[[], Extractor]
    seeds: Path
    policy: Policy = field(default_factory=Policy)
    web: Web = field(default_factory=Web)
    hasher: Hasher = field(default_factory=Argon2id)
    draw: Callable[[], str] = lambda: secrets.token_urlsafe(32)
    _loading: Lock = field(default_factory=Lock, repr=False)

    @property
    def extractor(self) -> Extractor:
        """The extractor; the first use takes the time to load its model."""
        with self._loading:
            return self._extractor

    @cached_property
    def _extractor(self) -> Extractor:
        return self.load_extractor()
