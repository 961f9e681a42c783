"""The audit trail, read as one: who changed what is kept here, and when; scenarios, decks and rooms together.

trail(store, who)                            # an editor; the latest first
entered(session, editor, "open", room, at)   # a line about a room, in the transaction of the change itself

The lines about scenarios and decks are written by `rows.enter`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from sp_app.store.decks import DECKS
from sp_app.store.models import AuditRow, RoomRow
from sp_app.store.opening import Store
from sp_app.store.permission import Editor, Permission, fail_unless_editor
from sp_app.store.records import Action, Change
from sp_app.store.rows import SCENARIOS, from_detail
from sp_core.records import Text

ROOM = "room"
SUBJECTS = (SCENARIOS.subject, DECKS.subject, ROOM)
Act = Literal["open", "close"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailLine:
    """One line of the trail: who, in which role, did what to which thing, when; numbered from the first one on.

    `name` is what the thing is called today, of a room its code; `others` names the saved things that
    `detail` points to, by its keys. Every change asks for an editor, so no other role can stand here.
    """

    number: int
    at: datetime
    who: str
    role: Literal["editor"] = "editor"
    what: Action | Act
    subject: str
    id: str
    name: Text
    version: int | None
    changes: tuple[Change, ...]
    detail: Mapping[str, Any]
    others: Mapping[str, Text]


def entered(session: Session, who: Editor, what: Act, room: RoomRow, at: datetime) -> None:
    """Add one line about a room to the trail; the room must have its number."""
    detail = {"code": room.code, "scenario": room.scenario.get("s", "")}
    session.add(
        AuditRow(at=at, who=who.name, what=what, subject=ROOM, subject_id=str(room.id), version=None, detail=detail)
    )


def trail(store: Store, who: Permission) -> tuple[TrailLine, ...]:
    """Return everything that was changed, the latest first; for editors only, since it names people."""
    fail_unless_editor(who)
    with store.reading() as session:
        names = {
            row.id: Text(row.name_en, row.name_lo)
            for shelf in (SCENARIOS.row, DECKS.row)
            for row in session.scalars(select(shelf))
        }
        return tuple(_line(row, names) for row in session.scalars(select(AuditRow).order_by(AuditRow.id.desc())))


def _line(row: AuditRow, names: Mapping[str, Text]) -> TrailLine:
    code = str(row.detail.get("code", row.subject_id))
    detail = {key: value for key, value in row.detail.items() if key != "changes"}
    return TrailLine(
        number=row.id,
        at=row.at,
        who=row.who,
        what=row.what,  # type: ignore[arg-type]  # only `enter` and `entered` write it
        subject=row.subject,
        id=row.subject_id,
        name=names.get(row.subject_id, Text(code, code)),
        version=row.version,
        changes=from_detail(row.detail),
        detail=detail,
        others={key: names[value] for key, value in detail.items() if isinstance(value, str) and value in names},
    )
