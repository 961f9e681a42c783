"""Who pays: development partners, contributions, the state budget; methods 6.1 and 6.4.

Partners pay an amount in dollars for one programme, converted at each year's rate; contributions
pay for their own scheme only. Neither pays more than its programme costs.
"""

from __future__ import annotations

from typing import Any

from sp_core.arithmetic import clip, maximum, minimum, power, select_less
from sp_core.financing import Financing, PhaseOut
from sp_core.model.benefit_block import MONTHS
from sp_core.model.quantity import YEAR, Quantity, Ref, lever, quantity
from sp_core.model.totals import sums
from sp_core.programme import Programme


def source_quantities(programmes: tuple[Programme, ...], financing: Financing) -> tuple[Quantity, ...]:
    """Return each source by programme and in total."""
    aided = tuple(programme for programme in programmes if programme.has("partners_usd"))
    insured = tuple(programme for programme in programmes if programme.contributory)
    return (
        _partners_phase(financing.phase_out),
        *(_partners(programme) for programme in aided),
        *sums("partners_lak", "lak", aided),
        *(quantity for programme in insured for quantity in _contributions(programme)),
        *sums("contributions_lak", "lak", insured),
        *_state(),
    )


def _partners_phase(kind: PhaseOut) -> Quantity:
    start = {"year": YEAR, "start": lever("exit_start")}
    if kind == "geometric":
        inputs = {**start, "keep": lever("exit_keep")}
        return Quantity("partners_phase", "share", "power(keep, maximum(0, year - start))", inputs, _geometric)
    inputs = {**start, "end": lever("exit_end")}
    if kind == "step":
        del inputs["start"]
        formula = "select_less(year, end, 1, 0)"
        return Quantity("partners_phase", "share", formula, inputs, lambda year, end: select_less(year, end, 1.0, 0.0))
    formula = "1 - clip((year - start) / maximum(1, end - start), 0, 1)"
    return Quantity("partners_phase", "share", formula, inputs, _linear)


def _linear(year: Any, start: Any, end: Any) -> Any:
    return 1.0 - clip((year - start) / maximum(1.0, end - start), 0.0, 1.0)


def _geometric(year: Any, start: Any, keep: Any) -> Any:
    return power(keep, maximum(0.0, year - start))


def _partners(programme: Programme) -> Quantity:
    return Quantity(
        f"partners_lak.{programme.id}",
        "lak",
        "minimum(cost, dollars * phase * rate)",
        {
            "cost": quantity(f"cost_lak.{programme.id}"),
            "dollars": lever(f"{programme.id}.partners_usd"),
            "phase": quantity("partners_phase"),
            "rate": quantity("exchange_rate"),
        },
        lambda cost, dollars, phase, rate: minimum(cost, dollars * phase * rate),
    )


def _contributions(programme: Programme) -> tuple[Quantity, ...]:
    """Return what comes in, and what of it the scheme needs (the rest stays in the fund)."""
    income = f"contribution_income_lak.{programme.id}"
    base = f"insured_earnings_lak.{programme.id}"
    return (
        Quantity(
            base,
            "lak",
            "contributors * phase_in * (earnings * wages * 12) * on",
            {
                "contributors": lever(f"{programme.id}.contributors"),
                "phase_in": quantity(f"ramp.{programme.id}"),
                "earnings": lever(f"{programme.id}.earnings"),
                "wages": quantity("wage_index"),
                "on": lever(f"{programme.id}.on"),
            },
            lambda contributors, phase_in, earnings, wages, on: (
                contributors * phase_in * (earnings * wages * MONTHS) * on
            ),
        ),
        Quantity(
            income,
            "lak",
            "insured_earnings * rate * collected",
            {
                "insured_earnings": quantity(base),
                "rate": lever(f"{programme.id}.contribution_rate"),
                "collected": lever(f"{programme.id}.collection"),
            },
            lambda insured_earnings, rate, collected: insured_earnings * rate * collected,
        ),
        Quantity(
            f"contributions_lak.{programme.id}",
            "lak",
            "minimum(cost, income)",
            {"cost": quantity(f"cost_lak.{programme.id}"), "income": quantity(income)},
            minimum_of_two,
        ),
    )


def minimum_of_two(cost: Any, income: Any) -> Any:
    """Return the smaller: a source pays no more than there is to pay."""
    return minimum(cost, income)


def _state() -> tuple[Quantity, ...]:
    state, provincial = quantity("state_lak"), lever("provincial_share")
    return (
        _of_gdp("state_lak", "state_allocation"),
        Quantity(
            "state_provincial_lak",
            "lak",
            "state * provincial",
            {"state": state, "provincial": provincial},
            lambda state, provincial: state * provincial,
        ),
        Quantity(
            "state_central_lak",
            "lak",
            "state - provincial",
            {"state": state, "provincial": quantity("state_provincial_lak")},
            lambda state, provincial: state - provincial,
        ),
        _of_gdp("ceiling_lak", "ceiling"),
    )


def _of_gdp(name: str, role: str) -> Quantity:
    inputs: dict[str, Ref] = {"share": lever(role), "gdp": quantity("gdp_lak")}
    return Quantity(name, "lak", "share * gdp", inputs, lambda share, gdp: share * gdp)
