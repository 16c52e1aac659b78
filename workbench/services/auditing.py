"""Hold the store against its log."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.domain.errors import InputError
from workbench.domain.event import Break, Change, Event, Seal, check_chain
from workbench.domain.evidence import Source
from workbench.domain.person import Person, Right
from workbench.services.rights import need
from workbench.services.wires import Desk
from workbench.store import articles, claims, events, holding
from workbench.store.reading import having


def seal(desk: Desk) -> Seal | None:
    """The newest event as a seal; None where nothing ever happened."""
    with desk.store.reading() as session:
        last = events.newest_event(session)
    return Seal(number=last.number, sha256=last.sha256) if last else None


def read_seal(text: str) -> Seal:
    """The seal as it is printed on a report; InputError where the text is none."""
    try:
        return Seal.parse(text)
    except ValueError as error:
        raise InputError(f"{error}.") from None


def verify(desk: Desk, seal: Seal | None = None) -> Break | None:
    """The first place where the record does not hold, None where it holds.

    Every event is checked against the one before, what it changed against its hash, and each row it wrote against
    the row as it stands. With a seal, the log must still hold the event that the seal names.
    """
    with desk.store.reading() as session:
        return _Check(session, seal).first_break()


def check(desk: Desk, seal: Seal | None = None, *, by: Person) -> Break | None:
    """The same for a person, who needs the right to read the audit room."""
    need(by, Right.READ_AUDIT)
    return verify(desk, seal)


def log(desk: Desk, *, by: Person, before: int | None = None, limit: int = 50) -> list[Event]:
    """The newest events, newest first, for a person who may read the audit room."""
    need(by, Right.READ_AUDIT)
    with desk.store.reading() as session:
        return events.page(session, before=before, limit=limit)


@dataclass(frozen=True)
class Subject:
    """What an act was about, as it is called now, and where it is found; nothing of it where it was erased."""

    name: str
    article: int | None = None
    claim: int | None = None
    source: int | None = None


def subjects(desk: Desk, several: Iterable[Event], *, by: Person) -> dict[str, Subject]:
    """The claims, stories and sources that these events were about, by the event's own word for each."""
    need(by, Right.READ_AUDIT)
    ids = _numbers(event.subject for event in several)
    with desk.store.reading() as session:
        found = claims.with_ids(session, ids["claim"])
        homes = claims.articles_of(session, ids["claim"])
        titles = articles.titles_of(session, ids["article"])
        known = having(session, Source, id=list(ids["source"]))
    told = {f"claim:{one.pk}": Subject(one.label, homes.get(one.pk), one.pk) for one in found}
    told |= {f"article:{key}": Subject(title, key) for key, title in titles.items()}
    return told | {f"source:{one.pk}": Subject(one.name, source=one.pk) for one in known}


def _numbers(names: Iterable[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for kind, _, number in (name.partition(":") for name in names):
        if number.isdigit():
            found[kind].add(int(number))
    return found


class _Check:
    """One walk over the log. Rows that do not fit are held back until a later event may have written them again."""

    def __init__(self, session: Any, seal: Seal | None) -> None:
        self.session = session
        self.seal = seal
        self.last: Event | None = None
        self.added: Counter[str] = Counter()
        self.unlike: dict[str, int] = {}
        self.gone: set[str] = set()
        self.blank: set[int] = set()
        self.erased: set[int] = set()

    def first_break(self) -> Break | None:
        """A break of the log itself before any row: where the log does not hold, rows can't be held against it."""
        for stretch in events.changes(self.session):
            broken = self._stretch(stretch)
            if broken:
                return broken
        found = [*self._blank_unsaid(), *self._rows_unlike()]
        if not found:
            found = [*self._rows_unsaid(), *self._seal_unlike()]
        return min(found, key=lambda each: each.number, default=None)

    def _stretch(self, stretch: list[tuple[Event, Change | None]]) -> Break | None:
        broken = check_chain((event for event, _ in stretch), after=self.last)
        said: dict[str, tuple[int, str]] = {}
        for event, change in stretch:
            if broken and event.number >= broken.number:
                break
            body = self._body(event, change)
            if isinstance(body, Break):
                broken = body
                break
            self._take(event, body, said)
        self.last = stretch[-1][0]
        self._hold(said)
        return broken or self._other_than_sealed(stretch)

    def _take(self, event: Event, body: dict[str, Any], said: dict[str, tuple[int, str]]) -> None:
        added = [*body.get("added", ()), *body.get("carried", ())]
        self.added.update(name.partition(":")[0] for name in added)
        self.erased.update(body.get("erased", ()))
        rows = body.get("added", {}) | body.get("changed", {})
        said |= {name: (event.number, digest) for name, digest in rows.items()}

    def _other_than_sealed(self, stretch: list[tuple[Event, Change | None]]) -> Break | None:
        for event, _ in stretch:
            if self.seal and event.number == self.seal.number and event.sha256 != self.seal.sha256:
                return Break(number=event.number, problem=f"event {event.number} is not the one that the seal names")
        return None

    def _body(self, event: Event, change: Change | None) -> dict[str, Any] | Break:
        if change is None:
            return Break(number=event.number, problem=f"what event {event.number} changed is gone")
        if change.body is None and change.salt is None:
            self.blank.add(event.number)
            return {}
        if change.digest() != event.change_sha256:
            return Break(number=event.number, problem=f"what event {event.number} changed was altered afterwards")
        body: dict[str, Any] = json.loads(change.body or "{}")
        return body

    def _hold(self, said: dict[str, tuple[int, str]]) -> None:
        stands = holding.digests(self.session, said)
        for name, (number, digest) in said.items():
            self.unlike.pop(name, None)
            self.gone.discard(name)
            if stands.get(name) != digest:
                self.unlike[name] = number
                if name not in stands:
                    self.gone.add(name)

    def _rows_unlike(self) -> Iterator[Break]:
        for name, number in self.unlike.items():
            how = "is gone" if name in self.gone else "was changed"
            yield Break(number=number, row=name, problem=f"{name} {how} after event {number} wrote it")

    def _blank_unsaid(self) -> Iterator[Break]:
        for number in sorted(self.blank - self.erased):
            yield Break(number=number, problem=f"what event {number} changed was erased without an event that says so")

    def _rows_unsaid(self) -> Iterator[Break]:
        """Rows that no event added: only looked for where a table holds more of them than the log says."""
        for table, count in holding.counts(self.session).items():
            if count > self.added[table]:
                row = self._unsaid(table)
                number = self.last.number if self.last else 0
                yield Break(number=number, row=row, problem=f"{row} was written without an event")

    def _unsaid(self, table: str) -> str:
        said = {
            name
            for stretch in events.changes(self.session)
            for _, change in stretch
            for body in [json.loads((change.body if change else None) or "{}")]
            for name in (*body.get("added", ()), *body.get("carried", ()))
        }
        return next(name for name in holding.names(self.session, table) if name not in said)

    def _seal_unlike(self) -> Iterator[Break]:
        if self.seal and (self.last is None or self.last.number < self.seal.number):
            end = self.last.number if self.last else 0
            yield Break(number=end + 1, problem=f"the log ends at event {end}; the seal was made at {self.seal.number}")
