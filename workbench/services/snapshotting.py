"""Keep pages and files as they are when they are cited, and read them again without the network."""

from typing import Any

from workbench import documents
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.event import sha256
from workbench.domain.evidence import Evidence, Snapshot
from workbench.domain.person import Person, Right
from workbench.services.rights import need, plain
from workbench.services.wires import Desk
from workbench.store import snapshots, sources
from workbench.store.writing import Writing


def keep_page(desk: Desk, url: str, *, by: Person) -> Snapshot:
    """Fetch a public page now and keep its bytes. The same bytes from the same address are kept once.

    The only act that speaks to another machine, so it is done only where a person asks for it. It takes as long as
    the page does, `desk.limits.max_seconds` at most. Raises UnreadableError where the page can't be reached or kept.
    """
    need(by, Right.ADD_EVIDENCE)
    address = plain(url).strip()
    if not address:
        raise InputError("There is no address to keep a page from. Write the source's address first.")
    page = desk.web.fetch(address, desk.limits)
    return _keep(desk, page.data, documents.name_of(page.url), by=by, media_type=page.media_type, url=page.url)


def keep_file(desk: Desk, data: bytes, name: str, *, by: Person) -> Snapshot:
    """Keep a file: a PDF, a Word file, a page, text, a picture, a table. The same bytes are kept once."""
    need(by, Right.ADD_EVIDENCE)
    return _keep(desk, data, plain(name).strip() or "file", by=by)


def keep_page_of(desk: Desk, evidence_id: int, *, by: Person) -> Evidence:
    """Keep the page that an evidence was taken from, by its source's address, and tie it to the evidence."""
    need(by, Right.ADD_EVIDENCE)
    with desk.store.reading() as session:
        there = sources.evidence(session, evidence_id)
        source = sources.find(session, there.source_id) if there else None
    if there is None or source is None or there.withdrawn_at is not None:
        raise NotFoundError(f"There is no evidence {evidence_id} to keep a page for; it may have been taken back.")
    kept = keep_page(desk, source.url or "", by=by)
    return attach(desk, evidence_id, kept.pk, by=by)


def attach(desk: Desk, evidence_id: int, snapshot_id: int, *, by: Person) -> Evidence:
    """Say that an evidence stands in a kept page or file; its fellows for other claims stand there too."""
    need(by, Right.ADD_EVIDENCE)
    with desk.store.writing() as writing:
        there = sources.evidence(writing.session, evidence_id)
        kept = snapshots.find(writing.session, snapshot_id)
        if there is None or kept is None or there.withdrawn_at is not None:
            raise NotFoundError("This evidence or its page is not there any more. Look at the claim again.")
        if there.snapshot_id == snapshot_id:
            return there
        fellows = [one for one in sources.same_passage(writing.session, there) if one.snapshot_id is None]
        for one in [*fellows, there]:
            writing.change(Evidence, one.pk, snapshot_id=snapshot_id)
        after = {"evidence": evidence_id, **_said(kept)}
        writing.log("evidence.snapshot", f"claim:{there.claim_id}", at=desk.clock(), by=by, after=after)
        return there.with_(snapshot_id=snapshot_id)


def open(desk: Desk, snapshot_id: int, *, by: Person) -> Snapshot:
    """A kept page or file with the text that was read from it, its bytes left in the store."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        return _there(snapshots.find(session, snapshot_id), snapshot_id)


def original(desk: Desk, snapshot_id: int, *, by: Person) -> Snapshot:
    """A kept page or file with its bytes, exactly as they came."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        return _there(snapshots.find(session, snapshot_id, with_data=True), snapshot_id)


def cited_in(desk: Desk, snapshot_id: int, *, by: Person) -> list[Evidence]:
    """The evidence that was taken from a kept page or file and still holds, oldest first."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        return sources.from_snapshot(session, snapshot_id)


def _there(found: Snapshot | None, snapshot_id: int) -> Snapshot:
    if found is None:
        raise NotFoundError(f"There is no kept page {snapshot_id}. Its address may be mistyped.")
    if not found.size or not found.name:
        raise NotFoundError("This page was erased with its story, by order. Only its fingerprint is left.")
    return found


def _keep(
    desk: Desk, data: bytes, name: str, *, by: Person, media_type: str | None = None, url: str | None = None
) -> Snapshot:
    read = documents.read_kept(data, name, desk.limits, media_type=media_type, url=url)
    with desk.store.writing() as writing:
        now, digest = desk.clock(), sha256(data)
        earlier = snapshots.same(writing.session, digest, url)
        kept = earlier or writing.keep(
            Snapshot(
                url=url and url[:2000],
                name=name[-500:],
                title=read.title,
                media_type=read.media_type,
                sha256=digest,
                size=len(data),
                data=data,
                text=read.text,
                person_id=by.pk,
                at=now,
            )
        )
        _log(writing, kept, now, by=by, again=earlier is not None)
    return kept.model_copy(update={"data": b""})


def _log(writing: Writing, kept: Snapshot, now: Any, *, by: Person, again: bool) -> None:
    after = _said(kept) | ({"again": True} if again else {})
    writing.log("snapshot.keep", f"snapshot:{kept.pk}", at=now, by=by, after=after)


def _said(kept: Snapshot) -> dict[str, Any]:
    """What the log says of a kept page: never its text."""
    return {
        "snapshot": kept.id,
        "title": kept.title or kept.name,
        "url": kept.url,
        "media_type": kept.media_type,
        "sha256": kept.sha256,
        "size": kept.size,
    }
