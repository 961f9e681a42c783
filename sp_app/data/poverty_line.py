"""The national poverty line in kip, derived: no line in kip was located, so it is read off the distribution.

The line is the welfare of the person at the published poverty rate on the Lorenz curve fitted to the published
shares of the same survey; international dollars become kip at the purchasing power rate of the year they are priced
in, and later kip through consumer prices. It belongs to this distribution and is always called derived.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from sp_app.data.queries import Queries
from sp_core.grouped_poverty import chosen, welfare_at
from sp_core.lorenz import fit_quadratic
from sp_core.records import Observation

HOME, SURVEY, PRICED_IN = "LAO", 2018, 2021  # the survey of 2018/19; its mean is in dollars of 2021
# Groups from the poorest up, each with the cumulative share of people at its end.
GROUPS = (
    ("consumption_share_lowest10", 0.1),
    ("consumption_share_decile2", 0.2),
    ("consumption_share_q2", 0.4),
    ("consumption_share_q3", 0.6),
    ("consumption_share_q4", 0.8),
    ("consumption_share_decile9", 0.9),
)
DAYS_A_MONTH = 365.0 / 12.0
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class DerivedLine:
    """Kip a month per person in prices of `year`; the poverty rate it was read off at; all figures it rests on."""

    month_lak: float
    year: int
    rate: Observation
    figures: tuple[Observation, ...]


def derived_poverty_line(queries: Queries, year: int) -> DerivedLine | None:
    """Return the line in prices of `year`; None when one of the figures it needs is not there."""
    shares = [queries.observation(name, HOME, SURVEY) for name, _ in GROUPS]
    rate = queries.observation("poverty_national", HOME, SURVEY)
    mean = queries.observation("mean_consumption", HOME, SURVEY)
    parity = queries.observation("ppp_conversion", HOME, PRICED_IN)
    before, now = (queries.observation("cpi", HOME, when) for when in (PRICED_IN, year))
    figures = tuple(one for one in (rate, mean, *shares, parity, before, now) if one is not None)
    if rate is None or mean is None or parity is None or before is None or now is None or None in shares:
        return None
    held = list(accumulate(one.value / PERCENT for one in shares if one is not None))
    people = [end for _, end in GROUPS]
    poor = rate.value / PERCENT
    first = welfare_at(fit_quadratic(people, held).curve, mean.value, poor)
    line = welfare_at(chosen(people, held, mean.value, first).curve, mean.value, poor)
    return DerivedLine(line * parity.value * DAYS_A_MONTH * now.value / before.value, year, rate, figures)
