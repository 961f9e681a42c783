"""Pack one scenario for the browser: the tape, its levers and every text in one language.

The pack depends on scenario, figures and language only. What the levers stand at travels
apart from it, so that moving a lever never sends the tape again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_app.live import measures
from sp_app.live.behind import credits_behind, illustrative_behind
from sp_app.live.goals import PEOPLE, goal_measures
from sp_app.live.link import start, year_pairs
from sp_app.live.measures import Measure
from sp_app.live.packed_levers import Credit, bounds, lever_words
from sp_app.live.panel_words import CALLED, EFFECTS, OF, labels
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from sp_core.tape import Tape


def pack(scenario: Scenario, tape: Tape, inputs: ModelInputs, t: Texts, n: Numbers, credit: Credit) -> dict[str, Any]:
    """Return everything that stays the same while levers move.

    `credit` turns the key of an origin into its printed credit.
    """
    reach = measures.people(max(tape.replay(measures.largest_reach(scenario))["recipients"]))
    last = measures.last_measures(scenario)
    tiles = (reach, measures.COST, measures.COST_GDP, measures.COST_REVENUE, *last)
    say = _Say(t, scenario.assumptions.first_year)
    return {
        "scenario": scenario.id,
        "title": scenario.title.get(t.language),
        "programmes": [{"id": one.id, "name": one.short.get(t.language)} for one in scenario.programmes],
        "language": t.language,
        "tape": json.loads(tape.to_json()),
        "year": start(scenario).year,
        "start": dict(start(scenario).values),
        "pairs": year_pairs(scenario),
        "all": [bounds(lever) for lever in scenario.levers],
        "levers": [lever_words(scenario.lever(name), scenario, t, n, credit) for name in scenario.headline],
        "tiles": [_tile(measure, say) for measure in tiles],
        "pinned": measures.COST.key,
        "goals": [_goal(key, one, say) for key, one in goal_measures(scenario, reach).items()],
        "spoken": [_tile_id(one) for one in (reach, measures.COST, measures.COST_GDP, last[0])],
        "views": [[view.key, say(f"view_{view.key}")] for view in measures.COST_VIEWS],
        "charts": _charts(reach, last[0], say, _Source(scenario, tape, inputs, t, credit)),
        "assumed_after": last_published_year(inputs),
        "labels": labels(t),
    }


def last_published_year(inputs: ModelInputs) -> int:
    """Return the last year whose national income comes from a publisher, not from our own long run."""
    return max(p.year for p in inputs if p.id == "gdp_path" and p.status != "illustrative")


class _Say:
    """Texts of the panel; what only the browser knows stays a placeholder."""

    def __init__(self, t: Texts, first_year: int) -> None:
        self._t, self._first = t, first_year

    def __call__(self, key: str) -> str:
        return self._t(f"scenarios.{key}").replace("{first}", str(self._first))


class _Source:
    """Source lines: who published what stands behind some results, and that there are illustrative inputs."""

    def __init__(self, scenario: Scenario, tape: Tape, inputs: ModelInputs, t: Texts, credit: Credit) -> None:
        self._scenario, self._tape, self._inputs, self._t, self._credit = scenario, tape, inputs, t, credit

    def __call__(self, results: Iterable[str]) -> str:
        names = list(results)
        published = credits_behind(self._tape, self._inputs, names, self._credit)
        text = self._t("frame.source", source="; ".join(published))
        if illustrative_behind(self._tape, self._scenario, self._inputs, names):
            text = f"{self._t('scenarios.some_illustrative')}. {text}"
        return text


def _tile_id(measure: Measure) -> str:
    return "people" if measure.key.startswith("people") else measure.key


def _tile(measure: Measure, say: _Say) -> dict[str, Any]:
    return {
        "id": _tile_id(measure),
        "result": measure.result,
        "scale": measure.scale,
        "digits": measure.digits,
        "exists": measure.exists,
        "gap": measure.gap,
        "name": say(f"tile_{measure.key}"),
        "unit": say(f"tile_unit_{measure.key}"),
        "called": say(CALLED[measure.key]),
        "of": say(OF.get(measure.key, f"tile_unit_{measure.key}")),
        "change": say("unit_points") if measure.share else "",
    }


def _goal(key: str, measure: Measure, say: _Say) -> dict[str, Any]:
    """Return a result for which a goal can be set; `least`: the goal is reached from below."""
    told = {
        name: part
        for name, part in _tile(measure, say).items()
        if name in ("result", "scale", "digits", "called", "of")
    }
    return told | {"id": key, "share": measure.share, "least": key == PEOPLE}


def _view(measure: Measure, say: _Say) -> dict[str, Any]:
    return {
        "id": measure.key,
        "result": measure.result,
        "scale": measure.scale,
        "digits": measure.digits,
        "exists": measure.exists,
        "tick": "%" if measure.share else "",
        "measure": say(f"measure_{measure.key}"),
        "full": say(f"full_{measure.key}"),
    }


def _chart(
    name: str, kind: str, views: Sequence[Measure], say: _Say, source: _Source, titles: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "id": name,
        "kind": kind,
        "name": say(f"chart_{name}"),
        "views": [_view(view, say) for view in views],
        "starts": name == "cost",
        "source": source(view.result for view in views),
        "titles": dict(titles),
        "measure": say(f"chart_{name}_measure"),
    }


def _charts(reach: Measure, last: Measure, say: _Say, source: _Source) -> list[dict[str, Any]]:
    """Return the four charts; a title is chosen by what moved, the measure alone stands where none is certain."""

    def titles(chart: str) -> dict[str, str]:
        return {effect: say(f"{chart}_{effect}") for effect in EFFECTS}

    third = "unfunded" if last.gap else "benefit"
    moved = {effect: say(f"moved_{effect}") for effect in ("policy", "assumption", "same")}
    return [
        _chart("people", "lines", (reach,), say, source, titles("people")),
        _chart("cost", "lines", measures.COST_VIEWS, say, source, titles("cost")),
        _chart(third, "lines", (last,), say, source, {"any": say(f"{third}_any")}),
        _chart("moved", "bridge", measures.COST_VIEWS, say, source, moved),
    ]
