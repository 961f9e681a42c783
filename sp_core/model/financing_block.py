"""Need against means: domestic need, identified financing, financing gap, fiscal space. Four different words.

domestic need   = need - partners - contributions
identified      = partners + contributions + state budget + fiscal-space options + borrowing
financing gap   = need - identified          (above 0: a shortage)
fiscal space    = ceiling - domestic need    (above 0: room)
"""

from __future__ import annotations

from sp_core.arithmetic import maximum
from sp_core.model.quantity import Quantity, Ref, quantity

NEED = quantity("cost_lak")
GDP = quantity("gdp_lak")


def financing_quantities() -> tuple[Quantity, ...]:
    """Return need, means and what lies between them, in kip and as shares of GDP."""
    return (
        Quantity(
            "domestic_need_lak",
            "lak",
            "need - partners - contributions",
            {"need": NEED, "partners": quantity("partners_lak"), "contributions": quantity("contributions_lak")},
            lambda need, partners, contributions: need - partners - contributions,
        ),
        Quantity(
            "identified_lak",
            "lak",
            "partners + contributions + state + options + borrowing",
            {
                "partners": quantity("partners_lak"),
                "contributions": quantity("contributions_lak"),
                "state": quantity("state_lak"),
                "options": quantity("space_lak"),
                "borrowing": quantity("borrowing_lak"),
            },
            lambda partners, contributions, state, options, borrowing: (
                partners + contributions + state + options + borrowing
            ),
        ),
        _difference("financing_gap_lak", need=NEED, identified=quantity("identified_lak")),
        _difference("fiscal_space_lak", ceiling=quantity("ceiling_lak"), domestic_need=quantity("domestic_need_lak")),
        Quantity(
            "unfunded_lak",
            "lak",
            "maximum(0, gap)",
            {"gap": quantity("financing_gap_lak")},
            lambda gap: maximum(0.0, gap),
        ),
        *(_of_gdp(name) for name in ("domestic_need", "identified", "financing_gap", "fiscal_space", "unfunded")),
    )


def _difference(name: str, **inputs: Ref) -> Quantity:
    above, below = inputs
    return Quantity(name, "lak", f"{above} - {below}", inputs, lambda a, b: a - b)


def _of_gdp(name: str) -> Quantity:
    inputs = {"amount": quantity(f"{name}_lak"), "gdp": GDP}
    return Quantity(f"{name}_gdp", "share", "amount / gdp", inputs, lambda amount, gdp: amount / gdp)
