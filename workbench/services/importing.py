"""Hand stories in: find their claims, and keep both in one act."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from workbench.domain.article import FIELDS, Article, Reading, Revision
from workbench.domain.claim import Extracted
from workbench.domain.errors import WorkbenchError
from workbench.domain.event import sha256
from workbench.domain.person import Person, Right
from workbench.services.rights import need
from workbench.services.standing import requeue
from workbench.services.wires import Desk
from workbench.store import articles, claims
from workbench.store.writing import Writing


@dataclass(frozen=True)
class HandedIn:
    """What became of a story: its article, the revision kept, how many claims it has, and whether it is new here."""

    article: Article
    revision: Revision
    claims: int
    is_new: bool


def known(desk: Desk, reading: Reading) -> Article | None:
    """The article that this story already is: the same bytes, or the same text."""
    with desk.store.reading() as session:
        return articles.with_original(session, reading.original.sha256) or articles.with_fingerprint(
            session, _fingerprint(reading)
        )


def extract(desk: Desk, reading: Reading) -> Extracted:
    """The claims of a story, found without touching the store."""
    return desk.extractor.extract(reading.title, reading.text, reading.published)


def hand_in(
    desk: Desk, reading: Reading, *, by: Person, is_example: bool = False, extracted: Extracted | None = None
) -> HandedIn:
    """Keep a story with its claims. The same bytes or the same text again are the article that is there already.

    Finding the claims takes its time before the act begins; `extracted` hands them in where they were found elsewhere.
    """
    need(by, Right.HAND_IN)
    if extracted is None and known(desk, reading) is None:
        extracted = extract(desk, reading)
    with desk.store.writing() as writing:
        session = writing.session
        there = articles.with_original(session, reading.original.sha256) or articles.with_fingerprint(
            session, _fingerprint(reading)
        )
        if there is not None:
            return _again(desk, writing, there, reading, by)
        if extracted is not None:
            return _keep(desk, writing, _article(desk, reading, by, is_example), reading, extracted, by=by)
    # It was here when one looked, and was withdrawn since.
    return hand_in(desk, reading, by=by, is_example=is_example, extracted=extract(desk, reading))


def hand_in_all(
    desk: Desk, handed: Iterable[Reading | WorkbenchError], *, by: Person, processes: int = 1
) -> Iterator[HandedIn | WorkbenchError]:
    """Keep many stories, in their order, each in an act of its own; what could not be read passes through.

    Stories that are there already are not searched for claims again, so that a broken-off run is taken up cheaply.
    """
    waiting: deque[tuple[Reading | WorkbenchError, bool]] = deque()

    def unknown() -> Iterator[tuple[str, str, date | None]]:
        for reading in handed:
            is_new = isinstance(reading, Reading) and known(desk, reading) is None
            waiting.append((reading, is_new))
            if isinstance(reading, Reading) and is_new:
                yield reading.title, reading.text, reading.published

    def keep(extracted: Extracted | None) -> Iterator[HandedIn | WorkbenchError]:
        """Keep what waits, up to the story that these claims were found in (all of it where there are none)."""
        while waiting:
            reading, is_new = waiting.popleft()
            yield reading if isinstance(reading, WorkbenchError) else _attempt(desk, reading, by, extracted)
            if is_new:
                return

    for extracted in desk.extractor.extract_many(unknown(), processes):
        yield from keep(extracted)
    yield from keep(None)


def _attempt(desk: Desk, reading: Reading, by: Person, extracted: Extracted | None) -> HandedIn | WorkbenchError:
    try:
        return hand_in(desk, reading, by=by, extracted=extracted)
    except WorkbenchError as error:
        return error


def _keep(
    desk: Desk, writing: Writing, draft: Article, reading: Reading, extracted: Extracted, *, by: Person
) -> HandedIn:
    now = draft.handed_in_at
    original = writing.keep(reading.original)
    article = writing.keep(draft)
    revision = writing.keep(
        Revision(
            article_id=article.id,
            original_id=original.id,
            title=reading.title,
            text=reading.text,
            sha256=_fingerprint(reading),
            at=now,
        )
    )
    found = keep_claims(desk, writing, revision, extracted)
    after = {name: getattr(article, name) for name in ("reference", *FIELDS, "came_from")}
    after |= {"original": original.sha256, "text": revision.sha256, "claims": found}
    writing.log("article.import", f"article:{article.pk}", at=now, by=by, after=after)
    return HandedIn(article, revision, found, is_new=True)


def keep_claims(desk: Desk, writing: Writing, revision: Revision, extracted: Extracted) -> int:
    """Keep one run of the extractor over a revision, with its claims; returns how many they are."""
    run = writing.keep(extracted.extraction.with_(revision_id=revision.id, at=desk.clock()))
    mine = {"revision_id": revision.id, "extraction_id": run.id}
    found = writing.keep_all([claim.model_copy(update=mine) for claim in extracted.claims])
    requeue(desk, writing, revision.article_id or 0)
    return len(found)


def _article(desk: Desk, reading: Reading, by: Person, is_example: bool) -> Article:
    return Article(
        **{name: getattr(reading, name) for name in FIELDS},
        reference=reading.outside_id or reading.original.sha256[:16],
        came_from=reading.url or reading.original.name,
        origins=reading.origins,
        guesses=reading.guesses,
        fingerprint=_fingerprint(reading),
        is_example=is_example,
        handed_in_at=desk.clock(),
        handed_in_by=by.id,
    )


def _fingerprint(reading: Reading) -> str:
    return sha256(reading.text.encode())


def _again(desk: Desk, writing: Writing, there: Article, reading: Reading, by: Person) -> HandedIn:
    """The same story once more: fields that came differently are kept to be confirmed."""
    differs = {
        name: str(getattr(reading, name))
        for name in FIELDS
        if getattr(reading, name) and name not in reading.guesses and getattr(reading, name) != getattr(there, name)
    }
    if differs and differs.items() - there.to_confirm.items():
        waiting = {**there.to_confirm, **differs}
        writing.change(Article, there.pk, to_confirm=waiting)
        writing.log(
            "article.again", f"article:{there.pk}", at=desk.clock(), by=by, before=there.to_confirm, after=waiting
        )
        there = there.with_(to_confirm=waiting)
    revision = articles.newest_revision(writing.session, there.pk)
    assert revision is not None
    number = claims.counts(writing.session, [there.pk]).get(there.pk, 0)
    return HandedIn(there, revision, number, is_new=False)
