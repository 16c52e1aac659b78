"""Evidence for claims: add a passage, use it for another claim, put it right, take it back."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from uuid import uuid4

from workbench.domain.claim import Claim
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.evidence import Evidence, Source, Stance, Tier
from workbench.domain.person import Person, Right
from workbench.services.leasing import restand_and_end
from workbench.services.reviewing import claim_on_desk
from workbench.services.rights import need, need_reason, plain
from workbench.services.wires import Desk
from workbench.store import snapshots, sources
from workbench.store.writing import Writing

LONGEST = {"words": 20_000, "source": 500, "locator": 500, "origin": 500, "url": 2_000}


def add_evidence(
    desk: Desk,
    claim_id: int,
    *,
    by: Person,
    source: str,
    stance: str,
    words: str,
    locator: str = "",
    tier: str = Tier.SECONDARY,
    origin: str | None = None,
    url: str | None = None,
    snapshot_id: int | None = None,
    key: str | None = None,
) -> Evidence:
    """Attach a passage to a claim: who says it, what it does to the claim, its exact words, and where they stand.

    A source that says the same as one in the library is that one. `snapshot_id` is the kept page or file the words
    stand in. Evidence sent twice with one key counts once. Raises InputError where the source or the words are
    missing, or a field is too long.
    """
    need(by, Right.ADD_EVIDENCE)
    told = _bounded({"source": source, "words": words, "locator": locator, "origin": origin, "url": url})
    _stance(stance)
    if tier not in set(Tier):
        raise InputError(f"{tier[:40]!r} is no tier. A source is primary, secondary or tertiary.")
    with desk.store.writing() as writing:
        earlier = sources.evidence_with_key(writing.session, key) if key else None
        if earlier is not None:
            return earlier
        claim = claim_on_desk(writing, claim_id)
        if snapshot_id is not None and snapshots.find(writing.session, snapshot_id) is None:
            raise NotFoundError(f"There is no kept page {snapshot_id}. Keep the page or the file again.")
        now = desk.clock()
        origin, url = told["origin"] or None, told["url"] or None
        came_from = _source(writing, Source(name=told["source"], tier=Tier(tier), origin=origin, url=url, at=now))
        kept = writing.keep(
            Evidence(
                claim_id=claim_id,
                source_id=came_from.pk,
                stance=Stance(stance),
                words=told["words"],
                locator=told["locator"],
                person_id=by.pk,
                key=key or uuid4().hex,
                at=now,
                snapshot_id=snapshot_id,
            )
        )
        restand_and_end(desk, writing, [claim_id])
        writing.log("evidence.add", f"claim:{claim_id}", at=now, by=by, after=_said(kept, claim, came_from))
        return kept


def use_for(
    desk: Desk, evidence_id: int, claim_id: int, *, by: Person, stance: str | None = None, key: str | None = None
) -> Evidence:
    """Use a passage that is evidence already for another claim as well, with its words, its place and its page.

    `stance` is what it does to this claim; left out, what it does to the other. InputError where it is evidence for
    this claim already.
    """
    need(by, Right.ADD_EVIDENCE)
    if stance is not None:
        _stance(stance)
    with desk.store.writing() as writing:
        earlier = sources.evidence_with_key(writing.session, key) if key else None
        if earlier is not None:
            return earlier
        one = _standing(writing, evidence_id)
        claim, came_from = claim_on_desk(writing, claim_id), sources.find(writing.session, one.source_id)
        if any(each.claim_id == claim_id for each in [one, *sources.same_passage(writing.session, one)]):
            raise InputError("This passage is evidence for that claim already.")
        now = desk.clock()
        changed = {"claim_id": claim_id, "person_id": by.pk, "at": now, "same_as": one.same_as or one.pk}
        stands = Stance(stance) if stance else one.stance
        kept = writing.keep(one.with_(**changed, id=None, stance=stands, key=key or uuid4().hex))
        restand_and_end(desk, writing, [claim_id])
        writing.log("evidence.add", f"claim:{claim_id}", at=now, by=by, after=_said(kept, claim, came_from))
        return kept


def correct_evidence(
    desk: Desk,
    evidence_id: int,
    *,
    by: Person,
    words: str | None = None,
    locator: str | None = None,
    stance: str | None = None,
    everywhere: bool = False,
    key: str | None = None,
) -> Evidence:
    """Put the words, the place or the stance of an evidence right: the old one is taken back, the new one stands.

    `everywhere` puts words and place right for every claim that the passage is evidence for, each an act of its own;
    the stance is of this claim alone. A passage put right for one claim alone parts from its fellows.
    """
    need(by, Right.ADD_EVIDENCE)
    told = {name: plain(value).strip() for name, value in (("words", words), ("locator", locator)) if value is not None}
    _bounded({"source": "-", "words": "-"} | told)
    if stance is not None:
        _stance(stance)
    with desk.store.reading() as session:
        earlier = sources.evidence_with_key(session, key) if key else None
        fellows = _fellows(session, evidence_id) if everywhere else []
    # Sent again after it was cut off: what is left of it is done now.
    first = earlier or _correct(desk, evidence_id, told | ({"stance": stance} if stance else {}), by=by, key=key)
    for one in fellows:
        with suppress(NotFoundError):  # somebody took it back since
            _correct(desk, one.pk, told, by=by, key=key and f"{key[:80]}:{one.claim_id}", same_as=first.pk)
    return first


def withdraw_evidence(desk: Desk, evidence_id: int, *, by: Person, reason: str, everywhere: bool = False) -> Evidence:
    """Take evidence back: it stays in the record and leaves the card. What was taken back before stays as it is.

    `everywhere` takes the same passage back for every claim it is evidence for, each an act of its own.
    """
    need(by, Right.ADD_EVIDENCE)
    said = need_reason(reason, "Taking evidence back")
    with desk.store.reading() as session:
        fellows = _fellows(session, evidence_id) if everywhere else []
    taken = _withdraw(desk, evidence_id, said, by=by)
    for one in fellows:
        _withdraw(desk, one.pk, said, by=by)
    return taken


def _fellows(session: Any, evidence_id: int) -> list[Evidence]:
    there = sources.evidence(session, evidence_id)
    return sources.same_passage(session, there) if there else []


def _withdraw(desk: Desk, evidence_id: int, reason: str, *, by: Person) -> Evidence:
    with desk.store.writing() as writing:
        there = _there(writing, evidence_id)
        if there.withdrawn_at is not None:
            return there
        now = desk.clock()
        writing.change(Evidence, evidence_id, withdrawn_at=now)
        restand_and_end(desk, writing, [there.claim_id])
        after = {"evidence": evidence_id, "reason": reason}
        writing.log("evidence.withdraw", f"claim:{there.claim_id}", at=now, by=by, after=after)
        return there.with_(withdrawn_at=now)


def _correct(
    desk: Desk, evidence_id: int, told: dict[str, Any], *, by: Person, key: str | None, same_as: int | None = None
) -> Evidence:
    with desk.store.writing() as writing:
        there = _standing(writing, evidence_id)
        now = desk.clock()
        if all(getattr(there, name) == value for name, value in told.items()):
            return there
        fresh = {"id": None, "person_id": by.pk, "at": now, "same_as": same_as, "key": key or uuid4().hex}
        kept = writing.keep(there.with_(**told, **fresh))
        writing.change(Evidence, evidence_id, withdrawn_at=now)
        restand_and_end(desk, writing, [there.claim_id])
        before = {"evidence": evidence_id} | {name: getattr(there, name) for name in told}
        after = {"evidence": kept.id} | {name: getattr(kept, name) for name in told}
        writing.log("evidence.correct", f"claim:{there.claim_id}", at=now, by=by, before=before, after=after)
        return kept


def _there(writing: Writing, evidence_id: int) -> Evidence:
    there = sources.evidence(writing.session, evidence_id)
    if there is None:
        raise NotFoundError(f"There is no evidence {evidence_id}. Look at the claim again.")
    return there


def _standing(writing: Writing, evidence_id: int) -> Evidence:
    there = _there(writing, evidence_id)
    if there.withdrawn_at is not None:
        raise NotFoundError(f"Evidence {evidence_id} was taken back meanwhile. Look at the claim again.")
    return there


def _source(writing: Writing, source: Source) -> Source:
    return sources.same_source(writing.session, source) or writing.keep(source)


def _said(kept: Evidence, claim: Claim, source: Source | None) -> dict[str, Any]:
    """What the log says of an evidence."""
    said = {"evidence": kept.id, "label": claim.label, "source": source.name if source else None}
    said |= {"stance": kept.stance, "words": kept.words, "locator": kept.locator}
    said |= {"snapshot": kept.snapshot_id} if kept.snapshot_id else {}
    return said | ({"same_as": kept.same_as} if kept.same_as else {})


def _stance(stance: str) -> None:
    if stance not in set(Stance):
        raise InputError(f"{stance[:40]!r} is no stance. Evidence supports, refutes or gives context.")


def _bounded(fields: Mapping[str, str | None]) -> dict[str, str]:
    told = {name: plain(value or "").strip() for name, value in fields.items()}
    for name in ("source", "words"):
        if not told[name]:
            raise InputError(
                "Evidence needs its source. Say who says it." if name == "source" else "Evidence needs the exact words."
            )
    for name, value in told.items():
        if len(value) > LONGEST[name]:
            raise InputError(f"The {name} is {len(value):,} characters long; {LONGEST[name]:,} fit. Shorten it.")
    return told
