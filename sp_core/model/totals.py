"""Totals over all programmes, and their size against the economy and the budget."""

from __future__ import annotations

from typing import Any

from sp_core.arithmetic import total
from sp_core.errors import BadScenario
from sp_core.model.quantity import MOST_INPUTS, Quantity, Ref, quantity
from sp_core.programme import Programme


def total_quantities(programmes: tuple[Programme, ...]) -> tuple[Quantity, ...]:
    """Return the totals in order of calculation.

    `recipients` adds the programmes up: a person in two of them counts twice.
    """
    cost = quantity("cost_lak")
    return (
        *_sums("recipients", "persons", programmes),
        *_sums("cost_lak", "lak", programmes),
        _ratio("cost_gdp", "share", cost, quantity("gdp_lak")),
        _ratio("cost_revenue", "share", cost, quantity("revenue_lak")),
        _ratio("cost_constant_lak", "lak", cost, quantity("price_index")),
        _ratio("cost_usd", "usd", cost, quantity("exchange_rate")),
    )


def _sums(name: str, unit: str, programmes: tuple[Programme, ...]) -> tuple[Quantity, ...]:
    """Return the sum over programmes; above seven, in groups with a sum of their own."""
    parts = [f"{name}.{programme.id}" for programme in programmes]
    if len(parts) <= MOST_INPUTS:
        return (_sum(name, unit, parts),)
    if len(parts) > MOST_INPUTS**2:
        raise BadScenario(f"{len(parts)} programmes are more than {MOST_INPUTS**2}, the most that can be added up")
    groups = [parts[at : at + MOST_INPUTS] for at in range(0, len(parts), MOST_INPUTS)]
    sums = tuple(_sum(f"{name}_part_{number}", unit, group) for number, group in enumerate(groups, start=1))
    return (*sums, _sum(name, unit, [part.name for part in sums]))


def _sum(name: str, unit: str, parts: list[str]) -> Quantity:
    inputs = {f"part_{number}": quantity(part) for number, part in enumerate(parts, start=1)}
    return Quantity(name, unit, " + ".join(inputs), inputs, _total)


def _total(**parts: Any) -> Any:
    return total(parts.values())


def _ratio(name: str, unit: str, above: Ref, below: Ref) -> Quantity:
    inputs = {"amount": above, "divisor": below}
    return Quantity(name, unit, "amount / divisor", inputs, lambda amount, divisor: amount / divisor)
