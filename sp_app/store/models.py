"""The tables of the store. A saved version and an entry of the record are never changed again: triggers hold that.

    scenario ──< scenario_version      the name and the current number; what was saved, each time
    deck ──< deck_version              the same for decks that are presented
    audit                              who did what, when: to scenarios and to decks
    room ──< room_question ──< room_prediction      a meeting on phones: what was asked, what each phone said
         └─< room_delegation                        the lever values a delegation sent under its name

Changing a table means a new file in migrations/versions; a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Float, ForeignKey, Index, String, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: SQLite keeps no time zone, so it is taken off and put back here."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as UTC without its zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """What all tables share: how Python's types are kept."""

    type_annotation_map = {  # noqa: RUF012  (SQLAlchemy reads it as it is)
        str: String,
        datetime: Moment,
        float: Float,
        dict[str, Any]: JSON,
        dict[str, float]: JSON,
        dict[str, str]: JSON,
    }


class Named(Base):
    """One thing kept under a name, and which of its versions is the current one."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True)
    name_en: Mapped[str]
    name_lo: Mapped[str]
    version: Mapped[int]
    deleted_at: Mapped[datetime | None]


class Frozen(Base):
    """What was saved once, by whom; `owner_id` names the thing it is a version of."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str]
    number: Mapped[int]
    author: Mapped[str]
    saved_at: Mapped[datetime]


class ScenarioRow(Named):
    """One saved scenario."""

    __tablename__ = "scenario"

    versions: Mapped[list[VersionRow]] = relationship(back_populates="scenario", order_by="VersionRow.number")


class VersionRow(Frozen):
    """What was saved once: structure, every lever's value, and the edition of the figures it was made on."""

    __tablename__ = "scenario_version"
    __table_args__ = (UniqueConstraint("scenario_id", "number"),)

    owner_id: Mapped[str] = mapped_column("scenario_id", ForeignKey("scenario.id"))
    base: Mapped[str]  # the scenario it was made from: of the library, saved, or of a file
    definition: Mapped[dict[str, Any]]  # the fields of a scenario file without names and values
    levers: Mapped[dict[str, float]]  # every lever's value by its id, in the core's units
    note_en: Mapped[str]
    note_lo: Mapped[str]
    tape_hash: Mapped[str]
    build_id: Mapped[str]
    scenario: Mapped[ScenarioRow] = relationship(back_populates="versions")


class DeckRow(Named):
    """One saved deck."""

    __tablename__ = "deck"


class DeckVersionRow(Frozen):
    """A deck as it was saved once: the fields of its file, and the figures it was made on."""

    __tablename__ = "deck_version"
    __table_args__ = (UniqueConstraint("deck_id", "number"),)

    owner_id: Mapped[str] = mapped_column("deck_id", ForeignKey("deck.id"))
    base: Mapped[str]  # the deck it was made from: of the library, saved, or of a file
    content: Mapped[dict[str, Any]]
    build_id: Mapped[str]


class AuditRow(Base):
    """One change: who, when, what; `detail` holds old and new."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[str]
    version: Mapped[int | None]
    detail: Mapped[dict[str, Any]]


class RoomRow(Base):
    """One meeting on phones; open while `closed_at` is empty. `scenario` is the query that phones follow."""

    __tablename__ = "room"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    opened_by: Mapped[str]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    scenario: Mapped[dict[str, str]]
    refused: Mapped[int]


class QuestionRow(Base):
    """One question: what phones were to predict, about which scenario, within which range, and the model's answer."""

    __tablename__ = "room_question"
    __table_args__ = (Index("ix_room_question_room", "room_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    asked_at: Mapped[datetime]
    scenario: Mapped[dict[str, str]]
    measure: Mapped[str]
    year: Mapped[int]
    low: Mapped[float]  # range of the phones' slider, in the printed unit
    high: Mapped[float]
    answer: Mapped[float]  # the model's, in the printed unit
    phase: Mapped[str]


class PredictionRow(Base):
    """What one phone answered; a later answer takes the place of the earlier."""

    __tablename__ = "room_prediction"

    question_id: Mapped[int] = mapped_column(ForeignKey("room_question.id"), primary_key=True)
    phone: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[float]  # in the printed unit


class DelegationRow(Base):
    """The scenario one phone sent under the name of its delegation; `hidden` when the presenter took it away."""

    __tablename__ = "room_delegation"

    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"), primary_key=True)
    phone: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    scenario: Mapped[dict[str, str]]
    sent_at: Mapped[datetime]
    hidden: Mapped[bool]
