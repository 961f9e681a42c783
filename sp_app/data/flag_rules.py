"""Which figures a flag meets: `*` ends a beginning, @aggregate stands for all aggregates, empty for all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sp_app.data.rows import FlagRow
from sp_app.data.tables import Tables

AGGREGATES = "@aggregate"


def meets(flag: FlagRow, indicator: str, area: str, year: int, sex: str, aggregates: Collection[str]) -> bool:
    """Say whether the figure carries `flag`."""
    return (
        _indicator_matches(flag.indicator, indicator)
        and (flag.area in ("", area) or (flag.area == AGGREGATES and area in aggregates))
        and flag.year in (None, year)
        and flag.sex in ("", sex)
    )


def expanded(tables: Tables) -> Iterator[dict[str, Any]]:
    """Yield the flags with one indicator and one area each; None means every one."""
    aggregates = [placed.row.area for placed in tables.areas if placed.row.kind == "aggregate"]
    for placed in tables.flags:
        flag = placed.row
        areas = aggregates if flag.area == AGGREGATES else [flag.area or None]
        for indicator in (one.row.indicator for one in tables.indicators):
            if _indicator_matches(flag.indicator, indicator):
                for area in areas:
                    yield {
                        **flag.model_dump(),
                        "indicator": indicator,
                        "area": area,
                        "sex": flag.sex or None,
                    }


def _indicator_matches(pattern: str, indicator: str) -> bool:
    return indicator.startswith(pattern[:-1]) if pattern.endswith("*") else indicator == pattern
