"""Cards behind the panel: formula and values as Python says them, down to the sources, wherever levers stand."""

from __future__ import annotations

import json

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from sp_app.data.scenario_files import scenario_ids
from sp_app.explanation.saying import Speaker
from sp_app.i18n import texts
from sp_app.ui.scenario_ground import behind, ground
from sp_core.analysis import Explainer
from sp_core.model import quantities
from sp_core.scenario import Scenario
from tests.e2e.panel import lever, number, open_panel, recipients, tile

COVERAGE = "mecg.coverage"
EXPLAIN = """async ([address, language, values, asked]) => {
  const { makeExplainer } = await import('/assets/js/panel/explain.js');
  const { makeNumbers } = await import('/assets/js/panel/numbers.js');
  const explain = makeExplainer(await (await fetch(address)).json(), makeNumbers(language)).at(values);
  return asked.map(([name, year]) => {
    const said = explain(name, year);
    const inputs = said.inputs().map((one) => [one.title, one.year, one.value, one.kind, one.note]);
    return [said.title, said.value, said.words, said.values, inputs];
  });
}"""


def moved(scenario: Scenario) -> dict[str, float]:
    """Return random values in order, some of them at an end of their range."""
    random = np.random.default_rng(11)
    values = {}
    for one in scenario.levers:
        share = random.choice([0.0, 1.0, random.random()])
        value = one.minimum + (one.maximum - one.minimum) * share
        values[one.id] = float(round(value) if one.integer else round(value, 10))
    for first, last in scenario.year_pairs:
        values[last] = max(values[first], values[last])
    return values


@pytest.mark.parametrize("name", scenario_ids())
def test_every_quantity_is_explained_as_python_explains_it(server: str, page: Page, name: str) -> None:
    known, language = ground(name), ("en", "lo")[scenario_ids().index(name) % 2]
    values, speaker = moved(known.scenario), Speaker(texts(language), known.scenario)
    years = known.scenario.assumptions.years
    asked = [(one.name, year) for one in quantities(known.scenario) for year in (years[0], years[5], years[-1])]
    explainer = Explainer(known.scenario, known.given, values)
    expected = []
    for quantity, year in asked:
        said = speaker.say(explainer.explain(quantity, year, depth=1))
        inputs = [[one.title, one.year, one.value, one.kind, one.note] for one in said.inputs]
        expected.append([said.title, said.value, said.words, said.values, inputs])
    page.goto(f"{server}/assets/icon.svg")
    found = page.evaluate(EXPLAIN, [behind(name, language).address, language, values, asked])
    wrong = [(a, e, f) for a, e, f in zip(asked, expected, found, strict=True) if e != f]
    assert not wrong, wrong[:3]


def test_a_tile_opens_its_card_and_its_parts_open_down_to_a_source(server: str, page: Page) -> None:
    open_panel(page, server)
    button = page.get_by_test_id("tile-cost").get_by_role("button")
    button.press("Enter")
    card = page.get_by_test_id("number-card")
    whole = card.locator(".sp-lp-whole").inner_text()
    assert whole.endswith(" billion kip") and f"{float(whole.split()[0]):.0f}" == tile(page, "cost")
    for part in ("cost, Mother", "benefits paid", "recipients, 2030"):
        card.locator("summary").filter(has_text=part).first.press("Enter")
    card.locator("summary").filter(has_text="coverage, 2030").first.press("Enter")
    expect(card.get_by_text("Take-up", exact=True)).to_be_visible()
    card.locator("summary").filter(has_text="target group").first.press("Enter")
    expect(card).to_contain_text("World Population Prospects")
    expect(card.locator(".sp-lp-tag").first).to_contain_text("illustrative")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(button).to_be_focused()


def test_the_card_follows_the_levers_also_while_the_server_is_away(server: str, page: Page) -> None:
    with page.expect_response("**/assets/panel/behind/mecg_to_scale.en.*.json"):
        open_panel(page, server)
    page.context.set_offline(True)
    number(page, COVERAGE).fill("35")
    number(page, COVERAGE).press("Enter")
    page.get_by_test_id("tile-people").get_by_role("button").click()
    card = page.get_by_test_id("number-card")
    expect(card.locator(".sp-lp-three .scenario")).to_contain_text(recipients(0.35))
    page.keyboard.press("Escape")
    page.context.set_offline(False)
    expect(lever(page, COVERAGE)).to_be_visible()


def test_what_stands_behind_is_fetched_once_and_never_with_the_pack(server: str, page: Page) -> None:
    page.goto(f"{server}/assets/icon.svg")
    known = json.loads(behind("mecg_to_scale", "en").body)
    assert set(known["quantities"]) == {one.name for one in quantities(ground("mecg_to_scale").scenario)}
    assert page.request.get(f"{server}/assets/panel/behind/mecg_to_scale.en.0000.json").status == 404
    assert page.request.get(f"{server}/assets/panel/behind/..%2Fsecret.en.0000.json").status in (400, 404)
