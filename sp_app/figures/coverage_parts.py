"""The lower half of the coverage page: people not covered, health protection kept apart, all functions in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sp_app.figures.members import dagger
from sp_app.figures.observation_table import RAW_COLUMNS, observation_table, raw_row
from sp_app.figures.spec import FigureSpec, Series, Table
from sp_app.figures.wording import Words
from sp_core.coverage import persons_not_covered
from sp_core.records import Observation

FIGURES = 20
WIDEST_GAP = 4


def people(
    covered: Observation | None, population: Observation | None, of_all: bool, name: str, w: Words
) -> FigureSpec:
    """Return the row of twenty people; `population` counts the persons concerned, None where it is not published.

    `of_all` says that the persons concerned are the whole population.
    """
    t, n = w.t, w.n
    if covered is None:
        title, measure, parts = t("coverage.people_unknown"), name, (None,) * FIGURES
        rows: tuple[tuple[str, ...], ...] = ((t("coverage.share_covered"), t("frame.not_published")),)
    else:
        filled = covered.value / 100 * FIGURES
        parts = tuple(min(max(filled - i, 0.0), 1.0) for i in range(FIGURES))
        share = n.percent(100 - covered.value)
        measure = t("coverage.people_each" if of_all else "coverage.people_each_group", year=covered.year)
        rows = ((t("coverage.share_covered"), n.percent(covered.value)), (t("coverage.share_not_covered"), share))
        title = t("coverage.people_share", share=share)
    raw: tuple[tuple[object, ...], ...] = (raw_row(covered, w.credits),) if covered else ()
    if covered and population:
        without = persons_not_covered(covered.value / 100, population.value)
        title = t("coverage.people_title", persons=n.million(without), population=n.million(population.value))
        rows += (
            (t("coverage.population", year=population.year), n.integer(population.value)),
            (t("coverage.persons_not_covered"), n.integer(without)),
        )
        raw += (raw_row(population, w.credits),)
    elif covered:
        rows += ((t("coverage.persons_not_covered"), t("coverage.no_denominator")),)
    return FigureSpec(
        key="coverage_people",
        kind="persons",
        title=title,
        measure=measure,
        source_line=w.source,
        alt_text=f"{title}. {measure}.",
        table=Table(
            columns=(t("frame.series"), t("frame.value")),
            numeric=(False, True),
            rows=rows,
            raw=raw,
            raw_columns=RAW_COLUMNS,
        ),
        series=(Series(key="people", name=title, role="lao", shape="bars", x=tuple(range(FIGURES)), y=parts),),
    )


def _widest_gap(years: Sequence[int]) -> tuple[int, int] | None:
    """Return the first pair of neighbouring years so far apart that the stretch between them must be shown empty."""
    return next(((a, b) for a, b in pairwise(years) if b - a >= WIDEST_GAP), None)


def health_apart(observations: tuple[Observation, ...], name: str, w: Words) -> FigureSpec:
    """Return health protection of the Lao PDR by year: lone dots, the years without a figure hatched, own axis."""
    t, n = w.t, w.n
    last = observations[-1]
    years = [o.year for o in observations]
    gap = _widest_gap(years)
    ends = set(gap or ()) | {years[0], years[-1]}
    return FigureSpec(
        key="health_protection",
        kind="trend",
        title=t("coverage.health_title"),
        measure=t("coverage.health_measure"),
        source_line=w.source,
        alt_text=t("coverage.health_alt", value=n.percent(last.value), year=last.year, name=name),
        table=observation_table(observations, w.areas, t, n, w.credits),
        series=(
            Series(
                key="health",
                name=name,
                role="asean",
                shape="dots",
                x=tuple(years),
                y=tuple(o.value for o in observations),
                end_label=f"<b>{n.percent(last.value)}</b><br>{t('frame.legal')}",
                hover=tuple(f"{o.year}: {n.percent(o.value)}" for o in observations),
            ),
        ),
        x_range=(years[0] - 0.8, years[-1] + 0.8),
        x_ticks=tuple(float(y) for y in sorted(ends - {years[1]} | {years[0]})),
        y_range=(0.0, 108.0),
        y_ticks=(0.0, 50.0, 100.0),
        suffix="%",
        separators=w.separators,
        kept_apart=True,
        label_space=96,
        missing=(gap[0] + 0.6, gap[1] - 0.6, t("coverage.no_figure_used")) if gap else None,
    )


def functions_table(
    year: int, rows: Mapping[str, Mapping[str, Observation | None]], columns: Sequence[str], w: Words
) -> FigureSpec:
    """Return every function in one year, percent of the persons concerned; `rows` maps name → area → figure."""
    t, n = w.t, w.n

    def cell(o: Observation | None) -> str:
        if o is None:
            return t("frame.not_published")
        return n.decimal(o.value) + dagger(o)

    seen = tuple(o for row in rows.values() for o in row.values() if o)
    title = t("coverage.table_title", year=year)
    return FigureSpec(
        key="coverage_functions",
        kind="table",
        title=title,
        measure=t("coverage.table_measure"),
        source_line=w.source,
        alt_text=title,
        table=Table(
            columns=(t("overview.function"), *(w.areas[area] for area in columns)),
            numeric=(False,) + (True,) * len(columns),
            rows=tuple((name, *(cell(row.get(area)) for area in columns)) for name, row in rows.items()),
            raw=tuple(raw_row(o, w.credits) for o in seen),
            raw_columns=RAW_COLUMNS,
        ),
    )
