"""The derived poverty line: where it comes from, that it is the line of its own distribution, what makes it unknown."""

from __future__ import annotations

import pytest

from sp_app.data.database import open_database
from sp_app.data.poverty_line import DAYS_A_MONTH, derived_poverty_line
from sp_app.data.queries import Queries
from sp_core.records import Observation


def queries() -> Queries:
    return open_database().queries()


def test_it_is_about_0_43_of_mean_consumption_as_the_published_shares_and_rate_say() -> None:
    q = queries()
    found = derived_poverty_line(q, 2021)
    assert found is not None and found.rate.value == 18.3
    mean = q.observation("mean_consumption", "LAO", 2018)
    parity = q.observation("ppp_conversion", "LAO", 2021)
    assert mean is not None and parity is not None
    assert found.month_lak / (mean.value * parity.value * DAYS_A_MONTH) == pytest.approx(0.43, abs=0.005)


def test_later_years_follow_consumer_prices() -> None:
    q = queries()
    before, after = derived_poverty_line(q, 2021), derived_poverty_line(q, 2025)
    prices = [q.observation("cpi", "LAO", year) for year in (2021, 2025)]
    assert before and after and prices[0] and prices[1]
    assert after.month_lak / before.month_lak == pytest.approx(prices[1].value / prices[0].value)


def test_every_figure_behind_it_is_named() -> None:
    found = derived_poverty_line(queries(), 2025)
    assert found is not None
    named = {one.indicator for one in found.figures}
    assert {"poverty_national", "mean_consumption", "ppp_conversion", "cpi", "consumption_share_lowest10"} <= named
    assert all(one.origin for one in found.figures)


@pytest.mark.parametrize("missing", ["poverty_national", "mean_consumption", "ppp_conversion", "cpi"])
def test_without_one_of_its_figures_it_is_not_known(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Queries.observation

    def holed(self: Queries, indicator: str, area: str, year: int) -> Observation | None:
        return None if indicator == missing else whole(self, indicator, area, year)

    assert derived_poverty_line(queries(), 2025) is not None
    monkeypatch.setattr(Queries, "observation", holed)
    assert derived_poverty_line(queries(), 2025) is None
