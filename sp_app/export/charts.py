"""The figures of a hand-out: who is reached and what it costs by year, baseline beside scenario; who pays."""

from __future__ import annotations

from sp_app.export.handout import Handout
from sp_app.export.telling import looked_at
from sp_app.figures.financing import Span, who_pays
from sp_app.figures.money import NOMINAL
from sp_app.figures.spec import FigureSpec, Role, Series, Shape, Table
from sp_app.figures.wording import Words

LINES: tuple[tuple[str, Role, Shape], ...] = (
    ("baseline", "expenditure", "pace"),
    ("modified", "assumption", "required"),
    ("scenario", "policy", "line"),
)
BILLION = 1e9


def cost_figure(h: Handout) -> FigureSpec:
    """Return the cost by year in nominal billions of kip; its title is the finding."""
    return _paths(h, "cost", "cost_lak", 1.0 / BILLION, _cost_title(h), _cost_measure(h))


def reach_figure(h: Handout) -> FigureSpec:
    """Return the recipients by year."""
    year, n = looked_at(h), h.n
    words = {"year": year, "people": n.integer(h.here.at("recipients", year))}
    title = h.t("handout.reach_title", base=n.integer(h.modified.at("recipients", year)), **words)
    return _paths(h, "people", "recipients", 1.0, title, h.t("handout.twice"))


def payers_figure(h: Handout) -> FigureSpec | None:
    """Return who pays year by year, None where nobody is said to pay."""
    if h.scenario.financing is None:
        return None
    span = Span(years=h.years, chosen=looked_at(h), assumed_after=h.years[-1])
    return who_pays(h.here.results, span, NOMINAL, _told(h))


def _told(h: Handout) -> Words:
    source = h.t("frame.source", source="; ".join(h.credits))
    return Words(t=h.t, n=h.n, areas={}, credits={}, source=source, digits=0)


def _cost_title(h: Handout) -> str:
    """Return what the cost does as a share of GDP, from the first year to the last."""
    first, last = (100.0 * h.here.at("cost_gdp", year) for year in (h.years[0], h.years[-1]))
    moved = round(last, 2) - round(first, 2)
    kind = "rises" if moved > 0.0 else "falls" if moved < 0.0 else "stays"
    return h.t(f"handout.cost_{kind}", gdp=h.n.percent(last, 2), year=h.years[-1], first=h.years[0])


def _cost_measure(h: Handout) -> str:
    return h.t("handout.cost_measure", unit=NOMINAL.measure(h.t, h.years[0]))


def _same_line(h: Handout) -> str:
    """Say why both baselines are one line: the assumptions stand as published, or they do not reach it."""
    moved = any(change.lever.group == "assumption" for change in h.changes)
    return h.t("handout.same_line_moved" if moved else "handout.same_line")


def _paths(h: Handout, key: str, result: str, scale: float, title: str, measure: str) -> FigureSpec:
    """Return baseline, baseline under these assumptions and scenario; equal lines are drawn once, and it is said."""
    t, n = h.t, h.n
    found = {"baseline": h.baseline, "modified": h.modified, "scenario": h.here}
    paths = {name: tuple(float(v) * scale for v in it.results[result]) for name, it in found.items()}
    same = paths["modified"] == paths["baseline"]
    drawn = [(name, role, shape) for name, role, shape in LINES if not (same and name == "modified")]
    last = {name: n.integer(path[-1]) for name, path in paths.items()}
    names = {name: t(f"handout.line_{name}") for name, _, _ in LINES}
    return FigureSpec(
        key=f"scenario_{key}",
        kind="trend",
        title=title,
        measure=f"{measure.rstrip('.')}. {_same_line(h)}" if same else measure,
        source_line=_told(h).source,
        alt_text=t("handout.paths_alt", title=title, first=h.years[0], last=h.years[-1], **last),
        table=Table(
            columns=(t("frame.year"), *(names[name] for name, _, _ in drawn)),
            numeric=(False, *(True for _ in drawn)),
            rows=tuple(
                (str(year), *(n.integer(paths[name][at]) for name, _, _ in drawn)) for at, year in enumerate(h.years)
            ),
        ),
        series=tuple(
            Series(
                key=name,
                name=names[name],
                role=role,
                shape=shape,
                x=tuple(float(year) for year in h.years),
                y=paths[name],
            )
            for name, role, shape in drawn
        ),
        separators=_told(h).separators,
        simulated=True,
    )
