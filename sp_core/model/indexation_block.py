"""Indexation in the model: how a fixed amount follows prices, wages or income; methods (1.7).

The lever "indexation" is the share of the index's change that is passed on: 0 leaves the
amount as it is in kip, 1 keeps its value against the index. Between two adjustment years
the change is carried along and applied at the next one.
"""

from __future__ import annotations

from typing import Any

from sp_core.arithmetic import maximum, select_less
from sp_core.model.quantity import Quantity, Ref, lever, parameter, previous, quantity
from sp_core.parameter import Parameter
from sp_core.programme import Programme

GROWTH = {"cpi": "inflation", "wage": "wage_growth", "gdp_head": "gdp_head_growth"}


def indexation_quantities(programme: Programme) -> tuple[Quantity, ...]:
    """Return the quantities that lead to benefit_index.<programme>; none when nothing is indexed."""
    if not programme.is_indexed:
        return ()
    yearly = _yearly_change(programme)
    if programme.indexation.every == 1:
        return (yearly, _yearly_index(programme))
    return (yearly, _carried(programme), _stepped_index(programme))


def adjustment_years(programme: Programme, years: tuple[int, ...]) -> tuple[Parameter, ...]:
    """Return 1 for every year in which the amount is adjusted and 0 for the others, as parameters.

    (year - first year) mod every = 0; part of the programme's structure.
    """
    if not programme.is_indexed or programme.indexation.every == 1:
        return ()
    return tuple(
        Parameter(
            id=f"{programme.id}.adjusts",
            year=year,
            value=1.0 if (year - years[0]) % programme.indexation.every == 0 else 0.0,
            unit="yes_no",
            status="illustrative",
            origin=programme.coverage_today.origin,
            locator=f"every {programme.indexation.every} years from {years[0]}",
        )
        for year in years
    )


def _yearly_change(programme: Programme) -> Quantity:
    """Return 1 + share passed on * growth of the index, `lag` years back."""
    rule = programme.indexation
    refer = previous if rule.lag else quantity
    share = lever(f"{programme.id}.indexation")
    name = f"index_step.{programme.id}"
    if rule.kind == "mixed":
        weight = rule.cpi_weight
        return Quantity(
            name,
            "factor",
            f"1 + share * ({weight!r} * prices + (1 - {weight!r}) * wages)",
            {"share": share, "prices": refer("inflation"), "wages": refer("wage_growth")},
            lambda share, prices, wages: 1.0 + share * (weight * prices + (1.0 - weight) * wages),
            first=1.0,
        )
    return Quantity(
        name,
        "factor",
        "1 + share * growth",
        {"share": share, "growth": refer(GROWTH[rule.kind])},
        lambda share, growth: 1.0 + share * growth,
        first=1.0,
    )


def _yearly_index(programme: Programme) -> Quantity:
    inputs = {"before": previous(f"benefit_index.{programme.id}"), "step": quantity(f"index_step.{programme.id}")}
    return _index(programme, inputs, "before * step", lambda before, step: before * step)


def _index(programme: Programme, inputs: dict[str, Ref], formula: str, compute: Any) -> Quantity:
    name = f"benefit_index.{programme.id}"
    if not programme.indexation.ratchet:
        return Quantity(name, "index", formula, inputs, compute, first=1.0)

    def never_lower(before: Any, *others: Any) -> Any:
        return maximum(before, compute(before, *others))

    return Quantity(name, "index", f"maximum(before, {formula})", inputs, never_lower, first=1.0)


def _carried(programme: Programme) -> Quantity:
    """Return the index's change since the last adjustment, this year's included."""
    return Quantity(
        f"index_carried.{programme.id}",
        "factor",
        "select_less(adjusted_before, 0.5, carried, 1) * step",
        {
            "adjusted_before": Ref("parameter_before", f"{programme.id}.adjusts"),
            "carried": previous(f"index_carried.{programme.id}"),
            "step": quantity(f"index_step.{programme.id}"),
        },
        lambda adjusted_before, carried, step: select_less(adjusted_before, 0.5, carried, 1.0) * step,
        first=1.0,
    )


def _stepped_index(programme: Programme) -> Quantity:
    inputs = {
        "before": previous(f"benefit_index.{programme.id}"),
        "adjusts": parameter(f"{programme.id}.adjusts"),
        "carried": quantity(f"index_carried.{programme.id}"),
    }
    formula = "before * select_less(adjusts, 0.5, 1, carried)"
    return _index(
        programme,
        inputs,
        formula,
        lambda before, adjusts, carried: before * select_less(adjusts, 0.5, 1.0, carried),
    )
