"""The macro block: people, prices, national income, revenue, exchange rate, minimum wage.

With every assumption lever and shock at zero each path is exactly the published one (x / x = 1).
Shifts and shocks start in the second year: the first is nearly over and is taken as published.
"""

from __future__ import annotations

from typing import Any

from sp_core.model.people_block import people_quantities
from sp_core.model.quantity import Quantity, base, lever, parameter, previous, quantity
from sp_core.model.shock_block import shock_quantities


def macro_quantities() -> tuple[Quantity, ...]:
    """Return the macro quantities in order of calculation."""
    return (
        *people_quantities(),
        *_shifts(),
        *shock_quantities(),
        *_prices_and_income(),
        *_revenue_and_exchange(),
        *_wages(),
    )


def _shifts() -> tuple[Quantity, ...]:
    names = ("growth", "inflation", "revenue", "exchange_rate", "wage")
    return tuple(
        Quantity(f"{name}_shift", "share", "offset", {"offset": lever(f"{name}_offset")}, _same, first=0.0)
        for name in names
    )


def _prices_and_income() -> tuple[Quantity, ...]:
    return (
        _moved("growth"),
        _moved("inflation"),
        _factor("growth_factor", "growth", "growth_path"),
        _factor("price_factor", "inflation", "inflation_path"),
        Quantity(
            "gdp_lak",
            "lak",
            "path * growth_factor * price_factor",
            {
                "path": parameter("gdp_path"),
                "growth_factor": quantity("growth_factor"),
                "price_factor": quantity("price_factor"),
            },
            lambda path, growth_factor, price_factor: path * growth_factor * price_factor,
        ),
        Quantity(
            "price_index",
            "index",
            "path / first * price_factor",
            {"path": parameter("cpi_path"), "first": base("cpi_path"), "price_factor": quantity("price_factor")},
            lambda path, first, price_factor: path / first * price_factor,
        ),
        Quantity(
            "gdp_head_lak",
            "lak",
            "gdp / population",
            {"gdp": quantity("gdp_lak"), "population": quantity("population_persons")},
            lambda gdp, population: gdp / population,
        ),
        Quantity(
            "gdp_head_growth",
            "share",
            "now / before - 1",
            {"now": quantity("gdp_head_lak"), "before": previous("gdp_head_lak")},
            lambda now, before: now / before - 1.0,
            first=base("gdp_head_growth_path"),
        ),
    )


def _revenue_and_exchange() -> tuple[Quantity, ...]:
    return (
        Quantity(
            "revenue_lak",
            "lak",
            "(share + shift + shock) * gdp",
            {
                "share": parameter("revenue_share_path"),
                "shift": quantity("revenue_shift"),
                "shock": quantity("revenue_shock"),
                "gdp": quantity("gdp_lak"),
            },
            lambda share, shift, shock, gdp: (share + shift + shock) * gdp,
        ),
        Quantity(
            "exchange_factor",
            "factor",
            "before * (1 + shift + shock)",
            {
                "before": previous("exchange_factor"),
                "shift": quantity("exchange_rate_shift"),
                "shock": quantity("exchange_rate_shock"),
            },
            lambda before, shift, shock: before * (1.0 + shift + shock),
            first=1.0,
        ),
        Quantity(
            "exchange_rate",
            "lak_usd",
            "path * factor",
            {"path": parameter("exchange_rate_path"), "factor": quantity("exchange_factor")},
            lambda path, factor: path * factor,
        ),
    )


def _wages() -> tuple[Quantity, ...]:
    return (
        Quantity(
            "wage_growth",
            "share",
            "(1 + inflation) * (1 + real + shift) - 1",
            {
                "inflation": quantity("inflation"),
                "real": parameter("real_wage_growth"),
                "shift": quantity("wage_shift"),
            },
            lambda inflation, real, shift: (1.0 + inflation) * (1.0 + real + shift) - 1.0,
        ),
        Quantity(
            "wage_index",
            "index",
            "before * (1 + growth)",
            {"before": previous("wage_index"), "growth": quantity("wage_growth")},
            lambda before, growth: before * (1.0 + growth),
            first=1.0,
        ),
        Quantity(
            "minimum_wage_lak",
            "lak_month",
            "today * index",
            {"today": base("minimum_wage"), "index": quantity("wage_index")},
            lambda today, index: today * index,
        ),
    )


def _moved(rate: str) -> Quantity:
    """Return a rate moved away from its path by the lasting shift and the passing shock."""
    return Quantity(
        rate,
        "share",
        "path + shift + shock",
        {"path": parameter(f"{rate}_path"), "shift": quantity(f"{rate}_shift"), "shock": quantity(f"{rate}_shock")},
        lambda path, shift, shock: path + shift + shock,
    )


def _factor(name: str, rate: str, path: str) -> Quantity:
    """Return how far a level has moved from its path: the product of (1 + rate) / (1 + path)."""
    return Quantity(
        name,
        "factor",
        "before * ((1 + rate) / (1 + path))",
        {"before": previous(name), "rate": quantity(rate), "path": parameter(path)},
        lambda before, rate, path: before * ((1.0 + rate) / (1.0 + path)),
        first=1.0,
    )


def _same(offset: Any) -> Any:
    return offset
