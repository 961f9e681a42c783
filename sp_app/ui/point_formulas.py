"""The point formulas in symbols: the same parts in the same order as their words in sources.*.po.

A sign after `_` is an index, one after `^` a power; braces hold several.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["coverage", "expenditure", "benefits", "gap"]


@dataclass(frozen=True, slots=True)
class PointFormula:
    """A formula of the core: its group, the module that calculates it, its symbols."""

    group: Group
    module: str
    symbols: str


# Anchor and text key → formula.
POINT = {
    "not_covered": PointFormula("coverage", "sp_core.coverage", "U = N · (1 − c)"),
    "distance": PointFormula("coverage", "sp_core.coverage", "d = c − c_r"),
    "pace": PointFormula("coverage", "sp_core.coverage", "v = (c_T − c) / (T − t)"),
    "bounds": PointFormula("coverage", "sp_core.coverage", "max(n_i) / P ≤ c ≤ min(1, sum(n_i) / P)"),
    "aggregate": PointFormula("coverage", "sp_core.coverage", "c = sum(w_i · c_i) / sum(w_i)"),
    "compliance": PointFormula("coverage", "sp_core.coverage", "k = c_e / c_l"),
    "deliveries": PointFormula("coverage", "sp_core.target_groups", "F = L / (1 + z_2 + 2 · z_3)"),
    "share": PointFormula("expenditure", "sp_core.expenditure", "s = E / Y"),
    "head": PointFormula("expenditure", "sp_core.expenditure", "h = E / P"),
    "dollars": PointFormula("expenditure", "sp_core.expenditure", "D = K / x"),
    "constant": PointFormula("expenditure", "sp_core.indexation", "E_b = E · V_b / V"),
    "frozen": PointFormula("expenditure", "sp_core.indexation", "r = 1 / (1 + i)^n"),
    "health_sources": PointFormula("expenditure", "sp_core.expenditure", "S_o = S_d − S_p"),
    "spi": PointFormula(
        "expenditure",
        "sp_core.social_protection_indicator",
        "I = (E / M) / (Y / P) = b · w;  b = A / M;  w = (E / A) / (Y / P)",
    ),
    "recipients": PointFormula("benefits", "sp_core.costing", "R = N · e · u · p"),
    "targeting": PointFormula("benefits", "sp_core.costing", "R = f · N · (1 − o) + (1 − f) · N · l"),
    "cost": PointFormula("benefits", "sp_core.costing", "C = R · B · m / 12 · (1 + a)"),
    "indexation": PointFormula("benefits", "sp_core.indexation", "B_t = B_{t−1} · (1 + i_{t−L})"),
    "mixed": PointFormula("benefits", "sp_core.indexation", "i = g · i_p + (1 − g) · i_w"),
    "phase_in": PointFormula("benefits", "sp_core.phase_in", "p = min(1, max(0, (t − t_0) / (t_1 − t_0)))"),
    "take_up": PointFormula("benefits", "sp_core.phase_in", "u = u_1 − (u_1 − u_0) · exp(−k · (t − t_0))"),
    "adequacy": PointFormula("benefits", "sp_core.adequacy", "q = B_m / W;  q = B / (Y / P)"),
    "ilo_gap": PointFormula(
        "gap", "sp_core.financing_gap", "G = N · (1 − c) · B · (1 + a);  G = max(0, N · B · (1 + a) − E)"
    ),
    "health_gap": PointFormula("gap", "sp_core.financing_gap", "G = max(0, h_f − h_g) · P"),
    "progressive": PointFormula("gap", "sp_core.financing_gap", "Z = sum(N · (c_t − c_0) · B · (1 + a))"),
}
