"""Poverty and inequality: persons, transfers, fitted Lorenz curves, the lognormal fallback."""

from __future__ import annotations

import re
from typing import Any

from sp_core import grouped_poverty, lorenz, poverty, transfer
from tests.golden.adapters.adapter import Adapters
from tests.golden.rows import Row

adapters = Adapters()


def _welfare(row: Row) -> list[float]:
    """Return welfare by person; words like "0 repeated 99, then 100" are written out."""
    given = row["welfare"]
    if not isinstance(given, str):
        return list(given)
    found: list[float] = []
    for value, times in re.findall(r"([\d.]+)(?: repeated (\d+))?", given):
        found += [float(value)] * int(times or 1)
    return found


def _weights(row: Row) -> list[float]:
    given = row.get("weights", "ones")
    return [1.0] * len(_welfare(row)) if given == "ones" else list(given)


@adapters.needing("welfare")
def inequality(row: Row) -> dict[str, Any]:
    """Inequality of persons."""
    persons = _welfare(row), _weights(row)
    return {
        "gini": poverty.gini(*persons),
        "mld_theil_L": poverty.mean_log_deviation(*persons),
        "theil_T": poverty.theil(*persons),
        "hoover": poverty.hoover(*persons),
    }


@adapters.needing("welfare", "z")
def poor_persons(row: Row) -> dict[str, Any]:
    """Poverty of persons."""
    found = poverty.poverty(_welfare(row), _weights(row), row["z"])
    watts = poverty.watts(_welfare(row), _weights(row), row["z"])
    return {"H": found.headcount, "PG": found.gap, "P2": found.severity, "watts": watts}


@adapters.needing("welfare", "transfer_pc", "z")
def transferred(row: Row) -> dict[str, Any]:
    """What a transfer changes."""
    found = transfer.effect(_welfare(row), _weights(row), row["transfer_pc"], row["z"])
    sides = {"0": (found.before, found.gini_before), "1": (found.after, found.gini_after)}
    return {
        f"{name}{side}": value
        for side, (poor, gini) in sides.items()
        for name, value in (("H", poor.headcount), ("PG", poor.gap), ("P2", poor.severity), ("gini", gini))
    }


@adapters.needing("mean", "gini", "t")
def equal_transfer(row: Row) -> dict[str, Any]:
    """The Gini after the same amount to everybody."""
    return {"gini": transfer.gini_after_equal_transfer(row["gini"], row["mean"], row["t"])}


@adapters.needing("mean", "gini", "z")
def lognormal(row: Row) -> dict[str, Any]:
    """The fallback for two numbers."""
    sigma, found = grouped_poverty.lognormal(row["mean"], row["gini"], row["z"])
    return {"sigma": sigma, "H": found.headcount, "PG": found.gap, "P2": found.severity}


def _fit(row: Row) -> lorenz.Fit:
    fit = lorenz.fit_beta if row.get("form", "GQ") == "BETA" else lorenz.fit_quadratic
    return fit(row["p"], row["L"])


def _curve(row: Row) -> lorenz.Curve:
    if row.has("p", "L"):
        return _fit(row).curve
    form = lorenz.BetaCurve if row.get("form", "GQ") == "BETA" else lorenz.Quadratic
    return form(row["a"], row["b"], row["c"])


@adapters.needing("p", "L")
def fitted(row: Row) -> dict[str, Any]:
    """The parameters of a fit, under both names that rows give them."""
    found = _fit(row)
    curve = found.curve
    three = (
        (curve.a, curve.b, curve.c) if isinstance(curve, lorenz.Quadratic) else (curve.theta, curve.gamma, curve.delta)
    )
    named = dict(zip(("a", "b", "c"), three, strict=True)) | {f"param{at}": value for at, value in enumerate(three, 1)}
    return {**named, "sse_published": found.squared_errors}


def _read_off(row: Row) -> dict[str, Any]:
    curve = _curve(row)
    found: dict[str, Any] = {"is_normal": curve.normal, "is_valid": curve.valid}
    if curve.normal:
        found["gini"] = grouped_poverty.gini_of(curve)
        found["mld"] = grouped_poverty.mean_log_deviation_of(curve)
        found["deciles"] = list(grouped_poverty.quantile_means(curve, 1.0, 10) / 10)
    if curve.normal and row.has("mean"):
        found["median"] = grouped_poverty.welfare_at(curve, row["mean"], 0.5)
    if curve.normal and row.has("mean", "z"):
        below = grouped_poverty.poverty_below(curve, row["mean"], row["z"])
        found |= {"H": below.poverty.headcount, "PG": below.poverty.gap, "P2": below.poverty.severity}
        found["headcount_elasticity_mean"] = below.headcount_elasticity
        found["pg_elasticity_mean"] = below.gap_elasticity
        found["p2_elasticity_mean"] = below.severity_elasticity
        found["pg_elasticity_gini"] = below.gap_elasticity_of_gini
    return found


@adapters.needing("p", "L")
def of_fitted_curve(row: Row) -> dict[str, Any]:
    """Everything read off a curve that was fitted."""
    return _read_off(row)


@adapters.needing("a", "b", "c")
def of_given_curve(row: Row) -> dict[str, Any]:
    """Everything read off a curve whose parameters are given."""
    return _read_off(row)
