"""Public debt: what is carried over, and what new borrowing adds; methods (6.1), (6.2).

    carried[t] = debt[t-1] * (1 + interest rate) * (1 + fx share * change of the exchange rate)
                 - primary balance + other flows
    debt[t]    = carried[t] + deficit + borrowing chosen for social protection

With every lever at its default the ratio is the published one as far as it is published: other
flows are the published remainder. One effective rate stands for all debt; the share in foreign
currency moves with the exchange rate.
"""

from __future__ import annotations

from typing import Any

from sp_core.model.quantity import Quantity, Ref, base, lever, parameter, previous, quantity

BEFORE = previous("debt_lak")
GDP = quantity("gdp_lak")


def carried_quantities() -> tuple[Quantity, ...]:
    """Return what public debt would be without new borrowing for social protection."""
    return (
        Quantity(
            "exchange_rate_change",
            "share",
            "now / before - 1",
            {"now": quantity("exchange_rate"), "before": previous("exchange_rate")},
            lambda now, before: now / before - 1.0,
            first=0.0,
        ),
        _fx_share(),
        Quantity(
            "interest_lak",
            "lak",
            "before * rate",
            {"before": BEFORE, "rate": parameter("interest_rate_path")},
            lambda before, rate: before * rate,
            first=base("interest_first"),
        ),
        Quantity(
            "primary_balance_lak",
            "lak",
            "(balance + shift + shock) * gdp",
            {
                "balance": parameter("primary_balance_path"),
                "shift": quantity("revenue_shift"),
                "shock": quantity("revenue_shock"),
                "gdp": GDP,
            },
            lambda balance, shift, shock, gdp: (balance + shift + shock) * gdp,
        ),
        Quantity(
            "debt_revalued_lak",
            "lak",
            "before * (1 + rate) * (1 + fx_share * change)",
            {
                "before": BEFORE,
                "rate": parameter("interest_rate_path"),
                "fx_share": previous("fx_debt_share_now"),
                "change": quantity("exchange_rate_change"),
            },
            lambda before, rate, fx_share, change: before * (1.0 + rate) * (1.0 + fx_share * change),
            first=base("debt_path"),
        ),
        Quantity(
            "debt_carried_lak",
            "lak",
            "revalued - primary + other * gdp",
            {
                "revalued": quantity("debt_revalued_lak"),
                "primary": quantity("primary_balance_lak"),
                "other": parameter("debt_other_flows_path"),
                "gdp": GDP,
            },
            lambda revalued, primary, other, gdp: revalued - primary + other * gdp,
            first=base("debt_path"),
        ),
    )


def debt_quantities() -> tuple[Quantity, ...]:
    """Return public debt with new borrowing, its ratio, and the balance that would hold it."""
    return (
        Quantity(
            "debt_lak",
            "lak",
            "carried + deficit + borrowing",
            {
                "carried": quantity("debt_carried_lak"),
                "deficit": quantity("space_deficit_lak"),
                "borrowing": quantity("borrowing_lak"),
            },
            lambda carried, deficit, borrowing: carried + deficit + borrowing,
        ),
        Quantity(
            "debt_gdp",
            "share",
            "debt / gdp",
            {"debt": quantity("debt_lak"), "gdp": GDP},
            lambda debt, gdp: debt / gdp,
        ),
        Quantity(
            "debt_stabilising_balance",
            "share",
            "revalued / gdp - before",
            {"revalued": quantity("debt_revalued_lak"), "gdp": GDP, "before": previous("debt_gdp")},
            lambda revalued, gdp, before: revalued / gdp - before,
            first=0.0,
        ),
    )


def _fx_share() -> Quantity:
    """The share in foreign currency grows when the kip falls."""
    inputs: dict[str, Ref] = {
        "before": previous("fx_debt_share_now"),
        "change": quantity("exchange_rate_change"),
    }
    return Quantity(
        "fx_debt_share_now",
        "share",
        "before * (1 + change) / (1 + before * change)",
        inputs,
        fx_share_after,
        first=lever("fx_debt_share"),
    )


def fx_share_after(before: Any, change: Any) -> Any:
    """Return the share of debt in foreign currency after the exchange rate (kip per dollar) changed by `change`."""
    return before * (1.0 + change) / (1.0 + before * change)
