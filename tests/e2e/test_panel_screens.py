"""The panel on the screens of a meeting: one screen on a projector, swipe and tabs on a phone, calm and accessible."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sp_app.data.scenario_files import scenario_ids
from tests.e2e.conftest import SIZES
from tests.e2e.panel import WATCH, grab, lever, number, open_panel, place, tile

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf8")
SHIFT = """() => { window.__shift = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.__shift += entry.value;
}).observe({ type: 'layout-shift' }); }"""
# What can be pressed and is smaller than 44 px either way; a label around a field is pressed as well.
# Words at lines' ends that lie on each other or on a button or title of their chart, and how many there are.
OVERLAPS = """() => {
  const charts = [...document.querySelectorAll('[data-testid^="chart-"]')].filter((one) => one.offsetHeight);
  const box = (one) => one.getBoundingClientRect();
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const overlaps = [];
  let count = 0;
  for (const chart of charts) {
    const ends = [...chart.querySelectorAll('.sp-lp-end')].filter((one) => one.offsetHeight);
    const others = [...chart.querySelectorAll('button, h2')];
    count = Math.max(count, ends.length);
    ends.forEach((end) => {
      if (box(end).right > innerWidth) overlaps.push([chart.dataset.testid, end.innerText, 'beyond the screen']);
    });
    ends.forEach((end, i) => [...ends.slice(i + 1), ...others].forEach((other) => {
      if (!meet(box(end), box(other))) return;
      overlaps.push([chart.dataset.testid, end.innerText, other.innerText || other.title]);
    }));
  }
  return { ends: count, overlaps };
}"""
SMALL = """() => [...document.querySelectorAll('.sp-lp :is(button, select, input, summary)')].filter((one) => {
  const box = one.getBoundingClientRect();
  const label = one.closest('label')?.getBoundingClientRect() ?? box;
  const least = Math.min(Math.max(box.height, label.height), Math.max(box.width, label.width));
  return one.offsetParent && box.width && least < 44;
}).map((one) => one.outerHTML.slice(0, 90))"""
CUT = """() => [...document.querySelectorAll(
  '.sp-lp-tile, .sp-lp-tile h2, .sp-lp-name, .sp-lp-end, .sp-lp-field, .sp-lp-number')]
  .filter((one) => one.offsetParent && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent || one.value)"""
COVERAGE = "mecg.coverage"


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1920, 940), (1366, 768)])
def test_the_whole_panel_fits_one_screen(server: str, browser: Browser, width: int, height: int, language: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    open_panel(page, server, language=language)
    box = page.get_by_test_id("live-panel").bounding_box()
    assert box and box["y"] + box["height"] <= height
    for part in ("tile-people", "tile-gdp_head", "chart-cost", "undo", "cost-unit"):
        expect(page.get_by_test_id(part)).to_be_in_viewport(ratio=1.0)
    if width == 1920:
        expect(page.get_by_test_id("chart-moved")).to_be_in_viewport(ratio=1.0)
        expect(lever(page, "exchange_rate_offset")).to_be_in_viewport(ratio=0.5)
    page.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_in_every_scenario_no_text_is_cut_nor_covered_and_nothing_is_wider_than_the_screen(
    server: str, page: Page, size: str, language: str
) -> None:
    cut, covered = {}, {}
    for scenario in scenario_ids():
        page.goto(f"{server}/scenarios?lang={language}&s={scenario}")
        page.wait_for_selector(f'.sp-panel-root[data-ready="{language}"]', timeout=60_000)
        page.wait_for_timeout(150)
        assert page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth") <= 1
        if found := page.evaluate(CUT):
            cut[scenario] = found
        mark, tools = (page.locator(one).bounding_box() for one in (".sp-simulated", ".sp-lp-toolbar"))
        assert mark and tools
        beside = mark["x"] + mark["width"] <= tools["x"] - 2
        if not beside and mark["y"] + mark["height"] > tools["y"] and tools["y"] + tools["height"] > mark["y"]:
            covered[scenario] = (mark, tools)
    assert not cut and not covered


def test_nothing_jumps_while_a_lever_is_dragged(server: str, page: Page) -> None:
    open_panel(page, server, "s=social_pension_65&v=1&inflation_offset=0.02")
    page.evaluate(f"({SHIFT})()")
    for name, start, end in (("social_pension.coverage", 1.0, 0.1), ("growth_offset", 0.5, 0.9)):
        grab(page, name, start)
        for step in range(1, 31):
            page.mouse.move(*place(page, name, start + (end - start) * step / 30))
            page.wait_for_timeout(20)
        assert page.evaluate("window.__shift") <= 0.02
        page.mouse.up()
        page.wait_for_timeout(400)
    assert page.evaluate("window.__shift") <= 0.02


def test_sixty_steps_of_a_drag_are_drawn_one_by_one(server: str, page: Page) -> None:
    open_panel(page, server)
    grab(page, COVERAGE, 0.8)
    page.wait_for_timeout(300)
    page.evaluate(WATCH)
    for step in range(1, 61):
        page.mouse.move(*place(page, COVERAGE, 0.8 - 0.7 * step / 60))
        page.wait_for_timeout(33)
    assert page.evaluate("window.__panel.frames.size") >= 50
    page.mouse.up()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_axe_finds_nothing_in_the_panel_with_levers_moved_and_a_card_open(
    server: str, page: Page, size: str, language: str
) -> None:
    open_panel(page, server, "s=mecg_to_scale&v=1&inflation_offset=0.05&mecg.take_up=0.9", language)
    number(page, COVERAGE).fill("900")
    number(page, COVERAGE).press("Enter")
    page.evaluate(AXE)
    run = (
        "async () => (await axe.run('.sp-lp')).violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 160))])"
    )
    assert page.evaluate(run) == []
    page.locator(".sp-lp-name").first.click()
    assert page.evaluate(run) == []


@pytest.mark.parametrize("size", ["phone"])
def test_a_phone_shows_tiles_to_swipe_one_chart_and_levers_at_once(server: str, page: Page, size: str) -> None:
    open_panel(page, server)
    for part in ("tile-people", "tile-cost", "chart-cost", "undo"):
        expect(page.get_by_test_id(part)).to_be_in_viewport(ratio=0.9)
    expect(lever(page, COVERAGE)).to_be_in_viewport()
    expect(page.get_by_test_id("chart-people")).to_be_hidden()
    page.get_by_test_id("tabs-charts").get_by_role("button", name="People").click()
    expect(page.get_by_test_id("chart-people")).to_be_visible()
    expect(page.get_by_test_id("chart-people")).to_contain_text("124 thousand people")
    page.get_by_test_id("tabs-groups").get_by_role("button", name="Assumptions").click()
    expect(lever(page, "growth_offset")).to_be_in_viewport()
    page.locator(".sp-lp-tiles").evaluate("(tiles) => tiles.scrollTo({ left: 4000 })")
    expect(page.get_by_test_id("tile-gdp_head")).to_be_in_viewport(ratio=0.9)
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_everything_is_large_enough_for_a_finger_and_reached_by_it(
    server: str, page: Page, size: str, language: str
) -> None:
    open_panel(page, server, "s=social_pension_65&v=1&goal.cost_gdp=0.004", language)
    page.get_by_test_id("pin").click()
    page.get_by_test_id("fan").click()
    page.wait_for_selector(".sp-lp-bands.shown")
    assert page.evaluate(SMALL) == []
    page.locator(".sp-lp-name").first.click()
    assert page.evaluate(SMALL) == []
    page.keyboard.press("Escape")
    page.get_by_test_id("goal").click()
    assert page.evaluate(SMALL) == []
    page.keyboard.press("Escape")
    page.locator(".sp-lp-open").first.click()
    page.wait_for_selector("summary.sp-lp-part")
    assert page.evaluate(SMALL) == []
    page.keyboard.press("Escape")
    page.get_by_test_id("all-levers").click()
    page.wait_for_selector(".sp-lp-list .sp-lp-lever")
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("size", ["phone", "laptop"])
@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("moved", ["mecg_to_scale mecg.coverage", "universal_floor child_grant.coverage"])
def test_the_words_at_the_lines_ends_lie_on_nothing(
    server: str, page: Page, size: str, language: str, moved: str
) -> None:
    """Three lines and a pinned one: their words once reached over the button of the band on a phone, in Lao."""
    scenario, coverage = moved.split()
    open_panel(page, server, f"s={scenario}&v=1&population_variant=1", language)
    page.get_by_test_id("pin").click()
    number(page, coverage).fill("60")
    number(page, coverage).press("Enter")
    page.wait_for_timeout(600)
    found = page.evaluate(OVERLAPS)
    assert found["ends"] >= 4 and found["overlaps"] == []


@pytest.mark.parametrize("size", ["phone"])
def test_a_finger_drags_a_lever_on_a_phone(server: str, browser: Browser, size: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_panel(page, server)
    before = tile(page, "cost")
    touch = context.new_cdp_session(page)
    x, y = place(page, COVERAGE, 0.8)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 16):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x - 8 * step, "y": y}]})
        page.wait_for_timeout(20)
    during = tile(page, "cost")
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert during != before
    page.wait_for_timeout(400)
    assert COVERAGE in page.url and tile(page, "cost") == during
    context.close()


def test_without_motion_nothing_glides(server: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, reduced_motion="reduce")
    page = context.new_page()
    open_panel(page, server)
    page.evaluate(WATCH)
    page.get_by_test_id("reset-policy").click()
    page.wait_for_timeout(600)
    assert page.evaluate("window.__panel.frames.size") <= 3
    context.close()


def test_a_chart_opens_to_the_full_screen_with_its_mark_of_simulation(server: str, page: Page) -> None:
    open_panel(page, server)
    chart = page.get_by_test_id("chart-cost")
    chart.get_by_role("button", name="Full screen").click()
    expect(chart.get_by_text("SIMULATED")).to_be_visible()
    assert chart.locator("h2").evaluate("(h) => parseFloat(getComputedStyle(h).fontSize)") >= 36
    page.evaluate("document.exitFullscreen()")
    expect(chart.get_by_text("SIMULATED")).to_be_hidden()
