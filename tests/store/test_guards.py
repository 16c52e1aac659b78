import pytest
from sqlalchemy.exc import DBAPIError

from tests.making import keep_one_of_each, reading
from workbench.services import importing, reviewing, sourcing, viewing
from workbench.store import guards
from workbench.store.tables import ROWS

FORBIDDEN = [
    "UPDATE event SET reason = 'x' WHERE number = 1",
    "DELETE FROM event WHERE number = 1",
    "UPDATE change SET body = 'x' WHERE number = 1",
    "UPDATE change SET body = NULL WHERE number = 1",
    "DELETE FROM change WHERE number = 1",
    "UPDATE revision SET text = 'x'",
    "UPDATE original SET size = 1",
    "UPDATE review SET rating = 'verified'",
    "UPDATE review SET reason = '', rating = 'verified'",
    "UPDATE claim SET label = 'x'",
    "UPDATE extraction SET rules_version = 'x'",
    "UPDATE comment SET text = 'x'",
    "UPDATE correction SET fields = '{}', reason = '', claim_id = 2",
    "UPDATE snapshot SET data = 'x'",
    *(f"DELETE FROM {row.__tablename__}" for row in ROWS.values()),
    # A forged event: the right number with the wrong past, and the right past with the wrong number.
    "INSERT INTO event (number, at, person, act, subject, reason, change_sha256, previous, sha256) "
    "SELECT MAX(number) + 1, 'x', 'x', 'x', 'x', '', 'x', 'x', 'x' FROM event",
    "INSERT INTO event (number, at, person, act, subject, reason, change_sha256, previous, sha256) "
    "SELECT number + 7, at, person, act, subject, reason, change_sha256, sha256, sha256 FROM event "
    "WHERE number = (SELECT MAX(number) FROM event)",
]


@pytest.fixture
def filled(desk, mara):
    """A store with one row at least in every table."""
    article = importing.hand_in(desk, reading(), by=mara).article
    claim = viewing.story(desk, article.pk).claims[0].claim.pk
    reviewing.rate(desk, claim, by=mara, rating="disputed", reason="Counted again")
    sourcing.add_evidence(desk, claim, by=mara, source="Port log", stance="refutes", words="30 ships")
    keep_one_of_each(desk, claim, by=mara)
    return desk


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_database_itself_refuses(filled, statement):
    with pytest.raises(DBAPIError), filled.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(statement)


def test_a_row_is_never_replaced(filled):
    if not filled.store.is_sqlite:
        statement = "TRUNCATE review CASCADE"  # PostgreSQL's own way round a trigger on rows
    else:
        statement = "INSERT OR REPLACE INTO review SELECT * FROM review"
    with pytest.raises(DBAPIError), filled.store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(statement)


def test_guards_taken_away_come_back(filled):
    engine = filled.store.engine
    with engine.connect() as connection, connection.begin():
        guards.remove(connection)
        connection.exec_driver_sql("UPDATE event SET reason = '' WHERE number = 1")
        guards.install(connection)
        guards.install(connection)
    with pytest.raises(DBAPIError), engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE event SET reason = 'x' WHERE number = 1")
