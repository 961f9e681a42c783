"""Thousands on an axis over years are printed in groups, never as "20k"."""

from __future__ import annotations

import pytest

from sp_app.figures.render import render
from sp_app.figures.spec import FigureSpec, Series, Table


@pytest.mark.parametrize(("top", "shape"), [(18462.0, ",d"), (60.0, "")])
def test_an_axis_of_thousands_is_grouped_and_one_of_percent_stays(top: float, shape: str) -> None:
    spec = FigureSpec(
        key="cost",
        kind="trend",
        title="Cost",
        measure="billion LAK",
        source_line="Source",
        alt_text="Cost by year",
        table=Table(columns=("Year",), rows=(("2025",),), numeric=(False,)),
        series=(Series(key="a", name="A", role="policy", shape="line", x=(2025.0, 2026.0), y=(0.0, top)),),
    )
    assert render(spec)["layout"]["yaxis"]["tickformat"] == shape
