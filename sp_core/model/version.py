"""Which equations a number comes from: a short name that changes whenever one of them does."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sp_core.model.quantity import Quantity

LETTERS = 12


def model_version(quantities: Sequence[Quantity]) -> str:
    """Return the hash of the quantities' names, units, formulas and inputs; given figures play no part in it."""
    written = "\n".join(
        repr((one.name, one.unit, one.formula, tuple(one.inputs.items()), one.first)) for one in quantities
    )
    return hashlib.sha256(written.encode("utf-8")).hexdigest()[:LETTERS]
