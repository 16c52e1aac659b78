"""A list in a query, however long, on each database."""

from sqlmodel import select

from tests.making import reading
from workbench.domain.claim import Claim
from workbench.services import importing
from workbench.store import claims, queue_pages
from workbench.store.lists import among
from workbench.store.reading import having
from workbench.store.tables import QueueRow

MANY = 70_000
"""More than PostgreSQL takes parameters, and twice as many as SQLite takes."""


def test_a_list_may_be_longer_than_a_database_counts_parameters(desk, mara):
    importing.hand_in(desk, reading(), by=mara)
    with desk.store.reading() as session:
        kept = list(session.exec(select(QueueRow.claim_id)))
        asked = [*kept, *range(10**6, 10**6 + MANY)]
        assert kept
        assert [claim.pk for claim in claims.with_ids(session, asked)] == sorted(kept)
        assert [claim.pk for claim in having(session, Claim, id=asked)] == sorted(kept)
        assert len(queue_pages.lines(session, asked)) == len(kept)


def test_an_empty_list_holds_nothing(desk, mara):
    importing.hand_in(desk, reading(), by=mara)
    with desk.store.reading() as session:
        assert list(session.exec(select(QueueRow.claim_id).where(among(QueueRow.claim_id, [])))) == []


def test_texts_in_a_list_are_taken_as_they_stand(desk, mara):
    importing.hand_in(desk, reading(), by=mara)
    with desk.store.reading() as session:
        found = having(session, Claim, label=["'; DROP TABLE claim; --", '"], [1', "Ünïcödé, {1,2}", "\\"])
        assert found == [] and having(session, Claim, label=[claim.label for claim in having(session, Claim)])
