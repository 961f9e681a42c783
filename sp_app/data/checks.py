"""What must hold across all data files. Each check is named as the sentence it holds, and yields what breaks it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from sp_app.data.faults import Fault
from sp_app.data.flag_rules import meets
from sp_app.data.tables import Placed, Tables

OWN = "own_"  # origins of this project begin so


def every_key_stands_once(tables: Tables) -> Iterator[Fault]:
    """Yield rows whose key stands twice in a list."""
    lists: dict[str, Iterable[Placed]] = {
        "origin": tables.origins,
        "unit": tables.units,
        "indicator": tables.indicators,
        "gap": tables.gaps,
    }
    for column, rows in lists.items():
        yield from _repeated(rows, column)
    yield from _repeated(tables.areas, "area")
    yield from _repeated(tables.provinces, "area")
    yield from _repeated(tables.memberships, "area", "organisation")


def no_two_figures_share_a_key(tables: Tables) -> Iterator[Fault]:
    """Yield figures with the indicator, area, year, sex and age of an earlier one."""
    yield from _repeated(tables.observations, "indicator", "area", "year", "sex", "age")


def _repeated(rows: Iterable[Placed], *key: str) -> Iterator[Fault]:
    first: dict[tuple[object, ...], Placed] = {}
    for placed in rows:
        values = tuple(getattr(placed.row, column) for column in key)
        if values in first:
            other = first[values]
            shown = " ".join(str(value) for value in values)
            yield Fault(
                placed.file,
                placed.line,
                "",
                f"the key {shown} stands twice",
                f"one row with it; the other is line {other.line} of {other.file}",
            )
        first.setdefault(values, placed)


def every_observation_has_a_known_indicator(tables: Tables) -> Iterator[Fault]:
    """Yield figures of an indicator that indicators.csv does not have."""
    yield from _unknown(tables.observations, "indicator", {placed.row.indicator for placed in tables.indicators})


def every_row_names_a_known_origin(tables: Tables) -> Iterator[Fault]:
    """Yield rows whose origin is not in origins.csv."""
    known = {placed.row.origin for placed in tables.origins}
    for rows in (tables.observations, tables.flags, tables.memberships, tables.provinces):
        yield from _unknown(rows, "origin", known)


def every_row_names_a_known_area(tables: Tables) -> Iterator[Fault]:
    """Yield rows whose area is not in areas.csv."""
    known = {placed.row.area for placed in tables.areas}
    for rows in (tables.observations, tables.memberships, tables.provinces):
        yield from _unknown(rows, "area", known)
    yield from _unknown(tables.flags, "area", known | {"", "@aggregate"})


def every_indicator_has_a_known_unit(tables: Tables) -> Iterator[Fault]:
    """Yield indicators whose unit is not in units.csv."""
    yield from _unknown(tables.indicators, "unit", {placed.row.unit for placed in tables.units})


def _unknown(rows: Iterable[Placed], column: str, known: set[str]) -> Iterator[Fault]:
    for placed in rows:
        if getattr(placed.row, column) not in known:
            yield placed.fault(column, f"one of the {len(known)} keys of the list of {column}s")


def every_observation_is_in_the_unit_of_its_indicator(tables: Tables) -> Iterator[Fault]:
    """Yield figures in another unit than their indicator."""
    units = {placed.row.indicator: placed.row.unit for placed in tables.indicators}
    for placed in tables.observations:
        unit = units.get(placed.row.indicator, placed.row.unit)
        if placed.row.unit != unit:
            yield placed.fault("unit", f"{unit}, the unit of {placed.row.indicator}")


def percentages_lie_between_0_and_100_unless_signed(tables: Tables) -> Iterator[Fault]:
    """Yield values outside the bounds that units.csv gives their unit."""
    bounds = {placed.row.unit: (placed.row.minimum, placed.row.maximum) for placed in tables.units}
    for placed in tables.observations:
        low, high = bounds.get(placed.row.unit, (None, None))
        if (low is not None and placed.row.value < low) or (high is not None and placed.row.value > high):
            shown = [f"from {low:g}"] if low is not None else []
            shown += [f"up to {high:g}"] if high is not None else []
            yield placed.fault("value", f"{' '.join(shown)}, as unit {placed.row.unit} allows")


def editions_are_never_mixed_within_an_indicator(tables: Tables) -> Iterator[Fault]:
    """Yield figures that would splice editions: lines have one origin, dots one edition per producer."""
    drawn = {placed.row.indicator: placed.row.drawn for placed in tables.indicators}
    producer = {placed.row.origin: placed.row.producer for placed in tables.origins}
    first: dict[tuple[str, str], str] = {}
    for placed in tables.observations:
        row = placed.row
        how = drawn.get(row.indicator)
        if how not in ("line", "dots"):
            continue
        group = (row.indicator, "" if how == "line" else producer.get(row.origin, ""))
        if first.setdefault(group, row.origin) != row.origin:
            yield placed.fault("origin", f"{first[group]}, the edition of the other figures of {row.indicator}")


def aggregates_are_never_official(tables: Tables) -> Iterator[Fault]:
    """Yield figures of groups of countries that claim to be more than an estimate."""
    aggregates = {placed.row.area for placed in tables.areas if placed.row.kind == "aggregate"}
    for placed in tables.observations:
        if placed.row.area in aggregates and placed.row.status == "official":
            yield placed.fault("status", "estimate: a figure of a group of countries is not reported by anybody")


def figures_after_publication_are_projections(tables: Tables) -> Iterator[Fault]:
    """Yield figures of years after their origin was published that are not called projections."""
    published = {placed.row.origin: int(placed.row.published[:4]) for placed in tables.origins}
    for placed in tables.observations:
        last = published.get(placed.row.origin, 9999)
        if placed.row.year > last and placed.row.status not in ("projection", "illustrative"):
            yield placed.fault("status", f"projection: {placed.row.origin} was published in {last}")


def derived_figures_say_so(tables: Tables) -> Iterator[Fault]:
    """Yield figures computed by this project that pass for published ones."""
    for placed in tables.observations:
        own, says = placed.row.origin.startswith(OWN), placed.row.note.startswith("DERIVED")
        if own and not says:
            yield placed.fault("note", "a note that begins with DERIVED")
        if (own or says) and placed.row.status == "official":
            yield placed.fault("status", "estimate or projection: the figure was computed here")


def every_flag_meets_a_figure(tables: Tables) -> Iterator[Fault]:
    """Yield flags that no figure carries: a slip of the pen, or the figure is gone."""
    aggregates = {placed.row.area for placed in tables.areas if placed.row.kind == "aggregate"}
    by_indicator: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for placed in tables.observations:
        by_indicator[placed.row.indicator].append((placed.row.area, placed.row.year, placed.row.sex))
    for flag in tables.flags:
        if not any(
            meets(flag.row, indicator, area, year, sex, aggregates)
            for indicator, figures in by_indicator.items()
            if indicator.startswith(flag.row.indicator.rstrip("*"))
            for area, year, sex in figures
        ):
            yield flag.fault("indicator", "an indicator, area, year and sex of which there is a figure")


def every_indicator_has_figures(tables: Tables) -> Iterator[Fault]:
    """Yield indicators without a single figure."""
    counted = Counter(placed.row.indicator for placed in tables.observations)
    for placed in tables.indicators:
        if not counted[placed.row.indicator]:
            yield placed.fault("indicator", "an indicator with figures, or no row")


def provinces_are_areas_of_kind_province(tables: Tables) -> Iterator[Fault]:
    """Yield provinces that areas.csv calls something else."""
    kinds = {placed.row.area: placed.row.kind for placed in tables.areas}
    for placed in tables.provinces:
        if kinds.get(placed.row.area, "province") != "province":
            yield placed.fault("area", "an area of kind province")


def memberships_end_after_they_begin(tables: Tables) -> Iterator[Fault]:
    """Yield memberships whose last day lies before the first."""
    for placed in tables.memberships:
        if placed.row.from_ and placed.row.to and placed.row.to < placed.row.from_:
            yield placed.fault("to", f"a day after {placed.row.from_}")


CHECKS: tuple[Callable[[Tables], Iterator[Fault]], ...] = (
    every_key_stands_once,
    no_two_figures_share_a_key,
    every_observation_has_a_known_indicator,
    every_row_names_a_known_origin,
    every_row_names_a_known_area,
    every_indicator_has_a_known_unit,
    every_observation_is_in_the_unit_of_its_indicator,
    percentages_lie_between_0_and_100_unless_signed,
    editions_are_never_mixed_within_an_indicator,
    aggregates_are_never_official,
    figures_after_publication_are_projections,
    derived_figures_say_so,
    every_flag_meets_a_figure,
    every_indicator_has_figures,
    provinces_are_areas_of_kind_province,
    memberships_end_after_they_begin,
)
