"""The year-by-year scenario model, written once for floats, arrays and traced numbers.

macro (prices, GDP, revenue, exchange rate)  ->  programmes  ->  totals
"""

from sp_core.model.prepared import quantities, with_structure
from sp_core.model.run import (
    Projection,
    project,
    project_every_quantity,
    result_names,
    result_units,
    trace_scenario,
)
from sp_core.parameter import ModelInputs

__all__ = [
    "ModelInputs",
    "Projection",
    "project",
    "project_every_quantity",
    "quantities",
    "result_names",
    "result_units",
    "trace_scenario",
    "with_structure",
]
