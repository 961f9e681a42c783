"""From rows of the database to records, and the entries that every change leaves behind.

A Shelf is one kind of thing kept under a name: scenarios here, decks in `decks`. What is done to
one (find, save, rename, duplicate, delete, restore, list, look back) is written once for all of them.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic

from sqlalchemy import select
from sqlalchemy.orm import Session

from sp_app.store.models import AuditRow, Frozen, Named, ScenarioRow, VersionRow
from sp_app.store.permission import Editor
from sp_app.store.problem import refused, shown
from sp_app.store.records import Action, Change, Edition, R, Record
from sp_core.records import Text


@dataclass(frozen=True, slots=True)
class Shelf(Generic[R]):
    """One kind of thing that is kept: its rows, its versions, and the record made of both.

    `content` are the columns of a version that hold what was saved.
    """

    subject: str
    row: type[Named]
    version: type[Frozen]
    content: tuple[str, ...]
    record: Callable[[Any, Any], R]


def new_id() -> str:
    """Return an id for something saved; it may also name a file of the library and stand in an address."""
    return f"saved_{secrets.token_hex(5)}"


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def find(session: Session, shelf: Shelf[R], id: str, deleted_too: bool = False) -> Named:
    """Return what has this id on the shelf; raise Refused when there is none or it was deleted."""
    row = session.get(shelf.row, id) if isinstance(id, str) else None
    if row is None:
        raise refused("unknown_record", typed=shown(id))
    if row.deleted_at is not None and not deleted_too:
        raise refused("deleted", name=Text(row.name_en, row.name_lo))
    return row


def find_version(session: Session, shelf: Shelf[R], row: Named, number: int | None = None) -> Frozen:
    """Return one version of a thing on the shelf, the current one unless another is asked for."""
    wanted, of = row.version if number is None else number, shelf.version
    query = select(of).where(of.owner_id == row.id, of.number == wanted)
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


SCENARIOS: Shelf[Record] = Shelf(
    subject="scenario",
    row=ScenarioRow,
    version=VersionRow,
    content=("base", "definition", "levers", "note_en", "note_lo", "tape_hash", "build_id"),
    record=record_of,
)


def enter(
    session: Session,
    shelf: Shelf[R],
    who: Editor,
    what: Action,
    row: Named,
    at: datetime,
    detail: Mapping[str, Any],
) -> None:
    """Add one line to the audit trail, in the transaction of the change itself."""
    session.add(
        AuditRow(
            at=at,
            who=who.name,
            what=what,
            subject=shelf.subject,
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
