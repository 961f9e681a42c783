"""Traced numbers: run the model once with these and every operation is written down.

A `Recorder` hands out leaves (levers, parameters, literals). Arithmetic on them adds an
operation to the recorder instead of calculating. Asking a traced number for its value
(a comparison, a truth, an index) raises `HiddenBranch`: the result would hold for one
setting of the levers only.
"""

from __future__ import annotations

import math
from typing import Any, NoReturn

from sp_core.errors import HiddenBranch, InvalidInput

OPERATIONS = ("add", "subtract", "multiply", "divide", "minimum", "maximum", "power", "exp", "select_less")
OPCODE = {name: code for code, name in enumerate(OPERATIONS)}
ADD, SUBTRACT, MULTIPLY, DIVIDE = (OPCODE[name] for name in OPERATIONS[:4])
OPERANDS = (2, 2, 2, 2, 2, 2, 2, 1, 4)  # how many operands each operation takes, by opcode

# ("lever", id) | ("parameter", id, year, value) | ("literal", value) | (opcode, node numbers...)
Node = tuple[Any, ...]


class Recorder:
    """Collects the operations that lead from the leaves to the results.

    An operation with the same operands is recorded once. Two parameters are the same
    leaf only if id and year agree: an equal value from another source stays apart, so
    that the way back to the source is kept.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._operations: dict[Node, Traced] = {}
        self._levers: dict[str, Traced] = {}
        self._parameters: dict[tuple[str, int], Traced] = {}
        self._literals: dict[float | str, Traced] = {}

    def lever(self, lever: str) -> Traced:
        """Return the leaf for a lever."""
        return self._one(self._levers, lever, ("lever", lever))

    def parameter(self, parameter: str, year: int, value: float) -> Traced:
        """Return the leaf for a parameter in a year; `value` must be finite, and the same at every call."""
        leaf = self._one(self._parameters, (parameter, year), ("parameter", parameter, year, _finite(value)))
        if self.nodes[leaf.node][3] != value:
            raise InvalidInput(f"parameter {parameter} {year}: {value!r}, but {self.nodes[leaf.node][3]!r} before")
        return leaf

    def literal(self, value: float) -> Traced:
        """Return the leaf for a constant of the formulas; `value` must be finite."""
        key = value or repr(value)  # 0.0 and -0.0 are equal as keys but not as numbers
        traced = self._literals.get(key)
        return self._one(self._literals, key, ("literal", _finite(value))) if traced is None else traced

    def operation(self, name: str, *operands: Any) -> Traced:
        """Record one operation and return its (future) result."""
        if len(operands) == 2:
            return self.pair(OPCODE[name], *operands)
        node = (OPCODE[name], *[self.number(operand) for operand in operands])
        return self._one(self._operations, node, node)

    def pair(self, opcode: int, first: Any, second: Any) -> Traced:
        """Record an operation with two operands; nearly all have two, so they are spared the detours."""
        node = (
            opcode,
            first.node if type(first) is Traced and first.recorder is self else self.number(first),
            second.node if type(second) is Traced and second.recorder is self else self.number(second),
        )
        traced = self._operations.get(node)
        if traced is None:  # as `_one` does, without looking twice
            traced = self._operations[node] = Traced(self, len(self.nodes))
            self.nodes.append(node)
        return traced

    def number(self, value: Any) -> int:
        """Return the node number of a traced number, or of the literal that a plain number makes."""
        if type(value) is float:  # by far the most frequent case, so it is asked first
            return self.literal(value).node
        if isinstance(value, Traced):
            if value.recorder is not self:
                raise InvalidInput("two traced numbers come from different recorders")
            return value.node
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise HiddenBranch(f"a traced number met a {type(value).__name__}; only plain numbers may be mixed in")
        return self.literal(float(value)).node

    def _one(self, known: dict[Any, Traced], key: Any, node: Node) -> Traced:
        traced = known.get(key)
        if traced is None:
            traced = known[key] = Traced(self, len(self.nodes))
            self.nodes.append(node)
        return traced


class Traced:
    """A number whose value is not known yet, only how it comes about."""

    __slots__ = ("node", "recorder")
    __array_ufunc__ = None  # an array beside a traced number is a mistake; without this NumPy would loop over it
    __hash__ = None  # type: ignore[assignment]  # a key would need equality, and equality is a branch

    def __init__(self, recorder: Recorder, node: int) -> None:
        self.recorder = recorder
        self.node = node

    def __repr__(self) -> str:
        return f"Traced({self.node})"

    def __add__(self, other: Any) -> Traced:
        return self.recorder.pair(ADD, self, other)

    def __radd__(self, other: Any) -> Traced:
        return self.recorder.pair(ADD, other, self)

    def __sub__(self, other: Any) -> Traced:
        return self.recorder.pair(SUBTRACT, self, other)

    def __rsub__(self, other: Any) -> Traced:
        return self.recorder.pair(SUBTRACT, other, self)

    def __mul__(self, other: Any) -> Traced:
        return self.recorder.pair(MULTIPLY, self, other)

    def __rmul__(self, other: Any) -> Traced:
        return self.recorder.pair(MULTIPLY, other, self)

    def __truediv__(self, other: Any) -> Traced:
        return self.recorder.pair(DIVIDE, self, other)

    def __rtruediv__(self, other: Any) -> Traced:
        return self.recorder.pair(DIVIDE, other, self)

    def __neg__(self) -> Traced:
        return record("multiply", -1.0, self)  # exact, also for the sign of zero

    def __pos__(self) -> Traced:
        return self


def record(name: str, *operands: Any) -> Traced:
    """Record an operation with the recorder of the first traced operand."""
    for operand in operands:
        if type(operand) is Traced:
            return operand.recorder.operation(name, *operands)
    raise InvalidInput(f"{name}: no traced number among the operands")


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise InvalidInput(f"a leaf of the model must be a finite number, not {value!r}")
    return float(value)


def _refuse(method: str) -> Any:
    def refuse(self: Traced, *_: Any, **__: Any) -> NoReturn:
        raise HiddenBranch(
            f"{method} on a traced number: the model must not depend on a value; "
            "use minimum, maximum, clip, select_less or power of sp_core.arithmetic"
        )

    return refuse


# Everything Python may call on a number to learn its value, its size, or to calculate off the tape.
REFUSED = (
    *("__bool__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__int__", "__float__", "__complex__"),
    *("__index__", "__len__", "__iter__", "__getitem__", "__contains__", "__round__", "__trunc__", "__floor__"),
    *("__ceil__", "__abs__", "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__divmod__", "__rdivmod__"),
    *("__pow__", "__rpow__", "__array__"),
)
for _method in REFUSED:
    setattr(Traced, _method, _refuse(_method))
