"""How numbers of the model are printed in cells that hold them exactly: 2.9e12 kip reads 2,905.0 bn LAK."""

from __future__ import annotations

from collections.abc import Mapping

from sp_app.export.looks import decimals, percent
from sp_app.i18n import Texts
from sp_core.lever import Lever

PER_HEAD = ("gdp_head_lak",)
# The cell keeps its value: only what is shown is divided.
RESULTS: Mapping[str, str] = {
    "lak": decimals(1, ",,,"),
    "usd": decimals(1, ",,"),
    "share": percent(2),
    "factor": "0.0000",
    "index": "0.0000",
}
LEVERS: Mapping[str, str] = {"share": "0.00%", "usd_month": "#,##0.00", "year": "0"}
WHOLE, TYPED = decimals(0), "#,##0"


def result_number(unit: str, name: str = "") -> str:
    """Return the number format of a result or a given figure; what falls to one person is not in billions."""
    return WHOLE if name in PER_HEAD else RESULTS.get(unit, WHOLE)


def result_unit(unit: str, t: Texts, name: str = "") -> str:
    """Return the unit that a result is printed in."""
    return t("export.unit_lak_head" if name in PER_HEAD else f"export.unit_{unit}")


def lever_number(lever: Lever) -> str:
    """Return the number format of a lever: as it is typed, nothing scaled but shares."""
    return "+0.00%;-0.00%;0.00%" if lever.unit == "share" and lever.minimum < 0 else LEVERS.get(lever.unit, TYPED)


def lever_unit_words(lever: Lever, t: Texts) -> str:
    """Return the unit in which a lever is typed."""
    return t(f"export.typed_{lever.unit}")


# Differences are measured against the value, or against this where the value is smaller: below it the
# digits that were lost when large numbers were subtracted from each other are all that is left.
SMALLEST: Mapping[str, float] = {
    "lak": 1e7,
    "usd": 1e3,
    "lak_month": 1.0,
    "persons": 1.0,
    "households": 1.0,
    "lak_usd": 1.0,
    "share": 1e-3,
    "factor": 1e-3,
    "index": 1e-3,
    "variant": 1e-3,
}
