"""Printed amounts of a framework that add up: whoever adds a column finds the total.

    need = baseline + new policy - savings = sources + financing gap
    domestic need = need - partners - contributions      fiscal space = ceiling - domestic need

Need and financing gap are rounded as everywhere else, because they are quoted; parts follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sp_core.adding_up import adding_up

if TYPE_CHECKING:
    from sp_app.figures.framework import Row

Key = tuple[str, str]  # section and name
NEED, GAP, IDENTIFIED = ("need", "cost_lak"), ("balance", "financing_gap_lak"), ("balance", "identified_lak")
DOMESTIC, CEILING, ROOM = (("balance", f"{name}_lak") for name in ("domestic_need", "ceiling", "fiscal_space"))
PAID_BY_OTHERS = (("sources", "partners_lak"), ("sources", "contributions_lak"))
SIGNS = {"baseline": 1.0, "new_policy": 1.0, "savings": -1.0}


def added_up(rows: Sequence[Row], digits: int) -> list[Row]:
    """Return the rows with printed amounts that add up in every column but the first (published, no amounts)."""
    columns = range(1, len(rows[0].exact))
    exact = {(row.section, row.name): row.exact for row in rows}
    printed = [_column({key: values[at] or 0.0 for key, values in exact.items()}, digits) for at in columns]

    def shown(row: Row) -> tuple[float | None, ...]:
        key = (row.section, row.name)
        return (row.shown[0], *(found.get(key, row.shown[at]) for at, found in zip(columns, printed, strict=True)))

    return [replace(row, shown=shown(row)) for row in rows]


def _column(exact: Mapping[Key, float], digits: int) -> dict[Key, float]:
    """Return the printed amounts of one year."""
    need, gap, ceiling = (round(exact[key], digits) for key in (NEED, GAP, CEILING))
    found = {NEED: need, GAP: gap, CEILING: ceiling, IDENTIFIED: round(need - gap, digits)}
    signed = adding_up([sign * exact[section, section] for section, sign in SIGNS.items()], digits, need)
    for (section, sign), total in zip(SIGNS.items(), signed, strict=True):
        found[section, section] = sign * total + 0.0  # never -0
        found |= _parts(exact, section, sign * total, digits)
    found |= _parts(exact, "sources", found[IDENTIFIED], digits)
    found[DOMESTIC] = round(need - sum(found[key] for key in PAID_BY_OTHERS), digits)
    found[ROOM] = round(ceiling - found[DOMESTIC], digits)
    return found


def _parts(exact: Mapping[Key, float], section: str, total: float, digits: int) -> dict[Key, float]:
    keys = [key for key in exact if key[0] == section and key != (section, section)]
    return dict(zip(keys, adding_up([exact[key] for key in keys], digits, total), strict=True)) if keys else {}
