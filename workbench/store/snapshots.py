"""Kept pages and files."""

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from workbench.domain.evidence import Snapshot
from workbench.store.reading import maybe
from workbench.store.tables import SnapshotRow


def find(session: Session, snapshot_id: int, *, with_data: bool = False) -> Snapshot | None:
    """The kept page or file; its bytes only where asked, since they may be many."""
    if with_data:
        return maybe(Snapshot, session.get(SnapshotRow, snapshot_id))
    found = _many(session, [snapshot_id], ("data",))
    return found.get(snapshot_id)


def named(session: Session, snapshot_ids: Iterable[int]) -> dict[int, Snapshot]:
    """These kept pages and files by id, without their bytes and their text."""
    return _many(session, snapshot_ids, ("data", "text"))


def same(session: Session, sha256: str, url: str | None) -> Snapshot | None:
    """The page with these bytes from this address, or, without one, whatever has these bytes. Erased ones left out."""
    query = select(SnapshotRow.id).where(SnapshotRow.sha256 == sha256, SnapshotRow.name != "")
    if url is not None:
        query = query.where(SnapshotRow.url == url[:2000])
    found = session.exec(query.order_by(col(SnapshotRow.id)).limit(1)).first()
    return find(session, found) if found is not None else None


def _many(session: Session, ids: Iterable[int], without: tuple[str, ...]) -> dict[int, Snapshot]:
    # Deferring a column is the ORM's affair: the row comes back without it.
    query = select(SnapshotRow).where(col(SnapshotRow.id).in_(list(ids)))
    query = query.options(*(defer(cast(Any, getattr(SnapshotRow, name))) for name in without))
    taken = [name for name in Snapshot.model_fields if name not in without]
    return {cast(int, row.id): Snapshot(**{name: getattr(row, name) for name in taken}) for row in session.exec(query)}
