"""Uncertainty, solving and optimising: fan, draws, tornado, affordable benefit, best mix."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sp_core.analysis import Bar
from sp_core.costing import MONTHS, share_of_gdp_without_gdp
from sp_core.optimise import best_mix, frontier
from sp_core.solve import affordable_benefit
from sp_core.two_piece_normal import mean, probability_below_mode, quantile
from tests.golden.adapters.adapter import Adapters
from tests.golden.adapters.drawing import draws_of
from tests.golden.rows import Row

adapters = Adapters()


@adapters.needing("mode", "sigma1", "sigma2")
def fan(row: Row) -> dict[str, Any]:
    """The two-piece normal; the row's results name the probabilities."""
    shape = row["mode"], row["sigma1"], row["sigma2"]
    asked = row.expected.get("quantiles", {})
    return {
        "quantiles": {p: quantile(float(p), *shape) for p in asked},
        "mean": mean(*shape),
        "prob_below_mode": probability_below_mode(*shape[1:]),
    }


@adapters.needing("effect", "cost", "cap", "budget")
def mix(row: Row) -> dict[str, Any]:
    """The best mix under one budget, and its effect at the budgets that the row's frontier names."""
    programmes = row["effect"], row["cost"], row["cap"]
    best = best_mix(*programmes, row["budget"])
    budgets = [budget for budget, _ in row.expected.get("frontier", [])]
    values = [found.value for found in frontier(*programmes, budgets)]
    return {"x": best.amounts, "objective": best.value, "frontier": list(zip(budgets, values, strict=True))}


@adapters.needing("budget_share_gdp", "target_share_pop")
def benefit_within_budget(row: Row) -> dict[str, Any]:
    """The benefit that a share of GDP pays for."""
    months = row.get("months_share", 1.0) * MONTHS
    rest = row.get("takeup", 1.0), row.get("admin", 0.0), months
    return {"benefit_share_gdppc": affordable_benefit(row["budget_share_gdp"], row["target_share_pop"], *rest)}


def _cost(values: Mapping[str, float]) -> float:
    """Return the cost in percent of GDP of a benefit tied to income."""
    months = values.get("months_share", values.get("months", MONTHS) / MONTHS) * MONTHS
    level = values["beta"], values["share"], values.get("takeup", 1.0)
    return float(100 * share_of_gdp_without_gdp(*level, months, values.get("admin", 0.0)))


@adapters.needing("base", "param", "low", "high")
def tornado(row: Row) -> dict[str, Any]:
    """One input moved alone."""
    at_low, at_high = (_cost({**row["base"], row["param"]: row[end]}) for end in ("low", "high"))
    bar = Bar(row["param"], row["low"], row["high"], at_low, at_high)
    return {"base": _cost(row["base"]), "low": bar.at_low, "high": bar.at_high, "swing": bar.swing}


@adapters.needing("spec")
def drawn(row: Row) -> dict[str, Any]:
    """Mean and quantiles of draws, made as those of a scenario are."""
    return draws_of(row["spec"])
