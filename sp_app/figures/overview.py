"""The story of the overview: effective coverage by function, Lao PDR beside ASEAN in the same year."""

from __future__ import annotations

from collections.abc import Mapping

from sp_app.figures.spec import FigureSpec, Note, Series, Table
from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_core.records import Observation

Pair = tuple[Observation | None, Observation]


def by_distance(pairs: Mapping[str, Pair]) -> list[str]:
    """Order functions: at least one benefit first, then the widest distance, then what is not published."""

    def rank(key: str) -> tuple[int, float]:
        lao, asean = pairs[key]
        if key == "sdg131_any":
            return (0, 0.0)
        return (2, 0.0) if lao is None else (1, lao.value - asean.value)

    return sorted(pairs, key=rank)


def coverage_by_function(
    pairs: Mapping[str, Pair], names: Mapping[str, str], t: Texts, n: Numbers, source: str, year: int
) -> FigureSpec:
    """Return the dumbbell of effective coverage by function, percent of the persons concerned.

    `pairs` maps an indicator to the Lao and ASEAN figure of `year`; a missing Lao figure is shown as not published.
    """
    order = by_distance(pairs)
    lao = [pairs[key][0] for key in order]
    asean = [pairs[key][1] for key in order]
    shown = [names[key] + (" †" if one and one.has("not_a_trend") else "") for key, one in zip(order, lao, strict=True)]
    no_figure = t("frame.not_published")
    return FigureSpec(
        key="coverage_by_function",
        kind="dumbbell",
        title=t("overview.story_title"),
        measure=t("overview.story_measure", year=year),
        source_line=source,
        alt_text=t(
            "overview.story_alt",
            lao=n.percent(lao[0].value if lao[0] else None),
            asean=n.percent(asean[0].value),
            year=year,
        ),
        table=Table(
            columns=(t("overview.function"), t("overview.lao_year", year=year), t("overview.asean_year", year=year)),
            numeric=(False, True, True),
            rows=tuple(
                (name, n.percent(a.value) if a else no_figure, n.percent(b.value))
                for name, a, b in zip(shown, lao, asean, strict=True)
            ),
        ),
        series=(
            Series(
                key="lao",
                name=t("overview.lao_year", year=year),
                role="lao",
                shape="dots",
                x=tuple(shown),
                y=tuple(o.value if o else None for o in lao),
                labels=tuple(n.decimal(o.value) if o else "" for o in lao),
                end_label=f"<b>{t('overview.lao_year', year=year)}</b>",
                hover=tuple(n.percent(o.value) if o else no_figure for o in lao),
            ),
            Series(
                key="asean",
                name=t("overview.asean_year", year=year),
                role="asean",
                shape="dots",
                x=tuple(shown),
                y=tuple(o.value for o in asean),
                labels=tuple(n.decimal(o.value) for o in asean),
                end_label=f"<b>{t('overview.asean_year', year=year)}</b>",
                hover=tuple(n.percent(o.value) for o in asean),
            ),
        ),
        notes=tuple(
            Note(x=0.6, y=name, text=f"<i>{no_figure}</i>") for name, o in zip(shown, lao, strict=True) if not o
        ),
        y_range=(0.0, 50.0),
        suffix="%",
        separators=",." if n.language == "lo" else ".,",
        highlight=shown[0],
        label_space=250,
        height=560,
    )
