"""From rows of the database to records, and the entries that every change leaves behind."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sp_app.store.models import AuditRow, ScenarioRow, VersionRow
from sp_app.store.permission import Editor
from sp_app.store.problem import refused, shown
from sp_app.store.records import Action, Change, Edition, Record
from sp_core.records import Text

SUBJECT = "scenario"


def new_id() -> str:
    """Return an id for a saved scenario; it may also name a file of the library and stand in an address."""
    return f"saved_{secrets.token_hex(5)}"


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def find(session: Session, id: str, deleted_too: bool = False) -> ScenarioRow:
    """Return the scenario with this id; raise Refused when there is none or it was deleted."""
    row = session.get(ScenarioRow, id) if isinstance(id, str) else None
    if row is None:
        raise refused("unknown_record", typed=shown(id))
    if row.deleted_at is not None and not deleted_too:
        raise refused("deleted", name=Text(row.name_en, row.name_lo))
    return row


def find_version(session: Session, row: ScenarioRow, number: int | None = None) -> VersionRow:
    """Return one version of a scenario, the current one unless another is asked for."""
    wanted = row.version if number is None else number
    query = select(VersionRow).where(VersionRow.scenario_id == row.id, VersionRow.number == wanted)
    version = session.scalars(query).one_or_none()
    if version is None:
        raise refused("unknown_record", typed=f"{row.id}, {shown(wanted)}")
    return version


def record_of(row: ScenarioRow, version: VersionRow) -> Record:
    """Return what a row and one of its versions say, as a record of its own."""
    return Record(
        id=row.id,
        name=Text(row.name_en, row.name_lo),
        version=version.number,
        latest=row.version,
        base=version.base,
        definition=version.definition,
        values=version.levers,
        note=Text(version.note_en, version.note_lo),
        edition=Edition(version.tape_hash, version.build_id),
        author=version.author,
        saved_at=version.saved_at,
        deleted_at=row.deleted_at,
    )


def enter(
    session: Session, who: Editor, what: Action, row: ScenarioRow, at: datetime, detail: Mapping[str, Any]
) -> None:
    """Add one line to the audit trail, in the transaction of the change itself."""
    session.add(
        AuditRow(
            at=at,
            who=who.name,
            what=what,
            subject=SUBJECT,
            subject_id=row.id,
            version=row.version,
            detail=dict(detail),
        )
    )


def changes_between(old: Mapping[str, float], new: Mapping[str, float]) -> tuple[Change, ...]:
    """Return each lever whose value differs, in the order of the new values, then those that are gone."""
    names = [*new, *(name for name in old if name not in new)]
    return tuple(Change(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))


def as_detail(changes: tuple[Change, ...]) -> dict[str, Any]:
    """Return changes as they are kept in the trail."""
    return {"changes": {change.lever: [change.old, change.new] for change in changes}}


def from_detail(detail: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return the changes an entry of the trail tells of."""
    return tuple(Change(lever, old, new) for lever, (old, new) in detail.get("changes", {}).items())
