"""Contributory schemes: reserves, premiums, rules, survival."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from sp_core import fund, life_table, scheme_rules
from tests.golden.adapters.adapter import Adapters
from tests.golden.adapters.expressions import calculated
from tests.golden.rows import Row

adapters = Adapters()
LAST_AGE = 131
FIRST_AGE = 20  # where a row's table of survivors starts, with 100,000
HORIZON = 75  # years of a series that states no last one
TIMINGS = {"simple": "mid_simple"}


def _timing(row: Row) -> Any:
    given = row.get("timing", "mid")
    return TIMINGS.get(given, given)


def _series(row: Row, name: str) -> Any:
    """Return amounts by year; a formula in t, such as "100*1.02^t, t=0..39", is written out from year 0."""
    given = row[name]
    if not isinstance(given, str):
        return given
    last = re.search(r"\.\.\s*(\d+)", given)
    return calculated(given.partition(",")[0], {"t": np.arange(int(last[1]) + 1 if last else HORIZON)})


@adapters.needing("insured_earnings", "expenditure")
def pay_as_you_go(row: Row) -> dict[str, Any]:
    """The rate that pays each year by itself."""
    return {"payg": list(fund.pay_as_you_go(_series(row, "expenditure"), _series(row, "insured_earnings")))}


@adapters.needing("insured_earnings", "expenditure", "R0", "i")
def premiums(row: Row) -> dict[str, Any]:
    """Level rates: that uses the reserve up, that ends its growth, that ends with a multiple of spending."""
    given = _series(row, "insured_earnings"), _series(row, "expenditure"), row["R0"], row["i"]
    multiple = re.search(r"R_T = ([\d.]+)", row.source)  # the row has no column for it
    years = float(multiple[1]) if multiple else 0.0
    return {
        "gap_rate": fund.average_premium(*given, _timing(row)),
        "scaled_premium": fund.scaled_premium(*given, _timing(row)),
        "contribution_rate": fund.premium_for_reserve(*given, years, _timing(row)),
    }


@adapters.needing("insured_earnings", "expenditure", "R0", "i", "contribution_rate")
def reserve(row: Row) -> dict[str, Any]:
    """The reserve year by year, and when it runs out."""
    income = np.multiply(_series(row, "insured_earnings"), row["contribution_rate"])
    path = fund.reserve_path(row["R0"], income, _series(row, "expenditure"), row["i"], _timing(row))
    out = fund.depletion(path)
    found = {
        "reserve_end": list(path),
        "first_cashflow_deficit_index": fund.first_deficit(income, _series(row, "expenditure")),
        "depletion_index": out,
    }
    if out == out:
        at = int(out)
        found |= {"reserve_at": path[at], "reserve_before": path[at - 1] if at else row["R0"]}
    return found


@adapters.needing("reserve_begin_musd", "total_income_musd", "total_cost_musd")
def published_year(row: Row) -> dict[str, Any]:
    """One year of a published fund; its income already holds the interest."""
    begin, income, cost = (row[f"{name}_musd"] for name in ("reserve_begin", "total_income", "total_cost"))
    end = fund.reserve_path(begin, [income], [cost], 0.0)[0]
    ratio = 100 * fund.reserve_ratio(begin, cost)
    return {"reserve_end_musd": end, "net_increase_musd": end - begin, "trust_fund_ratio_pct": ratio}


@adapters.needing("reserve_begin")
def published_report(row: Row) -> dict[str, Any]:
    """One year of a trustees' report; where it prints only by how much reserves fell, that is what was paid."""
    income = row.get("noninterest_income", 0.0) + row.get("interest", 0.0)
    fall = re.search(r"fell ([\d.]+)", row.source)
    cost = row.get("cost", float(fall[1]) if fall else 0.0)
    return {"total_income": income, "reserve_end": fund.reserve_path(row["reserve_begin"], [income], [cost], 0.0)[0]}


@adapters.needing("points", "avg_last12m_earnings_kip", "factor")
def points_pension(row: Row) -> dict[str, Any]:
    """A pension from points."""
    pension = scheme_rules.new_pension(row["points"], row["avg_last12m_earnings_kip"], row["factor"])
    return {"monthly_pension_kip": pension}


@adapters.needing("gross_kip")
def contribution(row: Row) -> dict[str, Any]:
    """What worker and employer pay between floor and ceiling."""
    rates = row.get("rate_worker", 0.0), row.get("rate_employer", 0.0)
    limits = row.get("floor_kip", 0.0), row.get("ceiling_kip", np.inf)
    paid = scheme_rules.contributions(row["gross_kip"], *rates, *limits)
    return {"worker_kip": paid.member, "employer_kip": paid.other}


@adapters.needing("n", "declared_monthly", "rate_total")
def subsidised(row: Row) -> dict[str, Any]:
    """Members of the informal economy with a subsidised contribution."""
    shares = row.get("density", 1.0), row["rate_total"], row.get("state_share", 0.0)
    paid = scheme_rules.subsidised(row["n"], row["declared_monthly"], *shares)
    return {"member_annual": paid.member, "state_annual": paid.other}


@adapters.needing("target_active", "survivors")
def entrants(row: Row) -> dict[str, Any]:
    """Entrants are the residual, never negative."""
    joining, leaving = scheme_rules.joining_and_leaving(row["target_active"], row["survivors"])
    return {"new_entrants": list(joining), "forced_exits": list(leaving)}


@adapters.needing("age", "i", "makeham_A", "makeham_B", "makeham_c")
def survival(row: Row) -> dict[str, Any]:
    """One age of a Makeham table."""
    law = row["makeham_A"], row["makeham_B"], row["makeham_c"]
    dying = life_table.makeham(np.arange(row["age"], LAST_AGE), *law)
    since = life_table.makeham(np.arange(FIRST_AGE, row["age"] + 1), *law)
    return {
        "l_x": 100_000 * life_table.survivors(since)[-1],
        "q_x": dying[0],
        "annuity_due": life_table.annuity_due(dying, row["i"]),
        "A_x": life_table.insurance(dying, row["i"]),
    }
