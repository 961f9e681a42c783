"""Who pays for health: the best-documented part of social spending, by year and by member."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sp_app.figures.observation_table import RAW_COLUMNS, raw_row
from sp_app.figures.spec import FigureSpec, Note, Role, Series, Table
from sp_app.figures.wording import Words
from sp_core.expenditure import other_private
from sp_core.records import Observation

# From the axis: most lasting source first.
SOURCES: tuple[tuple[str, Role], ...] = (
    ("government", "state"),
    ("out_of_pocket", "households"),
    ("other_private", "other_private"),
    ("external", "partners"),
)
# The room between two years that may not be compared, in years.
GAP = 0.8
# One year's parts by source, percent of current health expenditure.
Parts = Mapping[str, float]


# What is published for them: percent of current health expenditure.
PUBLISHED = ("gghed_che", "oop_che", "pvtd_che", "ext_che")


def parts_by_source(published: Mapping[str, Sequence[Observation]]) -> dict[str, dict[int, Parts]]:
    """Return area → year → part by source, percent, where all four series of PUBLISHED have a figure."""
    series = [{(o.area, o.year): o.value for o in published[name]} for name in PUBLISHED]
    found: dict[str, dict[int, Parts]] = {}
    for area, year in sorted(series[0].keys() & series[1].keys() & series[2].keys() & series[3].keys()):
        government, pocket, private, external = (values[area, year] for values in series)
        found.setdefault(area, {})[year] = {
            "government": government,
            "out_of_pocket": pocket,
            "other_private": other_private(private, pocket),
            "external": external,
        }
    return found


def break_before(external: Sequence[Observation]) -> int | None:
    """Return the first year whose figure the data call no trend: it may not be compared with the years before."""
    return min((o.year for o in external if o.has("not_a_trend")), default=None)


def _table(first_column: str, rows: Mapping[str, Parts], told: Words) -> Table:
    """Return one row per year or member, one column per source."""
    t, n = told.t, told.n
    return Table(
        columns=(first_column, *(t(f"expenditure.{key}") for key, _ in SOURCES)),
        numeric=(False, True, True, True, True),
        rows=tuple((name, *(n.percent(parts[key]) for key, _ in SOURCES)) for name, parts in rows.items()),
        raw_columns=(first_column, *(f"{key}_percent_of_current_health_expenditure" for key, _ in SOURCES)),
        raw=tuple((name, *(round(parts[key], 4) for key, _ in SOURCES)) for name, parts in rows.items()),
    )


def _title(parts: Mapping[int, Parts], area: str, told: Words) -> str:
    """Return the finding: which source pays the most in the last year."""
    t, n = told.t, told.n
    year = max(parts)
    largest = max(SOURCES, key=lambda source: parts[year][source[0]])[0]
    return t(f"expenditure.pays_most_{largest}", area=area, value=n.percent(parts[year][largest]), year=year)


def _break_note(parts: Mapping[int, Parts], broken: int | None, told: Words) -> tuple[Note, ...]:
    """Return what stands at the gap before `broken`: the part from abroad before and after it."""
    if broken is None or broken - 1 not in parts:
        return ()
    before, after = (told.n.percent(parts[year]["external"]) for year in (broken - 1, broken))
    words = told.t("expenditure.jump", before=before, previous=broken - 1, after=after, year=broken)
    short = told.t("expenditure.jump_short", year=broken)
    return (Note(x=broken - 0.4, y=106.0, text=words, short=short, anchor="right"),)


def paid_by_year(parts: Mapping[int, Parts], area: str, told: Words, broken: int | None = None) -> FigureSpec:
    """Return the stack of health spending by source, percent of current health expenditure, year by year.

    From `broken` on the figures may not be compared with those before: a gap stands between them.
    """
    t, n = told.t, told.n
    years = sorted(parts)
    place = {year: year + (GAP if broken and year >= broken else 0.0) for year in years}
    last = parts[years[-1]]
    named = [year for year in years if (years[-1] - year) % 4 == 2 or year == years[-1]]
    return FigureSpec(
        key="health_paid_by_year",
        kind="stack",
        title=_title(parts, area, told),
        measure=t("expenditure.paid_measure", area=area),
        source_line=told.source,
        alt_text=t(
            "expenditure.paid_alt", area=area, year=years[-1], **{key: n.percent(last[key]) for key, _ in SOURCES}
        ),
        table=_table(t("frame.year"), {str(year): parts[year] for year in years}, told),
        series=tuple(
            Series(
                key=key,
                name=t(f"expenditure.{key}"),
                role=role,
                shape="bars",
                x=tuple(place.values()),
                y=tuple(parts[year][key] for year in years),
                end_label=f"<b>{n.decimal(last[key])}</b> {t(f'expenditure.{key}_short')}",
                hover=tuple(f"{year} {t(f'expenditure.{key}')}: {n.percent(parts[year][key])}" for year in years),
            )
            for key, role in SOURCES
        ),
        notes=_break_note(parts, broken, told),
        bands=((broken - 0.5, broken - 0.5 + GAP, ""),) if broken else (),
        x_range=(years[0] - 0.6, place[years[-1]] + 0.6),
        x_ticks=tuple(place[year] for year in named),
        x_labels=tuple(str(year) for year in named),
        y_range=(0.0, 110.0),
        suffix="%",
        separators=told.separators,
        label_space=190,
    )


def paid_by_member(parts: Mapping[str, Parts], told: Words, year: int) -> FigureSpec:
    """Return one bar of 100 percent per member for `year`, ordered by the part the government pays."""
    t, n, names = told.t, told.n, told.areas
    order = sorted(parts, key=lambda area: -parts[area]["government"])
    place = (
        t("expenditure.most_external")
        if max(parts, key=lambda a: parts[a]["external"]) == "LAO"
        else t("expenditure.members_title")
    )
    lao = parts.get("LAO")
    return FigureSpec(
        key="health_paid_by_member",
        kind="shares",
        title=place,
        measure=t("expenditure.members_measure", year=year),
        source_line=told.source,
        alt_text=t(
            "expenditure.members_alt",
            year=year,
            external=n.percent(lao["external"] if lao else None),
            government=n.percent(lao["government"] if lao else None),
        ),
        table=_table(t("frame.area"), {names[area]: parts[area] for area in order}, told),
        series=tuple(
            Series(
                key=key,
                name=t(f"expenditure.{key}"),
                role=role,
                shape="bars",
                x=tuple(names[a] for a in order),
                y=tuple(parts[a][key] for a in order),
                labels=tuple(n.integer(parts[a][key]) for a in order),
                end_label=t(f"expenditure.{key}_short"),
                hover=tuple(f"{names[a]} {t(f'expenditure.{key}')}: {n.percent(parts[a][key])}" for a in order),
            )
            for key, role in SOURCES
        ),
        highlight=names["LAO"],
        separators=told.separators,
        label_space=150,
        height=620,
    )


def ranked(key: str, observations: Sequence[Observation], told: Words) -> FigureSpec:
    """Return the members ranked by one health figure of the same year; `key` names its texts."""
    t, n, names = told.t, told.n, told.areas
    order = sorted(observations, key=lambda o: -o.value)
    lao = next((o for o in order if o.area == "LAO"), None)
    year = order[0].year
    lowest = lao is not None and lao is order[-1]
    return FigureSpec(
        key=f"ranked_{key}",
        kind="ranking",
        title=t(
            f"expenditure.{key}_lowest" if lowest else f"expenditure.{key}_title",
            value=n.percent(lao.value if lao else None),
        ),
        measure=t(f"expenditure.{key}_measure", year=year),
        source_line=told.source,
        alt_text=t(
            "expenditure.ranked_alt",
            measure=t(f"expenditure.{key}_measure", year=year),
            lao=n.percent(lao.value if lao else None),
            first=names[order[0].area],
            value=n.percent(order[0].value),
        ),
        table=Table(
            columns=(t("frame.area"), t("frame.year"), t("frame.value")),
            numeric=(False, False, True),
            rows=tuple((names[o.area], str(o.year), n.percent(o.value)) for o in order),
            raw_columns=RAW_COLUMNS,
            raw=tuple(raw_row(o, told.credits) for o in order),
        ),
        series=(
            Series(
                key=key,
                name=t(f"expenditure.{key}_measure", year=year),
                role="other",
                shape="bars",
                x=tuple(names[o.area] for o in order),
                y=tuple(o.value for o in order),
                labels=tuple(n.percent(o.value) for o in order),
                hover=tuple(f"{names[o.area]} {o.year}: {n.percent(o.value)}" for o in order),
            ),
        ),
        highlight=names["LAO"],
        separators=told.separators,
        label_space=120,
        height=460,
    )
