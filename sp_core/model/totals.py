"""Totals over all programmes, and their size against the economy and the budget."""

from __future__ import annotations

from typing import Any

from sp_core.arithmetic import total
from sp_core.errors import BadScenario
from sp_core.model.quantity import MOST_INPUTS, Quantity, Ref, quantity
from sp_core.programme import Programme


def total_quantities(programmes: tuple[Programme, ...], emergency: tuple[Quantity, ...] = ()) -> tuple[Quantity, ...]:
    """Return the totals in order of calculation.

    `recipients` adds the programmes up: a person in two of them counts twice. `emergency`
    are quantities that end in emergency_lak, which is added to the cost.
    """
    cost = quantity("cost_lak")
    programmes_only = "programmes_cost_lak" if emergency else "cost_lak"
    return (
        *sums("recipients", "persons", programmes),
        *sums("benefits_lak", "lak", programmes),
        *sums(programmes_only, "lak", programmes, "cost_lak"),
        *emergency,
        *(_with_emergency() if emergency else ()),
        _ratio("cost_gdp", "share", cost, quantity("gdp_lak")),
        _ratio("cost_revenue", "share", cost, quantity("revenue_lak")),
        _ratio("cost_constant_lak", "lak", cost, quantity("price_index")),
        _ratio("cost_usd", "usd", cost, quantity("exchange_rate")),
    )


def sums(name: str, unit: str, programmes: tuple[Programme, ...], of: str = "") -> tuple[Quantity, ...]:
    """Return the sum of `of` (default: `name`) over programmes, 0 for none; above seven in groups of their own."""
    parts = [f"{of or name}.{programme.id}" for programme in programmes]
    if len(parts) <= MOST_INPUTS:
        return (_sum(name, unit, parts),)
    if len(parts) > MOST_INPUTS**2:
        raise BadScenario(f"{len(parts)} programmes are more than {MOST_INPUTS**2}, the most that can be added up")
    groups = [parts[at : at + MOST_INPUTS] for at in range(0, len(parts), MOST_INPUTS)]
    subtotals = tuple(_sum(f"{name}_part_{number}", unit, group) for number, group in enumerate(groups, start=1))
    return (*subtotals, _sum(name, unit, [part.name for part in subtotals]))


def _with_emergency() -> tuple[Quantity, ...]:
    inputs = {"programmes": quantity("programmes_cost_lak"), "emergency": quantity("emergency_lak")}
    return (
        Quantity(
            "cost_lak", "lak", "programmes + emergency", inputs, lambda programmes, emergency: programmes + emergency
        ),
    )


def _sum(name: str, unit: str, parts: list[str]) -> Quantity:
    inputs = {f"part_{number}": quantity(part) for number, part in enumerate(parts, start=1)}
    return Quantity(name, unit, " + ".join(inputs) or "0", inputs, _total)


def _total(*parts: Any) -> Any:
    return total(parts)


def _ratio(name: str, unit: str, above: Ref, below: Ref) -> Quantity:
    inputs = {"amount": above, "divisor": below}
    return Quantity(name, unit, "amount / divisor", inputs, lambda amount, divisor: amount / divisor)
