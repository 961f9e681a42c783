"""Government spending: social protection of the members that publish it, and the whole envelope of the Lao PDR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sp_app.figures.observation_table import RAW_COLUMNS, raw_row
from sp_app.figures.spec import FigureSpec, Note, Role, Series, Table
from sp_app.figures.wording import Words
from sp_core.records import Observation

# A year that may not be joined to its neighbours.
BREAKS = ("not_a_trend", "definition_differs", "doubtful")
GREYS: tuple[Role, ...] = ("first", "second", "third", "other")


def apart(observations: Sequence[Observation]) -> tuple[tuple[float, ...], tuple[float | None, ...]]:
    """Return years and values with a gap on both sides of every year that carries a break, and at missing years."""
    years: list[float] = []
    values: list[float | None] = []
    for before, o in zip((None, *observations[:-1]), observations, strict=True):
        if before and (o.year > before.year + 1 or any(x.has(flag) for x in (before, o) for flag in BREAKS)):
            years.append((before.year + o.year) / 2)
            values.append(None)
        years.append(o.year)
        values.append(o.value)
    return tuple(years), tuple(values)


def lone(observations: Sequence[Observation]) -> Observation | None:
    """Return the first figure that may be joined to no neighbour and so stands as a dot, None where all are joined."""
    for before, o, after in zip((None, *observations[:-1]), observations, (*observations[1:], None), strict=True):
        broken = any(o.has(flag) for flag in BREAKS)
        if broken or all(n is None or any(n.has(flag) for flag in BREAKS) for n in (before, after)):
            return o
    return None


def unusual_years(by_area: Mapping[str, Sequence[Observation]], words: str) -> tuple[tuple[float, float, str], ...]:
    """Return the stretch of years in which figures are flagged as no trend, nothing where none are."""
    years = [o.year for observations in by_area.values() for o in observations if o.has("not_a_trend")]
    return ((min(years) - 0.4, max(years) + 0.4, words),) if years else ()


def by_year_table(columns: Mapping[str, Sequence[Observation]], told: Words) -> Table:
    """Return years down, one column per series; a year without a figure says so in words, † is to be read with care."""
    found = {name: {o.year: o for o in observations} for name, observations in columns.items()}
    years = sorted({year for series in found.values() for year in series})

    def cell(o: Observation | None) -> str:
        if o is None:
            return told.t("frame.not_published")
        return told.decimal(o.value) + ("†" if o.flags else "")

    return Table(
        columns=(told.t("frame.year"), *columns),
        numeric=(False, *(True for _ in columns)),
        rows=tuple((str(year), *(cell(series.get(year)) for series in found.values())) for year in years),
        raw_columns=RAW_COLUMNS,
        raw=tuple(raw_row(o, told.credits) for observations in columns.values() for o in observations),
    )


def spending_of_members(by_area: Mapping[str, Sequence[Observation]], told: Words) -> FigureSpec:
    """Return the lines of government social protection spending, percent of GDP, health excluded.

    `by_area` holds the members that publish it, the Lao PDR empty or absent when it publishes none: then it is
    drawn as unknown. Breaks are gaps.
    """
    t, n, names = told.t, told.n, told.areas
    order = sorted((a for a in by_area if by_area[a]), key=lambda a: -by_area[a][-1].value)
    shown = [a for a in order if a != "LAO"][: 3 if by_area.get("LAO") else 4]
    shown = ["LAO", *shown] if by_area.get("LAO") else shown
    roles: dict[str, Role] = {"LAO": "lao"} | dict(zip((a for a in shown if a != "LAO"), GREYS, strict=False))
    last = {a: by_area[a][-1] for a in shown}
    first_year = min(by_area[a][0].year for a in shown)
    last_year = max(o.year for o in last.values())
    top = max(o.value for a in shown for o in by_area[a])
    # A line that ends years before the others is named where it ends, on whatever ground it lies there.
    ended = [o for o in last.values() if o.year < last_year - 2]

    def said(o: Observation) -> str:
        return f"<b>{n.decimal(o.value)} {names[o.area]}</b> {o.year}"

    series = []
    for a in shown:
        x, y = apart(by_area[a])
        series.append(
            Series(
                key=a,
                name=names[a],
                role=roles[a],
                shape="line_dots",
                x=x,
                y=y,
                end_label="" if last[a] in ended else said(last[a]),
                hover=tuple(
                    "" if v is None else f"{names[a]} {year:.0f}: {n.percent(v, 2)}"
                    for year, v in zip(x, y, strict=True)
                ),
            )
        )
    highest = last[shown[0]]
    return FigureSpec(
        key="spending_of_members",
        kind="trend",
        title=t("expenditure.cofog_title", count=len(shown))
        if "LAO" not in shown
        else t("expenditure.cofog_measure_short"),
        measure=t("expenditure.cofog_measure"),
        source_line=told.source,
        alt_text=t(
            "expenditure.cofog_alt", area=names[highest.area], value=n.percent(highest.value), year=highest.year
        ),
        table=by_year_table(
            {names[a]: by_area[a] for a in shown} | ({} if "LAO" in shown else {names["LAO"]: ()}), told
        ),
        series=tuple(series),
        x_range=(first_year - 0.4, last_year + 0.3),
        x_ticks=tuple(range(first_year, last_year + 1)),
        y_range=(0.0, top * 1.25),  # the words over the unusual years stand clear of the highest dot
        suffix="%",
        separators=told.separators,
        notes=(
            *(
                Note(x=o.year, y=o.value, text=said(o), short=f"<b>{n.decimal(o.value)}</b>", role=roles[o.area])
                for o in ended
            ),
            *(
                Note(x=o.year + 0.12, y=o.value, text=f"{names[a]} {n.decimal(o.value)}")
                for a in shown
                if (o := lone(by_area[a]))
            ),
        ),
        bands=unusual_years(by_area, t("expenditure.pandemic")),
        unknown="" if "LAO" in shown else t("expenditure.cofog_unknown"),
        label_space=190,
        height=620,
    )


def envelope(revenue: Sequence[Observation], expenditure: Sequence[Observation], told: Words) -> FigureSpec:
    """Return general government revenue and expenditure of the Lao PDR, percent of GDP, projections on their ground."""
    t, n = told.t, told.n
    actual = [o for o in revenue if o.status != "projection"][-1]
    spent = next(o for o in expenditure if o.year == actual.year)
    names = {"revenue": t("expenditure.revenue"), "expenditure": t("expenditure.expenditure_word")}
    rows: tuple[tuple[Role, Sequence[Observation]], ...] = (("revenue", revenue), ("expenditure", expenditure))
    return FigureSpec(
        key="envelope",
        kind="trend",
        title=t(
            "expenditure.envelope_title_more" if actual.value >= spent.value else "expenditure.envelope_title_less",
            revenue=n.percent(actual.value),
            expenditure=n.percent(spent.value),
            year=actual.year,
        ),
        measure=t("expenditure.envelope_measure"),
        source_line=told.source,
        alt_text=t(
            "expenditure.envelope_alt",
            revenue=n.percent(actual.value),
            expenditure=n.percent(spent.value),
            year=actual.year,
        ),
        table=by_year_table({names[key]: series for key, series in rows}, told),
        series=tuple(
            Series(
                key=key,
                name=names[key],
                role=key,
                shape="line_dots",
                x=tuple(float(o.year) for o in series),
                y=tuple(o.value for o in series),
                end_label=f"<b>{n.decimal(series[-1].value)}</b> {names[key]}",
                hover=tuple(f"{o.year}: {n.percent(o.value)} ({t(f'frame.status_{o.status}')})" for o in series),
            )
            for key, series in rows
        ),
        notes=(Note(x=actual.year + 0.7, y=25.6, text=t("frame.status_projection")),),
        x_range=(revenue[0].year - 0.4, revenue[-1].year + 0.3),
        x_ticks=tuple(range(revenue[0].year, revenue[-1].year + 1, 2)),
        y_range=(0.0, 27.0),
        suffix="%",
        separators=told.separators,
        ground_from=actual.year + 0.5,
        label_space=170,
        height=560,
    )
