"""How the Lao PDR stands among the members: who has a lower figure of the same definition. Never a rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sp_app.figures.wording import Words
from sp_core.records import Observation

HOME = "LAO"
Figures = Mapping[str, Observation | None]


def is_bound(o: Observation) -> bool:
    """Say whether a figure is only an upper or a lower bound."""
    return o.has("bound_upper") or o.has("bound_lower")


def other_definition(o: Observation) -> bool:
    """Say whether a figure was measured by another definition than its neighbours: legal coverage, or a bound."""
    return o.has("legal_based") or is_bound(o)


def comparable(o: Observation | None) -> bool:
    """Say whether a figure exists and may be set against those of other members."""
    return o is not None and not other_definition(o)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The Lao figure, the other members with a comparable one, and those of them that are lower."""

    home: Observation | None
    others: tuple[str, ...]
    lower: tuple[str, ...]


def standing(figures: Figures) -> Standing:
    """Return how the Lao PDR stands; figures of another definition are left out of the comparison."""
    home = figures.get(HOME)
    known = {area: o for area, o in figures.items() if o is not None and area != HOME and comparable(o)}
    if home is None or not comparable(home):
        return Standing(home=None, others=tuple(known), lower=())
    return Standing(
        home=home, others=tuple(known), lower=tuple(area for area, o in known.items() if o.value < home.value)
    )


def finding(figures: Figures, w: Words) -> str:
    """Return how many members have a lower figure than the Lao PDR, in one sentence."""
    now = standing(figures)
    others, lower = len(now.others), len(now.lower)
    if now.home is None:
        return w.t("asean.finding_unknown", n=others)
    if not others:
        return w.t("asean.finding_alone")
    if not lower and others == 1:
        return w.t("asean.finding_one_other", name=w.areas[now.others[0]])
    if not lower:
        return w.t("asean.finding_none_lower", n=others)
    if lower == 1:
        return w.t("asean.finding_one_lower", name=w.areas[now.lower[0]])
    if lower == others:
        return w.t("asean.finding_all_lower", n=others)
    return w.t("asean.finding_lower", n=lower, all=others)


def span(figures: Figures) -> str:
    """Return the years of the figures, "2019–2023", or one year."""
    years = sorted({o.year for o in figures.values() if o is not None})
    return "–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))) if years else ""
