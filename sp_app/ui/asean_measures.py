"""What can be compared across the members of ASEAN, and which figure of each is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sp_app.figures.standing import HOME, Figures, comparable
from sp_app.ui.page import Context
from sp_core.ratio import ratio
from sp_core.records import Observation

Mode = Literal["all", "same", "year"]
SHARES = (20.0, 40.0, 60.0, 80.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One indicator across members.

    `limits` part the classes of the map, `top` fixes the axis (both in the unit shown). `ages` make a share of the
    population of one age group. `instead` is an indicator of another scope, shown where this one has no figure.
    """

    indicator: str
    limits: tuple[float, float, float, float] = SHARES
    top: float | None = 100.0
    sex: str = "T"
    ages: str = ""
    instead: str = ""


# Group → code in the address → measure. The order is that of the switches.
MEASURES: dict[str, dict[str, Measure]] = {
    "coverage": {
        "any": Measure(indicator="sdg131_any"),
        "old_age": Measure(indicator="sdg131_old_age"),
        "vulnerable": Measure(indicator="sdg131_vulnerable"),
        "maternity": Measure(indicator="sdg131_maternity", sex="F"),
        "work_injury": Measure(indicator="sdg131_work_injury"),
        "disability": Measure(indicator="sdg131_disability"),
        "children": Measure(indicator="sdg131_children"),
        "unemployment": Measure(indicator="sdg131_unemployment"),
        "poor": Measure(indicator="sdg131_poor"),
    },
    "health": {
        "gghed_che": Measure(indicator="gghed_che"),
        "oop_che": Measure(indicator="oop_che"),
        "ext_che": Measure(indicator="ext_che"),
        "uhc_index": Measure(indicator="uhc_index", limits=(50.0, 60.0, 70.0, 80.0)),
    },
    "spending": {
        "cofog10_gdp": Measure(
            indicator="cofog10_gdp", limits=(1.0, 2.0, 3.0, 4.0), top=None, instead="spexp_adb_bound"
        ),
        "gghed_gdp": Measure(indicator="gghed_gdp", limits=(1.0, 2.0, 3.0, 4.0), top=None),
        "gghed_gge": Measure(indicator="gghed_gge", limits=(4.0, 8.0, 12.0, 16.0), top=None),
    },
    "work": {
        "informal_ilo": Measure(indicator="informal_ilo"),
        "informal_ilo_nonagriculture": Measure(indicator="informal_ilo_nonagriculture"),
        "informal_ilo_employees": Measure(indicator="informal_ilo_employees"),
    },
    "population": {
        "age_65": Measure(indicator="population", ages="65+", limits=(5.0, 7.0, 10.0, 14.0), top=None),
        "age_0_14": Measure(indicator="population", ages="0-14", limits=(15.0, 20.0, 25.0, 30.0), top=None),
        "tfr": Measure(indicator="tfr", sex="F", limits=(1.5, 1.8, 2.1, 2.5), top=None),
    },
}


def group_of(code: str) -> str:
    """Return the group a measure belongs to."""
    return next(group for group, several in MEASURES.items() if code in several)


def share_of_population(part: Observation, whole: Observation) -> Observation:
    """Return an age group as percent of all persons; the figure says that it is computed."""
    return replace(
        part,
        value=float(100.0 * ratio(part.value, whole.value)),
        unit="percent",
        note=f"DERIVED: persons aged {part.age} / all persons ({whole.value:.0f})",
    )


def published(ctx: Context, measure: Measure, area: str) -> tuple[Observation, ...]:
    """Return the figures of an area by year, projections left out; population shares are computed from two."""
    if not measure.ages:
        found = ctx.q.observations(measure.indicator, areas=(area,), sex=measure.sex)
        return tuple(o for o in found if o.status != "projection")
    parts = ctx.q.observations(measure.indicator, areas=(area,), age=measure.ages)
    wholes = {o.year: o for o in ctx.q.observations(measure.indicator, areas=(area,))}
    pairs = ((part, wholes.get(part.year)) for part in parts if part.status != "projection")
    return tuple(share_of_population(part, whole) for part, whole in pairs if whole)


def figures(ctx: Context, measure: Measure, members: Sequence[str], mode: Mode) -> Figures:
    """Return one figure of every member, None where there is none.

    "all" takes the latest of each and, where it has none, that of the other scope; "same" the latest of the same
    definition; "year" that of the same definition in the Lao year.
    """
    seen = {area: published(ctx, measure, area) for area in members}
    if mode == "all":
        other = {area: ctx.q.latest(measure.instead, area) if measure.instead else None for area in seen}
        return {area: found[-1] if found else other[area] for area, found in seen.items()}
    same = {area: tuple(o for o in found if comparable(o)) for area, found in seen.items()}
    if mode == "same":
        return {area: found[-1] if found else None for area, found in same.items()}
    year = common_year(same)
    return {area: next((o for o in found if o.year == year), None) for area, found in same.items()}


def common_year(seen: dict[str, tuple[Observation, ...]]) -> int | None:
    """Return the latest Lao year; without one, the year that most members have, the later of two."""
    if seen.get(HOME):
        return seen[HOME][-1].year
    years = Counter(o.year for found in seen.values() for o in found)
    return max(years, key=lambda year: (years[year], year), default=None)


def reference(ctx: Context, measure: Measure, found: Figures) -> Observation | None:
    """Return ASEAN, else the world, in the year of the Lao figure; without a Lao figure in its latest year."""
    home = found.get(HOME)
    if measure.ages:
        return _all_members(ctx, measure, tuple(found), home.year) if home else None
    for area in ("ASEAN", "WLD"):
        several = published(ctx, measure, area)
        if home and comparable(home):
            several = tuple(o for o in several if o.year == home.year and o.origin == home.origin)
        if several:
            return several[-1]
    return None


def _all_members(ctx: Context, measure: Measure, members: Sequence[str], year: int) -> Observation | None:
    """Return the share over the persons of all members; None where one of them has no figure."""
    parts = ctx.q.observations(measure.indicator, areas=members, years=(year,), age=measure.ages)
    wholes = ctx.q.observations(measure.indicator, areas=members, years=(year,))
    if not parts or len(parts) != len(wholes) or len(parts) != len(members):
        return None
    part, whole = (
        replace(several[0], area="ASEAN", value=sum(o.value for o in several)) for several in (parts, wholes)
    )
    return share_of_population(part, whole)
