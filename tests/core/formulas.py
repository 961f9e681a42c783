"""What a formula says against what is calculated, bit for bit."""

from __future__ import annotations

from collections.abc import Mapping

from sp_core import arithmetic
from sp_core.model import project_every_quantity, quantities, with_structure
from sp_core.model.quantity import named_inputs
from sp_core.model.run import PlainLeaves
from sp_core.parameter import ModelInputs
from sp_core.scenario import Scenario

WORDS = {name: getattr(arithmetic, name) for name in ("minimum", "maximum", "clip", "select_less", "power")}


def assert_formulas_say_what_is_calculated(
    model: Scenario, inputs: ModelInputs, levers: Mapping[str, float] | None = None
) -> None:
    """Work the text of each formula out over its named inputs and compare with the quantity, in every year."""
    years = model.assumptions.years
    found = project_every_quantity(model, inputs, levers).results
    leaves = PlainLeaves(model.values(levers), with_structure(model, inputs))
    for quantity in quantities(model):
        for at in range(len(years)):
            if at == 0 and quantity.first is not None:
                continue
            named = named_inputs(quantity, at, years, found, leaves)
            said = eval(quantity.formula, {"__builtins__": {}}, {**WORDS, **named})
            assert float(said).hex() == float(found[quantity.name][at]).hex(), (quantity.name, years[at])
