"""What a passage's figures say of a claim's, and whether its words stand in the page that was kept of it.

Computed once and remembered in this process, never stored: both follow from what is stored.
"""

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from workbench.domain import passage
from workbench.domain.claim import Claim
from workbench.domain.comparing import Comparison, compare
from workbench.domain.evidence import Citation
from workbench.domain.values import Frozen
from workbench.services.wires import Desk
from workbench.store import snapshots

REMEMBERED = 5_000
"""How many passages are remembered; the ones longest unasked go first."""


class Examined(Frozen):
    """`comparison` is None where the claim has no figure; `in_page` where no page with text was kept of the passage."""

    comparison: Comparison | None = None
    in_page: bool | None = None


class _Memory:
    """What was read in passages and found in pages, least lately asked for first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Any) -> Any:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Any, value: Any) -> Any:
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
        return value


_memories: "WeakKeyDictionary[Any, _Memory]" = WeakKeyDictionary()
"""One for each store: what is remembered of one says nothing of another."""


def examine(desk: Desk, claim: Claim, citation: Citation) -> Examined:
    """The evidence of a claim, examined. The first time takes as long as finding the claims in the passage."""
    words = citation.evidence.words
    comparison = compare(claim, _figures(desk, words), words) if _has_figure(claim) else None
    return Examined(comparison=comparison, in_page=_in_page(desk, citation))


def known(desk: Desk, claim: Claim, citations: Iterable[Citation]) -> dict[int, Examined]:
    """Those of these that take no time, since they were examined before, by the id of the evidence."""
    memory = _memory(desk)
    ready = [
        one
        for one in citations
        if (not _has_figure(claim) or memory.get(one.evidence.words) is not None)
        and (one.evidence.snapshot_id is None or memory.get(_page(one)) is not None)
    ]
    return {one.evidence.pk: examine(desk, claim, one) for one in ready}


def forget(desk: Desk) -> None:
    """Remember nothing of this store's passages any more: what was erased in it goes from memory too."""
    _memories.pop(desk.store, None)


def _memory(desk: Desk) -> _Memory:
    return _memories.setdefault(desk.store, _Memory())


def _figures(desk: Desk, words: str) -> list[Claim]:
    memory = _memory(desk)
    found = memory.get(words)
    if found is None:
        claims = desk.extractor.extract("", words, None).claims
        found = memory.put(words, [one for one in claims if _has_figure(one)])
    return list(found)


def _in_page(desk: Desk, citation: Citation) -> bool | None:
    if citation.evidence.snapshot_id is None:
        return None
    memory = _memory(desk)
    found = memory.get(_page(citation))
    if found is None:
        with desk.store.reading() as session:
            page = snapshots.find(session, citation.evidence.snapshot_id)
        text = page.text if page else ""
        there = bool(passage.find(text, citation.evidence.words)) if text else None
        found = memory.put(_page(citation), (there,))
    return bool(found[0]) if found[0] is not None else None


def _page(citation: Citation) -> tuple[int | None, str]:
    return citation.evidence.snapshot_id, citation.evidence.words


def _has_figure(claim: Claim) -> bool:
    return claim.amount is not None or claim.date is not None
