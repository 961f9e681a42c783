"""The draws that the browser replays for the band around the cost: the scores and how each input spreads.

The same scores for every setting of the levers, so that a moved lever moves the band and chance does not. They are
few, because a browser replays the tape once for each, and short, because they travel; the figure under the panel
takes many more.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import special

from sp_core.analysis import Draws, Lognormal, TwoPiece, Uncertain, Uncertainty, Variants
from sp_core.analysis.uncertainty import BETA_SCORES
from sp_core.scenario import Scenario

COUNT = 400
DECIMALS = 6  # of a standard normal score


def panel_draws(scenario: Scenario, spread: Uncertainty) -> Draws:
    """Return the draws of the panel: those of `spread` and its seed, their scores rounded as they travel."""
    exact = Draws(spread, COUNT, spread.seed)
    levers = [lever.id for lever, _ in spread.of(scenario)]
    return Draws(spread, COUNT, spread.seed, {name: np.round(exact.scores(name), DECIMALS) for name in levers})


def draws(scenario: Scenario, spread: Uncertainty) -> dict[str, Any]:
    """Return count, seed, and of every uncertain lever its distribution and scores; of shares also their table."""
    known = panel_draws(scenario, spread)
    levers = [
        {"id": lever.id, **_distribution(one), "scores": known.scores(lever.id).tolist()}
        for lever, one in spread.of(scenario)
    ]
    shares = [np.array(one["scores"]) for one in levers if one["kind"] == "beta"]
    return {"count": COUNT, "seed": spread.seed, "levers": levers, "table": _table(shares) if shares else None}


def _distribution(one: Uncertain) -> dict[str, Any]:
    it = one.distribution
    if isinstance(it, TwoPiece):
        return {"kind": "two_piece", "down": it.down, "up": it.up}
    if isinstance(it, Lognormal):
        return {"kind": "lognormal", "sigma": it.sigma}
    if isinstance(it, Variants):
        return {"kind": "variants", "edge": -float(special.ndtri(it.share))}
    return {"kind": "beta", "mean": it.mean, "sd": it.sd}


def _table(scores: list[Any]) -> dict[str, Any]:
    """Return the evenly spaced scores at which a share is looked up, as far as the draws reach, with their shares.

    Score i of the table is (from + i) * step + first, its probability shares[i].
    """
    first, step = BETA_SCORES[0], (BETA_SCORES[-1] - BETA_SCORES[0]) / (len(BETA_SCORES) - 1)
    low = int(np.searchsorted(BETA_SCORES, min(map(np.min, scores)), "right")) - 1
    high = int(np.searchsorted(BETA_SCORES, max(map(np.max, scores)), "right")) + 1
    probabilities = special.ndtr(BETA_SCORES[low:high])
    return {"first": float(first), "step": float(step), "from": low, "shares": probabilities.tolist()}
