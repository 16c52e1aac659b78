"""The queue: what is derived of every claim on the desk. What searches it is put in place by store/finding.py."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INDEXES = {
    "queue_by_rank": ["pile", "rank", "claim_id"],
    "queue_by_status": ["pile", "status", "rank", "claim_id"],
    "queue_by_kind": ["pile", "kind", "rank", "claim_id"],
    "queue_by_due": ["pile", "due", "rank", "claim_id"],
    "queue_by_day": ["pile", "day", "rank", "claim_id"],
    "queue_by_story": ["pile", "article_id", "place"],
    "queue_by_age": ["pile", "claim_id"],
    "queue_of_article": ["article_id", "counted"],
    "queue_of_person": ["assigned_id", "until"],
    "queue_leased": ["until"],
    "queue_reopened": ["reopened", "rank", "claim_id"],
}


def upgrade() -> None:
    op.create_table(
        "queue",
        sa.Column("claim_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("pile", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("checkworthiness", sa.Float(), nullable=False),
        sa.Column("risk", sa.Integer(), nullable=False),
        sa.Column("risk_reasons", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("searched", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("counted", sa.String(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("reopened", sa.Boolean(), nullable=False),
        sa.Column("assigned_id", sa.Integer(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("last_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    for name, columns in INDEXES.items():
        op.create_index(name, "queue", columns)
    op.create_table(
        "queue_made",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("rules", sa.Integer(), nullable=False),
        sa.Column("policy_sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("article") as batch:
        batch.create_index("article_runs", ["runs_at"])
