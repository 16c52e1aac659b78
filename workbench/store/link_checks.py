"""Looks at whether addresses still answer."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from workbench.domain.evidence import LinkCheck
from workbench.store.reading import values
from workbench.store.tables import LinkCheckRow


def of_urls(session: Session, urls: Iterable[str]) -> dict[str, list[LinkCheck]]:
    """Every look at each of these addresses, oldest first."""
    query = select(LinkCheckRow).where(col(LinkCheckRow.url).in_(list(urls))).order_by(col(LinkCheckRow.id))
    found: dict[str, list[LinkCheck]] = {}
    for look in values(LinkCheck, session.exec(query)):
        found.setdefault(look.url, []).append(look)
    return found
