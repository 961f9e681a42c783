"""The names of quantities, parameters, levers and inputs of a scenario's model, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sp_app.i18n import Texts
from sp_core.analysis import Input, Node
from sp_core.programme import SPREAD
from sp_core.scenario import Scenario

NUMBERED = re.compile(r"_(\d+)$")  # recipients_part_1


@dataclass(frozen=True)
class Names:
    """Names in the language of `t`; a name that has no text raises MissingText."""

    t: Texts
    scenario: Scenario

    @cached_property
    def programmes(self) -> dict[str, str]:
        """Return the titles of the programmes by id."""
        return {one.id: one.title.get(self.t.language) for one in self.scenario.programmes}

    def node(self, node: Node, beside: str = "") -> str:
        """Return the full name of a number; its programme is left out where it is that of the name `beside`."""
        if node.kind == "lever":
            return self.scenario.lever(node.name).name.get(self.t.language)
        if node.kind == "year":
            return self.t("model.input_year")
        if node.kind == "parameter":
            return self.parameter(node.name)
        return self.quantity(node.name, beside)

    def parameter(self, name: str) -> str:
        """Return the name of a given value: a target group says itself who it is."""
        if name.endswith(SPREAD):
            return self.t("model.spread", name=self.parameter(name.removesuffix(SPREAD)))
        for group in (programme.target for programme in self.scenario.programmes):
            if group.series == name and group.name:
                return group.name.get(self.t.language)
            if group.series == name and group.ages:
                return self.t(f"model.population_{group.sex}", ages=", ".join(group.ages).replace("-", "–"))
        return self.t(f"model.parameter_{name.rpartition('.')[2]}")

    def given(self, name: str) -> str:
        """Return the name of a given value together with the programme that brings it along."""
        words, (owner, _, rest) = self.parameter(name), name.partition(".")
        if not rest or owner not in self.programmes:
            return words
        return self.t("model.of_programme", name=words, programme=self.programmes[owner])

    def quantity(self, name: str, beside: str = "") -> str:
        """Return the name of a quantity such as cost_lak.mecg."""
        stem, _, owner = name.partition(".")
        number = NUMBERED.search(stem)
        words = self.t(f"model.quantity_{NUMBERED.sub('', stem)}")
        if number:
            words = self.t("model.numbered", name=words, number=number[1])
        if not owner or owner == beside.partition(".")[2]:
            return words
        return self.t("model.of_programme", name=words, programme=self.owner(owner))

    def owner(self, owner: str) -> str:
        """Return the name of what a quantity belongs to: a programme, or a part with a text of its own."""
        return self.programmes[owner] if owner in self.programmes else self.t(f"model.owner_{owner}")

    def short(self, one: Input, beside: str) -> str:
        """Return an input's name as a formula shows it: its short text if it has one, else what it refers to.

        A number of an earlier year says which.
        """
        key = f"model.input_{one.short}"
        words = self.t(key) if self.t.has(key) else _inside(self.node(one.node, beside))
        return self.t("model.in_year", name=words, year=one.node.year) if one.back else words


def _inside(words: str) -> str:
    """Return a name as it stands inside a formula: without the capital of a name that begins a line."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
