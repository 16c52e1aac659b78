"""What goes to the browser: a story with its claims once, how they stand on every run, one claim's card in its turn."""

from typing import Any

from workbench.domain.claim import Claim, Stretch
from workbench.domain.event import Event
from workbench.domain.person import Person
from workbench.domain.review import Review, ReviewAct, Status
from workbench.domain.story import CheckedClaim, Story
from workbench.ui.acts import reason, said
from workbench.ui.reader.layout import Marked, paragraphs
from workbench.ui.reader.words import byline, fields

AROUND = 400
"""How many characters of the sentence are shown on either side of the claim."""


def whole(story: Story, *, asked: int | None, have: object = None) -> dict[str, Any]:
    """The part "reader": text as pieces, and of each claim what never changes. `asked` is the claim of the address.

    A window that says it has this very version is sent its name alone: a long story need not go with every key.
    """
    article, revision = story.article, story.revision
    by = byline(article)
    if revision.number > 1:
        by = f"{by} · draft {revision.number}"
    version = f"{article.id}:{revision.id}:{story.extraction.id}:{by}"
    named = {"part": "reader", "version": version, "article": article.id}
    if have == version:
        return named
    spans = {inside: _marked(story, inside) for inside in Stretch}
    return named | {
        "asked": asked,
        "by": by,
        "title": paragraphs(revision.title, spans[Stretch.TITLE]),
        "paragraphs": paragraphs(revision.text, spans[Stretch.TEXT]),
        "claims": [_claim(story, checked.claim) for checked in story.claims],
    }


def _marked(story: Story, inside: Stretch) -> tuple[Marked, ...]:
    claims = (checked.claim for checked in story.claims)
    return tuple(Marked(claim.id or 0, claim.start, claim.end) for claim in claims if claim.inside is inside)


def _claim(story: Story, claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "label": claim.label,
        "fields": fields(claim),
        "sentence": _sentence(story, claim),
        "worth": claim.checkworthiness,
        "signals": _signals(story, claim),
    }


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


def standings(story: Story, me: Person) -> dict[str, Any]:
    """The part "judge": how every claim stands, what of it is mine, and the order of my reviews that count."""
    own = [review for checked in story.claims for review in _mine(checked, me)]
    own.sort(key=lambda review: (review.at, review.id or 0))
    return {
        "part": "judge",
        "article": story.article.id,
        "states": [_state(checked, me) for checked in story.claims],
        "order": [review.claim_id for review in own],
    }


def _mine(checked: CheckedClaim, me: Person) -> list[Review]:
    taken_back = {review.takes_back for review in checked.reviews if review.act is ReviewAct.UNDO}
    return [
        r for r in checked.reviews if r.person_id == me.id and r.act is not ReviewAct.UNDO and r.id not in taken_back
    ]


def _state(checked: CheckedClaim, me: Person) -> dict[str, Any]:
    mine = _mine(checked, me)
    return {
        "id": checked.claim.id,
        "shown": checked.standing.shown,
        "second": checked.standing.status is Status.NEEDS_SECOND,
        "mine": [_judgement(review) for review in mine],
        "others": [_judgement(review) for review in checked.standing.counting if review.person_id != me.id],
        "reason": mine[-1].reason if mine else "",
        "version": len(checked.reviews),
    }


def _judgement(review: Review) -> str:
    return review.rating.value if review.rating else "dismissed"


def card(
    story: Story,
    checked: CheckedClaim,
    *,
    history: list[Event],
    changes: dict[int, Any],
    sources: list[str],
    me: Person,
) -> dict[str, Any]:
    """The part "card": one claim's evidence and history, and the names of known sources to choose from.

    `changes` are what the events of the history changed, by number, as far as they were not erased.
    """
    return {
        "part": "card",
        "claim": checked.claim.id,
        "evidence": [_evidence(story, one, me) for one in checked.citations],
        "history": [
            *(_event(story, event, changes.get(event.number, {}).get("after"), me) for event in history),
            _found(story),
        ],
        "sources": sources,
    }


def _evidence(story: Story, one: Any, me: Person) -> dict[str, Any]:
    evidence, source = one.evidence, one.source
    person = story.people.get(evidence.person_id)
    return {
        "id": evidence.id,
        "claim": evidence.claim_id,
        "stance": evidence.stance.value,
        "words": evidence.words,
        "locator": evidence.locator,
        "source": source.name,
        "tier": source.tier.value,
        "origin": source.origin,
        "at": evidence.at.isoformat(),
        "by": "you" if evidence.person_id == me.id else (person.name if person else "someone"),
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
