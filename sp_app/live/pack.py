"""Pack one scenario for the browser: the tape, its levers and every text in one language.

The pack depends on scenario, figures and language only. The values that levers stand at are
added by whoever mounts the panel, so that moving a lever never sends the tape again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_app.live import measures
from sp_app.live.link import year_pairs
from sp_app.live.measures import Measure
from sp_app.live.units import lever_unit
from sp_core.lever import Lever
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario
from sp_core.tape import Tape

Credit = Callable[[str], str]

# A programme keeps its colour on every page; it follows from the guarantee it serves.
COLOURS = {
    "health": "#14505C",
    "old_age": "#D97706",
    "children": "#3D98DA",
    "maternity": "#3D98DA",
    "disability": "#5A2D82",
    "unemployment": "#4A45C8",
}
LABELS = (
    "base",
    "none",
    "new",
    "effect_policy",
    "effect_assumption",
    "line_baseline",
    "line_modified",
    "line_scenario",
    "assumed_after",
    "not_moved",
    "alt",
    "undo",
    "redo",
    "restart",
    "changes",
    "toolbar",
    "year",
    "cost_unit",
    "charts",
    "groups",
    "short_policy",
    "short_assumption",
    "group_policy",
    "group_assumption",
    "reset",
    "reset_policy",
    "reset_assumption",
    "card_value",
    "card_today",
    "card_range",
    "card_source",
    "illustrative_long",
    "kind_policy",
    "kind_assumption",
    "offline",
    "spoken",
    "exact",
    "out_of_range",
    "bridge_baseline",
    "bridge_assumption",
    "bridge_policy",
    "bridge_scenario",
    "policy_only",
)
FRAME_LABELS = ("full_screen", "simulated", "close")
EFFECTS = ("up_policy", "up_assumption", "down_policy", "down_assumption", "same")


def pack(scenario: Scenario, tape: Tape, inputs: ModelInputs, t: Texts, n: Numbers, credit: Credit) -> dict[str, Any]:
    """Return everything that stays the same while levers move.

    `credit` turns the key of an origin into its printed credit.
    """
    reach = measures.people(max(tape.replay(measures.largest_reach(scenario))["recipients"]))
    benefits = measures.benefit_measures(scenario)
    source = source_line(scenario, inputs, t, credit)
    headline = [scenario.lever(name) for name in scenario.headline]
    tiles = (reach, measures.COST, measures.COST_GDP, measures.COST_REVENUE, *benefits)
    return {
        "scenario": scenario.id,
        "language": t.language,
        "tape": json.loads(tape.to_json()),
        "key": f"{scenario.id}.{t.language}.{tape.hash[:16]}",
        "year": measures.USUAL_YEAR,
        "start": scenario.values(),
        "pairs": year_pairs(scenario),
        "all": [_bounds(lever) for lever in scenario.levers],
        "levers": [_lever(lever, scenario, t, n, credit) for lever in headline],
        "tiles": [_tile(measure, t) for measure in tiles],
        "spoken": measures.COST.key,
        "views": [[view.key, t(f"scenarios.view_{view.key}")] for view in measures.COST_VIEWS],
        "charts": _charts(reach, benefits[0], t, source),
        "assumed_after": last_published_year(inputs),
        "labels": {name: t(f"scenarios.{name}") for name in LABELS}
        | {name: t(f"frame.{name}") for name in FRAME_LABELS},
    }


def last_published_year(inputs: ModelInputs) -> int:
    """Return the last year whose national income comes from a publisher, not from our own long run."""
    return max(p.year for p in inputs if p.id == "gdp_path" and p.status != "illustrative")


def source_line(scenario: Scenario, inputs: ModelInputs, t: Texts, credit: Credit) -> str:
    """Return the source line of the panel's charts: every origin once, and what is illustrative."""
    credits = list(dict.fromkeys(credit(p.origin) for p in inputs if p.status != "illustrative"))
    text = t("frame.source", source="; ".join(credits))
    if any(lever.illustrative for lever in scenario.levers):
        text = f"{text}. {t('scenarios.some_illustrative')}"
    return text


def short_name(lever: Lever, t: Texts) -> str:
    """Return a name that fits beside a slider; the full one stands on the lever's card."""
    key = f"scenarios.short_{lever.role}"
    return t(key) if t.has(key) else lever.name.get(t.language)


def _bounds(lever: Lever) -> dict[str, Any]:
    return {
        "id": lever.id,
        "group": lever.group,
        "minimum": lever.minimum,
        "maximum": lever.maximum,
        "step": lever.step,
        "coarse": lever.coarse_step,
        "default": lever.default,
        "integer": lever.integer,
    }


def _lever(lever: Lever, scenario: Scenario, t: Texts, n: Numbers, credit: Credit) -> dict[str, Any]:
    unit = lever_unit(lever, t)
    colour = next((COLOURS[p.guarantee] for p in scenario.programmes if p.id == lever.programme), "")
    source = f"{credit(lever.origin)} – {lever.locator}" if lever.origin else ""
    return _bounds(lever) | {
        "name": short_name(lever, t),
        "title": lever.name.get(t.language),
        "meaning": lever.meaning.get(t.language),
        "today": lever.today.get(t.language),
        "note": _note(lever, t, unit.text(n, lever.default)),
        "source": source,
        "illustrative": lever.illustrative,
        "colour": colour if len(scenario.programmes) > 1 else "",
        "scale": unit.scale,
        "digits": unit.digits,
        "most": unit.most,
        "unit": unit.unit,
        "plain": unit.plain,
        "signed": unit.signed,
        "words": {str(k): v for k, v in unit.words.items()} or None,
    }


def _note(lever: Lever, t: Texts, default: str) -> str:
    """Return the words right of a lever's name: illustrative, as published, or today's value."""
    if lever.illustrative:
        return t("scenarios.illustrative")
    return t("scenarios.published") if lever.group == "assumption" else t("scenarios.today", value=default)


def _tile(measure: Measure, t: Texts) -> dict[str, Any]:
    return {
        "id": measure.key.split("_")[0] if measure.key.startswith("people") else measure.key,
        "result": measure.result,
        "scale": measure.scale,
        "digits": measure.digits,
        "exists": measure.exists,
        "name": t(f"scenarios.tile_{measure.key}"),
        "unit": t(f"scenarios.tile_unit_{measure.key}"),
        "change": t("scenarios.unit_points") if measure.share else "",
    }


def _view(measure: Measure, t: Texts) -> dict[str, Any]:
    percent = "%" if measure.share else ""
    return {
        "id": measure.key,
        "result": measure.result,
        "scale": measure.scale,
        "digits": measure.digits,
        "tick": percent,
        "measure": t(f"scenarios.measure_{measure.key}"),
        "full": t(f"scenarios.full_{measure.key}"),
    }


def _chart(
    name: str, kind: str, views: Iterable[Measure], t: Texts, source: str, titles: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "id": name,
        "kind": kind,
        "name": t(f"scenarios.chart_{name}"),
        "views": [_view(view, t) for view in views],
        "source": source,
        "titles": titles,
        "measure": t(f"scenarios.chart_{name}_measure"),
    }


def _charts(reach: Measure, benefit: Measure, t: Texts, source: str) -> list[dict[str, Any]]:
    def titles(chart: str, *effects: str) -> dict[str, str]:
        return {effect: t(f"scenarios.{chart}_{effect}") for effect in effects}

    moved = {
        "policy": t("scenarios.moved_policy"),
        "assumption": t("scenarios.moved_assumption"),
        "same": t("scenarios.moved_same"),
    }
    return [
        _chart("people", "lines", (reach,), t, source, titles("people", *EFFECTS)),
        _chart("cost", "lines", measures.COST_VIEWS, t, source, titles("cost", *EFFECTS)),
        _chart("benefit", "lines", (benefit,), t, source, titles("benefit", *EFFECTS)),
        _chart("moved", "bridge", measures.COST_VIEWS, t, source, moved),
    ]
