"""The programme block: who receives, how much, and what it costs; methods 1.1 to 1.8.

recipients = target * coverage
cost       = recipients * benefit a month * months * (1 + administration)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sp_core.arithmetic import total
from sp_core.model.benefit_block import MONTHS, benefit_month
from sp_core.model.indexation_block import indexation_quantities
from sp_core.model.people_block import IN_VARIANT, in_variant, persons_in_variant
from sp_core.model.quantity import Quantity, Ref, base, lever, parameter, quantity
from sp_core.model.ramp import ramp_quantity
from sp_core.model.targeting_block import targeting_quantities
from sp_core.programme import POPULATION, Programme, TargetGroup


def programme_quantities(programme: Programme) -> tuple[Quantity, ...]:
    """Return the quantities of one programme in order of calculation."""
    return (
        _target(programme),
        _ramp(programme),
        _coverage(programme),
        *targeting_quantities(programme),
        _recipients(programme),
        *indexation_quantities(programme),
        benefit_month(programme),
        _spending(programme),
        _cost(programme),
        *_adequacy(programme),
    )


def _target(programme: Programme) -> Quantity:
    """Persons (person-years) in the target group: people * shares * months / 12."""
    shares, months = programme.target.shares, programme.target.months
    people, group, persons = _people(programme.target)

    def compute(*inputs: Any) -> Any:
        result = persons(*inputs[: len(people)])
        for share in inputs[len(people) : len(people) + len(shares)]:
            result = result * share
        if months:
            result = result * total(inputs[len(people) + len(shares) :]) / MONTHS
        return result

    factors = [group, *shares, *([f"({' + '.join(months)}) / 12"] if months else [])]
    inputs = people | {role: lever(f"{programme.id}.{role}") for role in (*shares, *months)}
    return Quantity(f"target.{programme.id}", "persons", " * ".join(factors), inputs, compute)


def _people(group: TargetGroup) -> tuple[dict[str, Ref], str, Callable[..., Any]]:
    """Return the inputs, the formula and the calculation of who is in a group, before any share."""
    if group.series == POPULATION:
        return {"group": quantity("population_persons")}, "group", lambda group: group
    if group.is_count:
        return {"group": parameter(group.series)}, "group", lambda group: group
    return in_variant("group", group.series), IN_VARIANT.format("group"), persons_in_variant


def _ramp(programme: Programme) -> Quantity:
    return ramp_quantity(f"ramp.{programme.id}", _lever(programme, "start_year"), _lever(programme, "full_year"))


def _coverage(programme: Programme) -> Quantity:
    """Effective coverage: from today's share to the share reached, times on/off."""
    inputs = {
        "today": base(f"{programme.id}.coverage_today"),
        "reached": _lever(programme, "coverage"),
        "ramp": quantity(f"ramp.{programme.id}"),
        "on": _lever(programme, "on"),
    }
    name = f"coverage.{programme.id}"
    if not programme.has("take_up"):
        formula = "on * (today + (reached - today) * ramp)"
        return Quantity(
            name,
            "share",
            formula,
            inputs,
            lambda today, reached, ramp, on: on * (today + (reached - today) * ramp),
        )
    return Quantity(
        name,
        "share",
        "on * (today + (reached * take_up - today) * ramp)",
        {**inputs, "take_up": _lever(programme, "take_up")},
        lambda today, reached, ramp, on, take_up: on * (today + (reached * take_up - today) * ramp),
    )


def _recipients(programme: Programme) -> Quantity:
    name = f"recipients.{programme.id}"
    target, coverage = quantity(f"target.{programme.id}"), quantity(f"coverage.{programme.id}")
    if not programme.target.targeted:
        inputs = {"target": target, "coverage": coverage}
        return Quantity(name, "persons", "target * coverage", inputs, lambda target, coverage: target * coverage)
    return Quantity(
        name,
        "persons",
        "target * reached * coverage",
        {"target": target, "reached": quantity(f"targeted_share.{programme.id}"), "coverage": coverage},
        lambda target, reached, coverage: target * reached * coverage,
    )


def _spending(programme: Programme) -> Quantity:
    inputs = {
        "recipients": quantity(f"recipients.{programme.id}"),
        "benefit_month": quantity(f"benefit_month_lak.{programme.id}"),
    }
    name = f"benefits_lak.{programme.id}"
    if not programme.has("months_paid"):
        return Quantity(
            name,
            "lak",
            "recipients * (benefit_month * 12)",
            inputs,
            lambda recipients, benefit_month: recipients * (benefit_month * MONTHS),
        )
    return Quantity(
        name,
        "lak",
        "recipients * (benefit_month * months)",
        {**inputs, "months": _lever(programme, "months_paid")},
        lambda recipients, benefit_month, months: recipients * (benefit_month * months),
    )


def _cost(programme: Programme) -> Quantity:
    """Benefits and their administration, on either basis: methods (1.3)."""
    benefits = quantity(f"benefits_lak.{programme.id}")
    inputs = {"benefits": benefits, "administration": _lever(programme, "administration")}
    if programme.administration_basis == "of_total":
        formula, compute = "benefits / (1 - administration)", _of_total
    else:
        formula, compute = "benefits * (1 + administration)", _on_benefits
    return Quantity(f"cost_lak.{programme.id}", "lak", formula, inputs, compute)


def _on_benefits(benefits: Any, administration: Any) -> Any:
    return benefits * (1.0 + administration)


def _of_total(benefits: Any, administration: Any) -> Any:
    return benefits / (1.0 - administration)


def _adequacy(programme: Programme) -> tuple[Quantity, ...]:
    benefit = quantity(f"benefit_month_lak.{programme.id}")
    return (
        Quantity(
            f"benefit_min_wage.{programme.id}",
            "share",
            "benefit / wage",
            {"benefit": benefit, "wage": quantity("minimum_wage_lak")},
            lambda benefit, wage: benefit / wage,
        ),
        Quantity(
            f"benefit_gdp_head.{programme.id}",
            "share",
            "benefit * 12 / gdp_head",
            {"benefit": benefit, "gdp_head": quantity("gdp_head_lak")},
            lambda benefit, gdp_head: benefit * MONTHS / gdp_head,
        ),
    )


def _lever(programme: Programme, role: str) -> Ref:
    return lever(f"{programme.id}.{role}")
