"""The trail of rooms: who opened and who closed which, when; in the same audit trail as everything that is kept.

entered(session, editor, "open", room, at)   # in the transaction of the change itself
rooms_trail(store, who)                      # an editor; the latest first
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from sp_app.store.models import AuditRow, RoomRow
from sp_app.store.opening import Store
from sp_app.store.permission import Editor, Permission, fail_unless_editor

SUBJECT = "room"
MOST = 500
Act = Literal["open", "close"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomEntry:
    """One line of the record: who opened or closed the room with this code, and on which scenario it stood."""

    at: datetime
    who: str
    what: Act
    code: str
    scenario: str


def entered(session: Session, who: Editor, what: Act, room: RoomRow, at: datetime) -> None:
    """Add one line to the audit trail; the room must have its number."""
    detail = {"code": room.code, "scenario": room.scenario.get("s", "")}
    session.add(
        AuditRow(at=at, who=who.name, what=what, subject=SUBJECT, subject_id=str(room.id), version=None, detail=detail)
    )


def rooms_trail(store: Store, who: Permission, most: int = MOST) -> tuple[RoomEntry, ...]:
    """Return what was opened and closed, the latest first."""
    fail_unless_editor(who)
    query = select(AuditRow).where(AuditRow.subject == SUBJECT).order_by(AuditRow.id.desc()).limit(min(most, MOST))
    with store.reading() as session:
        return tuple(
            RoomEntry(at=row.at, who=row.who, what=row.what, **row.detail)  # type: ignore[arg-type]  # `entered` wrote it
            for row in session.scalars(query)
        )
