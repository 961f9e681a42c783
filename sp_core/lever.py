"""A lever: one number that a user may move, with its range, its meaning and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sp_core.errors import BadScenario, OutOfBounds
from sp_core.records import Text

Group = Literal["policy", "assumption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One policy or assumption that may be moved; `default` is today's value.

    Values are in `unit` as the core calculates: shares 0 to 1, kip, years, months.
    `illustrative` is True where no published figure stands behind the default.
    """

    id: str
    group: Group
    programme: str | None
    name: Text
    meaning: Text
    unit: str
    minimum: float
    maximum: float
    step: float
    coarse_step: float
    default: float
    integer: bool
    illustrative: bool
    origin: str
    locator: str
    today: Text

    def __post_init__(self) -> None:
        if not self.minimum <= self.default <= self.maximum:
            raise BadScenario(f"lever {self.id}: default {self.default} outside {self.minimum}..{self.maximum}")
        if not 0 < self.step <= self.coarse_step:
            raise BadScenario(f"lever {self.id}: steps must satisfy 0 < step <= coarse_step")
        if self.minimum == self.maximum:
            raise BadScenario(f"lever {self.id}: minimum and maximum are both {self.minimum}, nothing can be moved")
        if not self.illustrative and not (self.origin and self.locator):
            raise BadScenario(f"lever {self.id}: neither a source (origin and locator) nor marked illustrative")

    @property
    def role(self) -> str:
        """Return what the lever does in its programme: the last part of the id."""
        return self.id.rpartition(".")[2]

    def checked(self, value: float) -> float:
        """Return `value`; raise OutOfBounds when it lies outside the range or is not whole where it must be."""
        if not self.minimum <= value <= self.maximum:
            slip = "; a percentage was probably not divided by 100" if self.unit == "share" and value > 1 else ""
            raise OutOfBounds(f"lever {self.id}: {value} outside {self.minimum}..{self.maximum}{slip}")
        if self.integer and value != int(value):
            raise OutOfBounds(f"lever {self.id}: {value} must be a whole number")
        return float(value)
