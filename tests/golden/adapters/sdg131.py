"""SDG 1.3.1: the entries of a row tell which formula it is; where they cannot, the row's formula does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sp_core import sdg131
from sp_core.coverage import aggregate, at_least_one
from tests.golden.adapters.adapter import Adapters
from tests.golden.rows import Row

adapters = Adapters()


@adapters.needing("values")
def rate(row: Row) -> dict[str, Any]:
    """Coverage in percent."""
    return {"value_pct": _percent(row["values"], f"{row.case} {row.formula}".lower())}


def _percent(given: Mapping[str, Any], words: str) -> Any:
    names = set(given)
    if "n" in names:
        return 100 * _of_several(given, words)
    if "rates" in names:
        return aggregate(given["rates"], _first(given, "denominators", "weights")).value
    if names == {"covered"}:
        return 100 * sdg131.not_covered(given["covered"] / 100)
    if "prevalence" in names:
        return 100 * sdg131.disability_coverage(_numerator(given), given["population"], given["prevalence"])
    if any("twin" in name for name in names):
        return 100 * sdg131.maternity_coverage(*_maternity(given))
    if {"working_age", "older"} <= names:
        groups = (given[name] for name in ("children", "working_age", "older"))
        return 100 * sdg131.at_least_one_of_ages(*groups, _first(given, "pop", "population"))
    if len(names) > 2 and names & {"pop", "population"}:
        return 100 * _vulnerable(given)
    covered, concerned = given.values()
    return 100 * sdg131.effective_coverage(covered, concerned)


def _of_several(given: Mapping[str, Any], words: str) -> Any:
    known = at_least_one(given["n"], _first(given, "pop", "population"))
    if "prod" in words or "independ" in words:
        return known.independent
    return known.highest if "min(" in words or "upper" in words else known.lowest


def _maternity(given: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return women receiving, births, twins, triplets, by what their names say."""
    births, twins, triplets = (_like(given, word) for word in ("birth", "twin", "triplet"))
    return _numerator(given), births, twins, triplets


def _vulnerable(given: Mapping[str, Any]) -> Any:
    """Return assisted over population less those that contributory schemes reach."""
    population = _first(given, "pop", "population")
    reached = [value for name, value in list(given.items())[1:] if name not in ("pop", "population")]
    return sdg131.vulnerable_coverage(_numerator(given), population, reached[0], sum(reached[1:]))


def _numerator(given: Mapping[str, Any]) -> Any:
    """Return the first entry: rows write the numerator first."""
    return next(iter(given.values()))


def _first(given: Mapping[str, Any], *names: str) -> Any:
    return next(given[name] for name in names if name in given)


def _like(given: Mapping[str, Any], word: str) -> Any:
    return next((value for name, value in given.items() if word in name), 0.0)
