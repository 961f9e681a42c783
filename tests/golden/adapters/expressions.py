"""Arithmetic written in a cell, such as exp(a)*exp(b) or 100*1.02^t: calculated, never executed."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

OPERATIONS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "exp": np.exp,
    "log": np.log,
    "ln": np.log,
    "sqrt": np.sqrt,
    "min": np.minimum,
    "max": np.maximum,
}


def calculated(formula: str, values: Mapping[str, Any]) -> Any:
    """Return an arithmetic expression's value: numbers, names, + − * / **, and a few functions, nothing else."""
    return _value(ast.parse(formula.strip().replace("^", "**"), mode="eval").body, values)


def _value(node: ast.expr, values: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value=int() | float()):
            return node.value
        case ast.Name():
            return values[node.id]
        case ast.BinOp():
            return OPERATIONS[type(node.op)](_value(node.left, values), _value(node.right, values))
        case ast.UnaryOp(op=ast.USub()):
            return -_value(node.operand, values)
        case ast.Call(func=ast.Name(id=name)):
            return FUNCTIONS[name](*(_value(argument, values) for argument in node.args))
    raise ValueError(f"{ast.unparse(node)} is not arithmetic")
