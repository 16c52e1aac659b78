"""Look whether the addresses that evidence was taken from still answer."""

from collections.abc import Iterable

from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.evidence import LinkCheck, LinkState, link_state
from workbench.domain.person import Person, Right
from workbench.services.rights import need
from workbench.services.wires import Desk
from workbench.store import link_checks, sources


def check(desk: Desk, source_id: int, *, by: Person) -> LinkCheck:
    """Ask a source's address now whether it answers, and keep what it said. Only its headers are read.

    Speaks to another machine, so it is done only where a person asks for it; 15 seconds at most. Raises InputError
    where the source has no address, UnreadableError where its address may not be asked.
    """
    need(by, Right.ADD_EVIDENCE)
    with desk.store.reading() as session:
        source = sources.find(session, source_id)
    if source is None:
        raise NotFoundError(f"There is no source {source_id} in the library.")
    if not source.url:
        raise InputError("This source has no address to look at. Write one in the library of sources.")
    look = desk.web.look(source.url, desk.limits)
    with desk.store.writing() as writing:
        now = desk.clock()
        kept = writing.keep(LinkCheck(url=source.url, alive=look.alive, says=look.says[:500], person_id=by.pk, at=now))
        after = {"source": source.name, "url": source.url, "alive": kept.alive, "says": kept.says}
        writing.log("link.check", f"source:{source_id}", at=now, by=by, after=after)
        return kept


def of_story(desk: Desk, article_id: int, *, by: Person) -> dict[int, str]:
    """The sources with an address that a story's evidence was taken from, and their addresses, each address once."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        found = sources.of_article(session, article_id)
    by_url = {source.url: source.pk for source in reversed(found) if source.url}
    return {key: url for url, key in by_url.items()}


def states(desk: Desk, urls: Iterable[str | None], *, by: Person) -> dict[str, LinkState]:
    """Whether each of these addresses answered when somebody last looked; one that nobody looked at is left out."""
    need(by, Right.READ)
    with desk.store.reading() as session:
        looks = link_checks.of_urls(session, {url for url in urls if url})
    return {url: link_state(every) for url, every in looks.items()}
