"""Explain: the shown inputs give the shown value, the tree ends in leaves with sources, the depth is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sp_core import arithmetic
from sp_core.analysis import Explainer, LeverSource, Node, ParameterSource, explain
from sp_core.errors import InvalidInput
from sp_core.financing import PhaseOut
from sp_core.model import project, project_every_quantity, quantities
from sp_core.programme import Indexation
from sp_core.scenario import Scenario
from tests.core import ground
from tests.core.ground_financing import financing

INPUTS = ground.inputs()
WORDS = {name: getattr(arithmetic, name) for name in ("minimum", "maximum", "clip", "select_less", "power", "exp")}


def evaluated(node: Node) -> float:
    """Return what the node's formula gives with the values shown for its inputs."""
    shown = {one.short: one.node.value for one in node.inputs}
    return float(eval(node.formula, {"__builtins__": {}}, {**WORDS, **shown}))


def every_node(top: Node) -> Iterator[Node]:
    """Yield every different node of a tree."""
    waiting, seen = [top], set()
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += [one.node for one in node.inputs]


def mixture() -> Scenario:
    """Return programmes of every kind of benefit, target and indexation."""
    stepped = Indexation(kind="mixed", cpi_weight=0.3, lag=1, every=3, ratchet=True)
    return ground.scenario(
        ground.programme("a", target="births", indexation=Indexation(kind="cpi"), optional=("take_up",)),
        ground.programme("b", benefit="gdp_head", target="prevalence", basis="of_total", optional=("months_paid",)),
        ground.programme("c", indexation=stepped),
        ground.programme("d", benefit="minimum_wage"),
    )


def financed(phase_out: PhaseOut) -> Scenario:
    """Return programmes paid from every source, with every further kind of benefit and target."""
    return ground.scenario(
        ground.programme("a", optional=("partners_usd",)),
        ground.programme("b", benefit="fixed_day", target="poor", indexation=Indexation(kind="cpi", every=2)),
        ground.programme("c", benefit="fixed_usd", optional=("partners_usd",)),
        ground.programme("d", benefit="contribution", contributory=True),
        paid_by=financing(phase_out),
    )


PAID = {"space_taxes": 0.01, "borrowing": 0.01, "space_reserves": 0.02, "topup_vertical": 0.5, "a.partners_usd": 5e6}
MODELS = {
    "mixture": lambda: (mixture(), MOVED),
    "linear": lambda: (financed("linear"), PAID),
    "step": lambda: (financed("step"), PAID),
    "geometric": lambda: (financed("geometric"), PAID),
}
MOVED = {
    "a.coverage": 0.7,
    "a.full_year": 2032.0,
    "c.indexation": 0.5,
    "growth_offset": -0.01,
    "inflation_offset": 0.04,
}


@pytest.mark.parametrize("name", MODELS)
def test_the_formula_with_the_shown_inputs_gives_the_shown_value_for_every_quantity_and_year(name: str) -> None:
    model, values = MODELS[name]()
    explainer = Explainer(model, INPUTS, values)
    found = project_every_quantity(model, INPUTS, values)
    for quantity in quantities(model):
        for year in found.years:
            node = explainer.explain(quantity.name, year, 1)
            assert node.value == found.at(quantity.name, year)
            assert evaluated(node).hex() == node.value.hex(), (quantity.name, year)
            assert (node.name, node.year, node.unit) == (quantity.name, year, quantity.unit)


def test_the_whole_tree_of_public_debt_reaches_its_first_year() -> None:
    """Debt looks back at quantities that come later in the order: sixteen years of them are explained."""
    nodes = list(every_node(explain(financed("linear"), INPUTS, PAID, "debt_gdp", 2040, None)))
    assert {node.year for node in nodes if node.name == "debt_lak"} == set(range(2025, 2041))
    share = next(node for node in nodes if (node.name, node.year) == ("fx_debt_share_now", 2025))
    assert (share.formula, share.given, share.inputs[0].node.kind) == ("given", True, "lever")


def test_the_whole_tree_ends_in_levers_and_parameters_that_say_where_they_come_from() -> None:
    model = mixture()
    nodes = list(every_node(explain(model, INPUTS, MOVED, "cost_gdp", 2040, None)))
    for node in nodes:
        assert not node.cut
        if node.kind == "quantity":
            assert evaluated(node).hex() == node.value.hex()
        elif node.kind == "lever":
            assert isinstance(node.source, LeverSource)
            assert node.source.moved == (node.name in MOVED)
            assert node.source.default == model.lever(node.name).default
        elif node.kind == "parameter":
            assert isinstance(node.source, ParameterSource)
            assert node.source.origin and node.source.locator and node.source.status
            assert node.source.year == node.year
    names = {node.name for node in nodes}
    assert {"a.coverage", "growth_offset", "gdp_path", "population_65_plus", "a.coverage_today", "births"} <= names
    assert "exchange_rate_path" not in names  # the cost as a share of GDP does not depend on it


def test_an_input_of_the_year_before_says_so() -> None:
    node = explain(mixture(), INPUTS, MOVED, "growth_factor", 2030)
    before = next(one for one in node.inputs if one.short == "before")
    assert (before.back, before.node.year) == (1, 2029)
    assert explain(mixture(), INPUTS, MOVED, "growth_factor", 2025).inputs == ()


def test_a_parameter_of_the_first_year_keeps_its_own_year() -> None:
    node = explain(mixture(), INPUTS, MOVED, "minimum_wage_lak", 2033)
    today = next(one for one in node.inputs if one.short == "today")
    assert (today.back, today.node.year, today.node.value) == (8, 2025, 2.5e6)
    first = explain(mixture(), INPUTS, MOVED, "gdp_head_growth", 2025)
    assert (first.formula, first.inputs[0].node.name) == ("given", "gdp_head_growth_path")


@pytest.mark.parametrize("depth", [0, 1, 2, 4])
def test_the_depth_is_kept_and_what_is_left_out_is_marked(depth: int) -> None:
    def deepest(node: Node) -> int:
        return 1 + max(deepest(one.node) for one in node.inputs) if node.inputs else 0

    top = explain(mixture(), INPUTS, MOVED, "cost_gdp", 2030, depth)
    assert deepest(top) == depth
    assert any(node.cut for node in every_node(top))
    assert all(not node.inputs for node in every_node(top) if node.cut)


def test_the_bounded_tree_is_the_top_of_the_whole_tree() -> None:
    whole, top = (explain(mixture(), INPUTS, MOVED, "cost_lak", 2030, depth) for depth in (None, 2))
    assert [one.node.value for one in top.inputs] == [one.node.value for one in whole.inputs]


def test_the_value_is_that_of_the_projection() -> None:
    model = mixture()
    assert explain(model, INPUTS, MOVED, "cost_usd", 2035).value == project(model, INPUTS, MOVED).at("cost_usd", 2035)


def test_an_unknown_name_year_or_depth_is_refused_in_one_sentence() -> None:
    for name, year, depth, said in (
        ("price_of_tea", 2030, 1, "no quantity 'price_of_tea'; there are population_shift"),
        ("cost_lak", 2041, 1, "year 2041 is outside 2025..2040"),
        ("cost_lak", 2030, 51, "depth 51 is outside"),
    ):
        with pytest.raises(InvalidInput, match=said):
            explain(mixture(), INPUTS, {}, name, year, depth)
