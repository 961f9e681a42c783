"""What stands behind the panel's numbers, fetched after the pack: how every quantity comes about, and all levers.

The formulas are templates over the short names of their inputs; the browser puts in the names or,
from a tape that keeps every quantity, the values of wherever the levers stand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sp_app.explanation.formula import FormulaWriter
from sp_app.explanation.names import Names
from sp_app.explanation.values import BARE, LARGE
from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_app.live.lever_names import own_name
from sp_app.live.packed_levers import COLOURS, Credit, lever_words
from sp_core.analysis import Input, Node
from sp_core.analysis.explanation import GIVEN, YEARS_BACK
from sp_core.model import quantities
from sp_core.model.quantity import Quantity, Ref
from sp_core.parameter import ModelInputs, Parameter
from sp_core.scenario import Scenario
from sp_core.tape import Tape

LEAVES = {"lever": "lever", "year": "year", "quantity": "quantity", "previous": "quantity"}
KINDS = ("quantity", "policy", "assumption", "parameter", "year")


def workings(
    scenario: Scenario, tape: Tape, inputs: ModelInputs, t: Texts, n: Numbers, credit: Credit
) -> dict[str, Any]:
    """Return formulas, sources of given figures and all levers of a scenario.

    `tape` keeps every quantity; `inputs` are the parameters with the structure's own.
    """
    names = Names(t, scenario)
    known = quantities(scenario)
    used = set(tape.parameters)
    return {
        "tape": json.loads(tape.to_json()),
        "quantities": {one.name: _quantity(one, names, n) for one in known},
        "parameters": _parameters([p for p in inputs if (p.id, p.year) in used], t, credit),
        "levers": [
            lever_words(lever, scenario, t, n, credit) | {"name": own_name(lever, t), "colour": ""}
            for lever in scenario.levers
        ],
        "groups": _groups(scenario, t),
        "units": _units(known, inputs, scenario, t),
        "words": {
            **{f"kind_{kind}": t(f"model.kind_{kind}") for kind in KINDS},
            **{key: t(f"model.{key}") for key in ("in_year", "equation", "first_year", "lever_today", "lever_moved")},
        },
    }


def _quantity(one: Quantity, names: Names, n: Numbers) -> dict[str, Any]:
    """Return name, unit, formula in words and in numbers, and where each input is found."""
    found: dict[str, Any] = {"name": names.quantity(one.name), "unit": one.unit}
    found |= _formula(one, one.formula, one.inputs, names, n)
    if isinstance(one.first, Ref):
        kind = one.first.kind if one.first.kind == "lever" else "parameter"
        found["first"] = _formula(one, GIVEN, {GIVEN: Ref(kind, one.first.id)}, names, n)
    elif one.first is not None:
        found["first"] = None  # a constant: it says that it is set
    return found


def _formula(one: Quantity, formula: str, refs: Mapping[str, Ref], names: Names, n: Numbers) -> dict[str, Any]:
    inputs = {short: _input(short, ref, one, names) for short, ref in refs.items()}
    words = FormulaWriter(names.t, n, "{{{}}}".format, in_words=True).write(formula)
    values = FormulaWriter(names.t, n, "{{{}}}".format, in_words=False).write(formula)
    return {"words": words, "values": values, "inputs": inputs}


def _input(short: str, ref: Ref, one: Quantity, names: Names) -> dict[str, Any]:
    """Return an input: `back` is how many years before, "base" the first year; its name in the formula and in full."""
    kind: Any = LEAVES.get(ref.kind, "parameter")
    node = Node(kind=kind, name=ref.id, year=0, unit="", value=0.0)
    return {
        "kind": kind,
        "id": ref.id,
        "back": "base" if ref.kind == "base" else YEARS_BACK.get(ref.kind, 0),
        "short": names.short(Input(short, 0, node), one.name),
        "name": names.node(node, one.name),
    }


def _parameters(given: list[Parameter], t: Texts, credit: Credit) -> dict[str, Any]:
    """Return unit and, by year, who says so and as what; the same words are kept once."""
    sources: dict[str, int] = {}
    found: dict[str, Any] = {}
    for one in given:
        source = f"{credit(one.origin)}, {one.locator}" if one.locator else credit(one.origin)
        years = found.setdefault(one.id, {"unit": one.unit, "years": {}})["years"]
        years[str(one.year)] = [
            t(f"frame.status_{one.status}"),
            sources.setdefault(source, len(sources)),
            one.status == "illustrative",
        ]
    return {"of": found, "sources": list(sources)}


def _units(known: tuple[Quantity, ...], inputs: ModelInputs, scenario: Scenario, t: Texts) -> dict[str, str]:
    """Return the words around a value by unit, those of large amounts too."""
    units = {one.unit for one in (*known, *inputs, *scenario.levers)} - {"share", "year", *BARE}
    units |= {word for unit in units for _, word in LARGE.get(unit, ())}
    return {unit: t(f"model.unit_{unit}") for unit in sorted(units)}


def _groups(scenario: Scenario, t: Texts) -> list[dict[str, Any]]:
    """Return the levers by what they belong to: programmes, who pays, assumptions."""
    own = [
        {
            "name": one.title.get(t.language),
            "colour": COLOURS[one.guarantee],
            "group": "policy",
            "levers": [lever.id for lever in one.levers],
        }
        for one in scenario.programmes
    ]
    if scenario.financing:
        levers = [lever.id for lever in scenario.financing.levers]
        own.append({"name": t("scenarios.drawer_financing"), "colour": "", "group": "policy", "levers": levers})
    levers = [lever.id for lever in scenario.assumptions.levers]
    return [*own, {"name": t("scenarios.short_assumption"), "colour": "", "group": "assumption", "levers": levers}]
