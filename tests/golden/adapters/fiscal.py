"""Fiscal formulas: debt, development partners, medium-term framework, shocks."""

from __future__ import annotations

from typing import Any

from sp_core import debt, shocks
from sp_core.donors import phased_out
from sp_core.expenditure import kip
from sp_core.indexation import frozen_real_value
from sp_core.mtef import Framework
from tests.golden.adapters.adapter import Adapters
from tests.golden.rows import Row

adapters = Adapters()


@adapters.needing("debt0_ratio")
def next_debt(row: Row) -> dict[str, Any]:
    """Debt a year later; what is not given does not act."""
    year = debt.DebtYear(
        interest_foreign=row.get("i_fx", 0.0),
        interest_domestic=row.get("i_dom", 0.0),
        foreign_share=row.get("fx_share", 0.0),
        depreciation=row.get("depreciation", 0.0),
        real_growth=row.get("real_growth", 0.0),
        deflator=row.get("deflator", 0.0),
        primary_balance=row.get("primary_balance_ratio", 0.0),
        other_flows=row.get("other_flows_ratio", 0.0),
    )
    return {"debt1_ratio": debt.next_debt(row["debt0_ratio"], year)}


@adapters.needing("debt_ratio", "i_effective_nominal", "nominal_growth")
def stabilising_balance(row: Row) -> dict[str, Any]:
    """The primary balance that holds debt."""
    given = (row[name] for name in ("debt_ratio", "i_effective_nominal", "nominal_growth"))
    return {"debt_stabilising_pb": debt.stabilising_balance(*given)}


@adapters.needing("D0", "mode", "param", "years")
def partners(row: Row) -> dict[str, Any]:
    """Development partners' amounts by year."""
    years = range(int(row["years"]))
    return {"path": [phased_out(row["D0"], row["mode"], row["param"], year) for year in years]}


@adapters.needing("gdp", "baseline")
def framework(row: Row) -> dict[str, Any]:
    """One year of the medium-term framework; the ceiling is given in percent of GDP."""
    ceiling = row["gdp"] * row.get("ceiling_pct_gdp", 0.0) / 100
    year = Framework(
        gdp=row["gdp"],
        revenue=row["gdp"] * row.get("revenue_ratio", 0.0),
        ceiling=ceiling,
        baseline=row["baseline"],
        new_policy=row.get("new_policy", 0.0),
        savings=row.get("savings", 0.0),
        partners=row.get("donor", 0.0),
    )
    return {
        "total": year.total,
        "domestic": year.domestic_need,
        "ceiling": ceiling,
        "fiscal_space": year.fiscal_space,
        "total_pct_gdp": 100 * year.total_of_gdp,
        "domestic_pct_revenue": 100 * year.domestic_of_revenue,
    }


@adapters.needing("gdp0", "g", "T")
def growth_shock(row: Row) -> dict[str, Any]:
    """GDP with and without a growth shock that starts in year 1."""
    given, years = (row["gdp0"], row["g"], row.get("pi", 0.0)), int(row["T"])
    deviation = shocks.deviation(row.get("dg", 0.0), row.get("rho", 0.0), years)
    return {
        "baseline": list(shocks.gdp_path(*given, years)),
        "shocked": list(shocks.gdp_path(*given, years, deviation)),
    }


@adapters.needing("pi")
def frozen(row: Row) -> dict[str, Any]:
    """What inflation leaves of a frozen benefit, first year = 100; one year where no number is given."""
    return {"real_value_index": 100 * frozen_real_value(row["pi"], row.get("T", 1.0))}


@adapters.needing("usd", "fx0", "fx1")
def aid_in_kip(row: Row) -> dict[str, Any]:
    """The same dollars in kip before and after, and a kip benefit in dollars."""
    return {
        "lcu0": kip(row["usd"], row["fx0"]),
        "lcu1": kip(row["usd"], row["fx1"]),
        "pct_change_if_lcu_fixed_usd": 100 * shocks.change_in_dollars(row["fx0"], row["fx1"]),
    }
