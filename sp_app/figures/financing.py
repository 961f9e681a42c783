"""The figures of financing: from the need to the financing gap, and who pays year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sp_app.figures.money import OF_GDP, Money
from sp_app.figures.sources import SOURCES, Paid, Part
from sp_app.figures.spec import FigureSpec, Note, Role, Series, Table
from sp_app.figures.wording import Words


def need_to_gap(found: Paid, money: Money, told: Words, first_year: int) -> FigureSpec:
    """Return the steps from the need of one year over its sources to the financing gap."""
    t, n = told.t, told.n
    steps = [found.need, *(part for part in found.sources if part.exact), found.gap]
    words = {part.role: money.words(t, n, part.shown, first_year) for part in steps}
    title = "covered_title" if found.gap.exact <= 0.0 else "waterfall_title"
    share = found.covered_words(n)
    measure = t("financing.waterfall_measure", year=found.year, unit=money.measure(t, first_year))
    return FigureSpec(
        key="need_to_gap",
        kind="waterfall",
        title=t(f"financing.{title}", share=share, year=found.year),
        measure=measure,
        source_line=told.source,
        alt_text=t("financing.waterfall_alt", year=found.year, need=words["need"], gap=words["gap"], share=share),
        table=Table(
            columns=(t("financing.part"), measure),
            numeric=(False, True),
            rows=tuple((t(f"financing.source_{part.role}"), money.number(n, part.shown)) for part in steps),
            raw_columns=("part", "year", "status", money.key),
            raw=tuple((part.role, found.year, "simulated", part.exact) for part in steps),
        ),
        series=tuple(_step(part, t(f"financing.source_{part.role}"), words[part.role]) for part in steps),
        separators=told.separators,
        label_space=170,
        simulated=True,
    )


def _step(part: Part, name: str, words: str) -> Series:
    total = part.role in ("need", "gap")
    return Series(
        key=part.role,
        name=name,
        role=part.role,
        shape="total" if total else "bars",
        x=(name,),
        y=(part.exact if total else -part.exact,),
        labels=(f"<b>{words}</b>",),
        hover=(f"{name}: {words}",),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The years that are drawn: which is looked at, after which our own long run begins, how partners leave."""

    years: tuple[int, ...]
    chosen: int
    assumed_after: int
    phase_out: str = ""


def who_pays(results: Mapping[str, Sequence[float]], span: Span, money: Money, told: Words) -> FigureSpec:
    """Return the sources stacked by year, the financing gap on top, the need as a mark.

    `results` begin in the first year of `span`.
    """
    t, n, years = told.t, told.n, span.years
    divisors = money.divisors(results)

    def path(names: Sequence[str]) -> tuple[float, ...]:
        return tuple(sum(results[name][at] for name in names) / divisors[at] for at in range(len(years)))

    paths: dict[Role, tuple[float, ...]] = {role: path(names) for role, names in SOURCES.items()}
    paths = {role: values for role, values in paths.items() if any(values)}
    gap, need = path(["financing_gap_lak"]), path(["cost_lak"])
    paths["gap"] = tuple(max(0.0, value) for value in gap)
    heights = [max(one, sum(column)) for one, *column in zip(need, *paths.values(), strict=True)]
    top = max(*heights, 1e-9) * 1.16
    title = _title(gap, years, told)
    measure = t("financing.who_measure", unit=money.measure(t, years[0]))
    return FigureSpec(
        key="who_pays",
        kind="funding",
        title=title or measure,
        measure=measure if title else "",
        source_line=told.source,
        alt_text=t("financing.who_alt", first=years[0], last=years[-1], need=money.words(t, n, need[-1], years[0])),
        table=_by_year(paths, need, gap, years, money, told),
        series=(
            *(_stacked(role, values, years, money, told) for role, values in paths.items()),
            _series("need", _where_more(need, gap), years, money, told),
        ),
        x_range=(years[0] - 0.6, years[-1] + 0.6),
        x_ticks=_named_years(years, span.chosen),
        y_range=(0.0, top),
        suffix="%" if money is OF_GDP else "",
        separators=told.separators,
        notes=_notes(need, heights, span, money, told, top),
        ground_from=span.assumed_after + 0.5 if years[-1] > span.assumed_after else None,
        label_space=150,
        simulated=True,
    )


def _named_years(years: Sequence[int], chosen: int) -> tuple[float, ...]:
    """Return every fifth year, and the chosen one where it has room beside them."""
    fifth = [year for year in years if year % 5 == 0 or year == years[0]]
    room = all(abs(year - chosen) > 1 for year in fifth)
    return tuple(float(year) for year in sorted({*fifth, *([chosen] if room else [])}))


def _title(gap: Sequence[float], years: Sequence[int], told: Words) -> str:
    """Return the finding where one is certain: always short, never, or from one year on."""
    short = [year for year, value in zip(years, gap, strict=True) if value > 0.0]
    if not short:
        return told.t("financing.who_covered", last=years[-1])
    if short == list(years):
        return told.t("financing.who_always", last=years[-1])
    return told.t("financing.who_from", year=short[0]) if short == list(range(short[0], years[-1] + 1)) else ""


def _series(role: Role, values: Sequence[float | None], years: Sequence[int], money: Money, told: Words) -> Series:
    name = told.t(f"financing.source_{role}")
    return Series(
        key=role,
        name=name,
        role=role,
        shape="dots" if role == "need" else "bars",
        x=tuple(float(year) for year in years),
        y=tuple(values),
        hover=tuple(f"{y}, {name}: {money.number(told.n, v)}" for y, v in zip(years, values, strict=True)),
    )


def _where_more(need: Sequence[float], gap: Sequence[float]) -> tuple[float | None, ...]:
    """Return the need of the years in which more is identified than needed: elsewhere the stack ends at it."""
    return tuple(one if left < 0.0 else None for one, left in zip(need, gap, strict=True))


def _stacked(role: Role, values: Sequence[float], years: Sequence[int], money: Money, told: Words) -> Series:
    """Return one source over the years, named at the last bar if it is still there."""
    series = _series(role, values, years, money, told)
    words = f"<b>{money.number(told.n, values[-1])}</b><br>{series.name}" if values[-1] > 0.0 else ""
    return replace(series, end_label=words)


def _notes(
    need: Sequence[float], heights: Sequence[float], span: Span, money: Money, told: Words, top: float
) -> tuple[Note, ...]:
    """Return the need over the first, the chosen and the last bar, and how partners leave."""
    found = []
    for year in dict.fromkeys((span.years[0], span.chosen, span.years[-1])):
        at = span.years.index(year)
        words = f"<b>{money.number(told.n, need[at])}</b>"
        found.append(Note(x=year, y=heights[at] + 0.05 * top, text=words, anchor="center"))
    if span.phase_out:
        found.append(Note(x=span.years[0] - 0.4, y=0.95 * top, text=span.phase_out, role="partners"))
    return tuple(found)


def _by_year(
    paths: Mapping[Role, Sequence[float]],
    need: Sequence[float],
    gap: Sequence[float],
    years: Sequence[int],
    money: Money,
    told: Words,
) -> Table:
    t, n = told.t, told.n
    columns: dict[Role, Sequence[float]] = {"need": need, **paths, "gap": gap}  # a surplus stays visible here
    return Table(
        columns=(t("frame.year"), *(t(f"financing.source_{role}") for role in columns)),
        numeric=(False, *(True for _ in columns)),
        rows=tuple((str(y), *(money.number(n, v[at]) for v in columns.values())) for at, y in enumerate(years)),
        raw_columns=("year", "status", *(f"{role}_{money.key}" for role in columns)),
        raw=tuple((y, "simulated", *(v[at] for v in columns.values())) for at, y in enumerate(years)),
    )
