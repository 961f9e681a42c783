"""What a card of the financing page says, and the frame of a card around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sp_app.explanation.values import value_words
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a card says, before it is put into the frame of a card; `paths` are columns with one value per year."""

    about: str  # key of its definition
    title: str
    value: str
    method: tuple[str, ...]
    parts: tuple[dict[str, Any], ...]
    paths: tuple[tuple[str, Sequence[float]], ...]
    unit: str = "lak"
    illustrative: bool = False
    sources: tuple[str, ...] = ()


def given(name: str, value: str, ask: str, year: int, kind: str = "", source: str = "") -> dict[str, Any]:
    """Return one row of the parts of a card; `ask` opens it in turn."""
    return {"name": name, "value": value, "kind": kind, "source": source, "ask": ask, "year": year}


def framed(ctx: Context, found: Study, told: Told, year: int) -> dict[str, Any]:
    """Return what the browser needs to show the card."""
    t, scenario = ctx.t, found.scenario.title.get(ctx.lang)
    key = f"financing.about_{told.about}"
    sources = "; ".join(told.sources)
    return {
        "name": told.title,
        "value": told.value,
        "unit": "",
        "status": t("frame.simulated"),
        "simulated": True,
        "when": f"{year} · {scenario}",
        "definition": t(key) if t.has(key) else "",
        "flags": [t("scenarios.some_illustrative")] if told.illustrative else [],
        "method": list(told.method),
        "comparability": "",
        "parts": _parts(ctx, told),
        "years": _all_years(ctx, found, told),
        "source": [t("frame.source", source=sources)] if sources else [],
        "cite": f"{told.title}, {year}: {told.value} ({t('frame.simulated')}, {scenario}). {sources} ({ctx.build_id}).",
        "more": f"/sources?lang={ctx.lang}&s=parameters",
    }


def _parts(ctx: Context, told: Told) -> dict[str, Any]:
    """Return the table of parts; kind and source have columns only where something is to be said."""
    said = ("name", "value", *(name for name in ("kind", "source") if any(part[name] for part in told.parts)))
    rows = [{"cells": [part[name] for name in said], "ask": part["ask"], "year": part["year"]} for part in told.parts]
    return {"columns": [ctx.t(f"financing.column_{name}") for name in said], "rows": rows}


def _all_years(ctx: Context, found: Study, told: Told) -> dict[str, Any]:
    rows = [
        [str(year), *(value_words(ctx.t, ctx.n, float(path[at]), told.unit) for _, path in told.paths)]
        for at, year in enumerate(found.years)
    ]
    names = [name for name, _ in told.paths]
    return {"columns": [ctx.t("frame.year"), *names], "numeric": [False, *(True for _ in names)], "rows": rows}
