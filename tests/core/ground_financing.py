"""Ground for tests of financing: a set of levers with stand-in ranges."""

from __future__ import annotations

from dataclasses import replace

from sp_core.financing import Financing, PhaseOut
from tests.core.ground import lever, text

FINANCING: dict[str, tuple[float, float, float, bool]] = {
    "state_allocation": (0, 0.05, 0.002, False),
    "provincial_share": (0, 1, 0.3, False),
    "ceiling": (0, 0.1, 0.01, False),
    "exit_start": (2026, 2035, 2026, True),
    "exit_end": (2026, 2040, 2030, True),
    "exit_keep": (0, 1, 0.8, False),
    "borrowing": (0, 0.03, 0, False),
    "debt_limit": (0, 1.5, 0.6, False),
    "fx_debt_share": (0, 1, 0.8, False),
    "space_contributions": (0, 0.02, 0, False),
    "space_taxes": (0, 0.03, 0, False),
    "space_illicit_flows": (0, 0.05, 0, False),
    "space_reallocation": (0, 0.1, 0, False),
    "space_reserves": (0, 0.05, 0, False),
    "space_debt_relief": (0, 0.5, 0, False),
    "space_deficit": (0, 0.03, 0, False),
    "space_aid_usd": (0, 1e8, 0, False),
    "space_start": (2026, 2035, 2026, True),
    "space_full": (2026, 2040, 2028, True),
    "space_tax_leak": (0, 0.5, 0.1, False),
    "space_illicit_recovered": (0, 1, 0.1, False),
    "space_reserve_years": (1, 15, 5, True),
    "topup_vertical": (0, 1, 0, False),
    "topup_horizontal": (0, 0.3, 0, False),
    "topup_benefit": (0, 1e6, 2e5, False),
    "topup_years": (1, 5, 1, True),
}


def financing(phase_out: PhaseOut = "linear") -> Financing:
    """Return a set of financing levers with the wished phase-out."""
    unused = {"geometric": ("exit_end",)}.get(phase_out, ("exit_keep",))
    levers = [
        replace(lever(name, *spec[:3], integer=spec[3]), group="policy")
        for name, spec in FINANCING.items()
        if name not in unused
    ]
    return Financing(id="test", title=text("test"), phase_out=phase_out, levers=tuple(levers))
