"""Shocks that were recorded: which levers they move, by how much, and how that size follows from published figures.

A size is never typed freely: it names a rule and the figures it comes from, so that it can be computed again.

    difference             x[after] - x[before]                        of a rate in percent
    difference_of_changes  x[after] / x[before] - x[before] / x[one year earlier]
    planned_over           (planned after - planned before) / x[after] of amounts in one unit
    chosen                 a choice of this project, marked illustrative
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from sp_core.errors import BadScenario
from sp_core.records import Text

Rule = Literal["difference", "difference_of_changes", "planned_over", "chosen"]
PERCENT = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShockSize:
    """What one lever is set to, and where that comes from.

    `indicator`, `before` and `after` (years) name the published figures; `planned` holds an amount
    before and after a change of plan, in the indicator's unit.
    """

    lever: str
    value: float
    rule: Rule
    how: Text
    indicator: str = ""
    before: int = 0
    after: int = 0
    planned: tuple[float, float] | None = None
    origin: str
    locator: str

    def __post_init__(self) -> None:
        if (self.rule == "chosen") == bool(self.indicator):
            raise BadScenario(f'{self.lever}: rule "{self.rule}" and indicator {self.indicator!r} do not fit together')
        if (self.rule == "planned_over") != (self.planned is not None):
            raise BadScenario(f'{self.lever}: planned amounts belong to the rule "planned_over" and to no other')
        if self.rule != "chosen" and not 0 < self.before <= self.after:
            raise BadScenario(f"{self.lever}: {self.before} must not come after {self.after}")

    @property
    def illustrative(self) -> bool:
        """Say whether no published figure stands behind the size."""
        return self.rule == "chosen"

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years whose figures `derived` needs."""
        if self.rule == "chosen":
            return ()
        if self.rule == "planned_over":
            return (self.after,)
        first = self.before - 1 if self.rule == "difference_of_changes" else self.before
        return tuple(dict.fromkeys((first, self.before, self.after)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShockPreset:
    """One recorded shock. When it strikes is the user's choice: the lever shock_year stays where it is."""

    id: str
    title: Text
    description: Text
    sizes: tuple[ShockSize, ...]

    def __post_init__(self) -> None:
        levers = [size.lever for size in self.sizes]
        if not levers or len(set(levers)) != len(levers):
            raise BadScenario(f"shock {self.id}: needs sizes, each lever once")

    @property
    def values(self) -> dict[str, float]:
        """Return lever -> value, as `stress` takes it."""
        return {size.lever: size.value for size in self.sizes}


def derived(size: ShockSize, figures: Mapping[int, float]) -> float:
    """Return the size that follows from the published figures, by year; a share, unrounded."""
    return RULES[size.rule](size, figures)


def _difference(size: ShockSize, figures: Mapping[int, float]) -> float:
    return (figures[size.after] - figures[size.before]) / PERCENT


def _difference_of_changes(size: ShockSize, figures: Mapping[int, float]) -> float:
    usual = figures[size.before] / figures[size.before - 1]
    return figures[size.after] / figures[size.before] - usual


def _planned_over(size: ShockSize, figures: Mapping[int, float]) -> float:
    before, after = size.planned or (0.0, 0.0)
    return (after - before) / figures[size.after]


def _chosen(size: ShockSize, figures: Mapping[int, float]) -> float:
    return size.value


RULES: dict[Rule, Callable[[ShockSize, Mapping[int, float]], float]] = {
    "difference": _difference,
    "difference_of_changes": _difference_of_changes,
    "planned_over": _planned_over,
    "chosen": _chosen,
}
