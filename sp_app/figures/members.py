"""Members of ASEAN side by side: the latest or the same year of each, every year printed, no rank numbers."""

from __future__ import annotations

from collections.abc import Mapping

from sp_app.figures.observation_table import observation_table
from sp_app.figures.spec import FigureSpec, Series
from sp_app.figures.wording import Words
from sp_core.records import Observation

OTHER_DEFINITION = ("legal_based", "definition_differs", "approximate")
DAGGER = ("not_a_trend", "doubtful", "definition_differs", "approximate")
HOME = "LAO"


def other_definition(o: Observation) -> bool:
    """Say whether a figure was measured by another definition than its neighbours."""
    return any(o.has(flag) for flag in OTHER_DEFINITION)


def is_bound(o: Observation) -> bool:
    """Say whether a figure is only an upper or a lower bound."""
    return o.has("bound_upper") or o.has("bound_lower")


def value_words(o: Observation | None, w: Words, digits: int = 1) -> str:
    """Return value and year as printed; a bound keeps its sign, no figure is said in words."""
    if o is None:
        return f'<span style="color:#5A6675">{w.t("asean.no_figure")}</span>'
    sign = "< " if o.has("bound_upper") else "> " if o.has("bound_lower") else ""
    dagger = " †" if any(o.has(flag) for flag in DAGGER) else ""
    return f'<b>{sign}{w.n.decimal(o.value, digits)}</b> <span style="color:#5A6675">{o.year}{dagger}</span>'


def in_order(figures: Mapping[str, Observation | None], w: Words) -> list[str]:
    """Return areas by value, highest first; bounds and areas without a figure stand last, by name."""

    def place(area: str) -> tuple[int, float, str]:
        o = figures[area]
        drawn = o is not None and not is_bound(o)
        return (0, -o.value, w.areas[area]) if drawn and o is not None else (1 if o else 2, 0.0, w.areas[area])

    return sorted(figures, key=place)


def finding(figures: Mapping[str, Observation | None], measure: str, w: Words) -> str:
    """Return how many members have a lower figure than the Lao PDR, else the measure."""
    home = figures.get(HOME)
    known = {area: o for area, o in figures.items() if o is not None and not is_bound(o) and area != HOME}
    if home is None:
        return w.t("asean.title_unknown", n=len(known)) if known else measure
    lower = [area for area, o in known.items() if o.value < home.value]
    if not known:
        return measure
    if not lower:
        return w.t("asean.title_none_lower", n=len(known))
    if len(lower) == 1:
        return w.t("asean.title_one_lower", name=w.areas[lower[0]])
    return w.t("asean.title_lower", n=len(lower), all=len(known))


def members_ranking(
    key: str,
    measure: str,
    figures: Mapping[str, Observation | None],
    reference: Observation | None,
    w: Words,
    top: float | None = None,
    digits: int = 1,
) -> FigureSpec:
    """Return bars by member, in the unit of the observations; hatched where estimated from legal coverage.

    `reference` is drawn as a dotted line; `top` fixes the axis.
    """
    order = in_order(figures, w)
    shown = [figures[area] for area in order]
    drawn = [o is not None and not is_bound(o) for o in shown]
    values = tuple(o.value if o is not None and d else None for o, d in zip(shown, drawn, strict=True))
    high = top or max((v for v in values if v is not None), default=1.0)
    title = finding(figures, measure, w)
    spoken = ", ".join(
        f"{w.areas[area]} {w.n.decimal(o.value, digits)} ({o.year})" for area, o in zip(order, shown, strict=True) if o
    )
    missing = tuple(
        (w.areas[a], "", w.t("asean.no_figure"), "", "") for a, o in zip(order, shown, strict=True) if o is None
    )
    known = tuple(o for o in shown if o is not None)
    return FigureSpec(
        key=key,
        kind="ranking",
        title=title,
        measure=measure,
        source_line=w.source,
        alt_text=f"{title}. {spoken}.",
        table=observation_table((*known, *((reference,) if reference else ())), w.areas, w.t, w.n, w.credits, missing),
        series=(
            Series(
                key="members",
                name=measure,
                role="other",
                shape="bars",
                x=tuple(w.areas[area] for area in order),
                y=values,
                labels=tuple(value_words(o, w, digits) for o in shown),
                hatched=tuple(bool(o and o.has("legal_based")) for o in shown),
                hover=tuple(
                    f"{w.areas[a]}: {w.n.decimal(o.value, digits)} ({o.year})"
                    if o
                    else f"{w.areas[a]}: {w.t('asean.no_figure')}"
                    for a, o in zip(order, shown, strict=True)
                ),
            ),
        ),
        y_range=(0.0, high * 1.24),
        highlight=w.areas[HOME],
        separators=w.separators,
        label_space=170,
        reference=(
            reference.value,
            f"{w.areas[reference.area]} {w.n.decimal(reference.value, digits)} ({reference.year})",
        )
        if reference
        else None,
    )
