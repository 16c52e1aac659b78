"""What goes to the browser: a story with its claims once, how they stand on every run, one claim's card in its turn."""

import hashlib
from typing import Any

from workbench.domain.claim import Claim, Stretch
from workbench.domain.event import Event
from workbench.domain.evidence import Citation
from workbench.domain.origins import independent
from workbench.domain.person import Person
from workbench.domain.policy import Policy
from workbench.domain.rating import Rating
from workbench.domain.review import Provisional, Review, ReviewAct, Status
from workbench.domain.story import CheckedClaim, Story
from workbench.ui.acts import reason, said
from workbench.ui.reader.layout import Marked, paragraphs
from workbench.ui.reader.words import byline, fields

FORM = ("kind", "label", "amount", "amount_high", "unit", "bound", "date", "speaker", "person", "role", "about")
"""The fields that the form for corrections shows."""

AROUND = 400
"""How many characters of the sentence are shown on either side of the claim."""


def whole(story: Story, *, asked: int | None) -> dict[str, Any]:
    """The part "reader": text as pieces, and of each claim what it says. `asked` is the claim of the address.

    `version` names this state of it, so that a window draws the text anew only where it changed.
    """
    article, revision = story.article, story.revision
    by = byline(article)
    if revision.number > 1:
        by = f"{by} · draft {revision.number}"
    version = f"{article.id}:{revision.id}:{story.extraction.id}:{_read(story)}:{by}"
    spans = {inside: _marked(story, inside) for inside in Stretch}
    return {
        "part": "reader",
        "version": version,
        "article": article.id,
        "asked": asked,
        "by": by,
        "title": paragraphs(revision.title, spans[Stretch.TITLE]),
        "paragraphs": paragraphs(revision.text, spans[Stretch.TEXT]),
        "claims": [_claim(story, checked) for checked in story.claims],
    }


def _read(story: Story) -> str:
    """A name for how the claims read now: it changes with every correction and every claim added."""
    spoken = "\n".join(checked.claim.model_dump_json(exclude={"signals"}) for checked in story.claims)
    return hashlib.blake2b(spoken.encode(), digest_size=8).hexdigest()


def _marked(story: Story, inside: Stretch) -> tuple[Marked, ...]:
    claims = (checked.claim for checked in story.claims)
    return tuple(Marked(claim.id or 0, claim.start, claim.end) for claim in claims if claim.inside is inside)


def _claim(story: Story, checked: CheckedClaim) -> dict[str, Any]:
    claim = checked.claim
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "label": claim.label,
        "fields": fields(claim),
        "at": [claim.inside.value, claim.start, claim.end],
        "raw": {name: _raw(getattr(claim, name)) for name in FORM},
        "added": bool(claim.added_by),
        "words": len(checked.reworded),
        "sentence": _sentence(story, claim),
        "worth": claim.checkworthiness,
        "signals": _signals(story, claim),
    }


def _raw(value: Any) -> str:
    """A field as it is typed into the form."""
    return ", ".join(value) if isinstance(value, list) else str(value or "")


def _sentence(story: Story, claim: Claim) -> tuple[str, str, str]:
    """The claim's sentence: what stands before its words, its words, what stands after."""
    text = story.revision.title if claim.inside is Stretch.TITLE else story.revision.text
    start, end = 0, len(text)
    if claim.inside is Stretch.TEXT and claim.sentence is not None:
        found = story.extraction.sentences[claim.sentence]
        start, end = found.start, found.end
    before, after = text[start : claim.start], text[claim.end : max(end, claim.end)]
    if len(before) > AROUND:
        before = f"… {before[-AROUND:]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND]} …"
    return before, claim.text, after


def _signals(story: Story, claim: Claim) -> list[tuple[str, float, str]]:
    shared = story.extraction.sentences[claim.sentence].signals if claim.sentence is not None else {}
    named = [(name, weight, "sentence") for name, weight in shared.items()]
    named += [(name, weight, "claim") for name, weight in claim.signals.items()]
    return sorted(named, key=lambda signal: -abs(signal[1]))


def standings(story: Story, me: Person, policy: Policy) -> dict[str, Any]:
    """The part "judge": how every claim stands, and what of it is mine.

    `asks` is what the house policy asks of each rating on nothing; a claim with evidence says itself what it lacks.
    """
    return {
        "part": "judge",
        "article": story.article.id,
        "asks": {rating.value: _asks(policy, rating) for rating in Rating},
        "second": policy.second_check.model_dump(mode="json"),
        "states": [state(checked, me, policy, story.people) for checked in story.claims],
    }


def _asks(policy: Policy, rating: Rating) -> dict[str, Any]:
    asks = policy.asks(rating)
    return {"reason": asks.reason, "none": asks.or_none_found, "lacks": _lacking(policy, rating, [])}


def _lacking(policy: Policy, rating: Rating, cited: list[Citation]) -> str:
    """What a rating lacks of evidence; its reason and the note that none was found are seen in the browser."""
    return ", ".join(lack.says for lack in policy.lacks(rating, cited) if lack.what == "evidence")


def _mine(checked: CheckedClaim, me: Person) -> list[Review]:
    taken_back = {review.takes_back for review in checked.reviews if review.act is ReviewAct.UNDO}
    return [
        r for r in checked.reviews if r.person_id == me.id and r.act is not ReviewAct.UNDO and r.id not in taken_back
    ]


def state(checked: CheckedClaim, me: Person, policy: Policy, people: dict[int, Person]) -> dict[str, Any]:
    """How one claim stands, what of it is mine, and who has it; `people` give the names.

    `mine` are my judgements that count, oldest first, and `given` the numbers of these reviews: over all claims they
    say in which order I judged.
    """
    mine, stands = _mine(checked, me), checked.standing
    said = {
        "id": checked.claim.id,
        "shown": stands.shown,
        "second": stands.status is Status.NEEDS_SECOND,
        "provisional": stands.counted == "provisional",
        "reopened": checked.reopened,
        "mine": [_judgement(review) for review in mine],
        "given": [review.id for review in mine],
        "others": [_judgement(review) for review in stands.counting if review.person_id != me.id],
        "reason": mine[-1].reason if mine else "",
        "none": bool(mine and mine[-1].none_found),
        "version": len(checked.reviews),
        "words": len(checked.reworded),
        "earlier": any(one.review in mine and _of_earlier_words(one) for one in stands.provisional),
        "cited": len(checked.citations),
    }
    if checked.lease:
        holder = people.get(checked.lease.person_id)
        named = {"mine": checked.lease.person_id == me.id, "name": holder.name if holder else "Somebody"}
        said["lease"] = named | {"until": checked.lease.until.isoformat()}
    if checked.citations:
        said["lacks"] = {rating.value: _lacking(policy, rating, checked.citations) for rating in Rating}
    return said


def _of_earlier_words(one: Provisional) -> bool:
    return any(lack.what == "words" for lack in one.lacks)


def _judgement(review: Review) -> str:
    return review.rating.value if review.rating else "dismissed"


def card(
    story: Story,
    checked: CheckedClaim,
    *,
    history: list[Event],
    changes: dict[int, Any],
    evidence: list[dict[str, Any]],
    links: dict[str, Any],
    me: Person,
) -> dict[str, Any]:
    """What the part "card" shows: evidence as `reader.evidence` says it, the story's links, the claim's history.

    `changes` are what the events of the history changed, by number, as far as they were not erased.
    """
    return {
        "claim": checked.claim.id,
        "evidence": evidence,
        "origins": independent(checked.citations),
        "links": links,
        "history": [
            *(_event(story, event, changes.get(event.number, {}).get("after"), me) for event in history),
            _found(story),
        ],
        "people": [{"handle": p.handle, "name": p.name} for p in story.people.values() if p.closed_at is None],
    }


def _event(story: Story, event: Event, after: dict[str, Any] | None, me: Person) -> dict[str, Any]:
    person = story.people.get(event.person_id or 0)
    who = "You" if event.person_id == me.id else (person.name if person else event.person)
    why = reason(event.reason, after)
    return {"at": event.at.isoformat(), "who": who, "did": said(event.act, after), "reason": why}


def _found(story: Story) -> dict[str, Any]:
    """The first line of every claim's history: what found it."""
    run = story.extraction
    did = f"found it: rules {run.rules_version}, {run.model} {run.model_version}"
    at = run.at or story.revision.at
    return {"at": at.isoformat(), "who": "The extractor", "did": did, "reason": ""}
