"""Services that only look, for viewers and editors alike.

    listed(store, who) · load(store, who, id) · compare(store, who, [id, id, …]) · history(store, who, id)

A saved scenario is frozen; the library goes on. `load` puts the saved values on today's
programmes and says what had to give way. `figures_notice` says when results will differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from sp_app.data.scenario_files import DATA
from sp_app.i18n import texts
from sp_app.store.definition import bare_scenario, overrides
from sp_app.store.levers import accepted, value_problem, years_in_wrong_order
from sp_app.store.models import AuditRow, Named, ScenarioRow
from sp_app.store.opening import Store
from sp_app.store.permission import Permission, fail_unless_editor, fail_unless_may_look
from sp_app.store.problem import Problem, Refused, Value, problem, refused, shown
from sp_app.store.records import Comparison, Difference, Edition, Entry, Loaded, R, Record
from sp_app.store.rows import SCENARIOS, Shelf, find, find_version, from_detail, record_of
from sp_core.errors import SocialProtectionError
from sp_core.lever import Lever
from sp_core.records import Text
from sp_core.scenario import Scenario

MOST_ENTRIES = 500


def listed(store: Store, who: Permission, deleted: bool = False) -> tuple[Record, ...]:
    """Return the current version of every saved scenario, the latest saved first; `deleted` is for editors."""
    return listed_on(SCENARIOS, store, who, deleted)


def listed_on(shelf: Shelf[R], store: Store, who: Permission, deleted: bool = False) -> tuple[R, ...]:
    """Return the current version of everything on the shelf, the latest saved first; `deleted` is for editors."""
    fail_unless_may_look(who)
    if deleted:
        fail_unless_editor(who)
    one, of = shelf.row, shelf.version
    gone = one.deleted_at.is_not(None) if deleted else one.deleted_at.is_(None)
    current = (of.owner_id == one.id) & (of.number == one.version)
    query = select(one, of).join(of, current).where(gone).order_by(of.id.desc())
    with store.reading() as session:
        return tuple(shelf.record(row, version) for row, version in session.execute(query))


def versions(store: Store, who: Permission, id: str) -> tuple[Record, ...]:
    """Return every version of a scenario, the latest first."""
    fail_unless_may_look(who)
    with store.reading() as session:
        row = find(session, SCENARIOS, id)
        assert isinstance(row, ScenarioRow)
        return tuple(record_of(row, version) for version in reversed(row.versions))


def load(store: Store, who: Permission, id: str, version: int | None = None, data: Path = DATA) -> Loaded:
    """Return a saved scenario on today's library; the current version unless another is asked for.

    Raises Refused: unknown_record, deleted, or contradiction when the library no longer
    has one of its programmes. The record itself is safe in any case.
    """
    fail_unless_may_look(who)
    with store.reading() as session:
        record = record_on(SCENARIOS, session, id, version)
    return on_library(record, data)


def on_library(record: Record, data: Path = DATA) -> Loaded:
    """Put the values of a record on today's programmes and assumptions."""
    scenario = _bare(record, data)
    values, notices = _fitted(scenario, record.values)
    try:
        return Loaded(record, replace(scenario, overrides=overrides(scenario, values)), notices)
    except SocialProtectionError as error:
        raise refused("contradiction", detail=str(error)) from error


def figures_notice(record: Record, today: Edition) -> Problem | None:
    """Say that results differ from those on the day of saving, or None when they cannot."""
    if record.edition.tape_hash == today.tape_hash:
        return None
    return problem("figures_changed", saved=record.edition.build_id, today=today.build_id, at=record.saved_at)


def compare(store: Store, who: Permission, ids: Sequence[str], data: Path = DATA) -> Comparison:
    """Return on which levers two or more saved scenarios differ, each with its values in their order."""
    fail_unless_may_look(who)
    if len(ids) < 2:
        raise refused("too_few")
    with store.reading() as session:
        records = tuple(record_on(SCENARIOS, session, id) for id in ids)
    levers = _known_levers(records, data)
    names = dict.fromkeys([*levers, *(name for record in records for name in record.values)])
    differences = [
        Difference(name, levers.get(name), tuple(record.values.get(name) for record in records)) for name in names
    ]
    return Comparison(
        records,
        tuple(difference for difference in differences if len(set(difference.values)) > 1),
        len({record.edition.build_id for record in records}) == 1,
    )


def record_on(shelf: Shelf[R], session: Session, id: str, version: int | None = None) -> R:
    """Return one version of a thing on the shelf, the current one unless another is asked for."""
    row = find(session, shelf, id)
    return shelf.record(row, find_version(session, shelf, row, version))


def history(store: Store, who: Permission, id: str | None = None, most: int = MOST_ENTRIES) -> tuple[Entry, ...]:
    """Return the trail, the latest first: of one scenario (deleted ones too), or of all."""
    return history_on(SCENARIOS, store, who, id, most)


def history_on(
    shelf: Shelf[R], store: Store, who: Permission, id: str | None = None, most: int = MOST_ENTRIES
) -> tuple[Entry, ...]:
    """Return the trail of a shelf, the latest first: of one thing on it (deleted ones too), or of all."""
    fail_unless_may_look(who)
    one = shelf.row
    query = select(AuditRow, one).join(one, one.id == AuditRow.subject_id).where(AuditRow.subject == shelf.subject)
    query = query.order_by(AuditRow.id.desc()).limit(max(0, min(most, MOST_ENTRIES)))
    with store.reading() as session:
        if id is not None:
            query = query.where(AuditRow.subject_id == find(session, shelf, id, deleted_too=True).id)
        return tuple(_entry(audit, row) for audit, row in session.execute(query))


def _entry(audit: AuditRow, row: Named) -> Entry:
    return Entry(
        at=audit.at,
        who=audit.who,
        what=audit.what,  # type: ignore[arg-type]  # only `enter` writes it
        id=row.id,
        name=Text(row.name_en, row.name_lo),
        version=audit.version,
        changes=from_detail(audit.detail),
        detail={key: value for key, value in audit.detail.items() if key != "changes"},
    )


def _bare(record: Record, data: Path) -> Scenario:
    note = record.note
    described = Text(note.en or texts("en")("store.no_note"), note.lo or texts("lo")("store.no_note"))
    try:
        return bare_scenario(record.id, record.name, described, record.definition, data)
    except SocialProtectionError as error:
        raise refused("contradiction", detail=str(error)) from error


def _fitted(scenario: Scenario, saved: Mapping[str, float]) -> tuple[dict[str, float], tuple[Problem, ...]]:
    """Return a value for every lever of today: the saved one where it still fits; and what did not."""
    values, notices = scenario.defaults(), []
    levers = {lever.id: lever for lever in scenario.levers}
    for name, value in saved.items():
        lever = levers.get(name)
        if lever is None:
            notices.append(problem("lever_gone", field=name, typed=shown(value)))
        elif value_problem(lever, value):
            notices.append(_reset(lever, value))
        else:
            values[name] = float(value)
    for name in (name for pair in years_in_wrong_order(scenario, values) for name in pair):
        if values[name] != levers[name].default:
            notices.append(_reset(levers[name], values[name]))
            values[name] = float(levers[name].default)
    new = [lever for lever in levers.values() if lever.id not in saved]
    notices += [problem("lever_new", field=lever.id, name=lever.name, today=lever.default) for lever in new]
    return values, tuple(notices)


def _reset(lever: Lever, value: float) -> Problem:
    said: dict[str, Value] = {"field": lever.id, "name": lever.name, "typed": shown(value), "accepted": accepted(lever)}
    return problem("value_reset", today=lever.default, **said)


def _known_levers(records: Sequence[Record], data: Path) -> dict[str, Lever]:
    """Return the levers of those records whose programmes still exist."""
    known: dict[str, Lever] = {}
    for record in records:
        try:
            scenario = _bare(record, data)
        except Refused:
            continue
        known |= {lever.id: lever for lever in scenario.levers}
    return known
