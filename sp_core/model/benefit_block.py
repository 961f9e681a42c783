"""What one recipient gets a month, by kind of benefit: methods (1.5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sp_core.model.quantity import Quantity, Ref, lever, parameter, quantity
from sp_core.programme import Programme

MONTHS = 12.0

Rule = tuple[str, Mapping[str, Ref], Callable[..., Any]]


def benefit_month(programme: Programme) -> Quantity:
    """Return kip a month for one recipient; an amount in kip moves with the benefit's index, if it has one."""
    formula, inputs, compute = RULES[programme.benefit](programme)
    name = f"benefit_month_lak.{programme.id}"
    if not programme.is_indexed:
        return Quantity(name, "lak_month", formula, inputs, compute)
    indexed = {**inputs, "index": quantity(f"benefit_index.{programme.id}")}

    def with_index(*values: Any) -> Any:
        return compute(*values[:-1]) * values[-1]

    return Quantity(name, "lak_month", f"{formula} * index", indexed, with_index)


def _fixed(programme: Programme) -> Rule:
    return "amount", {"amount": _benefit(programme)}, lambda amount: amount


def _fixed_day(programme: Programme) -> Rule:
    inputs = {"amount": _benefit(programme), "days": lever(f"{programme.id}.days")}
    return "amount * days / 12", inputs, lambda amount, days: amount * days / MONTHS


def _fixed_usd(programme: Programme) -> Rule:
    inputs = {"dollars": _benefit(programme), "rate": quantity("exchange_rate")}
    return "dollars * rate", inputs, lambda dollars, rate: dollars * rate


def _gdp_head(programme: Programme) -> Rule:
    inputs = {"share": _benefit(programme), "gdp_head": quantity("gdp_head_lak")}
    return "share * gdp_head / 12", inputs, lambda share, gdp_head: share * gdp_head / MONTHS


def _minimum_wage(programme: Programme) -> Rule:
    inputs = {"share": _benefit(programme), "wage": quantity("minimum_wage_lak")}
    return "share * wage", inputs, lambda share, wage: share * wage


def _poverty_line(programme: Programme) -> Rule:
    """The line is a parameter of kip a month in every year; no published one was located, so it must be uploaded."""
    inputs = {"share": _benefit(programme), "line": parameter("poverty_line")}
    return "share * line", inputs, lambda share, line: share * line


def _contribution(programme: Programme) -> Rule:
    """The state's share of a contribution on declared earnings: the member pays the rest."""
    inputs = {
        "earnings": _benefit(programme),
        "rate": lever(f"{programme.id}.rate"),
        "state_share": lever(f"{programme.id}.state_share"),
    }
    return (
        "earnings * rate * state_share",
        inputs,
        lambda earnings, rate, state_share: earnings * rate * state_share,
    )


def _benefit(programme: Programme) -> Ref:
    return lever(f"{programme.id}.benefit")


RULES: dict[str, Callable[[Programme], Rule]] = {
    "fixed": _fixed,
    "fixed_day": _fixed_day,
    "fixed_usd": _fixed_usd,
    "gdp_head": _gdp_head,
    "minimum_wage": _minimum_wage,
    "poverty_line": _poverty_line,
    "contribution": _contribution,
}
