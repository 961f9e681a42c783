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
OF_QUANTITIES = ("quantity", "previous")  # the kinds of reference to other quantities


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

    `compute` is called with the inputs in their order. `formula` says in symbols, over the short
    names, what it calculates (a test holds the two together); `first` replaces it in the first year where given.
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
class Step:
    """A quantity, its own column, and per input the column it is read from and how many years back (0 or -1)."""

    quantity: Quantity
    column: int
    inputs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Quantities calculated together; `recursive`: year by year.

    A quantity that looks back at none of its own or later ones stands alone and is calculated for all years in one
    go; only those between a look back and what it looks at (debt and interest, say) go forward together.
    """

    steps: tuple[Step, ...]
    recursive: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run goes: one column of values by year per leaf and per quantity, filled block by block.

    Columns are numbered once, here: looking names up in every run would take most of it.
    """

    leaves: tuple[Ref, ...]
    blocks: tuple[Block, ...]


def plan(quantities: Sequence[Quantity]) -> Plan:
    """Return how quantities are calculated in the order given; a name used twice raises BadScenario."""
    number = {quantity.name: at for at, quantity in enumerate(quantities)}
    if len(number) != len(quantities):
        names = [quantity.name for quantity in quantities]
        raise BadScenario(f"quantity {next(name for name in names if names.count(name) > 1)} is defined twice")
    refs = [ref for quantity in quantities for ref in quantity.inputs.values()]
    leaves = tuple(dict.fromkeys(_leaf(ref) for ref in refs if ref.kind not in OF_QUANTITIES))
    column = {leaf: at for at, leaf in enumerate(leaves)}
    column |= {Ref("quantity", name): len(leaves) + at for name, at in number.items()}
    steps = [
        Step(one, len(leaves) + at, tuple((column[_leaf(ref)], _back(ref)) for ref in one.inputs.values()))
        for at, one in enumerate(quantities)
    ]
    return Plan(leaves, _blocks(steps))


def _blocks(steps: Sequence[Step]) -> tuple[Block, ...]:
    first = steps[0].column if steps else 0
    found: list[Block] = []
    begin, end, recursive = 0, 0, False
    for at, step in enumerate(steps):
        ahead = [column - first for column, back in step.inputs if back and column >= step.column]
        end, recursive = max([end, at, *ahead]), recursive or bool(ahead)
        if at == end:
            found.append(Block(tuple(steps[begin : at + 1]), recursive))
            begin, recursive = at + 1, False
    return tuple(found)


def evaluate(plan: Plan, years: tuple[int, ...], leaves: Leaves) -> dict[str, list[Any]]:
    """Calculate every quantity of every year, in the order given; a look back may be at any quantity."""
    columns: list[Any] = [_values(leaf, years, leaves) for leaf in plan.leaves]
    columns += [[] for block in plan.blocks for _ in block.steps]
    for block in plan.blocks:
        (_year_by_year if block.recursive else _all_years)(block.steps, columns, years, leaves)
    return {step.quantity.name: columns[step.column] for block in plan.blocks for step in block.steps}


def _all_years(steps: Sequence[Step], columns: list[Any], years: Sequence[int], leaves: Leaves) -> None:
    for step in steps:
        one, values = step.quantity, columns[step.column]
        inputs = [(columns[n][-1], *columns[n][:-1]) if back else columns[n] for n, back in step.inputs]
        values.extend(map(one.compute, *inputs) if inputs else (one.compute() for _ in years))
        if one.first is not None:
            values[0] = first_value(one, years, leaves)


def _year_by_year(steps: Sequence[Step], columns: list[Any], years: Sequence[int], leaves: Leaves) -> None:
    ready = [
        (step.quantity, columns[step.column].append, [(columns[n], back) for n, back in step.inputs]) for step in steps
    ]
    for at in range(len(years)):
        for one, add, inputs in ready:
            if at == 0 and one.first is not None:
                add(first_value(one, years, leaves))
            else:
                add(one.compute(*[column[at + back] for column, back in inputs]))


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
    columns = {
        name: found[ref.id] if ref.kind in OF_QUANTITIES else _values(_leaf(ref), years, leaves)
        for name, ref in quantity.inputs.items()
    }
    return {name: columns[name][at + _back(ref)] for name, ref in quantity.inputs.items()}


def _leaf(ref: Ref) -> Ref:
    """Return the column that a reference reads, whichever year it looks at."""
    kinds: dict[str, Ref] = {"previous": Ref("quantity", ref.id), "parameter_before": Ref("parameter", ref.id)}
    return kinds.get(ref.kind, ref)


def _back(ref: Ref) -> int:
    return -1 if ref.kind in ("previous", "parameter_before") else 0


def _values(leaf: Ref, years: tuple[int, ...], leaves: Leaves) -> Sequence[Any]:
    if leaf.kind == "lever":
        return (leaves.lever(leaf.id),) * len(years)
    if leaf.kind == "year":
        return tuple(float(year) for year in years)
    if leaf.kind == "base":
        return (leaves.parameter(leaf.id, years[0]),) * len(years)
    return leaves.path(leaf.id, years)


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
