"""The evidence of one claim as the card shows it."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from workbench.domain.comparing import Comparison
from workbench.domain.evidence import LinkState, Snapshot, Source
from workbench.domain.person import Person
from workbench.services.citing import Cited
from workbench.ui.keeper import Job

NO_JOBS: Mapping[Hashable, Job] = {}


def shown(
    cited: Cited, *, people: dict[int, Person], me: Person, jobs: Mapping[Hashable, Job] = NO_JOBS
) -> dict[str, Any]:
    """One evidence. `waits` says that something around it is under way, so that the card asks again.

    `jobs` are those there were before the store was read: what ended meanwhile is then asked for once more.
    """
    evidence, source = cited.citation.evidence, cited.citation.source
    person = people.get(evidence.person_id)
    page, link = jobs.get(page_job(evidence.pk)), jobs.get(link_job(source.pk))
    figure, examined = jobs.get(figure_job(evidence.claim_id, evidence.pk)), cited.examined
    reading = examined is None and (figure is None or figure.runs)
    return {
        "id": evidence.id,
        "claim": evidence.claim_id,
        "stance": evidence.stance.value,
        "words": pieces(evidence.words, examined.comparison if examined else None),
        "locator": evidence.locator,
        **_source(source),
        "at": evidence.at.isoformat(),
        "by": "you" if evidence.person_id == me.id else (person.name if person else "someone"),
        "figure": _figure(examined.comparison) if examined and examined.comparison else None,
        "missing": bool(examined and examined.in_page is False),
        "page": _page(cited.snapshot) if cited.snapshot else None,
        "link": _link(cited.link) if cited.link else None,
        "serves": cited.serves,
        "keeping": bool(page and page.runs),
        "looking": bool(link and link.runs),
        # A page that was kept after all, by whomever, leaves nothing to say of the try before.
        "trouble": next((job.says for job in (None if cited.snapshot else page, link) if job and not job.runs), ""),
        "waits": reading or any(job and job.runs for job in (page, link)),
    }


def page_job(evidence_id: int) -> tuple[str, int]:
    """The name of the work that keeps an evidence's page."""
    return "page", evidence_id


def link_job(source_id: int) -> tuple[str, int]:
    """The name of the work that looks at a source's link."""
    return "link", source_id


def figure_job(claim_id: int, evidence_id: int) -> tuple[str, int, int]:
    """The name of the work that holds an evidence's figures against a claim's."""
    return "figure", claim_id, evidence_id


def links(cited: Iterable[Source], states: dict[str, LinkState], jobs: Mapping[Hashable, Job]) -> dict[str, Any]:
    """The links of a whole story: one source for each address, how many are looked at, and how they stood last."""
    sources = [source.pk for source in cited]
    looks = [jobs.get(link_job(source)) for source in sources]
    return {
        "sources": sources,
        "running": sum(bool(look and look.runs) for look in looks),
        "answered": sum(state.alive for state in states.values()),
        "dead": sum(not state.alive for state in states.values()),
    }


def pieces(words: str, comparison: Comparison | None) -> tuple[str, str, str]:
    """The passage in three: before its figure, the figure that was compared, after it."""
    if comparison is None or comparison.start is None or comparison.end is None:
        return words, "", ""
    start, end = comparison.start, comparison.end
    return words[:start], words[start:end], words[end:]


def _source(source: Source) -> dict[str, Any]:
    return {
        "source_id": source.id,
        "source": source.name,
        "tier": source.tier.value,
        "origin": source.origin,
        "url": source.url,
    }


def _figure(comparison: Comparison) -> dict[str, str]:
    return {"outcome": comparison.outcome.value, "says": comparison.says}


def _page(snapshot: Snapshot) -> dict[str, Any]:
    return {"id": snapshot.id, "at": snapshot.at.isoformat(), "sha256": snapshot.sha256, "type": snapshot.media_type}


def _link(state: LinkState) -> dict[str, Any]:
    return {"alive": state.alive, "says": state.says, "since": state.since.isoformat()}
