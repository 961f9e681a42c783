"""What stands behind a scenario page: the scenario, what the model takes as given, its tape, its pack.

Everything here is the same for every visitor and is calculated once per build of the figures.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sp_app.data.database import open_database
from sp_app.data.model_inputs import model_inputs
from sp_app.data.queries import Queries
from sp_app.data.scenario_files import OWN_ASSUMPTION, load_scenario, scenario_ids
from sp_app.data.uncertainty_files import load_uncertainty
from sp_app.i18n import LANGUAGES, Texts, texts
from sp_app.i18n.numbers import numbers
from sp_app.live.draws import draws
from sp_app.live.pack import pack
from sp_app.live.workings import workings
from sp_core.model import Projection, project, trace_scenario, with_structure
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from sp_core.tape import Tape

WORKER = "/assets/js/panel/fan_worker.js"  # named here: the page in one file has no worker to name
FOLDER = "/assets/panel"
BEHIND = "/assets/panel/behind"
DRAWS = "/assets/panel/draws"
ONE_YEAR = "public, max-age=31536000, immutable"  # the name changes with the content


@dataclass(frozen=True, slots=True)
class Ground:
    """One scenario of the library, ready to be projected and replayed.

    `given` is what the model is run with, `inputs` what its results depend on: the parameters of the tape.
    `baseline` is the projection without any override.
    """

    scenario: Scenario
    given: ModelInputs
    inputs: ModelInputs
    tape: Tape
    baseline: Projection


@dataclass(frozen=True, slots=True)
class Packed:
    """Something for the browser under an address that names its content."""

    address: str
    body: bytes  # JSON


def ground(name: str) -> Ground:
    """Return the scenario `name` on the figures of this build."""
    return _ground(name, open_database().build_id)


def library() -> dict[str, Scenario]:
    """Return the scenarios of the library by id: read, but not yet put on figures."""
    return _library(open_database().build_id)


def packed(name: str, language: str) -> Packed:
    """Return the pack of scenario `name` in `language`."""
    return _packed(name, language, open_database().build_id)


def behind(name: str, language: str) -> Packed:
    """Return what stands behind the numbers of scenario `name` in `language`: the browser fetches it after the pack."""
    return _behind(name, language, open_database().build_id)


def drawn(name: str, language: str) -> Packed:
    """Return the draws behind the band of scenario `name`: a worker fetches them when the first band is asked for."""
    return _drawn(name, language, open_database().build_id)


def crediting(queries: Queries, t: Texts) -> Callable[[str], str]:
    """Return who says so, by key of the origin; the project's own choices say that they are."""
    return lambda origin: t("scenarios.own_choice") if origin == OWN_ASSUMPTION else queries.origin(origin).credit


@cache
def _library(_build: str) -> dict[str, Scenario]:
    return {name: load_scenario(name) for name in scenario_ids()}


@cache
def _ground(name: str, build: str) -> Ground:
    scenario = _library(build)[name]
    inputs = model_inputs(open_database().queries(), scenario)
    tape = trace_scenario(scenario, inputs)
    used = set(tape.parameters)
    return Ground(
        scenario,
        inputs,
        ModelInputs(tuple(p for p in with_structure(scenario, inputs) if (p.id, p.year) in used)),
        tape,
        project(scenario, inputs, {}),
    )


@cache
def _packed(name: str, language: str, build: str) -> Packed:
    known, t = _ground(name, build), texts(language)
    content = pack(
        known.scenario, known.tape, known.inputs, t, numbers(language), crediting(open_database().queries(), t)
    )
    own = _chosen_spreads(known.scenario, t)
    note = t("scenarios.fan_note_illustrative" if own else "scenarios.fan_note")
    fan = {"worker": WORKER, "draws": drawn(name, language).address, "note": note, "own": own}
    return _addressed(FOLDER, name, language, content | {"behind": behind(name, language).address, "fan": fan})


@cache
def _behind(name: str, language: str, build: str) -> Packed:
    known, t = _ground(name, build), texts(language)
    tape = trace_scenario(known.scenario, known.given, every=True)
    inputs = with_structure(known.scenario, known.given)
    credit = crediting(open_database().queries(), t)
    return _addressed(BEHIND, name, language, workings(known.scenario, tape, inputs, t, numbers(language), credit))


@cache
def _drawn(name: str, language: str, build: str) -> Packed:
    return _addressed(DRAWS, name, language, draws(_library(build)[name], load_uncertainty()))


def _chosen_spreads(scenario: Scenario, t: Texts) -> str:
    """Return the inputs whose spread this project chose, in a sentence; empty where there is none."""
    used = [one for _, one in load_uncertainty().of(scenario)]
    own = dict.fromkeys(one.name.get(t.language) for one in used if one.status == "illustrative")
    return t("uncertainty.illustrative", names=", ".join(own)) + "." if own else ""


def _addressed(folder: str, name: str, language: str, content: dict[str, Any]) -> Packed:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    digest = hashlib.sha256(body).hexdigest()[:16]
    return Packed(f"{folder}/{name}.{language}.{digest}.json", body)


def _serving(make: Callable[[str, str], Packed]) -> Callable[[Request], Response]:
    """Answer with what `make` makes; only names of the library, languages and today's content are answered."""

    def serve(request: Request) -> Response:
        name, _, rest = request.path_params["pack"].partition(".")
        language, _, _ = rest.partition(".")
        if name not in scenario_ids() or language not in LANGUAGES:
            return PlainTextResponse("Not Found", 404)
        found = make(name, language)
        if request.url.path != found.address:
            return PlainTextResponse("Not Found", 404)
        return Response(found.body, media_type="application/json", headers={"Cache-Control": ONE_YEAR})

    return serve


def pack_routes() -> list[Route]:
    """Return the routes of the packs, of what stands behind them and of the draws."""
    made = {FOLDER: packed, BEHIND: behind, DRAWS: drawn}
    return [Route(folder + "/{pack}.json", _serving(make)) for folder, make in made.items()]
