"""Emergency top-ups: more for those who receive already (vertical), something for others (horizontal)."""

from __future__ import annotations

from typing import Any

from sp_core.arithmetic import select_less
from sp_core.model.benefit_block import MONTHS
from sp_core.model.quantity import YEAR, Quantity, lever, quantity

ACTIVE = "select_less(year, onset, 0, select_less(year, onset + years, 1, 0))"


def emergency_quantities() -> tuple[Quantity, ...]:
    """Return the cost of both kinds of top-up from the year of the shock on; zero while their levers are zero."""
    return (
        Quantity(
            "topup_active",
            "share",
            ACTIVE,
            {"year": YEAR, "onset": lever("shock_year"), "years": lever("topup_years")},
            _active,
        ),
        Quantity(
            "topup_vertical_lak",
            "lak",
            "benefits * share * active",
            {
                "benefits": quantity("benefits_lak"),
                "share": lever("topup_vertical"),
                "active": quantity("topup_active"),
            },
            lambda benefits, share, active: benefits * share * active,
        ),
        Quantity(
            "topup_horizontal_persons",
            "persons",
            "population * share * active",
            {
                "population": quantity("population_persons"),
                "share": lever("topup_horizontal"),
                "active": quantity("topup_active"),
            },
            lambda population, share, active: population * share * active,
        ),
        Quantity(
            "topup_horizontal_lak",
            "lak",
            "persons * (benefit * prices * 12)",
            {
                "persons": quantity("topup_horizontal_persons"),
                "benefit": lever("topup_benefit"),
                "prices": quantity("price_index"),
            },
            lambda persons, benefit, prices: persons * (benefit * prices * MONTHS),
        ),
        Quantity(
            "emergency_lak",
            "lak",
            "vertical + horizontal",
            {"vertical": quantity("topup_vertical_lak"), "horizontal": quantity("topup_horizontal_lak")},
            lambda vertical, horizontal: vertical + horizontal,
        ),
    )


def _active(year: Any, onset: Any, years: Any) -> Any:
    return select_less(year, onset, 0.0, select_less(year, onset + years, 1.0, 0.0))
