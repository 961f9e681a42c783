"""Members of ASEAN side by side as bars: every year printed, no rank numbers, unknown drawn as unknown."""

from __future__ import annotations

from sp_app.figures.observation_table import observation_table
from sp_app.figures.spec import FigureSpec, Series, Table
from sp_app.figures.standing import HOME, Figures, comparable, is_bound
from sp_app.figures.theme import INK_3
from sp_app.figures.wording import Words
from sp_core.records import Observation

WITH_CARE = ("not_a_trend", "doubtful", "definition_differs", "approximate", "bound_upper", "bound_lower")

ROOM, ROOM_LEGAL = 1.3, 1.6  # of the axis, for value and year behind the longest bar, and for one word more


def value_words(o: Observation, w: Words) -> str:
    """Return a value as printed; a bound keeps its sign."""
    sign = "< " if o.has("bound_upper") else "> " if o.has("bound_lower") else ""
    return sign + (w.n.integer(o.value) if sign and o.value == int(o.value) else w.decimal(o.value))


def dagger(o: Observation) -> str:
    """Return the mark of a figure that something must be said about."""
    return "\u00a0†" if any(o.has(flag) for flag in WITH_CARE) else ""


def bar_words(o: Observation | None, w: Words) -> str:
    """Return value and year as printed behind a bar; no figure is said in words."""
    if o is None:
        return w.none
    legal = f" {w.t('frame.legal')}" if o.has("legal_based") else ""
    return f'<b>{value_words(o, w)}</b> <span style="color:{INK_3}">{o.year}{legal}{dagger(o)}</span>'


def spoken(area: str, o: Observation | None, w: Words) -> str:
    """Return name, value and year for hovering and for alternative texts."""
    name = w.areas[area]
    return f"{name}: {value_words(o, w)} ({o.year})" if o else f"{name}: {w.none}"


def in_order(figures: Figures, w: Words) -> list[str]:
    """Return areas by value, highest first; bounds and areas without a figure stand last, by name."""

    def place(area: str) -> tuple[int, float, str]:
        o = figures[area]
        if o is None:
            return 2, 0.0, w.areas[area]
        return (1, 0.0, w.areas[area]) if is_bound(o) else (0, -o.value, w.areas[area])

    return sorted(figures, key=place)


def members_table(figures: Figures, reference: Observation | None, w: Words) -> Table:
    """Return the table twin: every member, those without a figure in words, then the reference."""
    known = tuple(o for area in in_order(figures, w) if (o := figures[area]) is not None)
    missing = tuple((w.areas[a], "", w.none, "", "") for a in in_order(figures, w) if not figures[a])
    listed = (*known, *((reference,) if reference else ()))
    return observation_table(listed, w.areas, w.t, w.n, w.credits, missing, w.digits)


def reference_words(reference: Observation, w: Words) -> str:
    """Return name, value and year of the reference; a computed one says so."""
    own = f" {w.t('asean.computed')}" if reference.note.startswith("DERIVED") else ""
    return f"{w.areas[reference.area]} {w.decimal(reference.value)} ({reference.year}){own}"


def members_ranking(
    key: str,
    title: str,
    measure: str,
    figures: Figures,
    reference: Observation | None,
    w: Words,
    top: float | None = None,
) -> FigureSpec:
    """Return bars by member, in the unit of the observations; hatched where the definition is another.

    `reference` is drawn as a dotted line; `top` fixes the axis.
    """
    order = in_order(figures, w)
    shown = [figures[area] for area in order]
    drawn = [o.value if o is not None and not is_bound(o) else None for o in shown]
    bounds = [o.value if o is not None and is_bound(o) else None for o in shown]
    high = top or max((v for v in (*drawn, *bounds) if v is not None), default=1.0)
    said = tuple(spoken(area, o, w) for area, o in zip(order, shown, strict=True))
    return FigureSpec(
        key=key,
        kind="ranking",
        title=title,
        measure=measure,
        source_line=w.source,
        alt_text=f"{title}. {measure}. {'; '.join(said)}.",
        table=members_table(figures, reference, w),
        series=(
            Series(
                key="members",
                name=measure,
                role="other",
                shape="bars",
                x=tuple(w.areas[area] for area in order),
                y=tuple(drawn),
                upper=tuple(bounds),
                labels=tuple(bar_words(o, w) for o in shown),
                hatched=tuple(o is not None and not comparable(o) for o in shown),
                hover=said,
            ),
        ),
        y_range=(0.0, high * (ROOM_LEGAL if any(o is not None and o.has("legal_based") for o in shown) else ROOM)),
        highlight=w.areas[HOME],
        separators=w.separators,
        label_space=170,
        reference=(reference.value, reference_words(reference, w)) if reference else None,
    )
