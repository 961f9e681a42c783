"""The people block: the population under the chosen variant of its projection.

persons = medium variant * (1 + variant * spread); the variant is -1 (low), 0 (medium) or 1 (high), so that
zero is exactly the published medium variant.
"""

from __future__ import annotations

from typing import Any

from sp_core.model.quantity import Quantity, Ref, lever, parameter, quantity
from sp_core.programme import POPULATION, SPREAD

IN_VARIANT = "{} * (1 + variant * spread)"


def people_quantities() -> tuple[Quantity, ...]:
    """Return the variant by year (the first year is nearly over and stays as published) and the population."""
    return (
        Quantity(
            "population_shift",
            "variant",
            "variant",
            {"variant": lever("population_variant")},
            lambda variant: variant,
            first=0.0,
        ),
        Quantity(
            "population_persons",
            "persons",
            IN_VARIANT.format("path"),
            in_variant("path", POPULATION),
            persons_in_variant,
        ),
    )


def in_variant(name: str, series: str) -> dict[str, Ref]:
    """Return the inputs of a series of people under the variant; `name` is the short name of its medium path."""
    return {name: parameter(series), "variant": quantity("population_shift"), "spread": parameter(series + SPREAD)}


def persons_in_variant(path: Any, variant: Any, spread: Any) -> Any:
    """Return path * (1 + variant * spread)."""
    return path * (1.0 + variant * spread)
