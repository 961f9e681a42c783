"""Where we stand: the scenario's programmes that pay today, in the first year of the baseline."""

from __future__ import annotations

from sp_app.export.grid import Grid
from sp_app.export.handout import Handout
from sp_core.programme import Programme

BILLION = 1e9


def standing_grid(h: Handout) -> Grid | None:
    """Return today's programmes with recipients, benefit and cost; None where none of the scenario's pays today."""
    year, t = h.years[0], h.t
    paying = [it for it in h.scenario.programmes if h.baseline.at(f"cost_lak.{it.id}", year) > 0.0]
    if not paying:
        return None
    names = ("programme", "paid_by", "recipients", "benefit", "cost")
    total = ("", h.n.integer(h.baseline.at("recipients", year)), "", _cost(h, "cost_lak", year))
    return Grid(
        title=t("handout.standing"),
        columns=tuple(t(f"handout.column_{name}", year=year) for name in names),
        numeric=(False, False, True, True, True),
        widths=(44.0, 40.0, 20.0, 24.0, 20.0),
        rows=(*(_row(h, it, year) for it in paying), (t("frame.total"), *total)),
        looks=(*("line" for _ in paying), "total"),
        notes=(t("handout.standing_note"), t("handout.twice")),
    )


def _row(h: Handout, it: Programme, year: int) -> tuple[str, ...]:
    recipients, benefit = (h.baseline.at(f"{name}.{it.id}", year) for name in ("recipients", "benefit_month_lak"))
    agency = it.agency.get(h.language)
    return (
        it.title.get(h.language),
        agency,
        h.n.integer(recipients),
        h.n.integer(benefit),
        _cost(h, f"cost_lak.{it.id}", year),
    )


def _cost(h: Handout, result: str, year: int) -> str:
    return h.n.decimal(h.baseline.at(result, year) / BILLION, 1)
