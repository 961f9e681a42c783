"""One result of the model as a figure prints it: name, unit, factor from the core's unit, decimals."""

from __future__ import annotations

from dataclasses import dataclass

from sp_app.i18n.numbers import Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A result in words of the reader's language; `scale` leads from the core's unit to the printed one."""

    result: str
    name: str
    unit: str
    scale: float
    digits: int
    n: Numbers

    def scaled(self, value: float) -> float:
        """Return a value of the core in the printed unit."""
        return value * self.scale

    def number(self, value: float | None, finer: bool = False) -> str:
        """Return a value of the core as printed, without its unit; `finer` gives small ones one more decimal."""
        return self.n.decimal(None if value is None else self.scaled(value), self.digits + finer)
