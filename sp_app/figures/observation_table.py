"""The table twin of a figure made of observations: printed cells on screen, every detail in the download."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sp_app.figures.spec import Table
from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_core.records import Observation

RAW_COLUMNS = (
    "indicator",
    "area",
    "year",
    "sex",
    "age",
    "value",
    "unit",
    "status",
    "flags",
    "source",
    "locator",
    "note",
)


def raw_row(o: Observation, credits: Mapping[str, str]) -> tuple[object, ...]:
    """Return one observation with its source, as it goes into a download."""
    flags = " ".join(flag.flag for flag in o.flags)
    return (
        o.indicator,
        o.area,
        o.year,
        o.sex,
        o.age,
        o.value,
        o.unit,
        o.status,
        flags,
        credits.get(o.origin, o.origin),
        o.locator,
        o.note,
    )


def remarks(o: Observation, language: str) -> str:
    """Return what must be said beside a figure."""
    return "; ".join(flag.reason.get(language) for flag in o.flags)


def observation_table(
    observations: Iterable[Observation],
    areas: Mapping[str, str],
    t: Texts,
    n: Numbers,
    credits: Mapping[str, str],
    extra: tuple[tuple[str, ...], ...] = (),
    digits: int = 1,
) -> Table:
    """Return area, year, value, status and remarks of `observations`; `extra` rows are printed below them."""
    listed = tuple(observations)
    rows = tuple(
        (areas[o.area], str(o.year), n.decimal(o.value, digits), t(f"frame.status_{o.status}"), remarks(o, n.language))
        for o in listed
    )
    return Table(
        columns=(t("frame.area"), t("frame.year"), t("frame.value"), t("frame.status"), t("frame.note")),
        numeric=(False, True, True, False, False),
        rows=rows + extra,
        raw=tuple(raw_row(o, credits) for o in listed),
        raw_columns=RAW_COLUMNS,
    )
