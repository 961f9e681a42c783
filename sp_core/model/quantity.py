"""Named quantities: the model as a list of small formulas that can be walked and explained.

Each quantity names at most seven inputs, the same in every year after the first, so its
explanation fits a card and its formula fits a workbook cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from sp_core.errors import BadScenario

MOST_INPUTS = 7


@dataclass(frozen=True, slots=True)
class Ref:
    """Where an input comes from.

    quantity: same year · previous: the quantity one year before · parameter: same year ·
    parameter_before: the parameter one year before · base: the parameter in the first year ·
    lever: the same in all years · year: the calendar year.
    """

    kind: Literal["quantity", "previous", "parameter", "parameter_before", "base", "lever", "year"]
    id: str


@dataclass(frozen=True)
class Quantity:
    """One named result per year: its inputs by short name, and how they are combined.

    `formula` says in symbols, over the short names, what `compute` calculates (a test
    holds the two together); `first` replaces it in the first year where given.
    """

    name: str
    unit: str
    formula: str
    inputs: Mapping[str, Ref]
    compute: Callable[..., Any]
    first: float | Ref | None = None

    def __post_init__(self) -> None:
        if len(self.inputs) > MOST_INPUTS:
            raise BadScenario(f"quantity {self.name}: {len(self.inputs)} inputs, more than {MOST_INPUTS}")
        if self.first is None and any(ref.kind == "previous" for ref in self.inputs.values()):
            raise BadScenario(f"quantity {self.name}: looks a year back but has no first value")


class Leaves(Protocol):
    """Gives the model its numbers: floats, arrays or traced numbers."""

    def lever(self, lever: str, /) -> Any: ...

    def parameter(self, parameter: str, year: int, /) -> Any: ...


def evaluate(quantities: Sequence[Quantity], years: Sequence[int], leaves: Leaves) -> dict[str, list[Any]]:
    """Calculate every quantity, year by year, in the order given; a look back may be at any quantity."""
    found: dict[str, list[Any]] = {quantity.name: [] for quantity in quantities}
    if len(found) != len(quantities):
        names = [quantity.name for quantity in quantities]
        raise BadScenario(f"quantity {next(name for name in names if names.count(name) > 1)} is defined twice")
    known: dict[Ref, Path] = {}
    steps = [
        (quantity, found[quantity.name].append, _paths(quantity, years, found, leaves, known))
        for quantity in quantities
    ]
    for at in range(len(years)):
        for quantity, keep, paths in steps:
            if at == 0 and quantity.first is not None:
                keep(first_value(quantity, years, leaves))
            else:
                keep(quantity.compute(**{name: path[at + shift] for name, path, shift in paths}))
    return found


def first_value(quantity: Quantity, years: Sequence[int], leaves: Leaves) -> Any:
    """Return what stands in the first year instead of the formula: a constant, a parameter or a lever."""
    first = quantity.first
    if not isinstance(first, Ref):
        return first
    return leaves.lever(first.id) if first.kind == "lever" else leaves.parameter(first.id, years[0])


def named_inputs(
    quantity: Quantity, at: int, years: Sequence[int], found: Mapping[str, Sequence[Any]], leaves: Leaves
) -> dict[str, Any]:
    """Return the inputs of a quantity in year number `at` by their short names (as an explanation shows them)."""
    return {name: path[at + shift] for name, path, shift in _paths(quantity, years, found, leaves, {})}


Path = tuple[Sequence[Any], int]  # values by year number, and how many years back (0 or -1) to look


def _paths(
    quantity: Quantity,
    years: Sequence[int],
    found: Mapping[str, Sequence[Any]],
    leaves: Leaves,
    known: dict[Ref, Path],
) -> tuple[tuple[str, Sequence[Any], int], ...]:
    """Return where each input is read, for all years at once: looking up year by year would take most of a run."""
    for ref in quantity.inputs.values():
        if ref not in known:
            known[ref] = _path(ref, years, found, leaves)
    return tuple((name, *known[ref]) for name, ref in quantity.inputs.items())


def _path(ref: Ref, years: Sequence[int], found: Mapping[str, Sequence[Any]], leaves: Leaves) -> Path:
    if ref.kind in ("quantity", "previous"):
        return found[ref.id], -1 if ref.kind == "previous" else 0
    if ref.kind == "lever":
        return (leaves.lever(ref.id),) * len(years), 0
    if ref.kind == "year":
        return tuple(float(year) for year in years), 0
    if ref.kind == "base":
        return (leaves.parameter(ref.id, years[0]),) * len(years), 0
    path = tuple(leaves.parameter(ref.id, year) for year in years)
    return path, -1 if ref.kind == "parameter_before" else 0


def quantity(name: str) -> Ref:
    """Refer to another quantity of the same year."""
    return Ref("quantity", name)


def previous(name: str) -> Ref:
    """Refer to a quantity of the year before."""
    return Ref("previous", name)


def parameter(name: str) -> Ref:
    """Refer to a parameter of the same year."""
    return Ref("parameter", name)


def base(name: str) -> Ref:
    """Refer to a parameter of the first year."""
    return Ref("base", name)


def lever(name: str) -> Ref:
    """Refer to a lever."""
    return Ref("lever", name)


YEAR = Ref("year", "year")
