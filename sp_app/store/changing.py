"""Services that change saved scenarios. Each asks for an editor, does all or nothing, and leaves a line in the trail.

    saved = save(store, who, draft)                       # a new scenario
    saved = save(store, who, draft, onto=loaded.record)   # a new version of the one it was made from
    rename(store, who, id, name) · duplicate(store, who, id, name) · delete(store, who, id) · restore(store, who, id)

Two people who save onto the same version both keep their work: the second one's becomes a
scenario of its own beside the first, and `saved.told` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sp_app.store.definition import definition_of
from sp_app.store.levers import checked_values
from sp_app.store.models import ScenarioRow, VersionRow
from sp_app.store.opening import Store
from sp_app.store.permission import Editor, Permission, fail_unless_editor
from sp_app.store.problem import Problem, problem
from sp_app.store.records import Action, Draft, Edition, Record, Saved
from sp_app.store.rows import as_detail, changes_between, enter, find, find_version, new_id, record_of, utc_now
from sp_app.store.typed_text import NAME, NOTE, checked_both
from sp_core.records import Text

Clock = Callable[[], datetime]


def save(store: Store, who: Permission, draft: Draft, onto: Record | None = None, now: Clock = utc_now) -> Saved:
    """Keep a draft: as a new scenario, or as the next version of the record it was made from.

    Raises Refused: not_editor; empty, too_long, unprintable for name and note; a lever
    problem for each value that is not good; whatever the disk says.
    """
    return keep(store, who, draft, onto, "save", {}, now)


def keep(
    store: Store,
    who: Permission,
    draft: Draft,
    onto: Record | None,
    action: Action,
    detail: Mapping[str, Any],
    now: Clock,
) -> Saved:
    """Do what `save` says; `action` and `detail` tell the trail where the draft came from."""
    editor = fail_unless_editor(who)
    name, content = checked_both(NAME, draft.name), _content(draft)
    with store.writing() as session:
        at = now()
        row = find(session, onto.id, deleted_too=True) if onto else None
        told = _overtaken(session, row, onto) if row and onto else None
        if row is None or told:
            kept_as = _free_name(session, name) if told else name
            before = draft.scenario.defaults()
            row, version = _new_scenario(session, editor, kept_as, content, at)
        else:
            kept_as = name
            before = find_version(session, row).levers
            detail = {**detail, **_renamed(row, name)}
            version = _new_version(session, editor, row, name, content, at)
        changes = as_detail(changes_between(before, version.levers))
        beside = {"beside": onto.id, "from_version": onto.version} if told and onto else {}
        enter(session, editor, "save_beside" if told else action, row, at, {**changes, **detail, **beside})
        record = record_of(row, version)
    return Saved(record, told and Problem(told.kind, {**told.values, "kept_as": kept_as}))


def _renamed(row: ScenarioRow, name: Text) -> dict[str, list[str]]:
    """Return the old and the new name as the trail keeps them; nothing when they are the same."""
    old, new = [row.name_en, row.name_lo], [name.en, name.lo]
    return {} if old == new else {"old": old, "new": new}


def rename(store: Store, who: Permission, id: str, name: Text | str, now: Clock = utc_now) -> Record:
    """Give a scenario another name; the trail keeps the old one."""
    editor, wanted = fail_unless_editor(who), checked_both(NAME, name)
    with store.writing() as session:
        row = find(session, id)
        renamed = _renamed(row, wanted)
        row.name_en, row.name_lo = wanted.en, wanted.lo
        if renamed:
            enter(session, editor, "rename", row, now(), renamed)
        return record_of(row, find_version(session, row))


def duplicate(store: Store, who: Permission, id: str, name: Text | str | None = None, now: Clock = utc_now) -> Record:
    """Copy the current version into a scenario of its own; without a name it is numbered."""
    editor = fail_unless_editor(who)
    wanted = None if name is None else checked_both(NAME, name)
    with store.writing() as session:
        source = find(session, id)
        version = find_version(session, source)
        wanted = wanted or _free_name(session, Text(source.name_en, source.name_lo))
        at = now()
        content = {part: getattr(version, part) for part in CONTENT} | {"base": source.id}
        row, copy = _new_scenario(session, editor, wanted, content, at)
        enter(session, editor, "duplicate", row, at, {"from": source.id, "from_version": version.number})
        return record_of(row, copy)


def delete(store: Store, who: Permission, id: str, now: Clock = utc_now) -> Record:
    """Take a scenario off the list; nothing is erased and `restore` brings it back."""
    editor = fail_unless_editor(who)
    with store.writing() as session:
        row = find(session, id)
        row.deleted_at = now()
        enter(session, editor, "delete", row, row.deleted_at, {})
        return record_of(row, find_version(session, row))


def restore(store: Store, who: Permission, id: str, now: Clock = utc_now) -> Record:
    """Bring a deleted scenario back."""
    editor = fail_unless_editor(who)
    with store.writing() as session:
        row = find(session, id, deleted_too=True)
        if row.deleted_at is not None:
            row.deleted_at = None
            enter(session, editor, "restore", row, now(), {})
        return record_of(row, find_version(session, row))


CONTENT = ("base", "definition", "levers", "note_en", "note_lo", "tape_hash", "build_id")


def _content(draft: Draft) -> dict[str, Any]:
    """Return the columns of a version that come from the draft, each checked."""
    note, edition = checked_both(NOTE, draft.note), _edition(draft.edition)
    values = checked_values(draft.scenario, draft.values)
    parts = (draft.scenario.id, definition_of(draft.scenario) | {"status": draft.status}, values)
    return dict(zip(CONTENT, (*parts, note.en, note.lo, edition.tape_hash, edition.build_id), strict=True))


def _edition(edition: Edition) -> Edition:
    if not (edition.tape_hash and edition.build_id):
        raise ValueError("a saved scenario names the tape and the figures it was computed on")
    return edition


def _new_scenario(
    session: Session, editor: Editor, name: Text, content: Mapping[str, Any], at: datetime
) -> tuple[ScenarioRow, VersionRow]:
    row = ScenarioRow(id=new_id(), name_en=name.en, name_lo=name.lo, version=0, deleted_at=None)
    session.add(row)
    return row, _new_version(session, editor, row, name, content, at)


def _new_version(
    session: Session, editor: Editor, row: ScenarioRow, name: Text, content: Mapping[str, Any], at: datetime
) -> VersionRow:
    row.name_en, row.name_lo, row.version = name.en, name.lo, row.version + 1
    version = VersionRow(scenario_id=row.id, number=row.version, author=editor.name, saved_at=at, **content)
    session.add(version)
    session.flush()
    return version


def _overtaken(session: Session, row: ScenarioRow, onto: Record) -> Problem | None:
    """Say who saved, or that somebody deleted, since the draft was begun; None when nobody did."""
    name = Text(row.name_en, row.name_lo)
    if row.deleted_at is not None:
        return problem("deleted_meanwhile", name=name, at=row.deleted_at)
    if row.version == onto.version:
        return None
    newest = find_version(session, row)
    return problem("overtaken", name=name, author=newest.author, at=newest.saved_at, version=newest.number)


def _free_name(session: Session, name: Text) -> Text:
    """Return the name with the first number that no scenario on the list has: Plan (2)."""
    query = select(ScenarioRow.name_en, ScenarioRow.name_lo).where(ScenarioRow.deleted_at.is_(None))
    taken = {part for names in session.execute(query) for part in names}
    number = 2
    while not taken.isdisjoint(_numbered(name, number)):
        number += 1
    return Text(*_numbered(name, number))


def _numbered(name: Text, number: int) -> tuple[str, str]:
    end = f" ({number})"
    room = NAME.longest - len(end)
    return name.en[:room].rstrip() + end, name.lo[:room].rstrip() + end
