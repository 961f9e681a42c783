"""Costing of guarantees: point costs, targeting, paths, gaps."""

from __future__ import annotations

from typing import Any

from sp_core import costing, financing_gap, phase_in
from sp_core.expenditure import dollars
from sp_core.indexation import indexed_path
from sp_core.ratio import ratio
from tests.golden.adapters.adapter import Adapters
from tests.golden.rows import Row

adapters = Adapters()


def _benefits(row: Row) -> Any:
    receiving = costing.recipients(row["target_population"], take_up=row.get("takeup", 1.0))
    months = row.get("months_paid_share", 1.0) * costing.MONTHS
    return costing.benefits(receiving, row["benefit_annual_lcu"], months)


def _total_cost(row: Row) -> Any:
    return costing.with_administration(_benefits(row), row.get("admin", 0.0), row.get("admin_basis", "on_benefits"))


@adapters.needing("target_population", "benefit_annual_lcu")
def point_cost(row: Row) -> dict[str, Any]:
    """Recipients times benefit, with administration."""
    return {"benefit_expenditure": _benefits(row), "total_cost": _total_cost(row)}


@adapters.needing("target_population", "benefit_annual_lcu", "gdp_lcu")
def point_cost_of_gdp(row: Row) -> dict[str, Any]:
    """The same as a share of GDP."""
    return {"cost_pct_gdp": 100 * costing.share_of_gdp(_total_cost(row), row["gdp_lcu"])}


def _targeting(row: Row) -> costing.Targeting:
    errors = row.get("exclusion_error", 0.0), row.get("inclusion_error", 0.0)
    return costing.targeting(row["N"], row["poor_share"], *errors)


@adapters.needing("N", "poor_share")
def targeting(row: Row) -> dict[str, Any]:
    """Recipients under errors of exclusion and inclusion."""
    found = _targeting(row)
    return {"poor_recipients": found.poor, "nonpoor_recipients": found.others, "leakage_share": found.leakage}


@adapters.needing("N", "B")
def targeting_cost(row: Row) -> dict[str, Any]:
    """What those recipients cost; everyone receives where no share of poor people is given."""
    receiving = _targeting(row).recipients if row.has("poor_share") else row["N"]
    paid = costing.benefits(receiving, row["B"])
    return {"total_cost": costing.with_administration(paid, row.get("admin", 0.0))}


@adapters.needing("tau0", "tau_inf", "lambda", "years")
def take_up(row: Row) -> dict[str, Any]:
    """Take-up over years since the start; calendar years count from their first."""
    start = row["years"][0] if row["years"] and row["years"][0] >= 1000 else 0
    path = phase_in.take_up_path(row["years"], start, row["tau0"], row["tau_inf"], row["lambda"])
    return {"path": list(path)}


@adapters.needing("cost_lcu", "fx_avg_lcu_per_usd")
def cost_in_dollars(row: Row) -> dict[str, Any]:
    """Cost at the period's average rate."""
    return {"cost_usd": dollars(row["cost_lcu"], row["fx_avg_lcu_per_usd"])}


@adapters.needing("t0", "t1", "years")
def phased_in(row: Row) -> dict[str, Any]:
    """Phase-in between two years."""
    ends = row.get("k0", 0.0), row.get("k1", 1.0)
    return {"kappa": list(phase_in.phase_in(row["years"], row["t0"], row["t1"], *ends))}


@adapters.needing("B0", "years")
def indexed(row: Row) -> dict[str, Any]:
    """An indexed amount; the rows count years from 0 and leave out years without a change."""
    lag, every, last = (int(row.get(name, default)) for name, default in (("lag", 0), ("every", 1), ("years", 0)))
    given = {int(year): rate for year, rate in row.get("rates", {}).items()}
    changes = {year: given.get(year, 0.0) for year in range(-lag, last + 1)}
    ratchet = bool(row.get("ratchet", False))
    path = indexed_path(row["B0"], changes, range(last + 1), lag=lag, every=every, ratchet=ratchet)
    return {"path": list(path)}


def _column(row: Row, name: str, *default: float) -> list[float]:
    """Return one entry of every guarantee; with no default it must be there."""
    return [item.get(name, *default) if default else item[name] for item in row["items"]]


@adapters.needing("items")
def ilo_gap(row: Row) -> dict[str, Any]:
    """The ILO financing gap by each method whose entries are given."""
    target, amount, rate = _column(row, "N"), _column(row, "B"), _column(row, "a", 0.0)
    found = {}
    if all("cov" in item for item in row["items"]):
        gaps = financing_gap.gap_by_coverage(target, _column(row, "cov"), amount, rate)
        found["gap_coverage_method"] = financing_gap.total_gap(gaps)
    if all("exp" in item for item in row["items"]):
        gaps = financing_gap.gap_by_expenditure(target, amount, _column(row, "exp"), rate)
        found["gap_expenditure_method"] = financing_gap.total_gap(gaps)
    return found


def _health_gap(row: Row) -> Any:
    heads = row["package_cost_pc_usd"], row.get("current_public_pc_usd", 0.0)
    return financing_gap.health_gap(*heads, row["population"])


@adapters.needing("population", "package_cost_pc_usd")
def health_gap(row: Row) -> dict[str, Any]:
    """The gap of essential health care."""
    return {"gap_usd": _health_gap(row)}


@adapters.needing("population", "package_cost_pc_usd", "gdp_usd")
def health_gap_of_gdp(row: Row) -> dict[str, Any]:
    """The same as a share of GDP."""
    return {"gap_pct_gdp": 100 * ratio(_health_gap(row), row["gdp_usd"])}


@adapters.needing("gap_pct_gdp", "gap_pct_other")
def implied_base(row: Row) -> dict[str, Any]:
    """The base that two shares of one gap imply."""
    return {"implied_base_pct_gdp": 100 * financing_gap.implied_base(row["gap_pct_gdp"], row["gap_pct_other"])}
