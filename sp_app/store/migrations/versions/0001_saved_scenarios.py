"""Saved scenarios and their versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "scenario",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("name_lo", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
    )
    op.create_table(
        "scenario_version",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("scenario_id", sa.String(), sa.ForeignKey("scenario.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.Column("levers", sa.JSON(), nullable=False),
        sa.Column("note_en", sa.String(), nullable=False),
        sa.Column("note_lo", sa.String(), nullable=False),
        sa.Column("tape_hash", sa.String(), nullable=False),
        sa.Column("build_id", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint("scenario_id", "number"),
    )
