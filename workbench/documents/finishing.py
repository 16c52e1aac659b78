"""From a draft to the reading that leaves this craft."""

import hashlib

from workbench.documents.cleaning import clean
from workbench.documents.draft import Draft
from workbench.documents.limits import Limits
from workbench.documents.unreadable import NO_TEXT, UnreadableError, too_long
from workbench.domain.article import Original, Reading


def finish(draft: Draft, original: Original, limits: Limits, outside_id: str | None = None) -> Reading:
    """The reading of a draft whose text is cleaned here; UnreadableError where it holds no text or too much."""
    text = clean(draft.text)
    if not text:
        raise UnreadableError(original.name, NO_TEXT)
    if len(text) > limits.max_characters:
        raise UnreadableError(original.name, too_long(len(text), limits.max_characters))
    return Reading.model_validate(
        {
            **draft.fields,
            "text": text,
            "origins": draft.origins,
            "guesses": draft.guesses,
            "outside_id": outside_id,
            "original": original,
        }
    )


def original(data: bytes, name: str, media_type: str) -> Original:
    """The bytes as they came, with their SHA-256; a name over 500 characters loses its start."""
    digest = hashlib.sha256(data).hexdigest()
    return Original(name=name[-500:], media_type=media_type, sha256=digest, size=len(data), data=data)
