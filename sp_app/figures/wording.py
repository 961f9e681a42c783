"""What figure builders are told about the page that asks: texts, number formats, names, credits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Texts, number formats, area names, credits of origins, and the source line of one figure.

    `digits` are the decimals of its values, `none` is what it calls an absent figure.
    """

    t: Texts
    n: Numbers
    areas: Mapping[str, str]
    credits: Mapping[str, str]
    source: str
    digits: int = 1
    none: str = ""

    def decimal(self, value: float) -> str:
        """Return a value of the figure as it is printed."""
        return self.n.decimal(value, self.digits)

    @property
    def separators(self) -> str:
        """Return decimal and group signs as Plotly wants them."""
        return ",." if self.n.language == "lo" else ".,"
