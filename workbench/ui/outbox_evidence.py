"""The browser's acts around evidence. What speaks to other machines is begun here and done by the keeper."""

from workbench.domain.errors import InputError
from workbench.domain.person import Person, Right
from workbench.services import accounts, link_checking, snapshotting, sourcing
from workbench.services.rights import need
from workbench.services.wires import Desk
from workbench.ui.items import AddEvidence, Around, CheckLinks, CorrectEvidence, KeepPage, UseEvidence, WithdrawEvidence
from workbench.ui.keeper import Keeper
from workbench.ui.reader.evidence import link_job, page_job


def add(desk: Desk, person: Person, item: AddEvidence, keeper: Keeper | None) -> None:
    """Add evidence to its claim, then to the other claims that were chosen with it, and begin to keep its page."""
    kept = sourcing.add_evidence(
        desk,
        item.claim,
        by=person,
        source=item.source,
        stance=item.stance,
        words=item.words,
        locator=item.locator,
        tier=item.tier,
        origin=item.origin or None,
        url=item.url or None,
        snapshot_id=item.snapshot,
        key=item.key,
    )
    for claim in dict.fromkeys(item.also):
        if claim != item.claim:
            sourcing.use_for(desk, kept.pk, claim, by=person, key=f"{item.key[:80]}:{claim}")
    if item.keep and kept.snapshot_id is None:
        _keep_page(desk, person, kept.pk, keeper)


def act(desk: Desk, person: Person, item: Around, keeper: Keeper | None) -> None:
    """Any other act around evidence."""
    match item:
        case UseEvidence():
            sourcing.use_for(desk, item.evidence, item.claim, by=person, stance=item.stance, key=item.key)
        case CorrectEvidence():
            sourcing.correct_evidence(
                desk,
                item.evidence,
                by=person,
                words=item.words,
                locator=item.locator,
                stance=item.stance,
                everywhere=item.everywhere,
                key=item.key,
            )
        case WithdrawEvidence():
            sourcing.withdraw_evidence(desk, item.evidence, by=person, reason=item.reason, everywhere=item.everywhere)
        case KeepPage():
            _keep_page(desk, person, item.evidence, keeper)
        case CheckLinks():
            for source in dict.fromkeys(item.sources):
                check_link(desk, person, source, keeper)


def check_link(desk: Desk, person: Person, source: int, keeper: Keeper | None) -> None:
    """Begin to look whether a source's address still answers."""
    need(person, Right.ADD_EVIDENCE)
    _worker(keeper).do(link_job(source), lambda: link_checking.check(desk, source, by=_still(desk, person)))


def _keep_page(desk: Desk, person: Person, evidence: int, keeper: Keeper | None) -> None:
    need(person, Right.ADD_EVIDENCE)
    _worker(keeper).do(page_job(evidence), lambda: snapshotting.keep_page_of(desk, evidence, by=_still(desk, person)))


def _still(desk: Desk, person: Person) -> Person:
    """The person as the store has them when their work comes up: an account may have been closed meanwhile."""
    return accounts.person(desk, person.pk)


def _worker(keeper: Keeper | None) -> Keeper:
    if keeper is None:
        raise InputError("Pages are kept at the desk in the browser. Open it there.")
    return keeper
