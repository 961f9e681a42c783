"""The equations as a list to search: point formulas and the scenario model, in both languages and in symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sp_app.data.scenario_files import load_scenario, scenario_ids
from sp_app.explanation.formula import FormulaWriter
from sp_app.explanation.names import Names
from sp_app.i18n import LANGUAGES, Texts, texts
from sp_app.i18n.numbers import numbers
from sp_app.ui.listing import Cell, Detail, Line, Listing
from sp_app.ui.point_formulas import POINT
from sp_core.model import quantities
from sp_core.model.quantity import Quantity, Ref
from sp_core.scenario import Scenario

GROUPS = ("coverage", "expenditure", "benefits", "gap", "model")
BEFORE = ("previous", "parameter_before")
# A sum over programmes has as many parts as the scenario has programmes: it is one formula all the same.
SUM = re.compile(r"part_\d+( \+ part_\d+)*")
SUBTOTAL = re.compile(r"_part_\d+$")


def general(name: str, programmes: frozenset[str]) -> str:
    """Return a quantity's name without the programme it belongs to."""
    stem, _, owner = name.rpartition(".")
    return stem if owner in programmes else name


@cache
def model_formulas() -> tuple[tuple[str, Quantity, Scenario], ...]:
    """Return (name, quantity, its scenario) of every different formula of the library, in order of calculation."""
    return tuple(_different())


def _different() -> Iterator[tuple[str, Quantity, Scenario]]:
    seen: set[tuple[str, str]] = set()
    for scenario in map(load_scenario, scenario_ids()):
        programmes = frozenset(programme.id for programme in scenario.programmes)
        for quantity in quantities(scenario):
            name = general(quantity.name, programmes)
            formula = "sum" if SUM.fullmatch(quantity.formula) else quantity.formula
            if (name, formula) not in seen and not SUBTOTAL.search(name):
                seen.add((name, formula))
                yield name, quantity, scenario


def _input(short: str, ref: Ref, quantity: Quantity, names: Names) -> str:
    """Return the words of one input; one of the year before or of the first year says so."""
    t = names.t
    if t.has(f"model.input_{short}"):
        words = t(f"model.input_{short}")
    elif ref.kind in ("quantity", "previous"):
        words = names.quantity(ref.id, quantity.name)
    elif ref.kind == "lever":
        words = names.scenario.lever(ref.id).name.get(t.language)
    else:
        words = names.parameter(ref.id)
    words = words[:1].lower() + words[1:] if words[1:2].islower() else words
    if ref.kind in BEFORE:
        return t("sources.year_before", name=words)
    return t("sources.first_year", name=words) if ref.kind == "base" else words


def in_words(name: str, quantity: Quantity, scenario: Scenario, t: Texts) -> str:
    """Return the right side of a model formula in the words of `t`."""
    names = Names(t, scenario)
    if SUM.fullmatch(quantity.formula):
        return t("sources.sum_over", name=names.quantity(name))

    def leaf(short: str) -> str:
        return _input(short, quantity.inputs[short], quantity, names)

    return FormulaWriter(t, numbers(t.language), leaf, True).write(quantity.formula)


def _point(t: Texts, key: str) -> Line:
    formula = POINT[key]
    parts = ("", "_formula", "_note")
    return Line(
        key=key,
        group=formula.group,
        cells=(
            Cell(text=t(f"sources.eq_{key}")),
            Cell(text=t(f"sources.eq_{key}_formula")),
            Cell(text=formula.symbols, symbols=True),
        ),
        details=(
            Detail(name=t("frame.note"), lines=(t(f"sources.eq_{key}_note"),)),
            Detail(name=t("sources.module"), lines=(formula.module,)),
        ),
        words=" ".join(texts(one)(f"sources.eq_{key}{part}") for one in LANGUAGES for part in parts) + key,
        rows=(
            (
                formula.group,
                key,
                *(texts(one)(f"sources.eq_{key}_formula") for one in LANGUAGES),
                formula.symbols,
                formula.module,
            ),
        ),
    )


def _model(t: Texts, variant: int, name: str, quantity: Quantity, scenario: Scenario) -> Line:
    said = {one: in_words(name, quantity, scenario, texts(one)) for one in LANGUAGES}
    titles = {one: Names(texts(one), scenario).quantity(name) for one in LANGUAGES}
    program = "sum" if SUM.fullmatch(quantity.formula) else quantity.formula
    return Line(
        key=f"model-{name}-{variant}" if variant else f"model-{name}",
        group="model",
        cells=(
            Cell(text=titles[t.language], more=name),
            Cell(text=said[t.language]),
            Cell(text=program),
        ),
        details=(
            Detail(name=t("frame.unit"), lines=(quantity.unit,)),
            Detail(name=t("sources.module"), lines=("sp_core.model",)),
        ),
        words=f"{name} {program} {' '.join(said.values())} {' '.join(titles.values())}",
        rows=(("model", name, *said.values(), program, "sp_core.model"),),
    )


@cache
def equations(language: str) -> Listing:
    """Return every formula: first those on published figures, then the scenario model as the program calculates it."""
    t = texts(language)
    lines = [_point(t, key) for key in POINT]
    names = [name for name, *_ in model_formulas()]
    lines += [_model(t, names[:at].count(one[0]), *one) for at, one in enumerate(model_formulas())]
    return Listing(
        key="equations",
        title=t("sources.equations"),
        columns=(t("sources.quantity"), t("sources.in_words"), t("sources.in_symbols")),
        widths="3fr 6fr 5fr",
        groups={group: t(f"sources.f_{group}") for group in GROUPS},
        lines=tuple(lines),
        raw_columns=("group", "formula", "words_en", "words_lo", "symbols", "module"),
    )
