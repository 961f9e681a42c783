"""Explain a result: its formula, the inputs with their values, and so on down to the sources.

    cost_lak.grant 2030 = benefits * (1 + administration)
        benefits        quantity, explained in the same way
        administration  lever: value, default, source

Evaluating a node's formula with the values of its inputs gives the node's value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from sp_core.errors import InvalidInput
from sp_core.lever import Group, Lever
from sp_core.model import project_every_quantity
from sp_core.model.prepared import prepared
from sp_core.model.quantity import Quantity, Ref
from sp_core.parameter import ModelInputs, Parameter
from sp_core.records import Status, Text
from sp_core.scenario import Scenario

Kind = Literal["quantity", "lever", "parameter", "year"]
YEARS_BACK = {"quantity": 0, "previous": 1, "parameter": 0, "parameter_before": 1}
GIVEN = "given"  # short name of the parameter or lever that stands in the first year instead of the formula
CARD_DEPTH = 3
DEEPEST = 50


@dataclass(frozen=True, slots=True)
class ParameterSource:
    """Who says so, for a parameter."""

    origin: str
    locator: str
    status: Status
    year: int


@dataclass(frozen=True, slots=True)
class LeverSource:
    """Where a lever stands against today's value, and where that comes from."""

    group: Group
    default: float
    moved: bool
    illustrative: bool
    origin: str
    locator: str
    today: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One number of the explanation. `inputs` is empty for a leaf and where `cut` (the depth was reached).

    `given` marks the first year of a chain: a value stands there instead of the formula.
    """

    kind: Kind
    name: str
    year: int
    unit: str
    value: float
    formula: str = ""  # in symbols over the short names of `inputs`
    inputs: tuple[Input, ...] = ()
    source: ParameterSource | LeverSource | None = None
    cut: bool = False
    given: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """An input by its short name; `back` is how many years before the result it belongs to."""

    short: str
    back: int
    node: Node


@dataclass(frozen=True)
class Explainer:
    """One run of a scenario, ready to explain any of its quantities."""

    scenario: Scenario
    inputs: ModelInputs
    values: Mapping[str, float]
    _built: dict[tuple[str, int, int | None], Node] = field(default_factory=dict, repr=False)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Return the years of the projection."""
        return self.scenario.assumptions.years

    def explain(self, name: str, year: int, depth: int | None = CARD_DEPTH) -> Node:
        """Return the tree behind `name` in `year`: `depth` levels of inputs, None down to the leaves.

        Raises InvalidInput for a name or year that the model does not have, or a depth outside 0..50.
        """
        if name not in self._quantities:
            raise InvalidInput(f"no quantity {name!r}; there are {', '.join(self._quantities)}")
        if year not in self.years:
            raise InvalidInput(f"year {year} is outside {self.years[0]}..{self.years[-1]}")
        if depth is not None and not 0 <= depth <= DEEPEST:
            raise InvalidInput(f"depth {depth} is outside 0..{DEEPEST}; leave it out to go down to the leaves")
        at = self.years.index(year)
        return self._whole(name, at) if depth is None else self._bounded(name, at, depth)

    def _bounded(self, name: str, at: int, depth: int) -> Node:
        key = (name, at, depth)
        if key not in self._built:
            self._built[key] = self._node(
                name, at, lambda ref, when: self._bounded(ref, when, depth - 1), cut=depth == 0
            )
        return self._built[key]

    def _whole(self, name: str, at: int) -> Node:
        """Build every needed node once, inputs before what uses them: no deep recursion, shared parts are shared."""
        waiting, needed = [(name, at)], set()
        while waiting:
            key = waiting.pop()
            if key not in needed and (*key, None) not in self._built:
                needed.add(key)
                waiting += self._behind(*key)
        for key in sorted(needed, key=lambda one: (one[1], self._order[one[0]])):
            self._built[*key, None] = self._node(*key, lambda ref, when: self._built[ref, when, None], cut=False)
        return self._built[name, at, None]

    def _behind(self, name: str, at: int) -> list[tuple[str, int]]:
        quantity = self._quantities[name]
        if at == 0 and quantity.first is not None:
            return []
        return [
            (ref.id, at - YEARS_BACK[ref.kind])
            for ref in quantity.inputs.values()
            if ref.kind in ("quantity", "previous")
        ]

    def _node(self, name: str, at: int, explained: Callable[[str, int], Node], cut: bool) -> Node:
        quantity = self._quantities[name]
        formula, refs = self._formula(quantity, at)
        return Node(
            kind="quantity",
            name=name,
            year=self.years[at],
            unit=quantity.unit,
            value=float(self._found[name][at]),
            formula=formula,
            inputs=() if cut else tuple(self._input(short, ref, at, explained) for short, ref in refs.items()),
            cut=cut and bool(refs),
            given=at == 0 and quantity.first is not None,
        )

    def _formula(self, quantity: Quantity, at: int) -> tuple[str, Mapping[str, Ref]]:
        if at > 0 or quantity.first is None:
            return quantity.formula, quantity.inputs
        if isinstance(quantity.first, Ref):
            given = quantity.first if quantity.first.kind == "lever" else Ref("parameter", quantity.first.id)
            return GIVEN, {GIVEN: given}
        return repr(quantity.first), {}

    def _input(self, short: str, ref: Ref, at: int, explained: Callable[[str, int], Node]) -> Input:
        if ref.kind == "lever":
            return Input(short, 0, self._lever(ref.id, at))
        if ref.kind == "year":
            year = self.years[at]
            return Input(short, 0, Node(kind="year", name="year", year=year, unit="year", value=float(year)))
        back = at if ref.kind == "base" else YEARS_BACK[ref.kind]
        if ref.kind in ("quantity", "previous"):
            return Input(short, back, explained(ref.id, at - back))
        return Input(short, back, _parameter_node(self._complete.get(ref.id, self.years[at - back])))

    def _lever(self, name: str, at: int) -> Node:
        lever, value = self._levers[name], float(self._values[name])
        source = LeverSource(
            group=lever.group,
            default=float(lever.default),
            moved=value != lever.default,
            illustrative=lever.illustrative,
            origin=lever.origin,
            locator=lever.locator,
            today=lever.today,
        )
        return Node(kind="lever", name=name, year=self.years[at], unit=lever.unit, value=value, source=source)

    @cached_property
    def _quantities(self) -> dict[str, Quantity]:
        return {quantity.name: quantity for quantity in prepared(self.scenario, self.inputs).quantities}

    @cached_property
    def _order(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._quantities)}

    @cached_property
    def _found(self) -> Mapping[str, tuple[Any, ...]]:
        return project_every_quantity(self.scenario, self.inputs, self.values).results

    @cached_property
    def _complete(self) -> ModelInputs:
        return prepared(self.scenario, self.inputs).inputs

    @cached_property
    def _levers(self) -> dict[str, Lever]:
        return {lever.id: lever for lever in self.scenario.levers}

    @cached_property
    def _values(self) -> dict[str, Any]:
        return self.scenario.values(self.values)


def explain(
    scenario: Scenario,
    inputs: ModelInputs,
    values: Mapping[str, float],
    name: str,
    year: int,
    depth: int | None = CARD_DEPTH,
) -> Node:
    """Explain one result of one run; to explain several, keep an `Explainer`."""
    return Explainer(scenario, inputs, values).explain(name, year, depth)


def _parameter_node(parameter: Parameter) -> Node:
    source = ParameterSource(parameter.origin, parameter.locator, parameter.status, parameter.year)
    return Node(
        kind="parameter",
        name=parameter.id,
        year=parameter.year,
        unit=parameter.unit,
        value=parameter.value,
        source=source,
    )
