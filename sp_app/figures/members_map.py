"""The members of ASEAN on a map of plain polygons; other land is background without names or borders."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sp_app.figures.members import dagger, members_table, spoken, value_words
from sp_app.figures.spec import FigureSpec, Note, Series
from sp_app.figures.standing import HOME, Figures, comparable, is_bound
from sp_app.figures.wording import Words
from sp_core.records import Observation

LONGITUDES, LATITUDES = (86.0, 142.0), (-13.4, 28.8)  # room below for the name of the southernmost
LEAST = 1.0  # degrees: a country smaller than this is drawn as a disc
NAMES_WIDTH = 128  # pixels left of the map
Ring = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the name of a country stands and the spot it is led to, in degrees."""

    x: float
    y: float
    leader: tuple[float, float]
    anchor: Literal["left", "right"] = "left"


def _west(y: float, x: float, at: float) -> Place:
    """Return a place in the column left of the map."""
    return Place(LONGITUDES[0], y, (x, at), "right")


# Names stand in columns beside the land, so that no colour is covered; a column shares one x.
PLACES = {
    "MMR": _west(24.4, 95.6, 20.6),
    "THA": _west(16.4, 99.4, 14.8),
    "MYS": _west(8.4, 101.8, 4.6),
    "SGP": _west(0.4, 103.8, 1.35),
    "IDN": _west(-7.6, 104.8, -4.2),
    "LAO": Place(111.0, 25.8, (102.8, 20.2)),
    "VNM": Place(111.0, 18.0, (108.2, 15.0)),
    "KHM": Place(111.0, 10.2, (105.0, 12.6)),
    "PHL": Place(128.8, 10.0, (125.6, 8.0)),
    "BRN": Place(128.8, 2.5, (114.7, 4.6)),
    "TLS": Place(128.8, -10.6, (126.0, -8.8)),
}


def rings(feature: dict[str, Any]) -> Iterator[Ring]:
    """Yield the outer rings of one GeoJSON feature."""
    geometry = feature["geometry"]
    several = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in several:
        yield polygon[0]


def level(o: Observation | None, limits: tuple[float, ...]) -> int | None:
    """Return the class of a figure, 0 the lowest; a bound or no figure has none."""
    return None if o is None or is_bound(o) else sum(o.value >= limit for limit in limits)


def class_names(figures: Figures, limits: tuple[float, ...], w: Words) -> tuple[tuple[int | None, str], ...]:
    """Return the classes from the highest down, and the unknown where a member has no figure."""

    def number(limit: float) -> str:
        return w.n.decimal(limit, 0 if limit == int(limit) else 1)

    names: list[tuple[int | None, str]] = [(len(limits), w.t("asean.class_from", low=number(limits[-1])))]
    for i in range(len(limits) - 1, 0, -1):
        names.append((i, w.t("asean.class_between", low=number(limits[i - 1]), high=number(limits[i]))))
    names.append((0, w.t("asean.class_below", high=number(limits[0]))))
    if any(level(o, limits) is None for o in figures.values()):
        names.append((None, w.none))
    return tuple(names)


def _disc(x: float, y: float) -> list[tuple[float, float]]:
    steps = (2 * math.pi * step / 24 for step in range(25))
    return [(x + LEAST * 0.55 * math.cos(turn), y + LEAST * 0.55 * math.sin(turn)) for turn in steps]


def _outline(feature: dict[str, Any]) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Return longitudes and latitudes of all rings, None between them; a disc for what would be too small to see."""
    points: list[Sequence[float | None]] = []
    for ring in rings(feature):
        points += [*ring, (None, None)]
    xs, ys = ([p[i] for p in points if p[i] is not None] for i in (0, 1))
    if max(xs) - min(xs) < LEAST and max(ys) - min(ys) < LEAST:
        points = list(_disc((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    return tuple(p[0] for p in points), tuple(p[1] for p in points)


def _name(area: str, o: Observation | None, w: Words) -> Note:
    """Return name, value and year of a member, and the value alone for a narrow screen."""
    place = PLACES[area]
    name = f"{w.areas[area]}<br>"
    value = f"<b>{value_words(o, w)}</b>" if o else ""
    year = f" · {o.year}{dagger(o)}" if o else w.none
    return Note(
        x=place.x,
        y=place.y,
        text=name + value + year,
        anchor=place.anchor,
        leader=place.leader,
        short=name + (value or year),
    )


def members_map(
    key: str,
    measure: str,
    figures: Figures,
    outlines: dict[str, Any],
    limits: tuple[float, ...],
    reference: Observation | None,
    w: Words,
) -> FigureSpec:
    """Return the map; `outlines` is a feature collection with `properties.member`, `limits` part the classes."""
    features = outlines["features"]
    drawn = [f for f in features if f["properties"]["area"] in figures]
    known = sum(comparable(o) for o in figures.values())
    title = w.t("asean.map_title", known=known, all=len(figures))
    series = []
    for feature in drawn:
        area = feature["properties"]["area"]
        o = figures[area]
        x, y = _outline(feature)
        series.append(
            Series(
                key=area,
                name=w.areas[area],
                role="lao" if area == HOME else "other",
                shape="bars",
                x=x,
                y=y,
                level=level(o, limits),
                hatched=(o is not None and not comparable(o) and not is_bound(o),),
                hover=(spoken(area, o, w),),
            )
        )
    said = "; ".join(spoken(area, o, w) for area, o in figures.items())
    return FigureSpec(
        key=key,
        kind="polygons",
        title=title,
        measure=measure,
        source_line=w.source,
        alt_text=f"{w.t('asean.map_alt')} {title}. {said}.",
        table=members_table(figures, reference, w),
        # The subject comes last, so that its border lies over those of its neighbours.
        series=tuple(sorted(series, key=lambda s: s.key == HOME)),
        outlines=tuple(
            tuple((p[0], p[1]) for p in ring)
            for f in features
            if f["properties"]["area"] not in figures
            for ring in rings(f)
        ),
        notes=tuple(_name(area, o, w) for area, o in figures.items()),
        classes=class_names(figures, limits, w),
        x_range=LONGITUDES,
        y_range=LATITUDES,
        highlight=w.areas[HOME],
        label_space=NAMES_WIDTH,
        separators=w.separators,
    )
