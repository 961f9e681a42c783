"""One quantity of the model as a formula of a spreadsheet, traced from what the model itself calculates.

benefits * (1 + administration)  ->  {benefits}*(1+{administration})

The order of the operations is the model's, so results differ by rounding in the last digits at most.
"""

from __future__ import annotations

from collections.abc import Sequence

from sp_core.model.quantity import Quantity
from sp_core.trace import OPERATIONS, Node, Recorder

SIGNS = {"add": ("+", 1), "subtract": ("-", 1), "multiply": ("*", 2), "divide": ("/", 2)}
FUNCTIONS = {
    "minimum": "MIN({0},{1})",
    "maximum": "MAX({0},{1})",
    "exp": "EXP({0})",
    "select_less": "IF({0}<{1},{2},{3})",
    "power": "IF({1}=0,1,POWER({0},{1}))",  # a spreadsheet has no value for 0 to the power 0, the model has 1
}


def template(quantity: Quantity) -> str:
    """Return the formula over the short names of the inputs in braces, without the leading equals sign."""
    recorder = Recorder()
    inputs = [recorder.lever(short) for short in quantity.inputs]
    return _written(recorder.nodes, recorder.number(quantity.compute(*inputs)), 0)


def literal(value: float) -> str:
    """Return a constant as formulas write it: 12, 0.5, (-1)."""
    text = str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return f"({text})" if value < 0 else text


def _written(nodes: Sequence[Node], number: int, strength: int) -> str:
    kind, *parts = nodes[number]
    if kind == "lever":
        return f"{{{parts[0]}}}"
    if kind == "literal":
        return literal(parts[0])
    name = OPERATIONS[kind]
    if name in FUNCTIONS:
        return FUNCTIONS[name].format(*(_written(nodes, part, 0) for part in parts))
    sign, own = SIGNS[name]
    text = f"{_written(nodes, parts[0], own)}{sign}{_written(nodes, parts[1], own + 1)}"
    return f"({text})" if own < strength else text
