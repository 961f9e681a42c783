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

    def path(self, parameter: str, years: tuple[int, ...], /) -> tuple[Any, ...]: ...


@dataclass(frozen=True, slots=True)
class Block:
    """Quantities calculated together, each with its `compute` called by position; `recursive`: year by year.

    A quantity that looks back at none of its own or later ones stands alone and is calculated for all years in one
    go; only those between a look back and what it looks at (debt and interest, say) go forward together.
    """

    steps: tuple[tuple[Quantity, Callable[..., Any]], ...]
    recursive: bool


def blocks(quantities: Sequence[Quantity]) -> tuple[Block, ...]:
    """Return the quantities in order, cut into blocks; a name used twice raises BadScenario."""
    number = {quantity.name: at for at, quantity in enumerate(quantities)}
    if len(number) != len(quantities):
        names = [quantity.name for quantity in quantities]
        raise BadScenario(f"quantity {next(name for name in names if names.count(name) > 1)} is defined twice")
    found: list[Block] = []
    begin, end, recursive = 0, 0, False
    for at, quantity in enumerate(quantities):
        ahead = [number[ref.id] for ref in quantity.inputs.values() if ref.kind == "previous" and number[ref.id] >= at]
        end, recursive = max([end, *ahead]), recursive or bool(ahead)
        if at == end:
            found.append(Block(tuple((one, _positional(one)) for one in quantities[begin : at + 1]), recursive))
            begin, end, recursive = at + 1, at + 1, False
    return tuple(found)


def evaluate(blocks: Sequence[Block], years: tuple[int, ...], leaves: Leaves) -> dict[str, list[Any]]:
    """Calculate every quantity of every year, in the order given; a look back may be at any quantity."""
    found: dict[str, list[Any]] = {quantity.name: [] for block in blocks for quantity, _ in block.steps}
    known: dict[Ref, Path] = {}
    for block in blocks:
        steps = [(one, call, found[one.name], _paths(one, years, found, leaves, known)) for one, call in block.steps]
        if block.recursive:
            _year_by_year(steps, years, leaves)
            continue
        for one, call, values, paths in steps:
            columns = [path if shift == 0 else (path[-1], *path[:-1]) for path, shift in paths]
            values.extend(map(call, *columns) if columns else (call() for _ in years))
            if one.first is not None:
                values[0] = first_value(one, years, leaves)
    return found


def _year_by_year(steps: Sequence[Step], years: Sequence[int], leaves: Leaves) -> None:
    for at in range(len(years)):
        for quantity, call, values, paths in steps:
            if at == 0 and quantity.first is not None:
                values.append(first_value(quantity, years, leaves))
            else:
                values.append(call(*[path[at + shift] for path, shift in paths]))


def _positional(quantity: Quantity) -> Callable[..., Any]:
    """Return `compute` called by position: names take half of the time of a run."""
    names, compute = tuple(quantity.inputs), quantity.compute
    code = getattr(compute, "__code__", None)
    if code is not None and code.co_varnames[: code.co_argcount] == names and not code.co_kwonlyargcount:
        return compute
    return lambda *values: compute(**dict(zip(names, values, strict=True)))


def first_value(quantity: Quantity, years: Sequence[int], leaves: Leaves) -> Any:
    """Return what stands in the first year instead of the formula: a constant, a parameter or a lever."""
    first = quantity.first
    if not isinstance(first, Ref):
        return first
    return leaves.lever(first.id) if first.kind == "lever" else leaves.parameter(first.id, years[0])


def named_inputs(
    quantity: Quantity, at: int, years: tuple[int, ...], found: Mapping[str, Sequence[Any]], leaves: Leaves
) -> dict[str, Any]:
    """Return the inputs of a quantity in year number `at` by their short names (as an explanation shows them)."""
    paths = zip(quantity.inputs, _paths(quantity, years, found, leaves, {}), strict=True)
    return {name: path[at + shift] for name, (path, shift) in paths}


Path = tuple[Sequence[Any], int]  # values by year number, and how many years back (0 or -1) to look
Step = tuple[Quantity, Callable[..., Any], list[Any], tuple[Path, ...]]  # what, how, its values so far, its inputs


def _paths(
    quantity: Quantity,
    years: tuple[int, ...],
    found: Mapping[str, Sequence[Any]],
    leaves: Leaves,
    known: dict[Ref, Path],
) -> tuple[Path, ...]:
    """Return where each input is read, for all years at once: looking up year by year would take most of a run."""
    for ref in quantity.inputs.values():
        if ref not in known:
            known[ref] = _path(ref, years, found, leaves)
    return tuple([known[ref] for ref in quantity.inputs.values()])


def _path(ref: Ref, years: tuple[int, ...], found: Mapping[str, Sequence[Any]], leaves: Leaves) -> Path:
    if ref.kind in ("quantity", "previous"):
        return found[ref.id], -1 if ref.kind == "previous" else 0
    if ref.kind == "lever":
        return (leaves.lever(ref.id),) * len(years), 0
    if ref.kind == "year":
        return tuple(float(year) for year in years), 0
    if ref.kind == "base":
        return (leaves.parameter(ref.id, years[0]),) * len(years), 0
    path = leaves.path(ref.id, years)
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
