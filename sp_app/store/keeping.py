"""What is done to anything kept under a name: save, rename, duplicate, delete, restore; once for every shelf.

Each service asks for an editor, does all or nothing, and leaves a line in the trail.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sp_app.store.models import Frozen, Named
from sp_app.store.opening import Store
from sp_app.store.permission import Editor, Permission, fail_unless_editor
from sp_app.store.problem import Problem, problem
from sp_app.store.records import Action, DeckRecord, R, Record, Saved
from sp_app.store.rows import Shelf, enter, find, find_version, new_id, utc_now
from sp_app.store.typed_text import NAME, checked_both
from sp_core.records import Text

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class New:
    """Something to be kept: its name, the columns of its version, and what to tell the trail about the change.

    `told` gets the version before, None where there is none.
    """

    name: Text
    content: Mapping[str, Any]
    told: Callable[[Frozen | None], Mapping[str, Any]]


def put(
    shelf: Shelf[R],
    store: Store,
    editor: Editor,
    new: New,
    onto: Record | DeckRecord | None,
    action: Action,
    detail: Mapping[str, Any],
    now: Clock,
) -> Saved[R]:
    """Keep `new`: on its own, or as the next version of the record it was made from, unless that was overtaken."""
    with store.writing() as session:
        at = now()
        row = find(session, shelf, onto.id, deleted_too=True) if onto else None
        told = _overtaken(session, shelf, row, onto) if row and onto else None
        name, before = new.name, None
        if row is None or told:
            name = _free_name(session, shelf, name) if told else name
            row, version = _new_thing(session, shelf, editor, name, new.content, at)
        else:
            before = find_version(session, shelf, row)
            detail = {**detail, **_renamed(row, name)}
            version = _new_version(session, shelf, editor, row, name, new.content, at)
        beside = {"beside": onto.id, "from_version": onto.version} if told and onto else {}
        said = {**new.told(before), **detail, **beside}
        enter(session, shelf, editor, "save_beside" if told else action, row, at, said)
        record = shelf.record(row, version)
    return Saved(record, told and Problem(told.kind, {**told.values, "kept_as": name}))


def _renamed(row: Named, name: Text) -> dict[str, list[str]]:
    """Return the old and the new name as the trail keeps them; nothing when they are the same."""
    old, new = [row.name_en, row.name_lo], [name.en, name.lo]
    return {} if old == new else {"old": old, "new": new}


def rename(shelf: Shelf[R], store: Store, who: Permission, id: str, name: Text | str, now: Clock = utc_now) -> R:
    """Give a thing another name; the trail keeps the old one."""
    editor, wanted = fail_unless_editor(who), checked_both(NAME, name)
    with store.writing() as session:
        row = find(session, shelf, id)
        renamed = _renamed(row, wanted)
        row.name_en, row.name_lo = wanted.en, wanted.lo
        if renamed:
            enter(session, shelf, editor, "rename", row, now(), renamed)
        return shelf.record(row, find_version(session, shelf, row))


def duplicate(
    shelf: Shelf[R], store: Store, who: Permission, id: str, name: Text | str | None = None, now: Clock = utc_now
) -> R:
    """Copy the current version into a thing of its own; without a name it is numbered."""
    editor = fail_unless_editor(who)
    wanted = None if name is None else checked_both(NAME, name)
    with store.writing() as session:
        source = find(session, shelf, id)
        version = find_version(session, shelf, source)
        wanted = wanted or _free_name(session, shelf, Text(source.name_en, source.name_lo))
        at = now()
        content = {part: getattr(version, part) for part in shelf.content} | {"base": source.id}
        row, copy = _new_thing(session, shelf, editor, wanted, content, at)
        enter(session, shelf, editor, "duplicate", row, at, {"from": source.id, "from_version": version.number})
        return shelf.record(row, copy)


def delete(shelf: Shelf[R], store: Store, who: Permission, id: str, now: Clock = utc_now) -> R:
    """Take a thing off the list; nothing is erased and `restore` brings it back."""
    editor = fail_unless_editor(who)
    with store.writing() as session:
        row = find(session, shelf, id)
        row.deleted_at = now()
        enter(session, shelf, editor, "delete", row, row.deleted_at, {})
        return shelf.record(row, find_version(session, shelf, row))


def restore(shelf: Shelf[R], store: Store, who: Permission, id: str, now: Clock = utc_now) -> R:
    """Bring a deleted thing back."""
    editor = fail_unless_editor(who)
    with store.writing() as session:
        row = find(session, shelf, id, deleted_too=True)
        if row.deleted_at is not None:
            row.deleted_at = None
            enter(session, shelf, editor, "restore", row, now(), {})
        return shelf.record(row, find_version(session, shelf, row))


def _new_thing(
    session: Session, shelf: Shelf[R], editor: Editor, name: Text, content: Mapping[str, Any], at: datetime
) -> tuple[Named, Frozen]:
    row = shelf.row(id=new_id(), name_en=name.en, name_lo=name.lo, version=0, deleted_at=None)
    session.add(row)
    return row, _new_version(session, shelf, editor, row, name, content, at)


def _new_version(
    session: Session, shelf: Shelf[R], editor: Editor, row: Named, name: Text, content: Mapping[str, Any], at: datetime
) -> Frozen:
    row.name_en, row.name_lo, row.version = name.en, name.lo, row.version + 1
    version = shelf.version(owner_id=row.id, number=row.version, author=editor.name, saved_at=at, **content)
    session.add(version)
    session.flush()
    return version


def _overtaken(session: Session, shelf: Shelf[R], row: Named, onto: Record | DeckRecord) -> Problem | None:
    """Say who saved, or that somebody deleted, since the draft was begun; None when nobody did."""
    name = Text(row.name_en, row.name_lo)
    if row.deleted_at is not None:
        return problem("deleted_meanwhile", name=name, at=row.deleted_at)
    if row.version == onto.version:
        return None
    newest = find_version(session, shelf, row)
    return problem("overtaken", name=name, author=newest.author, at=newest.saved_at, version=newest.number)


def _free_name(session: Session, shelf: Shelf[R], name: Text) -> Text:
    """Return the name with the first number that nothing on the list has: Plan (2)."""
    query = select(shelf.row.name_en, shelf.row.name_lo).where(shelf.row.deleted_at.is_(None))
    taken = {part for names in session.execute(query) for part in names}
    number = 2
    while not taken.isdisjoint(_numbered(name, number)):
        number += 1
    return Text(*_numbered(name, number))


def _numbered(name: Text, number: int) -> tuple[str, str]:
    end = f" ({number})"
    room = NAME.longest - len(end)
    return name.en[:room].rstrip() + end, name.lo[:room].rstrip() + end
