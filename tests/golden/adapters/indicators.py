"""The Social Protection Indicator of the Asian Development Bank and its categories."""

from __future__ import annotations

import math
from typing import Any

from sp_core.ratio import ratio
from sp_core.social_protection_indicator import other_categories, spi
from tests.golden.adapters.adapter import Adapters
from tests.golden.rows import Row

adapters = Adapters()


@adapters.needing("intended")
def indicator(row: Row) -> dict[str, Any]:
    """Breadth, depth and their product; what is not given is unknown."""
    given = (row.get(name, math.nan) for name in ("expenditure", "intended", "actual", "gdp", "population"))
    found = spi(*given, reference=row.get("reference_multiple_of_gdppc", 1.0))
    return {"spi_pct": 100 * found.value, "breadth_pct": 100 * found.breadth, "depth_pct": 100 * found.depth}


@adapters.needing("spi_total_pct", "spi_social_insurance_pct")
def categories(row: Row) -> dict[str, Any]:
    """The share of social insurance, and the rest."""
    total, insurance = row["spi_total_pct"], row["spi_social_insurance_pct"]
    return {"si_share_pct": 100 * ratio(insurance, total), "sa_plus_lm_pct": other_categories(total, insurance)}
