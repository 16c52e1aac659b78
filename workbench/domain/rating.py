"""The three ratings a reviewer can give."""

from enum import StrEnum


class Rating(StrEnum):
    """One reviewer's judgement."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    SOURCED = "sourced"
