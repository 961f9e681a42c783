"""The eight options of fiscal space, each on its own base, overlaps capped; methods 6.1.

Contributions are capped by what contributory schemes still need. A higher deficit and borrowing
share one room: what the chosen limit of public debt leaves.
"""

from __future__ import annotations

from typing import Any

from sp_core.arithmetic import maximum, minimum, select_less
from sp_core.model.quantity import YEAR, Quantity, Ref, base, lever, parameter, quantity
from sp_core.model.ramp import ramp_quantity
from sp_core.model.totals import sums
from sp_core.programme import Programme

YIELDS = (
    "space_contributions_lak",
    "space_taxes_lak",
    "space_illicit_lak",
    "space_reallocation_lak",
    "space_reserves_lak",
    "space_debt_relief_lak",
    "space_deficit_lak",
    "space_aid_lak",
)
RAMP = quantity("space_ramp")
GDP = quantity("gdp_lak")
RESERVES = "select_less(year, start, 0, select_less(year, start + years, share * gdp / years, 0))"


def fiscal_space_quantities(programmes: tuple[Programme, ...]) -> tuple[Quantity, ...]:
    """Return the yearly yield of each option, borrowing, and the room that debt leaves."""
    insured = tuple(programme for programme in programmes if programme.contributory)
    return (
        ramp_quantity("space_ramp", lever("space_start"), lever("space_full")),
        *sums("contributory_cost_lak", "lak", insured, "cost_lak"),
        _product("space_contributions_wish_lak", share=lever("space_contributions"), gdp=GDP, ramp=RAMP),
        _within_need(),
        _taxes(),
        _illicit(),
        Quantity(
            "expenditure_lak",
            "lak",
            "share * gdp",
            {"share": parameter("expenditure_share_path"), "gdp": GDP},
            lambda share, gdp: share * gdp,
        ),
        _product(
            "space_reallocation_lak",
            share=lever("space_reallocation"),
            expenditure=quantity("expenditure_lak"),
            ramp=RAMP,
        ),
        _reserves(),
        _product(
            "space_debt_relief_lak", share=lever("space_debt_relief"), interest=quantity("interest_lak"), ramp=RAMP
        ),
        *_borrowed(),
        _product("space_aid_lak", dollars=lever("space_aid_usd"), rate=quantity("exchange_rate"), ramp=RAMP),
        Quantity("space_one_lak", "lak", "a + b + c + d", _named(YIELDS[:4]), _sum),
        Quantity("space_two_lak", "lak", "a + b + c + d", _named(YIELDS[4:]), _sum),
        Quantity(
            "space_lak",
            "lak",
            "a + b",
            _named(("space_one_lak", "space_two_lak")),
            _sum,
        ),
    )


def _named(names: tuple[str, ...]) -> dict[str, Ref]:
    return {letter: quantity(name) for letter, name in zip("abcd", names, strict=False)}


def _sum(a: Any, b: Any, c: Any = None, d: Any = None) -> Any:
    return a + b if c is None else a + b + c + d


def _product(name: str, **inputs: Ref) -> Quantity:
    return Quantity(name, "lak", " * ".join(inputs), inputs, _multiplied)


def _multiplied(first: Any, *others: Any) -> Any:
    result = first
    for other in others:
        result = result * other
    return result


def _within_need() -> Quantity:
    """More contributions cannot pay for more than contributory schemes cost."""
    return Quantity(
        "space_contributions_lak",
        "lak",
        "minimum(wish, maximum(0, need - paid))",
        {
            "wish": quantity("space_contributions_wish_lak"),
            "need": quantity("contributory_cost_lak"),
            "paid": quantity("contributions_lak"),
        },
        lambda wish, need, paid: minimum(wish, maximum(0.0, need - paid)),
    )


def _taxes() -> Quantity:
    return Quantity(
        "space_taxes_lak",
        "lak",
        "share * gdp * ramp * (1 - leak)",
        {"share": lever("space_taxes"), "gdp": GDP, "ramp": RAMP, "leak": lever("space_tax_leak")},
        lambda share, gdp, ramp, leak: share * gdp * ramp * (1.0 - leak),
    )


def _illicit() -> Quantity:
    """Illicit flows, the part that is stopped, taxed at the economy's revenue share."""
    return Quantity(
        "space_illicit_lak",
        "lak",
        "flows * recovered * revenue * ramp",
        {
            "flows": lever("space_illicit_flows"),
            "recovered": lever("space_illicit_recovered"),
            "revenue": quantity("revenue_lak"),
            "ramp": RAMP,
        },
        lambda flows, recovered, revenue, ramp: flows * recovered * revenue * ramp,
    )


def _reserves() -> Quantity:
    """A stock, as a share of the first year's GDP, drawn in equal parts."""
    return Quantity(
        "space_reserves_lak",
        "lak",
        RESERVES,
        {
            "year": YEAR,
            "start": lever("space_start"),
            "years": lever("space_reserve_years"),
            "share": lever("space_reserves"),
            "gdp": base("gdp_path"),
        },
        lambda year, start, years, share, gdp: select_less(
            year, start, 0.0, select_less(year, start + years, share * gdp / years, 0.0)
        ),
    )


def _borrowed() -> tuple[Quantity, ...]:
    """Deficit first, then borrowing, together within what the debt limit leaves."""
    room = quantity("debt_room_lak")
    return (
        _product("space_deficit_wish_lak", share=lever("space_deficit"), gdp=GDP, ramp=RAMP),
        Quantity(
            "debt_room_lak",
            "lak",
            "maximum(0, limit * gdp - carried)",
            {"limit": lever("debt_limit"), "gdp": GDP, "carried": quantity("debt_carried_lak")},
            lambda limit, gdp, carried: maximum(0.0, limit * gdp - carried),
        ),
        Quantity(
            "space_deficit_lak",
            "lak",
            "minimum(wish, room)",
            {"wish": quantity("space_deficit_wish_lak"), "room": room},
            lambda wish, room: minimum(wish, room),
        ),
        _product("borrowing_wish_lak", share=lever("borrowing"), gdp=GDP, ramp=RAMP),
        Quantity(
            "borrowing_lak",
            "lak",
            "minimum(wish, room - deficit)",
            {"wish": quantity("borrowing_wish_lak"), "room": room, "deficit": quantity("space_deficit_lak")},
            lambda wish, room, deficit: minimum(wish, room - deficit),
        ),
    )
