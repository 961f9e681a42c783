"""Coverage over the years: what is published, what it would take, what the observed change would give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sp_app.figures.observation_table import observation_table
from sp_app.figures.spec import FigureSpec, Note, Role, Series
from sp_app.figures.wording import Words
from sp_core.coverage import continued, observed_pace, required_pace
from sp_core.records import Observation

BY = 2030
FIRST = 2013
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
    """
    if not lao:
        return Outlook(last=None, reference=reference, required=None, pace=None, since=None, at_pace=None)
    last, pace, since, at_pace, required = lao[-1], None, None, None, None
    flagged = any(o.has(flag) for o in lao[-2:] for flag in NO_TREND)
    if reference and not flagged and reference.value > last.value:
        required = required_pace(last.value, reference.value, last.year, BY)
    if len(lao) > 1 and not flagged:
        before = lao[-2]
        since, pace = before.year, observed_pace(before.value, last.value, before.year, last.year)
        at_pace = continued(last.value, pace, last.year, BY)
    return Outlook(last=last, reference=reference, required=required, pace=pace, since=since, at_pace=at_pace)


def finding(view: Outlook, lao: tuple[Observation, ...], w: Words) -> str:
    """Return the trend's title: a sentence the figures support, else the plain state of knowledge."""
    t, n = w.t, w.n
    if view.last is None:
        return t("coverage.trend_unknown")
    if any(o.has(flag) for o in lao[-2:] for flag in NO_TREND) or view.at_pace is None or view.pace is None:
        if len(lao) == 1:
            return t("coverage.trend_single", value=n.percent(view.last.value), year=view.last.year)
        return t("coverage.trend_none")
    if view.reference is None:
        return t("coverage.trend_plain", value=n.percent(view.at_pace), by=BY)
    values = {
        "value": n.percent(view.at_pace),
        "by": BY,
        "asean": n.percent(view.reference.value),
        "year": view.reference.year,
    }
    if view.at_pace >= view.reference.value:
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
        words = f"<b>{w.areas[area]} {w.n.percent(seen[-1].value)}</b>"
        if modelled:
            words += f" {w.t('frame.modelled')}"
        found.append(
            Series(
                key=area,
                name=w.areas[area],
                role=role,
                shape="line" if modelled else "dots",
                x=tuple(o.year for o in seen),
                y=tuple(o.value for o in seen),
                labels=() if modelled else ("",) * len(seen),
                end_label=words,
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


def _notes(lao: tuple[Observation, ...], start: int, ground: float, top: float, w: Words) -> tuple[Note, ...]:
    """Return the remarks inside the plot: the name beside the dots, missing figures, what the ground means."""
    notes = []
    if lao:
        first = lao[0]
        notes.append(
            Note(x=first.year, y=first.value, text=f"<b>{w.areas['LAO']}</b>", anchor="right", role="lao")
            if first.year > start + 2
            else Note(x=lao[-1].year, y=lao[-1].value - top * 0.05, text=f"<b>{w.areas['LAO']}</b>", role="lao")
        )
        if first.year > start:
            notes.append(Note(x=start, y=top * 0.035, text=w.t("coverage.none_before", year=first.year)))
    else:
        notes.append(Note(x=start, y=top * 0.06, text=f"<b>{w.t('coverage.none_lao')}</b>"))
    notes.append(Note(x=ground + 0.2, y=top * 0.035, text=w.t("coverage.what_it_takes")))
    return tuple(notes)


def coverage_trend(
    measure: str,
    lao: tuple[Observation, ...],
    others: Mapping[str, tuple[Observation, ...]],
    reference: Observation | None,
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
    title = finding(view, lao, w)
    last_words = "; ".join(f"{s.name} {w.n.percent(s.y[-1])} ({s.x[-1]})" for s in series if s.y)
    extra = tuple(
        (p.name, str(BY), w.n.decimal(p.y[-1]), w.t("frame.status_illustrative"), p.end_label.replace("<br>", " "))
        for p in paths
    )
    return FigureSpec(
        key="coverage_trend",
        kind="trend",
        title=title,
        measure=measure,
        source_line=w.source,
        alt_text=f"{title}. {last_words}.",
        table=observation_table(
            (*lao, *(o for seen in others.values() for o in seen)), w.areas, w.t, w.n, w.credits, extra
        ),
        series=(*paths, *series),
        x_range=(start - 0.7, BY),
        x_ticks=_ticks(lao, start, end),
        y_range=(0.0, top),
        suffix="%",
        separators=w.separators,
        notes=_notes(lao, start, end + 0.5, top, w),
        ground_from=end + 0.5,
        label_space=178,
    )
