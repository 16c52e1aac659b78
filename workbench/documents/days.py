"""Days as metadata writes them."""

from datetime import date, datetime


def day_of(written: str | None) -> date | None:
    """The day of an ISO 8601 date or time, as its own zone counts it; None for anything else."""
    text = (written or "").strip()
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
