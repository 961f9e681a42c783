"""The audit trail, filled from what was saved before; saved versions and entries cannot be changed any more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

FROZEN = ("scenario_version", "audit")


def upgrade() -> None:
    """Make the table, enter the saves so far, then close both tables against changes."""
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
    )
    op.create_index("ix_audit_subject", "audit", ["subject", "subject_id"])
    op.execute(
        "INSERT INTO audit (at, who, what, subject, subject_id, version, detail) "
        "SELECT saved_at, author, 'save', 'scenario', scenario_id, number, '{}' FROM scenario_version ORDER BY id"
    )
    for table in FROZEN:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_keeps_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END"
            )
