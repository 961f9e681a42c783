"""Saved scenarios put to use: which scenario of the library carries one, its address, its run, its edition.

Everything here is remembered by id and version, so that a run of the page reads one list from the store
and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.live.link import LinkState, encode
from sp_app.live.measures import usual_year
from sp_app.store import looking
from sp_app.store.definition import definition_of
from sp_app.store.opening import open_store
from sp_app.store.permission import Viewer
from sp_app.store.problem import Problem, Refused
from sp_app.store.records import Comparison, Edition, Record
from sp_app.ui.scenario_ground import ground, library
from sp_core.analysis import Row, Run, compare
from sp_core.model import result_names, trace_scenario
from sp_core.scenario import Scenario

STRUCTURE = ("programmes", "assumptions", "financing")  # what the levers of a scenario follow from
RESULTS = ("recipients", "cost_lak", "cost_gdp", "financing_gap_lak")
KEPT = 256


@dataclass(frozen=True, slots=True)
class Opened:
    """A saved scenario on today's library: the query of its address, or why it has none; what must be told."""

    query: dict[str, str] | None
    notices: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Saved scenarios side by side: lever differences, results of one year, what had to give way."""

    levers: Comparison
    rows: tuple[Row, ...]
    notices: tuple[Problem, ...]


def opened(record: Record, build: str) -> Opened:
    """Return how to open a record on the figures of `build`."""
    return _opened(record.id, record.version, build)


def compared(records: tuple[Record, ...], year: int, build: str) -> Compared:
    """Return the comparison of records in `year`; raises Refused when one cannot be loaded."""
    return _compared(tuple((record.id, record.version) for record in records), year, build)


def edition_of(scenario: Scenario) -> Edition:
    """Return on what the results of a scenario rest today."""
    database = open_database()
    carrier = carrier_of(definition_of(scenario), scenario.id)
    if carrier:
        return Edition(ground(carrier).tape.hash, database.build_id)
    tape = trace_scenario(scenario, model_inputs(database.queries(), scenario))
    return Edition(tape.hash, database.build_id)


def carrier_of(definition: dict[str, Any], base: str) -> str | None:
    """Return the scenario of the library with the same levers: the one it was made from, else the most alike."""
    found = [(name, definition_of(one)) for name, one in library().items()]
    fits = [(name, one) for name, one in found if _levers(one) == _levers(definition)]
    fits.sort(key=lambda pair: (pair[0] != base, pair[1]["reference"] != definition["reference"]))
    return fits[0][0] if fits else None


def _levers(definition: dict[str, Any]) -> list[Any]:
    return [definition.get(part) for part in STRUCTURE]


@lru_cache(maxsize=KEPT)
def _opened(id: str, version: int, build: str) -> Opened:
    try:
        loaded = looking.load(open_store(), Viewer(), id, version)
    except Refused as refused:
        return Opened(None, refused.problems)
    record = loaded.record
    carrier = carrier_of(dict(record.definition), record.base)
    if carrier is None:
        return Opened(None, loaded.notices)
    known = ground(carrier)
    older = looking.figures_notice(record, Edition(known.tape.hash, build))
    state = LinkState(known.scenario, loaded.scenario.values(), usual_year(known.scenario))
    return Opened(encode(state), (*loaded.notices, *([older] if older else [])))


@lru_cache(maxsize=32)
def _compared(chosen: tuple[tuple[str, int], ...], year: int, _build: str) -> Compared:
    store, who = open_store(), Viewer()
    loaded = [looking.load(store, who, id, version) for id, version in chosen]
    queries = open_database().queries()
    runs = [Run(one.scenario, model_inputs(queries, one.scenario), one.scenario.values()) for one in loaded]
    names = [name for name in RESULTS if any(name in result_names(run.scenario) for run in runs)]
    return Compared(
        looking.compare(store, who, [id for id, _ in chosen]),
        compare(runs, names, [year]),
        tuple(notice for one in loaded for notice in one.notices),
    )
