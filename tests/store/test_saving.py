"""Save, name, duplicate, delete, restore, list, load, compare: what was saved is what comes back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_app.i18n import texts
from sp_app.store.changing import delete, duplicate, rename, restore, save
from sp_app.store.looking import compare, figures_notice, history, listed, load, versions
from sp_app.store.opening import Store, close_stores, open_store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.places import FILE
from sp_app.store.problem import Refused
from sp_app.store.records import Change, Edition
from sp_core.records import Text
from sp_core.scenario import Scenario
from tests.store.drafts import EDITION, draft

LOOKING = Viewer()
LAO_NOTE = "ຂະຫຍາຍໃຫ້ 55% ຂອງແມ່ຍິງຖືພາ\nຕາມມະຕິກອງປະຊຸມ; ຕ່ຳ ປີ\u200bທຳອິດ"


def test_a_saved_scenario_survives_a_restart_with_every_field(
    store: Store, folder: Path, editor: Editor, scenario: Scenario
) -> None:
    saved = save(store, editor, draft(scenario, note=LAO_NOTE, status="proposal")).record
    close_stores()
    (again,) = listed(open_store(folder), LOOKING)
    assert again == saved
    assert (again.name, again.note, again.author) == (Text("ແຜນ ກ", "ແຜນ ກ"), Text(LAO_NOTE, LAO_NOTE), editor.name)
    assert again.values == scenario.values() | {"mecg.coverage": 0.55}
    assert (again.base, again.edition, again.definition["status"]) == ("mecg_to_scale", EDITION, "proposal")
    assert abs((datetime.now(UTC) - again.saved_at).total_seconds()) < 60


@pytest.mark.parametrize("name", scenario_ids())
def test_every_scenario_of_the_library_is_loaded_as_it_was_saved(store: Store, editor: Editor, name: str) -> None:
    original = load_scenario(name)
    record = save(store, editor, replace(draft(original), values=original.values(), name=original.title)).record
    loaded = load(store, LOOKING, record.id)
    assert loaded.notices == ()
    assert loaded.scenario.values() == original.values()
    kept = {"id": record.id, "description": loaded.scenario.description, "overrides": loaded.scenario.overrides}
    assert loaded.scenario == replace(original, **kept)


def test_saving_onto_a_record_makes_the_next_version_and_keeps_the_earlier(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    first = save(store, editor, draft(scenario, coverage=0.4)).record
    second = save(store, editor, draft(scenario, coverage=0.5), onto=first)
    assert second.told is None
    assert (second.record.id, second.record.version) == (first.id, 2)
    assert [r.values["mecg.coverage"] for r in versions(store, LOOKING, first.id)] == [0.5, 0.4]
    assert load(store, LOOKING, first.id, version=1).scenario.values()["mecg.coverage"] == 0.4
    assert [r.version for r in listed(store, LOOKING)] == [2]


def test_two_people_who_save_the_same_version_both_keep_their_work_and_the_second_is_told(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    start = save(store, editor, draft(scenario)).record
    save(store, Editor("ບຸນມີ"), draft(scenario, coverage=0.6), onto=start)
    second = save(store, Editor("Noy"), draft(scenario, coverage=0.7), onto=start)
    assert second.told is not None and second.told.kind == "overtaken"
    sentence = second.told.sentence(texts("en"))
    assert "ບຸນມີ" in sentence and "version 2" in sentence and "ແຜນ ກ (2)" in sentence
    assert {r.name.lo: r.values["mecg.coverage"] for r in listed(store, LOOKING)} == {"ແຜນ ກ": 0.6, "ແຜນ ກ (2)": 0.7}


def test_work_on_a_scenario_that_somebody_deleted_meanwhile_is_kept(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    start = save(store, editor, draft(scenario)).record
    delete(store, editor, start.id)
    saved = save(store, editor, draft(scenario, coverage=0.9), onto=start)
    assert saved.told is not None and saved.told.kind == "deleted_meanwhile"
    assert [r.values["mecg.coverage"] for r in listed(store, LOOKING)] == [0.9]


def test_a_deleted_scenario_is_off_the_list_but_not_lost(store: Store, editor: Editor, scenario: Scenario) -> None:
    kept, gone = (save(store, editor, draft(scenario, name=name)).record for name in ("ກ", "ຂ"))
    delete(store, editor, gone.id)
    assert [r.id for r in listed(store, LOOKING)] == [kept.id]
    assert [r.id for r in listed(store, editor, deleted=True)] == [gone.id]
    with pytest.raises(Refused, match="an editor can restore it"):
        load(store, LOOKING, gone.id)
    restore(store, editor, gone.id)
    assert load(store, LOOKING, gone.id).record == gone


def test_a_copy_is_a_scenario_of_its_own(store: Store, editor: Editor, scenario: Scenario) -> None:
    first = save(store, editor, draft(scenario)).record
    copy = duplicate(store, Editor("ບຸນມີ"), first.id)
    second_copy = duplicate(store, editor, first.id)
    named = duplicate(store, editor, copy.id, "ແຜນ ຂ")
    assert [r.name.lo for r in (copy, second_copy, named)] == ["ແຜນ ກ (2)", "ແຜນ ກ (3)", "ແຜນ ຂ"]
    assert (copy.values, copy.author, copy.base) == (first.values, "ບຸນມີ", first.id)
    save(store, editor, draft(scenario, name="ແຜນ ຂ", coverage=0.1), onto=named)
    assert load(store, LOOKING, first.id).record == first


def test_the_longest_name_still_finds_room_for_a_number(store: Store, editor: Editor, scenario: Scenario) -> None:
    first = save(store, editor, draft(scenario, name="ກ" * 120)).record
    assert duplicate(store, editor, first.id).name.lo == "ກ" * 116 + " (2)"


def test_the_trail_tells_who_did_what_when_from_which_value_to_which(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    day = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    first = save(store, editor, draft(scenario, coverage=0.4), now=lambda: day).record
    save(store, Editor("Noy"), draft(scenario, coverage=0.5), onto=first)
    rename(store, editor, first.id, Text("Plan B", "ແຜນ ຂ"))
    delete(store, editor, first.id)
    restore(store, editor, first.id)
    trail = history(store, LOOKING, first.id)
    assert [entry.what for entry in trail] == ["restore", "delete", "rename", "save", "save"]
    assert trail[2].detail == {"old": ["ແຜນ ກ", "ແຜນ ກ"], "new": ["Plan B", "ແຜນ ຂ"]}
    assert (trail[3].who, trail[3].version, trail[3].changes) == ("Noy", 2, (Change("mecg.coverage", 0.4, 0.5),))
    assert (trail[4].who, trail[4].at) == (editor.name, day)
    assert Change("mecg.coverage", 0.004, 0.4) in trail[4].changes, "the first save is told against today's values"
    assert all(entry.name == Text("Plan B", "ແຜນ ຂ") for entry in trail)


def test_a_rename_to_the_same_name_leaves_no_entry(store: Store, editor: Editor, scenario: Scenario) -> None:
    first = save(store, editor, draft(scenario)).record
    rename(store, editor, first.id, " ແຜນ ກ ")
    assert [entry.what for entry in history(store, LOOKING)] == ["save"]


@pytest.mark.parametrize("table", ["scenario_version", "audit"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET id = 99", "DELETE FROM {}"])
def test_what_was_saved_and_what_was_done_cannot_be_changed_even_by_hand(
    store: Store, folder: Path, editor: Editor, scenario: Scenario, table: str, verb: str
) -> None:
    save(store, editor, draft(scenario))
    with (
        closing(sqlite3.connect(folder / FILE)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="is never changed"),
    ):
        connection.execute(verb.format(table))


def test_comparing_shows_only_levers_that_differ_with_each_value_old_to_new(
    store: Store, editor: Editor, scenario: Scenario
) -> None:
    ids = [save(store, editor, draft(scenario, coverage=value)).record.id for value in (0.4, 0.4, 0.9)]
    comparison = compare(store, LOOKING, ids)
    assert [(d.id, d.values) for d in comparison.differences] == [("mecg.coverage", (0.4, 0.4, 0.9))]
    (difference,) = comparison.differences
    assert difference.lever == scenario.lever("mecg.coverage")
    assert difference.changes() == (Change("mecg.coverage", 0.4, 0.4), Change("mecg.coverage", 0.4, 0.9))
    assert comparison.same_figures


def test_scenarios_of_different_programmes_can_be_compared(store: Store, editor: Editor, scenario: Scenario) -> None:
    other = load_scenario("social_pension_65")
    one = save(store, editor, draft(scenario)).record
    two = save(store, editor, replace(draft(other), values={}, edition=Edition("00", "ba9876543210"))).record
    comparison = compare(store, LOOKING, [one.id, two.id])
    values = {d.id: d.values for d in comparison.differences}
    assert values["mecg.coverage"] == (0.55, None)
    assert values["social_pension.coverage"] == (None, other.defaults()["social_pension.coverage"])
    assert "growth_offset" not in values and not comparison.same_figures


def test_comparing_needs_two(store: Store, editor: Editor, scenario: Scenario) -> None:
    one = save(store, editor, draft(scenario)).record
    with pytest.raises(Refused, match="at least two"):
        compare(store, LOOKING, [one.id])


def test_the_saved_figures_are_told_apart_from_todays(store: Store, editor: Editor, scenario: Scenario) -> None:
    record = save(store, editor, draft(scenario)).record
    assert figures_notice(record, Edition(EDITION.tape_hash, "ffffffffffff")) is None, "the same tape, the same results"
    notice = figures_notice(record, Edition("00", "ffffffffffff"))
    assert notice is not None
    assert "0123456789ab" in notice.sentence(texts("lo")) and "ffffffffffff" in notice.sentence(texts("lo"))


def test_minus_zero_is_kept_as_zero(store: Store, editor: Editor, scenario: Scenario) -> None:
    values = scenario.values() | {"growth_offset": -0.0}
    record = save(store, editor, replace(draft(scenario), values=values)).record
    assert str(load(store, LOOKING, record.id).record.values["growth_offset"]) == "0.0"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"mecg.coverage": 1.5}, r"mecg\.coverage .*accepted: 0 to 1"),
        ({"mecg.coverage": float("nan")}, "not a number; accepted: 0 to 1"),
        ({"mecg.start_year": 2030.5}, "not a whole number; accepted: a whole number from 2026"),
        ({"mecg.start_year": 2035.0, "mecg.full_year": 2030.0}, "2030 comes before .* 2035; accepted: 2035 to 2040"),
        ({"mecg.speed": 1.0}, r"mecg\.speed is no lever"),
    ],
    ids=["out of range", "not a number", "not whole", "end before start", "unknown"],
)
def test_values_that_are_not_good_are_refused_and_nothing_is_saved(
    store: Store, editor: Editor, scenario: Scenario, values: dict[str, float], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        save(store, editor, replace(draft(scenario), values=values))
    assert listed(store, LOOKING) == () and history(store, LOOKING) == ()


@pytest.mark.parametrize(
    ("name", "says"),
    [("", "name: this is empty"), (" \u3000", "empty"), ("ກ" * 121, "121 characters"), ("a\nb", "hidden")],
)
def test_a_name_that_cannot_be_read_on_a_list_is_refused(
    store: Store, editor: Editor, scenario: Scenario, name: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        save(store, editor, draft(scenario, name=name))
    record = save(store, editor, draft(scenario)).record
    with pytest.raises(Refused, match=says):
        rename(store, editor, record.id, name)
    assert load(store, LOOKING, record.id).record.name.lo == "ແຜນ ກ"


def test_a_scenario_that_does_not_exist_is_named(store: Store, editor: Editor) -> None:
    for service in (delete, restore, duplicate):
        with pytest.raises(Refused, match="no saved scenario or deck saved_0"):
            service(store, editor, "saved_0")
    with pytest.raises(Refused, match="no saved scenario or deck saved_0"):
        load(store, LOOKING, "saved_0")


def test_a_version_that_does_not_exist_is_named(store: Store, editor: Editor, scenario: Scenario) -> None:
    record = save(store, editor, draft(scenario)).record
    with pytest.raises(Refused, match=f"{record.id}, 7"):
        load(store, LOOKING, record.id, version=7)


def test_a_saved_scenario_names_the_figures_it_was_made_on(store: Store, editor: Editor, scenario: Scenario) -> None:
    with pytest.raises(ValueError, match="names the tape"):
        save(store, editor, draft(scenario, edition=Edition("", "")))
