"""Who passages of evidence go back to, and how many of them are independent of each other."""

import re
from collections.abc import Iterable
from functools import lru_cache

from workbench.domain.evidence import Citation, Source

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]+)", re.IGNORECASE)


def independent(cited: Iterable[Citation]) -> int:
    """How many origins these passages have.

    Passages are of one origin where their sources say that they go back to the same, bear one name, or are published
    under one registered domain. A source that names another origin than itself is not its publisher's own word.
    """
    groups: list[set[str]] = []
    for one in cited:
        known = _known_as(one.source)
        touching = [group for group in groups if group & known]
        groups = [group for group in groups if not group & known] + [known.union(*touching)]
    return len(groups)


def _known_as(source: Source) -> set[str]:
    """Every name by which a source's origin may be known elsewhere: in words, and as a registered domain."""
    name, said = _folded(source.name), _folded(source.origin or "")
    if said and said != name:
        return {said, *_domain(said)}
    return {name, *_domain(source.url or "")}


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


@lru_cache(maxsize=4_096)
def _domain(address: str) -> tuple[str, ...]:
    """The domain that an address was registered under, from the list of public suffixes; its host where none fits."""
    # Reading the list takes its time, and most commands never ask.
    from tld import get_fld

    # An address without its scheme may be somebody's name for an origin: "reuters.com".
    whole = address if "//" in address else f"https://{address}" if re.fullmatch(r"[^\s/]+\.[^\s]+", address) else ""
    host = _HOST.match(whole)
    if host is None:
        return ()
    registered = get_fld(whole, fail_silently=True, search_private=True)
    return (registered or host[1].casefold().removeprefix("www."),)
