"""Draws from a specification in words, made by the same parts that draw a scenario's inputs.

    cost=exp(a)*exp(b), a~N(ln 0.9,0.1^2), b~N(ln 0.2,0.3^2) independent

The second number of N is a variance. Beta takes a mean and a standard deviation; corr(a,b)=0.5 ties two inputs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import numpy as np

from sp_core.analysis import Beta, Draws, TwoPiece, Uncertain, Uncertainty
from sp_core.analysis.quantiles import quantile
from sp_core.records import Text
from tests.golden.adapters.expressions import calculated

COUNT, SEED = 200_000, 1
INPUT = re.compile(r"(\w+)\s*~\s*(\w+)\(([^)]*)\)")
CORRELATION = re.compile(r"corr\w*\(\s*(\w+)\s*,\s*(\w+)\s*\)\s*=\s*(-?[\d.]+)")
WORDS = Text("", "")


def draws_of(spec: str) -> dict[str, float]:
    """Return mean and quantiles of the specified result."""
    inputs = {name: _distribution(kind, numbers) for name, kind, numbers in INPUT.findall(spec)}
    draws = Draws(_uncertainty({name: shape for name, (_, shape) in inputs.items()}, spec), COUNT, SEED)
    values = {name: shape.values(draws.scores(name), centre, True) for name, (centre, shape) in inputs.items()}
    formula = spec.split("=", 1)[1].split(",", 1)[0]
    results = np.sort(np.atleast_2d(calculated(formula, values)), axis=1)
    found = {f"p{p:02d}": float(quantile(results, p / 100)[0]) for p in (5, 10, 25, 50, 75, 90, 95)}
    return {"mean": float(results.mean()), **found}


def _distribution(kind: str, numbers: str) -> tuple[float, TwoPiece | Beta]:
    """Return centre and shape."""
    first, second = (_number(part) for part in numbers.split(","))
    if kind == "N":
        spread = math.sqrt(second)
        return first, TwoPiece(spread, spread)
    if kind.lower() == "beta":
        return first, Beta(first, second)
    raise ValueError(f"{kind} is no known distribution")


def _number(words: str) -> float:
    """Return the number of "0.5", "ln 0.9", "0.1^2" or "mean=0.5"."""
    formula = re.sub(r"\bln\s+([\d.]+)", r"ln(\1)", words.rpartition("=")[2])
    return float(calculated(formula, {}))


def _uncertainty(shapes: Mapping[str, TwoPiece | Beta], spec: str) -> Uncertainty:
    ties = [(one, other, float(size)) for one, other, size in CORRELATION.findall(spec)]
    names = tuple(name for name in shapes if any(name in tie for tie in ties))
    matrix = np.eye(len(names))
    for one, other, size in ties:
        at, to = names.index(one), names.index(other)
        matrix[at, to] = matrix[to, at] = size
    inputs = tuple(
        Uncertain(
            lever=name,
            by_role=False,
            distribution=shape,
            name=WORDS,
            reason=WORDS,
            status="illustrative",
            origin="golden row",
            locator="in_spec",
        )
        for name, shape in shapes.items()
    )
    return Uncertainty(
        id="row",
        title=WORDS,
        draws=COUNT,
        seed=SEED,
        inputs=inputs,
        correlated=names,
        correlation=tuple(map(tuple, matrix.tolist())),
    )
