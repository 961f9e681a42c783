"""A saved scenario is frozen while programmes change: what fits is used, what does not is told, nothing is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sp_app.store.changing import save
from sp_app.store.looking import compare, listed, load
from sp_app.store.opening import Store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.problem import Refused
from sp_core.scenario import Scenario
from tests.store.drafts import draft

LOOKING = Viewer()


def change(library: Path, file: str, pattern: str, replacement: str) -> None:
    path = library / file
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, replacement, before, count=1, flags=re.DOTALL)
    assert after != before, "the change itself failed"
    path.write_text(after, encoding="utf-8")


def test_another_default_of_today_does_not_move_a_saved_value(
    store: Store, editor: Editor, scenario: Scenario, library: Path
) -> None:
    record = save(store, editor, draft(scenario)).record
    change(library, "programmes/mecg.toml", "default = 12\n", "default = 24\n")
    loaded = load(store, LOOKING, record.id, data=library)
    assert loaded.scenario.defaults()["mecg.months_childhood"] == 24
    assert loaded.scenario.values() == record.values and loaded.notices == ()


def test_a_value_outside_todays_range_stands_at_todays_value_and_says_so(
    store: Store, editor: Editor, scenario: Scenario, library: Path
) -> None:
    record = save(store, editor, draft(scenario, coverage=0.9)).record
    change(library, "programmes/mecg.toml", r"(\[levers\.coverage\].*?)maximum = 1\.0", r"\1maximum = 0.8")
    loaded = load(store, LOOKING, record.id, data=library)
    assert loaded.scenario.values()["mecg.coverage"] == 0.004
    (notice,) = loaded.notices
    assert (notice.kind, notice.values["typed"]) == ("value_reset", "0.9")
    assert loaded.record.values["mecg.coverage"] == 0.9


def test_years_that_no_longer_follow_each_other_both_stand_at_todays(
    store: Store, editor: Editor, scenario: Scenario, library: Path
) -> None:
    values = {"mecg.start_year": 2030.0, "mecg.full_year": 2040.0}
    record = save(store, editor, replace(draft(scenario), values=values)).record
    change(library, "programmes/mecg.toml", "maximum = 2040", "maximum = 2039")
    loaded = load(store, LOOKING, record.id, data=library)
    assert [notice.values["field"] for notice in loaded.notices] == ["mecg.full_year", "mecg.start_year"]
    assert loaded.scenario.values()["mecg.start_year"] == loaded.scenario.values()["mecg.full_year"] == 2026


def test_a_lever_that_is_gone_and_one_that_is_new_are_told(
    store: Store, editor: Editor, scenario: Scenario, library: Path
) -> None:
    record = save(store, editor, draft(scenario)).record
    change(library, "programmes/mecg.toml", r"\[levers\.take_up\].*?\n\n", "")
    change(library, "programmes/mecg.toml", r"months = \[", 'months = ["months_extra", ')
    text = (library / "programmes/mecg.toml").read_text("utf-8")
    block = re.search(r"\[levers\.months_childhood\].*?\n\n", text, re.DOTALL)
    assert block
    extra = block[0].replace("months_childhood", "months_extra")
    (library / "programmes/mecg.toml").write_text(text.rstrip() + "\n\n" + extra, "utf-8")
    loaded = load(store, LOOKING, record.id, data=library)
    assert [(n.kind, n.values["field"]) for n in loaded.notices] == [
        ("lever_gone", "mecg.take_up"),
        ("lever_new", "mecg.months_extra"),
    ]
    assert loaded.scenario.values()["mecg.coverage"] == 0.55
    assert loaded.scenario.headline == tuple(name for name in scenario.headline if name != "mecg.take_up")


def test_a_programme_that_is_gone_keeps_the_record_and_can_still_be_compared(
    store: Store, editor: Editor, scenario: Scenario, library: Path
) -> None:
    one, two = (save(store, editor, draft(scenario, coverage=c)).record for c in (0.4, 0.5))
    (library / "programmes" / "mecg.toml").unlink()
    with pytest.raises(Refused, match=r"mecg\.toml: no such file"):
        load(store, LOOKING, one.id, data=library)
    assert {record.id for record in listed(store, LOOKING)} == {one.id, two.id}
    (difference,) = compare(store, LOOKING, [one.id, two.id], data=library).differences
    assert (difference.values, difference.lever) == ((0.4, 0.5), None)
