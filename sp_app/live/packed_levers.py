"""Levers as the browser gets them: limits and steps, names, today's value, source, how a value is printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_app.live.lever_names import full_name, short_name
from sp_app.live.units import lever_unit
from sp_core.lever import Lever
from sp_core.scenario import Scenario

Credit = Callable[[str], str]

# A programme keeps its colour on every page; it follows from the guarantee it serves.
COLOURS = {
    "health": "#14505C",
    "old_age": "#D97706",
    "children": "#3D98DA",
    "maternity": "#3D98DA",
    "disability": "#5A2D82",
    "unemployment": "#4A45C8",
    "informal_workers": "#C56F9E",
    "school_meals": "#93875C",
    "cash_transfer": "#7C2A1B",
}


def bounds(lever: Lever) -> dict[str, Any]:
    """Return what a lever may be set to, without words."""
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


def lever_words(lever: Lever, scenario: Scenario, t: Texts, n: Numbers, credit: Credit) -> dict[str, Any]:
    """Return a lever with its words in one language; `credit` turns the key of an origin into its printed credit."""
    unit = lever_unit(lever, t)
    colour = next((COLOURS[p.guarantee] for p in scenario.programmes if p.id == lever.programme), "")
    source = f"{credit(lever.origin)} – {lever.locator}" if lever.origin and not lever.illustrative else ""
    return bounds(lever) | {
        "name": short_name(lever, scenario, t),
        "title": full_name(lever, scenario, t),
        "meaning": lever.meaning.get(t.language),
        "today": lever.today.get(t.language),
        "note": _note(
            lever, t, unit.text(n, lever.default), room=len(scenario.programmes) == 1 or lever.role == "coverage"
        ),
        "limits": t(f"scenarios.limits_{_limits(lever)}"),
        "source": source,
        "illustrative": lever.illustrative,
        "core": lever.unit,
        "colour": colour if len(scenario.programmes) > 1 else "",
        "scale": unit.scale,
        "digits": unit.digits,
        "most": unit.most,
        "unit": unit.unit,
        "plain": unit.plain,
        "signed": unit.signed,
        "words": {str(k): v for k, v in unit.words.items()} or None,
    }


def _limits(lever: Lever) -> str:
    """Return why a lever ends where it does: by its nature, or chosen here because no limit is published."""
    if lever.unit == "yes_no":
        return "switch"
    if lever.unit == "variant":
        return "variant"
    if lever.unit == "year":
        return "years"
    return "whole" if lever.unit == "share" and (lever.minimum, lever.maximum) == (0.0, 1.0) else "chosen"


def _note(lever: Lever, t: Texts, default: str, room: bool) -> str:
    """Return the words right of a name: illustrative (cut short without `room`), as published, or today's value."""
    if lever.illustrative:
        return t("scenarios.illustrative" if room else "scenarios.illustrative_short")
    if lever.unit == "months":  # the field beside it names the unit
        return t("scenarios.today", value=f"{lever.default:.0f}")
    return t("scenarios.published") if lever.group == "assumption" else t("scenarios.today", value=default)
