import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from workbench.store import tables
from workbench.store.engine import Store, StoreError
from workbench.store.migrating import migrate


def test_an_empty_store_is_brought_up_to_date_once(store_url):
    store = Store(store_url)
    before, after = migrate(store)
    assert before is None
    assert migrate(store) == (after, after)
    store.close()


def test_the_migrations_make_the_tables_that_the_code_reads(store):
    assert set(SQLModel.metadata.tables) >= {"article", "event"}
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
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
