"""How a lever's value is printed and typed: the core's 0.6 is 60 %, its 300000 kip are 300 thousand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sp_app.i18n import Texts
from sp_app.i18n.numbers import MINUS, Numbers
from sp_core.lever import Lever

TOLERANCE = 1e-9
VARIANTS = ("low", "medium", "high")  # -1, 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverUnit:
    """Factor from the core's unit to the printed one, decimals, and the unit's word.

    `digits` are the decimals of a step, `most` those a typed value may have; `plain`
    prints no thousands mark (years), `signed` always a sign (offsets), `words` replaces numbers.
    """

    scale: float = 1.0
    digits: int = 0
    most: int = 2
    unit: str = ""
    plain: bool = False
    signed: bool = False
    words: Mapping[int, str] = field(default_factory=dict)

    def number(self, n: Numbers, value: float) -> str:
        """Return `value` (in the core's unit) as a bare printed number or word."""
        if self.words:
            return self.words.get(int(value), str(value))
        scaled = value * self.scale
        digits = next(
            (d for d in range(self.digits, self.most) if abs(round(scaled, d) - scaled) < TOLERANCE), self.most
        )
        if self.plain:
            return f"{scaled:.{digits}f}".replace("-", MINUS)
        return n.signed(scaled, digits) if self.signed else n.decimal(scaled, digits)

    def text(self, n: Numbers, value: float) -> str:
        """Return `value` with its unit."""
        gap = "" if self.unit.startswith("%") or not self.unit else "\u00a0"
        return f"{self.number(n, value)}{gap}{self.unit}"


def lever_unit(lever: Lever, t: Texts) -> LeverUnit:
    """Return how `lever` is printed in the language of `t`."""
    if lever.unit == "share" and lever.minimum < 0:
        return LeverUnit(scale=100.0, digits=decimals(lever.step * 100.0), unit=t("scenarios.unit_points"), signed=True)
    if lever.unit == "share":
        return LeverUnit(scale=100.0, digits=decimals(lever.step * 100.0), unit="%")
    if lever.unit == "lak_month":
        return LeverUnit(scale=1e-3, digits=decimals(lever.step * 1e-3), most=3, unit=t("scenarios.unit_thousand_kip"))
    if lever.unit == "usd":
        return LeverUnit(scale=1e-6, digits=decimals(lever.step * 1e-6), most=3, unit=t("scenarios.unit_million_usd"))
    if lever.unit == "yes_no":
        return LeverUnit(most=0, words={0: t("scenarios.no"), 1: t("scenarios.yes")})
    if lever.unit == "variant":
        return LeverUnit(most=0, words={at - 1: t(f"scenarios.variant_{it}") for at, it in enumerate(VARIANTS)})
    if lever.unit == "year":
        return LeverUnit(most=0, plain=True)
    unit = t(f"scenarios.unit_{lever.unit}") if t.has(f"scenarios.unit_{lever.unit}") else ""
    return LeverUnit(digits=decimals(lever.step), most=0 if lever.integer else 2, unit=unit)


def decimals(step: float) -> int:
    """Return how many decimals a step needs, six at most: 0.5 needs one."""
    return next((d for d in range(6) if abs(round(step, d) - step) < TOLERANCE), 6)
