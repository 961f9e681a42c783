"""Every changing service refuses a viewer, whatever a page does; looking needs to know who looks."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sp_app.i18n import texts
from sp_app.store import changing, exchange, looking
from sp_app.store.changing import delete, save
from sp_app.store.opening import Store
from sp_app.store.permission import Editor, Viewer
from sp_app.store.problem import Refused
from sp_app.store.records import Record
from sp_app.store.scenario_text import write_scenario
from sp_core.scenario import Scenario
from tests.store.drafts import EDITION, content, draft

Call = Callable[[Store, Any, Record, Scenario], object]
CHANGING: dict[str, Call] = {
    "changing.save": lambda s, who, r, sc: changing.save(s, who, draft(sc)),
    "changing.save onto": lambda s, who, r, sc: changing.save(s, who, draft(sc), onto=r),
    "changing.keep": lambda s, who, r, sc: changing.keep(s, who, draft(sc), None, "import", {}, changing.utc_now),
    "changing.rename": lambda s, who, r, sc: changing.rename(s, who, r.id, "ຂ"),
    "changing.duplicate": lambda s, who, r, sc: changing.duplicate(s, who, r.id),
    "changing.delete": lambda s, who, r, sc: changing.delete(s, who, r.id),
    "changing.restore": lambda s, who, r, sc: changing.restore(s, who, r.id),
    "exchange.import_scenario": lambda s, who, r, sc: exchange.import_scenario(
        s, who, write_scenario(sc, sc.values()).encode(), lambda _: EDITION
    ),
    "looking.listed deleted": lambda s, who, r, sc: looking.listed(s, who, deleted=True),
}
LOOKING: dict[str, Call] = {
    "looking.listed": lambda s, who, r, sc: looking.listed(s, who),
    "looking.versions": lambda s, who, r, sc: looking.versions(s, who, r.id),
    "looking.load": lambda s, who, r, sc: looking.load(s, who, r.id),
    "looking.compare": lambda s, who, r, sc: looking.compare(s, who, [r.id, r.id]),
    "looking.history": lambda s, who, r, sc: looking.history(s, who, r.id),
    "exchange.export_scenario": lambda s, who, r, sc: exchange.export_scenario(s, who, r.id),
}


def services(module: ModuleType) -> set[str]:
    """Return the public functions of a module that ask who is there; those of any shelf are tried through one."""
    own = {
        name: found
        for name, found in vars(module).items()
        if isinstance(found, partial) or (inspect.isfunction(found) and found.__module__ == module.__name__)
    }
    asked = {name: inspect.signature(function).parameters for name, function in own.items()}
    asking = {name for name, parameters in asked.items() if "who" in parameters and "shelf" not in parameters}
    return {f"{module.__name__.rpartition('.')[2]}.{name}" for name in asking if not name.startswith("_")}


def test_no_service_is_forgotten_here() -> None:
    tried = {name.split(" ")[0] for name in (*CHANGING, *LOOKING)}
    assert tried == services(changing) | services(looking) | services(exchange)


@pytest.mark.parametrize("call", CHANGING.values(), ids=CHANGING)
def test_a_viewer_changes_nothing(store: Store, folder: Path, editor: Editor, scenario: Scenario, call: Call) -> None:
    record = save(store, editor, draft(scenario)).record
    before = content(folder)
    with pytest.raises(Refused) as caught:
        call(store, Viewer(), record, scenario)
    assert [problem.kind for problem in caught.value.problems] == ["not_editor"]
    assert "ລະຫັດ" in caught.value.sentences(texts("lo"))[0]
    assert content(folder) == before


@pytest.mark.parametrize("call", CHANGING.values(), ids=CHANGING)
def test_an_editor_may(store: Store, editor: Editor, scenario: Scenario, call: Call) -> None:
    record = save(store, editor, draft(scenario)).record
    assert call(store, editor, record, scenario) is not None


@pytest.mark.parametrize("call", LOOKING.values(), ids=LOOKING)
def test_a_viewer_may_look(store: Store, editor: Editor, scenario: Scenario, call: Call) -> None:
    record = save(store, editor, draft(scenario)).record
    assert call(store, Viewer(), record, scenario)


@pytest.mark.parametrize("who", [None, "Editor", True, Editor, 1.5], ids=repr)
@pytest.mark.parametrize("call", [*CHANGING.values(), *LOOKING.values()], ids=[*CHANGING, *LOOKING])
def test_something_that_is_no_permission_is_a_mistake_of_the_program(
    store: Store, editor: Editor, scenario: Scenario, call: Call, who: object
) -> None:
    record = save(store, editor, draft(scenario)).record
    with pytest.raises(TypeError, match="must be Viewer or Editor"):
        call(store, who, record, scenario)


def test_a_viewer_who_sends_a_bad_file_is_told_about_the_permission_first(store: Store) -> None:
    with pytest.raises(Refused) as caught:
        exchange.import_scenario(store, Viewer(), b"\x00", lambda _: EDITION)
    assert caught.value.problems[0].kind == "not_editor"


def test_a_viewer_sees_the_history_of_what_was_deleted(store: Store, editor: Editor, scenario: Scenario) -> None:
    record = save(store, editor, draft(scenario)).record
    delete(store, editor, record.id)
    assert [entry.what for entry in looking.history(store, Viewer(), record.id)] == ["delete", "save"]
