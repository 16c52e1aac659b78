"""Whatever byte of the record is changed behind the desk's back, the check names the event, or the row and event."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import LargeBinary, String, Text

from tests.making import keep_one_of_each, reading
from workbench.domain.event import Seal
from workbench.services import (
    auditing,
    cataloguing,
    correcting,
    correcting_claims,
    importing,
    reviewing,
    sourcing,
    viewing,
)
from workbench.services.auditing import Subject
from workbench.store.tables import ROWS, ChangeRow, EventRow

TAMPERED = [*ROWS.values(), EventRow, ChangeRow]


@pytest.fixture
def filled(desk, mara, tomas, unguard):
    """A store with rows in every table, whose guards have been taken away."""
    done = importing.hand_in(desk, reading(author="Ines", url="https://ledger.example/1"), by=mara)
    claim = viewing.story(desk, done.article.pk).claims[0].claim.pk
    reviewing.rate(desk, claim, by=mara, rating="verified", reason="Counted")
    reviewing.undo(desk, claim, by=mara)
    reviewing.rate(desk, claim, by=tomas, rating="disputed", reason="Counted again")
    kept = sourcing.add_evidence(desk, claim, by=mara, source="Log", stance="supports", words="31", locator="p. 2")
    sourcing.add_evidence(desk, claim, by=tomas, source="Port", stance="refutes", words="30", origin="harbour master")
    keep_one_of_each(desk, claim, by=mara)
    sourcing.withdraw_evidence(desk, kept.pk, by=mara, reason="old")
    unguard()
    return desk


def places(table):
    """Every column of a table but its key."""
    return [column for column in table.__table__.columns if not column.primary_key]


def one_byte_off(value, at):
    if isinstance(value, bytes):
        return value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]
    if isinstance(value, str):
        return value[:at] + chr(ord(value[at]) ^ 1) + value[at + 1 :]
    return not value if isinstance(value, bool) else value + 64


def tamper(desk, table, column, key, value):
    """Write one value behind the desk's back, keys and foreign keys or not."""
    name = next(iter(table.__table__.primary_key.columns)).name
    if desk.store.is_sqlite:
        with closing(sqlite3.connect(desk.store.engine.url.database)) as connection, connection:
            statement = f'UPDATE {table.__tablename__} SET "{column.name}" = ? WHERE {name} = {key}'
            connection.execute(statement, (value,))
        return
    with desk.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        statement = f'UPDATE {table.__tablename__} SET "{column.name}" = %s WHERE {name} = {key}'
        connection.exec_driver_sql(statement, (value,))


def stored(desk, table, column):
    with desk.store.engine.connect() as connection:
        name = next(iter(table.__table__.primary_key.columns)).name
        rows = connection.exec_driver_sql(f'SELECT {name}, "{column.name}" FROM {table.__tablename__} ORDER BY {name}')
        return [(key, bytes(value) if isinstance(value, memoryview) else value) for key, value in rows]


def spots(value, every):
    if not isinstance(value, str | bytes):
        return [0]
    if not value:
        return []
    return range(len(value)) if every else sorted({0, len(value) // 2, len(value) - 1})


def hold(desk, table, every=False):
    """Change each column of each row at one place after another; returns how many changes were tried."""
    tried = 0
    for column in places(table):
        for key, value in stored(desk, table, column):
            if value is None:
                continue
            for at in spots(value, every):
                changed = one_byte_off(value, at)
                tamper(desk, table, column, key, changed)
                broken = auditing.verify(desk)
                tamper(desk, table, column, key, value)
                where = f"{table.__tablename__}.{column.name} of {key} at {at}"
                assert broken is not None, f"{where} was changed unseen"
                if table in (EventRow, ChangeRow):
                    assert broken.number == key, f"{where}: {broken}"
                else:
                    assert broken.row == f"{table.__tablename__}:{key}", f"{where}: {broken}"
                tried += 1
    return tried


@pytest.mark.parametrize("table", TAMPERED, ids=lambda table: table.__tablename__)
def test_a_changed_byte_is_named(filled, table):
    assert auditing.verify(filled) is None
    assert hold(filled, table) > 0
    assert auditing.verify(filled) is None


@pytest.mark.soak
@pytest.mark.parametrize("table", TAMPERED, ids=lambda table: table.__tablename__)
def test_every_byte_of_every_row_is_named(filled, table):
    tried = hold(filled, table, every=True)
    print(f"\n{filled.store.engine.dialect.name} {table.__tablename__}: {tried} changes of one byte, each named")
    assert tried > 0


def test_a_row_that_is_gone_is_named(filled):
    with filled.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("DELETE FROM review WHERE id = 3")
    broken = auditing.verify(filled)
    assert broken is not None and broken.row == "review:3" and "is gone" in broken.problem


def test_a_row_without_an_event_is_named(filled):
    with filled.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(
            "INSERT INTO review (id, claim_id, person_id, act, rating, reason, key, at) "
            "SELECT 99, claim_id, person_id, act, rating, reason, 'forged', at FROM review WHERE id = 1"
        )
    broken = auditing.verify(filled)
    assert broken is not None and broken.row == "review:99" and "without an event" in broken.problem


def test_an_event_that_is_gone_is_named(filled):
    with filled.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("DELETE FROM change WHERE number = 4")
        connection.exec_driver_sql("DELETE FROM event WHERE number = 4")
    broken = auditing.verify(filled)
    assert broken is not None and broken.number == 4 and "missing" in broken.problem


def test_a_blanked_change_that_no_erasure_names_is_found(filled):
    with filled.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE change SET body = NULL, salt = NULL WHERE number = 4")
    broken = auditing.verify(filled)
    assert broken is not None and broken.number == 4 and "erased without an event" in broken.problem


def test_a_cut_tail_shows_against_a_seal(filled):
    seal = auditing.seal(filled)
    assert auditing.verify(filled, seal) is None
    with filled.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(f"DELETE FROM change WHERE number = {seal.number}")
        connection.exec_driver_sql(f"DELETE FROM event WHERE number = {seal.number}")
        connection.exec_driver_sql("UPDATE evidence SET withdrawn_at = NULL WHERE id = 1")
    assert auditing.verify(filled) is None
    broken = auditing.verify(filled, seal)
    assert broken is not None and broken.number == seal.number and "the log ends at event" in broken.problem


def test_a_seal_of_another_log_does_not_fit(filled):
    broken = auditing.verify(filled, Seal(number=2, sha256="a" * 64))
    assert broken is not None and broken.number == 2 and "not the one that the seal names" in broken.problem


def test_an_empty_log_holds(desk):
    assert auditing.verify(desk) is None
    assert auditing.seal(desk) is None


def test_columns_are_all_tampered_with():
    """The law above reaches text, bytes and numbers: if a column type were passed over, this would say so."""
    kinds = {type(column.type) for table in TAMPERED for column in places(table)}
    assert any(issubclass(kind, LargeBinary) for kind in kinds) and any(
        issubclass(kind, String | Text) for kind in kinds
    )


def test_what_an_act_was_about_is_called_as_it_is_now_and_found_where_it_is(desk, mara):
    article = importing.hand_in(desk, reading(), by=mara).article.pk
    claim = viewing.story(desk, article).claims[0].claim.pk
    kept = sourcing.add_evidence(desk, claim, by=mara, source="Log", stance="supports", words="31")
    cataloguing.edit(desk, kept.source_id, by=mara, name="Port log")
    correcting_claims.correct_claim(desk, claim, by=mara, fields={"label": "31 ships came"})
    correcting.withdraw(desk, article, by=mara, reason="Spiked")
    found = auditing.subjects(desk, auditing.log(desk, by=mara), by=mara)
    assert found == {
        f"article:{article}": Subject("Ships in", article=article),
        f"claim:{claim}": Subject("31 ships came", article=article, claim=claim),
        f"source:{kept.source_id}": Subject("Port log", source=kept.source_id),
    }
