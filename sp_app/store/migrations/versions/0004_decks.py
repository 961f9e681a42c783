"""Saved decks and their versions; a saved version is never changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables and close the versions against changes."""
    op.create_table(
        "deck",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("name_lo", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
    )
    op.create_table(
        "deck_version",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("deck_id", sa.String(), sa.ForeignKey("deck.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("build_id", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint("deck_id", "number"),
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER deck_version_keeps_{verb.lower()} BEFORE {verb} ON deck_version "
            f"BEGIN SELECT RAISE(ABORT, 'deck_version is never changed'); END"
        )
