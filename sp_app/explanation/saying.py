"""An explanation in words: what a number is, how it comes about, in words and in numbers, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sp_app.explanation.formula import FormulaWriter
from sp_app.explanation.names import Names
from sp_app.explanation.values import value_words
from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers, numbers
from sp_core.analysis import Input, LeverSource, Node, ParameterSource
from sp_core.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One number in words. `words` and `values` are equations, empty for a lever, a parameter or the calendar.

    `kind` says what sort of number it is, `note` how far it is from today or what status it
    has; `origin` and `locator` name the source of a leaf. `short` is its name in the formula it enters.
    """

    short: str
    title: str
    year: int
    value: str
    words: str
    values: str
    kind: str
    note: str
    origin: str
    locator: str
    illustrative: bool
    inputs: tuple[Said, ...]


@dataclass(frozen=True)
class Speaker:
    """Says explanations of one scenario in one language."""

    t: Texts
    scenario: Scenario

    @cached_property
    def n(self) -> Numbers:
        """Return the number formats of the language."""
        return numbers(self.t.language)

    @cached_property
    def names(self) -> Names:
        """Return the names of the language."""
        return Names(self.t, self.scenario)

    def say(self, node: Node, short: str = "", beside: str = "") -> Said:
        """Return the words of a node and of everything shown beneath it (keep the tree's depth small: parts repeat)."""
        origin, locator, illustrative = _source(node)
        return Said(
            short=short,
            title=self.names.node(node, beside),
            year=node.year,
            value=self.value(node),
            words=self._equation(node, in_words=True),
            values=self._equation(node, in_words=False),
            kind=self.t(f"model.kind_{_kind(node)}"),
            note=self._note(node),
            origin=origin,
            locator=locator,
            illustrative=illustrative,
            inputs=tuple(self.say(one.node, self.names.short(one, node.name), node.name) for one in node.inputs),
        )

    def value(self, node: Node) -> str:
        """Return the value of a node with its unit."""
        return value_words(self.t, self.n, node.value, node.unit)

    def _equation(self, node: Node, in_words: bool) -> str:
        if node.kind != "quantity" or node.cut:
            return ""
        result = self.t("model.in_year", name=self.names.quantity(node.name), year=node.year)
        left = result if in_words else self.value(node)
        if node.given and not node.inputs:
            return self.t("model.equation", result=left, formula=self.t("model.first_year", value=self.value(node)))
        inputs = {one.short: one for one in node.inputs}

        def leaf(short: str) -> str:
            return self.names.short(inputs[short], node.name) if in_words else self._number(inputs[short])

        writer = FormulaWriter(self.t, self.n, leaf, in_words)
        return self.t("model.equation", result=left, formula=writer.write(node.formula))

    def _number(self, one: Input) -> str:
        return f"({self.value(one.node)})" if one.node.value < 0.0 else self.value(one.node)

    def _note(self, node: Node) -> str:
        if isinstance(node.source, ParameterSource):
            return self.t(f"frame.status_{node.source.status}")
        if not isinstance(node.source, LeverSource):
            return ""
        if not node.source.moved:
            return self.t("model.lever_today")
        return self.t("model.lever_moved", value=value_words(self.t, self.n, node.source.default, node.unit))


def _kind(node: Node) -> str:
    return node.source.group if isinstance(node.source, LeverSource) else node.kind


def _source(node: Node) -> tuple[str, str, bool]:
    if isinstance(node.source, ParameterSource):
        return node.source.origin, node.source.locator, node.source.status == "illustrative"
    if isinstance(node.source, LeverSource):
        return node.source.origin, node.source.locator, node.source.illustrative
    return "", "", False
