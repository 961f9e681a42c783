"""Rooms: meetings on phones, with their questions, predictions and delegations' scenarios."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "room",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("opened_by", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("scenario", sa.JSON(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
    )
    op.create_table(
        "room_question",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("room.id"), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("scenario", sa.JSON(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("answer", sa.Float(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
    )
    op.create_index("ix_room_question_room", "room_question", ["room_id"])
    op.create_table(
        "room_prediction",
        sa.Column("question_id", sa.Integer(), sa.ForeignKey("room_question.id"), primary_key=True, nullable=False),
        sa.Column("phone", sa.String(), primary_key=True, nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
    )
    op.create_table(
        "room_delegation",
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("room.id"), primary_key=True, nullable=False),
        sa.Column("phone", sa.String(), primary_key=True, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("scenario", sa.JSON(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
    )
