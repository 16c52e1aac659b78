"""Alembic's environment: the connection is handed in by `workbench.store.migrating`."""

from alembic import context
from sqlmodel import SQLModel

import workbench.store.tables  # noqa: F401 - fills the metadata
from workbench.store import finding

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    include_name=lambda name, _kind, _parents: not finding.is_ours(name),
)
with context.begin_transaction():
    context.run_migrations()
