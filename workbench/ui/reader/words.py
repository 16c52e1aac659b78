"""A claim's fields in words, as the card shows them."""

from datetime import date
from decimal import Decimal

from workbench.domain.article import Article
from workbench.domain.claim import Claim, Kind

UNATTRIBUTED = "unattributed"


def day(when: date) -> str:
    """15 March 2022."""
    return f"{when.day} {when:%B %Y}"


def byline(article: Article) -> str:
    """Author, publisher and day of publication, as far as they are known; a guessed one says so."""
    parts = [
        _guessed(article, "author", article.author),
        _guessed(article, "publisher", article.publisher),
        _guessed(article, "published", article.published and day(article.published)),
    ]
    return " · ".join(part for part in parts if part) or "No author, publisher or day known"


def _guessed(article: Article, field: str, value: str | None) -> str | None:
    return f"{value} (a guess)" if value and field in article.guesses else value


def amount(text: str) -> str:
    """13600000000 as 13,600,000,000; digits after the point stay as they are."""
    return f"{Decimal(text):,f}"


def fields(claim: Claim) -> list[tuple[str, str]]:
    """The normalised fields that this claim's kind has, named and written for a reader."""
    figure = claim.amount and amount(claim.amount)
    if figure and claim.amount_high:
        figure = f"{figure} to {amount(claim.amount_high)}"
    speaker = claim.speaker
    if claim.kind in (Kind.QUOTE, Kind.ATTRIBUTED):
        speaker = speaker or UNATTRIBUTED
    named = [
        ("Amount", figure),
        ("Unit", claim.unit),
        ("Bound", claim.bound and claim.bound.replace("_", " ")),
        ("Date", claim.date),
        ("Person", claim.person),
        ("Role", claim.role),
        ("Speaker", speaker),
        ("Cue", claim.cue),
        ("About", ", ".join(claim.about)),
    ]
    return [(name, value) for name, value in named if value]
