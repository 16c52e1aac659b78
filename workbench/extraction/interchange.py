"""One story's claims as the object that `workbench extract --format jsonl` prints."""

from datetime import date
from typing import Any

from workbench.domain.claim import Claim, Extracted, Sentence

SCHEMA = "workbench.extract/1"
_FIELDS = ("amount", "amount_high", "unit", "bound", "date", "speaker", "cue", "person", "role")


def as_object(story_id: str, title: str, published: date | None, text: str, extracted: Extracted) -> dict[str, Any]:
    """The story with its sentences and claims, ready for JSON. Offsets count characters of `text` (or of the title)."""
    return {
        "schema": SCHEMA,
        "id": story_id,
        "title": title,
        "published": published.isoformat() if published else None,
        "text": text,
        "sentences": [_sentence(sentence) for sentence in extracted.extraction.sentences],
        "claims": [_claim(claim) for claim in extracted.claims],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "start": sentence.start,
        "end": sentence.end,
        "checkworthiness": sentence.checkworthiness,
        "signals": sentence.signals,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    fields = {name: getattr(claim, name) for name in _FIELDS}
    fields["bound"] = claim.bound.value if claim.bound else None
    return {
        "in": claim.inside.value,
        "kind": claim.kind.value,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "label": claim.label,
        "about": claim.about,
        **fields,
        "sentence": claim.sentence,
        "checkworthiness": claim.checkworthiness,
        "signals": claim.signals,
    }
