"""The story of the overview: effective coverage by function, Lao PDR beside ASEAN in the same year."""

from __future__ import annotations

from collections.abc import Mapping

from sp_app.figures.observation_table import RAW_COLUMNS, raw_row
from sp_app.figures.spec import FigureSpec, Note, Series, Table
from sp_app.figures.wording import Words
from sp_app.i18n import Texts
from sp_core.records import Observation

FUNCTIONS = (
    "sdg131_any",
    "sdg131_old_age",
    "sdg131_vulnerable",
    "sdg131_maternity",
    "sdg131_work_injury",
    "sdg131_disability",
    "sdg131_children",
    "sdg131_unemployment",
)
Pair = tuple[Observation | None, Observation]


def by_distance(pairs: Mapping[str, Pair]) -> list[str]:
    """Order functions: at least one benefit first, then the widest distance, then what is not published."""

    def rank(key: str) -> tuple[int, float]:
        lao, asean = pairs[key]
        if key == "sdg131_any":
            return (0, 0.0)
        return (2, 0.0) if lao is None else (1, lao.value - asean.value)

    return sorted(pairs, key=rank)


def _title(order: list[str], pairs: Mapping[str, Pair], t: Texts) -> str:
    """Return the finding: the function furthest below ASEAN, or the plain subject where none is below."""
    widest = next((key for key in order[1:] if pairs[key][0]), None)
    if widest is None or pairs[widest][0].value >= pairs[widest][1].value:
        return t("overview.story_plain")
    return t("overview.story_title", function=t(f"overview.f_{widest}"))


def _table(order: list[str], shown: list[str], pairs: Mapping[str, Pair], told: Words, year: int) -> Table:
    """Return function, Lao PDR, ASEAN, distance; the download has every figure with its source."""
    t, n = told.t, told.n
    no_figure = t("frame.not_published")
    figures = [o for key in order for o in pairs[key] if o]
    return Table(
        columns=(
            t("overview.function"),
            t("overview.lao_year", year=year),
            t("overview.asean_year", year=year),
            t("overview.distance"),
        ),
        numeric=(False, True, True, True),
        rows=tuple(
            (
                name,
                n.percent(lao.value) if lao else no_figure,
                n.percent(asean.value),
                n.signed(lao.value - asean.value) if lao else n.decimal(None),
            )
            for name, (lao, asean) in zip(shown, (pairs[key] for key in order), strict=True)
        ),
        raw_columns=RAW_COLUMNS,
        raw=tuple(raw_row(o, told.credits) for o in figures),
    )


def _dots(key: str, name: str, shown: list[str], values: list[Observation | None], told: Words) -> Series:
    n = told.n
    return Series(
        key=key,
        name=name,
        role="lao" if key == "lao" else "asean",
        shape="dots",
        x=tuple(shown),
        y=tuple(o.value if o else None for o in values),
        labels=tuple(n.decimal(o.value) if o else "" for o in values),
        hover=tuple(f"{name}: {n.percent(o.value)}" if o else told.t("frame.not_published") for o in values),
    )


def coverage_by_function(pairs: Mapping[str, Pair], told: Words, year: int) -> FigureSpec:
    """Return the dumbbell of effective coverage by function, percent of the persons concerned.

    `pairs` maps an indicator to the Lao and ASEAN figure of `year`; a missing Lao figure is shown as not published,
    a change that is no trend carries †.
    """
    t, n = told.t, told.n
    order = by_distance(pairs)
    lao, asean = ([pairs[key][i] for key in order] for i in (0, 1))
    shown = [
        t(f"overview.f_{key}") + (" †" if one and one.has("not_a_trend") else "")
        for key, one in zip(order, lao, strict=True)
    ]
    return FigureSpec(
        key="coverage_by_function",
        kind="dumbbell",
        title=_title(order, pairs, t),
        measure=t("overview.story_measure", year=year),
        source_line=told.source,
        alt_text=t(
            "overview.story_alt",
            lao=n.percent(lao[0].value if lao[0] else None),
            asean=n.percent(asean[0].value),
            year=year,
        ),
        table=_table(order, shown, pairs, told, year),
        series=(
            _dots("lao", t("overview.lao_year", year=year), shown, lao, told),
            _dots("asean", t("overview.asean_year", year=year), shown, asean, told),
        ),
        notes=tuple(
            Note(x=0.4, y=name, text=t("frame.not_published")) for name, o in zip(shown, lao, strict=True) if not o
        ),
        y_range=(0.0, 50.0),
        suffix="%",
        separators=told.separators,
        highlight=shown[0],
    )
