"""The library of sources: look through it, put a source right, see what was taken from it."""

from typing import Any

from workbench.domain.article import Article
from workbench.domain.claim import Claim
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.evidence import Citation, Evidence, Source, Tier
from workbench.domain.person import Person, Right
from workbench.domain.values import Frozen
from workbench.services.leasing import restand_and_end
from workbench.services.rights import need, plain
from workbench.services.wires import Desk
from workbench.store import sources
from workbench.store.reading import having

PAGE = 25
"""Sources on one page of the library."""

LONGEST = {"name": 500, "origin": 500, "url": 2_000, "notes": 5_000, "contact": 2_000}
EDITABLE = ("name", "tier", "origin", "url", "notes", "contact")


class Shelved(Frozen):
    """A source and how much evidence was taken from it that still holds. Contact details only for who may see them."""

    source: Source
    cited: int = 0


class Taken(Frozen):
    """One piece of evidence with the claim and the story it is for."""

    citation: Citation
    claim: Claim
    article: Article


def search(desk: Desk, words: str = "", *, by: Person, page: int = 1, size: int = PAGE) -> list[Shelved]:
    """One page of the sources whose name, origin, address or notes hold every one of these words, by name."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        found = sources.search(session, plain(words), limit=size, offset=(page - 1) * size)
        cited = sources.times_cited(session, [source.pk for source in found])
    return [Shelved(source=_for(source, by), cited=cited.get(source.pk, 0)) for source in found]


def count(desk: Desk, words: str = "", *, by: Person) -> int:
    """How many sources such a search finds."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        return sources.count(session, plain(words))


def find(desk: Desk, source_id: int, *, by: Person) -> Shelved:
    """One source of the library."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        found = _there(sources.find(session, source_id), source_id)
        cited = sources.times_cited(session, [source_id])
    return Shelved(source=_for(found, by), cited=cited.get(source_id, 0))


def taken_from(desk: Desk, source_id: int, *, by: Person, page: int = 1) -> list[Taken]:
    """One page of the evidence taken from a source that still holds, newest first."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        found = sources.cited(session, source_id=source_id, limit=PAGE, offset=(page - 1) * PAGE)
    return [Taken(citation=one, claim=claim, article=article) for one, claim, article in found]


def edit(desk: Desk, source_id: int, *, by: Person, **fields: Any) -> Source:
    """Put a source right: name, tier, origin, url, notes, contact. All its evidence speaks under the new words at once.

    Contact details need the right to see them, and the log says only that they changed. Raises InputError where
    another source says exactly the same, or a field can't be kept.
    """
    need(by, Right.ADD_EVIDENCE)
    if "contact" in fields:
        need(by, Right.SEE_CONTACTS)
    told = {name: _field(name, value) for name, value in fields.items()}
    with desk.store.writing() as writing:
        there = _there(sources.find(writing.session, source_id), source_id)
        changed = {name: value for name, value in told.items() if value != getattr(there, name)}
        if not changed:
            return _for(there, by)
        after = there.with_(**changed)
        other = sources.same_source(writing.session, after)
        if other is not None and other.id != source_id:
            raise InputError("Another source in the library says exactly the same. Use that one, or tell them apart.")
        writing.change(Source, source_id, **changed)
        cited = having(writing.session, Evidence, source_id=[source_id])
        restand_and_end(desk, writing, {one.claim_id for one in cited})
        before, said = _said(there, changed), _said(after, changed)
        writing.log("source.edit", f"source:{source_id}", at=desk.clock(), by=by, before=before, after=said)
        return _for(after, by)


def _field(name: str, value: Any) -> Any:
    if name not in EDITABLE:
        raise InputError(f"A source has no field {name[:40]!r} to put right. There are {', '.join(EDITABLE)}.")
    text = plain(str(value)).strip() if value is not None else ""
    if name == "tier":
        if text not in set(Tier):
            raise InputError(f"{text[:40]!r} is no tier. A source is primary, secondary or tertiary.")
        return Tier(text)
    if name == "name" and not text:
        raise InputError("A source needs its name. Say who says it.")
    if len(text) > LONGEST[name]:
        raise InputError(f"The {name} is {len(text):,} characters long; {LONGEST[name]:,} fit. Shorten it.")
    return text or None


def _said(source: Source, changed: dict[str, Any]) -> dict[str, Any]:
    """What the log says of a source: of its contact details, only whether there are any."""
    said = {"source": source.name} | {name: getattr(source, name) for name in changed if name != "contact"}
    return said | ({"contact": "confidential" if source.contact else "none"} if "contact" in changed else {})


def _for(source: Source, by: Person) -> Source:
    """The source as this person may see it."""
    return source if by.may(Right.SEE_CONTACTS) else source.model_copy(update={"contact": None})


def _there(source: Source | None, source_id: int) -> Source:
    if source is None:
        raise NotFoundError(f"There is no source {source_id} in the library. Its address may be mistyped.")
    return source
