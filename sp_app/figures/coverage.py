"""Coverage over the years: what is published, what it would take, what the observed change would give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sp_app.figures.observation_table import observation_table
from sp_app.figures.spec import FigureSpec, Note, Role, Series, Table
from sp_app.figures.wording import Words
from sp_core.coverage import continued, observed_pace, required_pace
from sp_core.records import Observation

BY = 2030
FIRST = 2013
LOWEST_NAME = 3.5  # percent: a name any lower would lie on the axis
NO_TREND = ("not_a_trend", "doubtful")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Where two paths from the last Lao figure lead by 2030; points a year, None where a path may not be drawn."""

    last: Observation | None
    reference: Observation | None
    required: float | None
    pace: float | None
    since: int | None
    at_pace: float | None


def outlook(lao: tuple[Observation, ...], reference: Observation | None) -> Outlook:
    """Return the required and the observed pace.

    A pace is the change between the two last figures; it is not taken where one of them is flagged as no trend.
    The required pace only asks for a last figure that nobody doubts.
    """
    if not lao:
        return Outlook(last=None, reference=reference, required=None, pace=None, since=None, at_pace=None)
    last, pace, since, at_pace, required = lao[-1], None, None, None, None
    if reference and not last.has("doubtful") and reference.value > last.value:
        required = required_pace(last.value, reference.value, last.year, BY)
    if len(lao) > 1 and not no_trend(lao):
        before = lao[-2]
        since, pace = before.year, observed_pace(before.value, last.value, before.year, last.year)
        at_pace = continued(last.value, pace, last.year, BY)
    return Outlook(last=last, reference=reference, required=required, pace=pace, since=since, at_pace=at_pace)


def no_trend(lao: tuple[Observation, ...]) -> bool:
    """Say whether the last two figures may not be read as a change."""
    return any(o.has(flag) for o in lao[-2:] for flag in NO_TREND)


def finding(view: Outlook, lao: tuple[Observation, ...], no_target: bool, w: Words) -> str:
    """Return the trend's title: a sentence the figures support, else the plain state of knowledge."""
    t, n = w.t, w.n
    if view.last is None:
        return t("coverage.trend_unknown")
    if len(lao) == 1:
        return t("coverage.trend_single", value=n.percent(view.last.value), year=view.last.year)
    if view.at_pace is None or view.pace is None:
        return t("coverage.trend_none")
    values = {"value": n.percent(view.at_pace), "by": BY}
    if view.reference is None:
        return t("coverage.trend_no_target" if no_target else "coverage.trend_plain", **values)
    against = view.reference
    values |= {"area": w.areas[against.area], "reference": n.percent(against.value), "year": against.year}
    if view.at_pace >= against.value:
        return t("coverage.trend_reaches", **values)
    return t("coverage.trend_flat" if view.pace == 0 else "coverage.trend_falls_short", **values)


def _paths(view: Outlook, w: Words) -> list[Series]:
    """Return the dotted path that reaches the reference and the dashed path of the observed change."""
    t, n, last = w.t, w.n, view.last
    paths: list[Series] = []
    if last and view.reference and view.required is not None:
        words = t("coverage.end_required", value=n.percent(view.reference.value), by=BY, pace=n.signed(view.required))
        paths.append(
            Series(
                key="required",
                name=t("coverage.required"),
                role="lao",
                shape="required",
                x=(last.year, BY),
                y=(last.value, view.reference.value),
                end_label=words,
            )
        )
    if last and view.pace is not None:
        words = t(
            "coverage.end_pace",
            value=n.percent(view.at_pace),
            since=view.since,
            until=last.year,
            pace=n.signed(view.pace),
        )
        paths.append(
            Series(
                key="pace",
                name=t("coverage.pace"),
                role="lao",
                shape="pace",
                x=(last.year, BY),
                y=(last.value, view.at_pace),
                end_label=words,
            )
        )
    return paths


def _others(others: Mapping[str, tuple[Observation, ...]], last: Observation | None, w: Words) -> list[Series]:
    """Return aggregates as lines, countries as lone dots."""
    found = []
    for area, seen in others.items():
        if not seen:
            continue
        modelled = all(o.status == "estimate" for o in seen)
        role: Role = "asean" if area == "ASEAN" else "world" if modelled else "other"
        found.append(
            Series(
                key=area,
                name=w.areas[area],
                role=role,
                shape="line" if modelled else "dots",
                x=tuple(o.year for o in seen),
                y=tuple(o.value for o in seen),
                labels=() if modelled else ("",) * len(seen),
                end_label=f"<b>{w.areas[area]} {w.n.percent(seen[-1].value)}</b>",
                label_inside=True,
                hover=tuple(f"{w.areas[area]} {o.year}: {w.n.percent(o.value)}" for o in seen),
                below=bool(last and seen[-1].value < last.value),
            )
        )
    return found


def _ticks(lao: tuple[Observation, ...], start: int, end: int) -> tuple[float, ...]:
    """Return the years on the axis: first and last, those of Lao figures, and others where there is room."""
    kept: list[int] = []
    for year in (start, BY, *(o.year for o in lao), end, 2016, 2013, 2026):
        if start <= year <= BY and all(abs(year - other) >= 2 for other in kept):
            kept.append(year)
    return tuple(float(year) for year in sorted(kept))


def _name(lao: tuple[Observation, ...], start: int, paths: bool, w: Words) -> Note:
    """Return the name beside a dot, where most room is: left of the first, right of the last where no path begins."""
    dot = lao[0] if paths or len(lao) == 1 else lao[-1]
    left = paths and dot.year > start + 2
    name = f"<b>{w.areas['LAO']}</b>"
    return Note(x=dot.year, y=max(dot.value, LOWEST_NAME), text=name, anchor="right" if left else "left", role="lao")


def _notes(lao: tuple[Observation, ...], start: int, ground: float | None, top: float, w: Words) -> tuple[Note, ...]:
    """Return the remarks above the lines: which figures are missing, what the ground means where there is one."""
    above = top * 0.965
    notes = [Note(x=ground + 0.2, y=above, text=w.t("coverage.what_it_takes"))] if ground else []
    if not lao:
        notes.append(Note(x=start, y=above, text=f"<b>{w.t('coverage.none_lao')}</b>"))
    elif lao[0].year > start:
        notes.append(Note(x=start, y=above, text=w.t("coverage.none_before", year=lao[0].year)))
    return tuple(notes)


def _table(observations: tuple[Observation, ...], paths: list[Series], view: Outlook, w: Words) -> Table:
    """Return every figure drawn, and where the paths lead: computed here, not published."""
    computed = w.t("asean.computed")
    ends = tuple((p.name, str(BY), w.n.decimal(p.y[-1]), computed, plain(p.end_label)) for p in paths)
    table = observation_table(observations, w.areas, w.t, w.n, w.credits, ends)
    if view.last is None:
        return table
    last = view.last
    known = (last.indicator, last.area, BY, last.sex, last.age)
    says = f"straight line from {last.year}:"
    raw = tuple(
        (*known, p.y[-1], last.unit, "illustrative", p.key, "computed here", "", f"{says} {plain(p.end_label)}")
        for p in paths
    )
    return replace(table, raw=table.raw + raw)


def plain(label: str) -> str:
    """Return a label without its marks."""
    return label.replace("<br>", " ").replace("<b>", "").replace("</b>", "")


def coverage_trend(
    measure: str,
    lao: tuple[Observation, ...],
    others: Mapping[str, tuple[Observation, ...]],
    reference: Observation | None,
    no_target: bool,
    w: Words,
) -> FigureSpec:
    """Return coverage by year, percent of the persons concerned: Lao dots, aggregates, and two paths to 2030."""
    view = outlook(lao, reference)
    paths = _paths(view, w)
    series = [*_others(others, view.last, w)]
    if lao:
        series.append(
            Series(
                key="LAO",
                name=w.areas["LAO"],
                role="lao",
                shape="dots",
                x=tuple(o.year for o in lao),
                y=tuple(o.value for o in lao),
                labels=tuple(f"<b>{w.n.percent(o.value)}</b>" for o in lao),
                hover=tuple(f"{w.areas['LAO']} {o.year}: {w.n.percent(o.value)}" for o in lao),
            )
        )
    known = [y for s in (*series, *paths) for y in s.y if y is not None]
    top = 50.0 if max(known, default=0.0) <= 48 else 105.0
    start = min([FIRST, *(o.year for o in lao)])
    end = max((o.year for seen in (*others.values(), lao) for o in seen), default=FIRST)
    ground = end + 0.5 if paths else None
    title = finding(view, lao, no_target, w)
    last_words = "; ".join(f"{s.name} {w.n.percent(s.y[-1])} ({s.x[-1]})" for s in series if s.y)
    return FigureSpec(
        key="coverage_trend",
        kind="trend",
        title=title,
        measure=measure,
        source_line=w.source,
        alt_text=f"{title}. {last_words}.",
        table=_table((*lao, *(o for seen in others.values() for o in seen)), paths, view, w),
        series=(*paths, *series),
        x_range=(start - 0.7, BY),
        x_ticks=_ticks(lao, start, end),
        y_range=(0.0, top),
        suffix="%",
        separators=w.separators,
        notes=(*((_name(lao, start, bool(paths), w),) if lao else ()), *_notes(lao, start, ground, top, w)),
        ground_from=ground,
        label_space=178,
    )
