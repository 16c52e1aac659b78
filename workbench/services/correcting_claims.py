"""Put right what the machine found: a claim's fields and stretch, and claims that it missed."""

from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from workbench.domain import reach
from workbench.domain.article import Revision
from workbench.domain.claim import DATE, Claim, Extraction, Stretch
from workbench.domain.correction import STRETCH, WORDED, Correction, corrected
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.person import Person, Right
from workbench.services.reviewing import claim_on_desk
from workbench.services.rights import need, plain
from workbench.services.standing import restand
from workbench.services.wires import Desk
from workbench.store import articles, claims
from workbench.store.reading import having
from workbench.store.writing import Writing

UNLABELLED = "A claim needs a label. Say in a few words what is claimed."
AROUND = 32
"""Characters of context kept on either side of a stretch."""

LONGEST = 500
"""Characters of a field."""


def correct_claim(
    desk: Desk, claim_id: int, *, by: Person, fields: dict[str, Any], reason: str = "", key: str | None = None
) -> Claim:
    """Give some fields of a claim other values; what the machine found stays in the record beside them.

    `start` and `end` move its stretch. Sent twice with one key it counts once. Returns the claim as it reads now.
    Raises InputError where a field can't hold its value, NotFoundError where the claim is not on the desk.
    """
    need(by, Right.CORRECT)
    told = _told(fields, (*WORDED, "start", "end"))
    with desk.store.writing() as writing:
        claim = claim_on_desk(writing, claim_id)
        if key and having(writing.session, Correction, key=[key]):
            return claim
        if {"start", "end"} & told.keys():
            told |= _stretch(writing, claim, told.get("start", claim.start), told.get("end", claim.end))
        changed = {name: value for name, value in told.items() if value != getattr(claim, name)}
        if not changed:
            return claim
        now = desk.clock()
        draft = Correction(
            claim_id=claim_id,
            person_id=by.pk,
            fields=changed,
            reason=plain(reason).strip(),
            key=key or uuid4().hex,
            at=now,
        )
        after = _checked(claim, draft)
        writing.keep(draft)
        restand(desk, writing, [claim_id], words=True)
        was = {name: getattr(claim, name) for name in changed}
        reads = changed | {"label": after.label, "reason": draft.reason}
        writing.log("claim.correct", f"claim:{claim_id}", at=now, by=by, before=was, after=reads)
        return after


def add_claim(
    desk: Desk,
    article_id: int,
    *,
    by: Person,
    inside: str,
    start: int,
    end: int,
    kind: str,
    label: str,
    key: str | None = None,
    **fields: Any,
) -> Claim:
    """Add a claim that the machine missed: half-open character offsets into the newest text or its title.

    Sent twice with one key it counts once. Raises InputError where the stretch is not in the story or a field can't
    hold its value.
    """
    need(by, Right.CORRECT)
    told = _told(fields | {"label": label, "kind": kind}, WORDED)
    if told["label"] is None:
        raise InputError(UNLABELLED)
    with desk.store.writing() as writing:
        revision, run = _newest(writing, article_id)
        there = claims.of_extraction(writing.session, run.pk)
        place = _place(revision, run, Stretch(inside), start, end)
        again = [c for c in there if c.added_by == by.id and (c.start, c.end, c.inside) == (start, end, inside)]
        if again and again[0].label == told["label"]:
            return again[0]
        now = desk.clock()
        number = max((c.number for c in there), default=0) + 1
        mine = {
            "revision_id": revision.pk,
            "extraction_id": run.pk,
            "number": number,
            "added_by": by.pk,
            "added_at": now,
        }
        kept = writing.keep(_valid(mine | place | told))
        restand(desk, writing, [kept.pk])
        after = {"label": kept.label, "kind": kept.kind, "text": kept.text, "key": key or ""}
        writing.log("claim.add", f"claim:{kept.pk}", at=now, by=by, after=after)
        return kept


def _told(fields: dict[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    unknown = set(fields) - set(known)
    if unknown:
        raise InputError(f"A claim has no field {min(unknown)[:40]!r} to put right.")
    return {name: _cleaned(name, value) for name, value in fields.items()}


def _cleaned(name: str, value: Any) -> Any:
    if name in ("start", "end"):
        if not isinstance(value, int):
            raise InputError(f"The {name} can't be kept: it counts characters. Select the words once more.")
        return value
    text = plain(", ".join(value) if isinstance(value, list) else str(value or "")).strip()
    if len(text) > LONGEST:
        raise InputError(f"The {name.replace('_', ' ')} is {len(text):,} characters long; {LONGEST} fit. Shorten it.")
    if name == "date" and text:
        _on_the_calendar(text)
    if name == "about":
        return [word.strip() for word in text.split(",") if word.strip()]
    if name in ("amount", "amount_high"):
        text = text.replace(",", "").replace(" ", "")
    return text or None


def _on_the_calendar(text: str) -> None:
    if not DATE.fullmatch(text):
        return  # the claim itself says what is wrong with it
    try:
        reach.of_date(text)
    except ValueError:
        raise InputError(f"The date can't be kept: no calendar has {text}. Look at the month's last day.") from None


def _checked(claim: Claim, draft: Correction) -> Claim:
    if draft.fields.get("label", "") is None:
        raise InputError(UNLABELLED)
    try:
        return corrected(claim, [draft])
    except ValidationError as error:
        raise _says(error) from None


def _valid(fields: dict[str, Any]) -> Claim:
    try:
        return Claim.model_validate(fields)
    except ValidationError as error:
        raise _says(error) from None


def _says(error: ValidationError) -> InputError:
    first = error.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else "stretch"
    said = str(first["msg"]).removeprefix("Value error, ")
    return InputError(f"The {name.replace('_', ' ')} can't be kept: {said[0].lower()}{said[1:]}.")


def _newest(writing: Writing, article_id: int) -> tuple[Revision, Extraction]:
    article = articles.find(writing.session, article_id)
    revision = articles.newest_revision(writing.session, article_id)
    if article is None or revision is None or article.withdrawn_at is not None:
        raise NotFoundError(f"There is no story {article_id} on the desk. It may have been withdrawn.")
    run = articles.extraction(writing.session, revision.pk)
    assert run is not None
    return revision, run


def _stretch(writing: Writing, claim: Claim, start: int, end: int) -> dict[str, Any]:
    found = having(writing.session, Revision, id=[claim.revision_id])[0]
    run = having(writing.session, Extraction, id=[claim.extraction_id])[0]
    place = _place(found, run, claim.inside, start, end)
    return {name: place[name] for name in STRETCH}


def _place(revision: Revision, run: Extraction, inside: Stretch, start: int, end: int) -> dict[str, Any]:
    """Where a stretch stands: its words, what is around them, and its sentence with that sentence's score."""
    text = revision.title if inside is Stretch.TITLE else revision.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise InputError("These words are not in the story. Select them in its text once more.")
    found = [(n, s) for n, s in enumerate(run.sentences) if s.start <= start < s.end] if inside is Stretch.TEXT else []
    number, sentence = found[0] if found else (None, None)
    return {
        "inside": inside,
        "start": start,
        "end": end,
        "text": text[start:end],
        "before": text[max(0, start - AROUND) : start],
        "after": text[end : end + AROUND],
        "sentence": number,
        "checkworthiness": sentence.checkworthiness if sentence else 0.5,
    }
