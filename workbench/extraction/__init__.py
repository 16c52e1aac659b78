"""Finds the claims of a story: figures, dates, quotations, reported statements, identities, ranks, statements."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.extraction.pipeline import Extractor


def load(model: str | None = None) -> "Extractor":
    """The extractor with the named spaCy model, or the locked one; `ModelError` where it can't be used.

    spaCy is imported here and not with this package, so that commands that extract nothing start fast.
    """
    from workbench.extraction.pipeline import load as load_extractor

    return load_extractor(model)
