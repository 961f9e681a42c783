"""The band around the cost: replayed in a worker, to Python's own quantiles; hidden while a hand moves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from sp_app.data.uncertainty_files import load_uncertainty
from sp_app.live.draws import COUNT, panel_draws
from sp_app.ui.scenario_ground import drawn, ground, packed
from sp_core.analysis import fan, simulate
from tests.e2e.panel import asked, grab, lever, number, open_panel, place, ready

COVERAGE = "mecg.coverage"
PROBABILITIES = (0.1, 0.25, 0.75, 0.9)
RESULTS = ("cost_lak", "cost_constant_lak", "cost_usd", "cost_gdp")
ASK = """async ([pack, values, results, probabilities]) => {
  const worker = new Worker('/assets/js/panel/fan_worker.js', { type: 'module' });
  const answer = new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => failed(new Error(event.message));
  });
  worker.postMessage({ tape: pack.tape, levers: pack.all, results, probabilities, draws: pack.fan.draws });
  worker.postMessage({ serial: 1, values });
  const found = await answer;
  worker.terminate();
  return found;
}"""
MOVED: dict[str, dict[str, float]] = {
    "as_the_file_says": {},
    "assumptions": {"growth_offset": -0.02, "inflation_offset": 0.03, "exchange_rate_offset": 0.1},
    "take_up": {"take_up": 0.62},
    "high_take_up": {"take_up": 0.97},
    "nobody_comes": {"take_up": 0.0},
}


def moved(name: str, change: str) -> dict[str, float]:
    """Return the levers of a scenario with a change; of a programme's lever by its role, in every programme."""
    scenario = ground(name).scenario
    values = dict(scenario.values())
    for lever_ in scenario.levers:
        key = lever_.id if lever_.id in MOVED[change] else lever_.role
        if key in MOVED[change]:
            values[lever_.id] = min(lever_.maximum, max(lever_.minimum, MOVED[change][key]))
    return values


@pytest.mark.parametrize("change", MOVED)
@pytest.mark.parametrize("name", ["mecg_to_scale", "social_pension_65", "universal_floor"])
def test_the_worker_finds_the_quantiles_that_python_finds(server: str, page: Page, name: str, change: str) -> None:
    values, known = moved(name, change), ground(name)
    page.goto(f"{server}/assets/icon.svg")
    answer: dict[str, Any] = page.evaluate(ASK, [json.loads(packed(name, "en").body), values, RESULTS, PROBABILITIES])
    assert answer["serial"] == 1 and answer["bands"]["count"] == COUNT, answer
    spread = load_uncertainty()
    draws = panel_draws(known.scenario, spread)
    simulation = simulate(known.scenario, known.tape, values, draws, RESULTS)
    for result in RESULTS:
        expected = fan(simulation, result, PROBABILITIES).quantiles  # years x probabilities
        there = list(zip(*answer["bands"][result], strict=True))
        for year, (one, other) in enumerate(zip(there, expected, strict=True)):
            assert one == pytest.approx(other, rel=1e-12, abs=1e-12), (result, known.tape.years[year])


def shown(page: Page) -> bool:
    return page.locator(".sp-lp-bands.shown").count() == 1


def test_the_band_is_asked_for_drawn_after_the_release_and_gone_while_a_hand_moves(server: str, page: Page) -> None:
    open_panel(page, server)
    toggle, note = page.get_by_test_id("fan"), page.locator(".sp-lp-fan-note")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    assert not shown(page) and not page.workers
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    expect(note).to_contain_text("Bands: 80% and 50% of 400 draws, partly illustrative. In 2030: LAK")
    assert [worker.url.rsplit("/", 1)[-1] for worker in page.workers] == ["fan_worker.js"]
    assert "illustrative" in (
        page.get_by_test_id("chart-cost").locator("svg[role=img]").get_attribute("aria-label") or ""
    )
    before, area = note.inner_text(), page.locator(".sp-lp-band.wide").get_attribute("d")
    grab(page, COVERAGE, 0.8)
    for step in range(1, 11):
        page.mouse.move(*place(page, COVERAGE, 0.8 - 0.04 * step))
        page.wait_for_timeout(30)
        assert step == 1 or not shown(page)
    height = page.get_by_test_id("chart-cost").locator(".sp-lp-plot").bounding_box()
    page.mouse.up()
    page.wait_for_selector(".sp-lp-bands.shown")
    expect(note).not_to_have_text(before)
    page.wait_for_timeout(300)
    assert page.locator(".sp-lp-band.wide").get_attribute("d") != area
    assert page.get_by_test_id("chart-cost").locator(".sp-lp-plot").bounding_box() == height, "nothing jumps"
    page.get_by_test_id("undo").click()
    expect(note).to_have_text(before)
    page.get_by_test_id("cost-unit").get_by_role("button", name="% GDP").click()
    expect(note).to_contain_text("% of GDP")
    page.get_by_test_id("year").select_option("2040")
    expect(note).to_contain_text("In 2040")
    toggle.click()
    expect(note).to_be_empty()
    assert not shown(page) and not page.workers


def test_the_wish_for_a_band_is_kept_in_this_browser_and_not_in_the_address(server: str, page: Page) -> None:
    open_panel(page, server)
    page.get_by_test_id("fan").click()
    page.wait_for_selector(".sp-lp-bands.shown")
    assert set(asked(page)) == {"lang", "s", "v"}
    page.reload()
    ready(page)
    page.wait_for_selector(".sp-lp-bands.shown")
    number(page, COVERAGE).fill("30")
    number(page, COVERAGE).press("Enter")
    lever(page, COVERAGE).press("ArrowRight")
    page.wait_for_selector(".sp-lp-bands.shown")
    assert len(page.workers) == 1, "one worker answers all moves"


@pytest.mark.parametrize("language", ["en", "lo"])
def test_where_a_browser_has_no_workers_there_is_no_band_and_no_fault(
    server: str, browser: Browser, language: str
) -> None:
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script("delete window.Worker; localStorage.setItem('sp.panel.fan', 'true');")
    open_panel(page, server, language=language)
    expect(page.get_by_test_id("fan")).to_have_count(0)
    number(page, COVERAGE).fill("30")
    number(page, COVERAGE).press("Enter")
    expect(page.get_by_test_id("undo")).to_be_enabled()
    assert not faults
    context.close()


def test_draws_that_cannot_be_fetched_leave_the_panel_as_it_is(server: str, page: Page) -> None:
    address = drawn("mecg_to_scale", "en").address
    page.context.route(f"**{address}", lambda route: route.fulfill(status=404))
    open_panel(page, server)
    page.get_by_test_id("fan").click()
    page.wait_for_timeout(500)
    assert not shown(page)
    number(page, COVERAGE).fill("30")
    number(page, COVERAGE).press("Enter")
    expect(page.get_by_test_id("chart-cost").locator("h2")).to_contain_text("Cost rises")
