"""Evidence for claims, and the library of sources it comes from."""

from uuid import uuid4

from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.evidence import Evidence, Source, Stance, Tier
from workbench.domain.person import Person, Right
from workbench.services.rights import need, need_reason, plain
from workbench.services.wires import Desk
from workbench.store import claims, sources
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
    key: str | None = None,
) -> Evidence:
    """Attach a passage to a claim: who says it, what it does to the claim, its exact words, and where they stand.

    A source that says the same as one in the library is that one. Evidence sent twice with one key counts once.
    Raises InputError where the source or the words are missing, or a field is too long.
    """
    need(by, Right.ADD_EVIDENCE)
    told = _bounded({"source": source, "words": words, "locator": locator, "origin": origin, "url": url})
    if stance not in set(Stance):
        raise InputError(f"{stance[:40]!r} is no stance. Evidence supports, refutes or gives context.")
    if tier not in set(Tier):
        raise InputError(f"{tier[:40]!r} is no tier. A source is primary, secondary or tertiary.")
    with desk.store.writing() as writing:
        earlier = sources.evidence_with_key(writing.session, key) if key else None
        if earlier is not None:
            return earlier
        claim = claims.find(writing.session, claim_id)
        if claim is None or claims.article_of(writing.session, claim_id) is None:
            raise NotFoundError(f"Claim {claim_id} is not on the desk. Its story may have been withdrawn.")
        now = desk.clock()
        came_from = _source(
            writing,
            Source(
                name=told["source"], tier=Tier(tier), origin=told["origin"] or None, url=told["url"] or None, at=now
            ),
        )
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
            )
        )
        after = {"evidence": kept.id, "label": claim.label, "source": came_from.name}
        after |= {"stance": kept.stance, "words": kept.words, "locator": kept.locator}
        writing.log("evidence.add", f"claim:{claim_id}", at=now, by=by, after=after)
        return kept


def withdraw_evidence(desk: Desk, evidence_id: int, *, by: Person, reason: str) -> Evidence:
    """Take evidence back: it stays in the record and leaves the card."""
    need(by, Right.ADD_EVIDENCE)
    said = need_reason(reason, "Taking evidence back")
    with desk.store.writing() as writing:
        there = sources.evidence(writing.session, evidence_id)
        if there is None or there.withdrawn_at is not None:
            raise NotFoundError(f"There is no evidence {evidence_id} to take back; somebody may have done so already.")
        now = desk.clock()
        writing.change(Evidence, evidence_id, withdrawn_at=now)
        after = {"evidence": evidence_id, "reason": said}
        writing.log("evidence.withdraw", f"claim:{there.claim_id}", at=now, by=by, after=after)
        return there.with_(withdrawn_at=now)


def library(desk: Desk) -> list[Source]:
    """Every source that was ever cited, by name."""
    with desk.store.reading() as session:
        return sources.library(session)


def _source(writing: Writing, source: Source) -> Source:
    return sources.same_source(writing.session, source) or writing.keep(source)


def _bounded(fields: dict[str, str | None]) -> dict[str, str]:
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
