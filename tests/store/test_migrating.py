import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from workbench.store import finding, tables
from workbench.store.engine import Store, StoreError
from workbench.store.migrating import migrate


def test_an_empty_store_is_brought_up_to_date_once(empty_url):
    store = Store(empty_url)
    before, after = migrate(store)
    assert before is None
    assert migrate(store) == (after, after)
    store.close()


def test_the_migrations_make_the_tables_that_the_code_reads(store):
    assert set(SQLModel.metadata.tables) >= {"article", "event"}
    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": lambda name, *_: not finding.is_ours(name)}
        )
        assert compare_metadata(context, tables.SQLModel.metadata) == []


def test_a_store_from_a_newer_workbench_is_left_alone(store):
    with store.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer workbench"):
        migrate(store)


@pytest.mark.parametrize("url", ["mysql://localhost/x", "nonsense", "postgresql://localhost:1/none"])
def test_a_store_that_cannot_be_opened_says_what_to_do(url):
    with pytest.raises(StoreError, match="WORKBENCH_DATABASE_URL"):
        migrate(Store(url))


def test_a_table_that_others_point_at_can_be_rebuilt_and_a_column_added_breaks_no_record(desk, mara):
    """What a later migration will do, by the same means: batch mode on a table with rows pointing at it."""
    from alembic.operations import Operations
    from sqlalchemy import Column, Text

    from tests.making import reading
    from workbench.services import auditing, importing
    from workbench.store import guards, migrating

    importing.hand_in(desk, reading(), by=mara)
    with desk.store.engine.connect() as connection:
        if desk.store.is_sqlite:
            migrating._outside(connection, "PRAGMA foreign_keys=OFF")
        with connection.begin():
            operations = Operations(MigrationContext.configure(connection))
            with operations.batch_alter_table("person", recreate="always" if desk.store.is_sqlite else "auto") as batch:
                batch.add_column(Column("later", Text(), nullable=True))
            guards.install(connection)
    assert auditing.verify(desk) is None


def test_two_desks_that_open_an_empty_store_at_once_both_find_it_up_to_date(empty_url):
    order = "import sys; from workbench.store.engine import Store; from workbench.store.migrating import migrate; "
    order += "sys.stdin.read(1); print(migrate(Store(sys.argv[1]))[1])"
    command = [sys.executable, "-c", order, empty_url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    both = [subprocess.Popen(command, **pipes) for _ in range(2)]
    for one in both:
        one.stdin.write("x")
        one.stdin.flush()
    told = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0], told
    assert len({out for out, _ in told}) == 1
