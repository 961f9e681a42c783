"""Scenarios in and out as TOML files, in the format of data/scenarios.

    imported = import_scenario(store, who, content, edition_of, file_name)
    export = export_scenario(store, who, id)              # .file_name and .content for a download

`read_scenario` and `write_scenario` (sp_app.store.scenario_text) do the same without the
store: to try a file before keeping it, or to hand out what is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sp_app.data.scenario_files import DATA
from sp_app.store.changing import keep
from sp_app.store.keeping import Clock
from sp_app.store.looking import load
from sp_app.store.opening import Store
from sp_app.store.permission import Permission, fail_unless_editor
from sp_app.store.problem import shown
from sp_app.store.records import Draft, Edition, Export, Record, Saved
from sp_app.store.rows import utc_now
from sp_app.store.scenario_text import read_scenario, write_scenario
from sp_core.scenario import Scenario


def import_scenario(
    store: Store,
    who: Permission,
    content: bytes,
    edition_of: Callable[[Scenario], Edition],
    file_name: str = "",
    data: Path = DATA,
    now: Clock = utc_now,
) -> Saved[Record]:
    """Keep the scenario of a file as a new one; `edition_of` traces it and names the figures in use.

    Raises Refused with a sentence for each fault of the file; then nothing has changed.
    """
    fail_unless_editor(who)
    scenario = read_scenario(content, data)
    draft = Draft(
        scenario=scenario,
        values=scenario.values(),
        name=scenario.title,
        note=scenario.description,
        status=scenario.status,
        edition=edition_of(scenario),
    )
    return keep(store, who, draft, None, "import", {"file": shown(file_name)}, now)


def export_scenario(store: Store, who: Permission, id: str, version: int | None = None, data: Path = DATA) -> Export:
    """Return a saved scenario as a file; its name is the scenario's id, as the library asks."""
    scenario = load(store, who, id, version, data).scenario
    return Export(f"{scenario.id}.toml", write_scenario(scenario, scenario.values()).encode("utf-8"))
