"""The equations: point formulas in words of both languages, the scenario model as the program itself states it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_app.ui.page import Context
from sp_core.model import quantities
from sp_core.model.quantity import Quantity

# Anchor and text key → the module of the core that calculates it.
POINT = {
    "not_covered": "sp_core.coverage",
    "distance": "sp_core.coverage",
    "pace": "sp_core.coverage",
    "bounds": "sp_core.coverage",
    "share": "sp_core.expenditure",
    "head": "sp_core.expenditure",
    "dollars": "sp_core.expenditure",
    "constant": "sp_core.indexation",
    "health_sources": "sp_core.expenditure",
    "spi": "sp_core.social_protection_indicator",
    "recipients": "sp_core.costing",
    "cost": "sp_core.costing",
    "indexation": "sp_core.indexation",
    "phase_in": "sp_core.phase_in",
    "take_up": "sp_core.phase_in",
    "ilo_gap": "sp_core.financing_gap",
    "adequacy": "sp_core.adequacy",
}


def point_formulas(ctx: Context) -> str:
    """Return the formulas in words, each at its own anchor."""
    t = ctx.t
    return "".join(
        f'<article id="{key}"><h3><a href="#{key}">{escape(t(f"sources.eq_{key}"))}</a></h3>'
        f'<p class="sp-formula">{escape(t(f"sources.eq_{key}_formula"))}</p>'
        f"<p>{escape(t(f'sources.eq_{key}_note'))} <code>{module}</code></p></article>"
        for key, module in POINT.items()
    )


def _general(name: str, programme: str | None) -> str:
    """Return a quantity's name without the programme it belongs to."""
    return name.removesuffix(f".{programme}") if programme else name


def model_formulas() -> Iterator[tuple[str, Quantity]]:
    """Yield (name, quantity) of every different formula in the library's scenarios, in order of calculation."""
    seen: set[tuple[str, str]] = set()
    for name in scenario_ids():
        scenario = load_scenario(name)
        owners = {programme.id for programme in scenario.programmes}
        for quantity in quantities(scenario):
            owner = quantity.name.rpartition(".")[2]
            shown = _general(quantity.name, owner if owner in owners else None)
            if (shown, quantity.formula) not in seen:
                seen.add((shown, quantity.formula))
                yield shown, quantity


def model_table(ctx: Context) -> str:
    """Return the model's quantities as a table: result, formula over its inputs, unit."""
    t = ctx.t
    columns = (t("sources.quantity"), t("sources.s_equations"), t("frame.unit"))
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in columns)
    rows = "".join(
        f'<tr role="row" id="model-{name}">'
        f'<td role="cell" data-label="{escape(columns[0])}"><b>{escape(name)}</b></td>'
        f'<td role="cell" data-label="{escape(columns[1])}"><code>{escape(quantity.formula)}</code></td>'
        f'<td role="cell" data-label="{escape(columns[2])}">{escape(quantity.unit)}</td></tr>'
        for name, quantity in model_formulas()
    )
    return (
        f'<table class="sp-table sp-list" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def draw(ctx: Context) -> None:
    """Draw all equations."""
    t = ctx.t
    st.html(
        f'<section class="sp-card sp-equations"><h2>{escape(t("sources.equations_point"))}</h2>'
        f"<p>{escape(t('sources.equations_point_note'))}</p>"
        f'<div class="sp-formulas">{point_formulas(ctx)}</div></section>'
    )
    st.html(
        f'<section class="sp-card sp-equations"><h2>{escape(t("sources.equations_model"))}</h2>'
        f"<p>{escape(t('sources.equations_model_note'))}</p>"
        f'<div class="sp-scroll" tabindex="0" role="region" aria-label="{escape(t("sources.equations_model"))}">'
        f"{model_table(ctx)}</div></section>"
    )
