"""A formula in symbols, written in the words of a language or in numbers.

benefits * (1 + administration)  ->  benefits × (1 + administration rate)  ->  2,767 billion kip × (1 + 5%)
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from sp_app.i18n import Texts
from sp_app.i18n.numbers import MINUS, Numbers
from sp_core.errors import InvalidInput

SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: (MINUS, 1),
    ast.Mult: ("×", 2),
    ast.Div: ("÷", 2),
}
OPERANDS = "abcd"
# Parts that read better as one sentence than sign by sign; the key is the part as the model writes it.
RAMP = "clip((year - start + 1 - minimum(1, maximum(full - start, 0))) / maximum(1, maximum(full - start, 0)), 0, 1)"
WHOLE = {
    RAMP: "whole_ramp",
    "select_less(adjusts, 0.5, 1, carried)": "whole_adjusts",
    "select_less(adjusted_before, 0.5, carried, 1)": "whole_carried",
}


@dataclass(frozen=True)
class FormulaWriter:
    """Writes formulas; `leaf` gives the text of an input by its short name."""

    t: Texts
    n: Numbers
    leaf: Callable[[str], str]
    in_words: bool

    def write(self, formula: str) -> str:
        """Return the formula in words or numbers; raise InvalidInput for a sign that formulas do not use."""
        return self._part(ast.parse(formula, mode="eval").body, 0)

    def _part(self, part: ast.expr, strength: int) -> str:
        whole = WHOLE.get(ast.unparse(part)) if self.in_words else None
        if whole is not None:
            return self.t(f"model.{whole}", **{name: self.leaf(name) for name in names_in(part)})
        if isinstance(part, ast.Name):
            return self.leaf(part.id)
        if isinstance(part, ast.Constant) and isinstance(part.value, (int, float)):
            return self._constant(float(part.value))
        if isinstance(part, ast.BinOp) and type(part.op) in SIGNS:
            sign, own = SIGNS[type(part.op)]
            text = f"{self._part(part.left, own)} {sign} {self._part(part.right, own + 1)}"
            return f"({text})" if own < strength else text
        if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.USub):
            return f"({MINUS}{self._part(part.operand, 3)})"
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            operands = [self._part(operand, 0) for operand in part.args]
            return self.t(f"model.function_{part.func.id}", **dict(zip(OPERANDS, operands, strict=False)))
        raise InvalidInput(f"formula part {ast.unparse(part)!r} cannot be written in words")

    def _constant(self, value: float) -> str:
        digits = next((d for d in range(7) if round(value, d) == value), 7)
        return self.n.decimal(value, digits)


def names_in(part: ast.expr) -> list[str]:
    """Return the short names that a part of a formula uses (functions are not among them)."""
    called = {id(node.func) for node in ast.walk(part) if isinstance(node, ast.Call)}
    return list(
        dict.fromkeys(node.id for node in ast.walk(part) if isinstance(node, ast.Name) and id(node) not in called)
    )
