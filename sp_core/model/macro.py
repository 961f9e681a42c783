"""The macro block: prices, national income, revenue, exchange rate, minimum wage.

With every assumption lever at zero each path is exactly the published one (x / x = 1).
Shifts start in the second year: the first is nearly over and is taken as published.
"""

from __future__ import annotations

from typing import Any

from sp_core.model.quantity import Quantity, base, lever, parameter, previous, quantity


def macro_quantities() -> tuple[Quantity, ...]:
    """Return the macro quantities in order of calculation."""
    return (*_shifts(), *_prices_and_income(), *_revenue_and_exchange(), *_wages())


def _shifts() -> tuple[Quantity, ...]:
    names = ("growth", "inflation", "revenue", "exchange_rate")
    return tuple(
        Quantity(f"{name}_shift", "share", "offset", {"offset": lever(f"{name}_offset")}, _same, first=0.0)
        for name in names
    )


def _prices_and_income() -> tuple[Quantity, ...]:
    return (
        _sum("growth", "growth_path", "growth_shift"),
        _sum("inflation", "inflation_path", "inflation_shift"),
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
            {"gdp": quantity("gdp_lak"), "population": parameter("population")},
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
            "(share + shift) * gdp",
            {
                "share": parameter("revenue_share_path"),
                "shift": quantity("revenue_shift"),
                "gdp": quantity("gdp_lak"),
            },
            lambda share, shift, gdp: (share + shift) * gdp,
        ),
        Quantity(
            "exchange_factor",
            "factor",
            "before * (1 + shift)",
            {"before": previous("exchange_factor"), "shift": quantity("exchange_rate_shift")},
            lambda before, shift: before * (1.0 + shift),
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
            "(1 + inflation) * (1 + real) - 1",
            {"inflation": quantity("inflation"), "real": parameter("real_wage_growth")},
            lambda inflation, real: (1.0 + inflation) * (1.0 + real) - 1.0,
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


def _sum(name: str, path: str, shift: str) -> Quantity:
    return Quantity(
        name,
        "share",
        "path + shift",
        {"path": parameter(path), "shift": quantity(shift)},
        lambda path, shift: path + shift,
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
