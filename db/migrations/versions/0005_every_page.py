"""Indexes for what every page and every card asks."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    on_desk, calls = sa.text("withdrawn_at IS NULL"), sa.text("mentions <> '[]'")
    op.create_index("review_of_person", "review", ["person_id", "id"])
    op.create_index("evidence_of_passage", "evidence", ["same_as"])
    op.create_index("comment_calls", "comment", ["id"], sqlite_where=calls, postgresql_where=calls)
    op.create_index("article_on_desk", "article", ["is_example", "id"], sqlite_where=on_desk, postgresql_where=on_desk)
